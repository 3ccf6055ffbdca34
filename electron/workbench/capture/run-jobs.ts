import { join } from 'node:path';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError, explain } from '../../../shared/errors/fascicle-error.ts';
import type { Job } from '../../../shared/case/job.ts';
import type { EventPayload, Output } from '../../../shared/contract.ts';
import { errorTexts, type ErrorCode } from '../../../shared/errors/codes.ts';
import { say, type CaseLanguage } from '../../../shared/language.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import type { ManualTurn } from '../../capture/manual/manual-capture.ts';
import { captureUrl } from '../../capture/capture.ts';
import type { CaptureServices } from '../../capture/capture-options.ts';
import { languageOfCase } from '../../capture/browser/language-of-case.ts';
import { Device, timeServers } from '../../capture/environment/device.ts';
import { ProgramHashes } from '../../capture/environment/program-hashes.ts';
import { SandboxPool } from '../../capture/browser/capture-sandbox.ts';
import { deviceNetwork, systemLookup } from '../../capture/gateway/network.ts';
import { upstreamOf, type Upstream } from '../../capture/gateway/upstream.ts';
import { standsInTheWay } from '../../capture/queue/network-way.ts';
import { runQueue, type QueueRun } from '../../capture/queue/run-queue.ts';
import { openSites, type Sites } from '../../capture/queue/sites.ts';
import type { OnStep } from '../../capture/ledger.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import { deviceClockAndRandom } from '../../casefile/processes/clock-and-random.ts';
import { takeIn } from '../../intake/take-in.ts';
import { clockBefore } from '../../capture/environment/clock-before.ts';
import { clockAgainstStamps } from '../../seal/time/clock-against-stamps.ts';
import { intakeServices, withDrawing } from '../intake/import.ts';
import { manualTurnOf, manualPrompt } from './manual-control.ts';
import { requireDisplay } from './require-display.ts';
import { holdFor, leaveSession, sessionInUse } from './session-of-case.ts';
import { itemEvent } from '../items/item-event.ts';
import type { HandlerContext } from '../handler.ts';

/** Errors that are about one address: the others are still captured. A full disk or a missing browser ends the run. */
const ends: Partial<Record<ErrorCode, 'refused' | 'try-again'>> = {
  'not-a-url': 'refused',
  'address-refused': 'refused',
  'no-display': 'refused',
  'browser-failed': 'try-again',
};

/** One run of the queue, and what its captures share. */
type JobRun = Readonly<{
  caseFile: WritableCase;
  /** Jobs to run; null: all that wait. */
  only: ReadonlySet<string> | null;
  concurrency: number;
  /** A person works in each page first, logged in as `account` says. */
  byHand: Readonly<{ account: string | null }> | null;
  context: HandlerContext;
  upstream: Upstream | null;
  sandboxes: SandboxPool;
  shared: Omit<CaptureServices, 'onStep' | 'signal'>;
  /** Whether any capture of this run was made in the case's login session. */
  session: { used: boolean };
}>;

/** Runs the queue of a case, or the jobs given, with everything of this computer joined to it. */
export async function runJobs(
  caseFile: WritableCase,
  jobs: readonly string[] | null,
  concurrency: number,
  context: HandlerContext,
  byHand: JobRun['byHand'] = null,
): Promise<Output<'queue.run'>> {
  const { services, signal, language } = context;
  const upstream = upstreamOf(services.environment);
  const only = jobs && new Set(jobs);
  const waiting = caseFile.jobs('open').filter(({ job }) => only?.has(job) ?? true);
  const sandboxes = new SandboxPool(deviceNetwork, services.browserHere);
  const shared = sharedServices(caseFile, sandboxes, context);
  await noticesBefore(caseFile, waiting, upstream, context);
  await clockNoticeBefore(shared.device, waiting, context);
  if (caseFile.queueHold()) caseFile.logEvent('queue-held', { reason: null }); // whoever runs it says that it may go on
  const sleep = waiting.length > 1 ? keepAwake(context) : () => undefined;
  const run = { caseFile, only, concurrency, byHand, context, upstream, sandboxes, shared, session: { used: false } };
  const sites = sitesOfUser(context);
  try {
    const count = await runQueue({
      caseFile,
      only,
      concurrency,
      sites,
      byHand: byHand !== null,
      holdBefore: ({ order }) =>
        order.session && !byHand && !services.sessions.of(caseFile.caseId) ? { code: 'session-missing' } : null,
      holdAfter: ({ record }) => (byHand ? null : holdFor(record)),
      capture: (job, ended, onStep) => captureJob(run, job, ended, onStep),
      judge: judgeError,
      ...tellings(run),
      signal,
    });
    const hold = caseFile.queueHold();
    const left = caseFile.jobs('open').length;
    return { ...count, waiting: left, held: hold && describeReason(hold, language) };
  } finally {
    sites.close();
    await sandboxes.close();
    sleep();
    if (run.session.used) leaveSession(caseFile, services.sessions);
  }
}

/** What a person should know before: a network that stands in the way, a clock that stamps speak against. */
async function noticesBefore(
  caseFile: WritableCase,
  waiting: readonly Job[],
  upstream: Upstream | null,
  { services, emit, language }: HandlerContext,
): Promise<void> {
  // What goes through a proxy is looked up by the proxy: nobody here asks for its name.
  const direct = waiting.filter(({ order }) => !order.throughProxy || !upstream);
  for (const { code, text } of await standsInTheWay(upstream, systemLookup, probeHost(direct))) {
    emit({ event: 'notice', code, message: say(text, language) });
  }
  const clock = clockAgainstStamps(caseFile, services.clockAndRandom.now().getTime());
  if (clock)
    emit({ event: 'notice', code: clock.code, message: say(clock.text, language, { minutes: clock.minutes }) });
}

/** A clock that time servers find more than a minute off is told of before anything is captured by it. */
async function clockNoticeBefore(
  device: Device,
  waiting: readonly Job[],
  { emit, language }: HandlerContext,
): Promise<void> {
  if (waiting.length === 0 || waiting.every(({ order }) => order.noTimeServers === true)) return;
  const notice = clockBefore((await device.outsideTimes()) ?? []);
  if (notice) emit({ event: 'notice', code: 'clock-off', message: say(notice, language) });
}

/** Other cases, windows and commands capture too: to a site they are one visitor. */
function sitesOfUser({ services, emit, language }: HandlerContext): Sites {
  const folder = join(services.stateFolder, 'sites');
  return openSites(folder, {
    onAlone: (why) =>
      emit({
        event: 'notice',
        code: 'sites-not-shared',
        message: say(sitesNotShared, language, { path: folder, why }),
      }),
    onShared: (site) => emit({ event: 'notice', code: 'site-shared', message: say(siteShared, language, { site }) }),
  });
}

/** @returns what lets the computer sleep again */
function keepAwake({ services, emit, language }: HandlerContext): () => void {
  return services.stayAwake('capturing web pages', (how) =>
    emit({ event: 'notice', code: 'may-sleep', message: say(maySleep, language, { how }) }),
  );
}

function sharedServices(
  caseFile: WritableCase,
  sandboxes: SandboxPool,
  { services, signal }: HandlerContext,
): JobRun['shared'] {
  return {
    caseFile,
    clockAndRandom: services.clockAndRandom,
    program: services.program,
    takeInFile: (path, name, mediaType) =>
      withDrawing(services, (drawing) =>
        takeIn(
          path,
          name,
          mediaType === '' ? null : mediaType,
          intakeServices(caseFile, services, signal, null, drawing),
        ),
      ),
    sandboxes,
    hashes: new ProgramHashes(),
    // Time servers tell of the device's own clock, and of no other that a case may go by.
    device: new Device(services.clockAndRandom === deviceClockAndRandom ? (services.timeServers ?? timeServers) : []),
    spawnChild: services.spawnChild,
  };
}

/** Captures one job: in the hands of a person, in the case's login session, or on its own. */
function captureJob(run: JobRun, job: Job, ended: AbortSignal, onStep: OnStep): Promise<ItemState> {
  const { caseFile, byHand, shared, context } = run;
  const { services, emit, language } = context;
  const manual = job.order.byHand || byHand !== null;
  if (manual) requireDisplay(services);
  const session = job.order.session ? sessionInUse(services.sessions, caseFile.caseId) : null;
  if (session && !run.session.used) services.sessions.use(caseFile.caseId, process.pid);
  run.session.used ||= session !== null;
  const account = byHand?.account ?? session?.account ?? job.order.account;
  const manualTurn: ManualTurn = manualTurnOf(services.manualControl, caseFile.folder, ended, () =>
    emit({ event: 'notice', code: 'in-your-hands', message: say(manualPrompt, language, { url: job.url }) }),
  );
  return captureUrl(
    job.url,
    {
      ...job.order,
      acceptInvalidCertificate: job.order.acceptInvalidCertificate ?? false,
      upstream: upstreamOfJob(run, job),
      language: languageOf(run, job),
      languageChosen: job.order.language !== undefined,
      byHand: manual,
      account,
      session: job.order.session === true && (session !== null || byHand === null),
      loggedIn: manual || account !== undefined,
      job: job.job,
    },
    { ...shared, session, onStep, signal: ended, manualTurn },
  );
}

const upstreamOfJob = ({ upstream }: JobRun, { order }: Job): Upstream | null => (order.throughProxy ? upstream : null);

/** A page is asked for in the language that was chosen, or in the case's. */
const languageOf = ({ caseFile }: JobRun, { order }: Job): string =>
  order.language ?? languageOfCase(caseFile.facts().language);

/** A page that settles leaves the processors time: the browser for the next one starts then. */
function prepareNext(run: JobRun): void {
  const { caseFile, only, concurrency, byHand, sandboxes } = run;
  const next = caseFile.jobs('open').find(({ job, state }) => state === 'waiting' && (only?.has(job) ?? true));
  if (!next || next.order.byHand || next.order.session || byHand) return;
  const { allowPrivateNetwork, view } = next.order;
  const { width, height } = view;
  const presented = { language: languageOf(run, next), userAgent: next.order.userAgent };
  const wanted = { allowPrivateNetwork, upstream: upstreamOfJob(run, next), width, height, ...presented };
  sandboxes.prepare(wanted, concurrency);
}

/** Whether an error is about one address alone, and whether that one is worth another try. */
function judgeError(error: unknown): ReturnType<QueueRun['judge']> {
  if (!(error instanceof FascicleError)) {
    return { end: 'try-again', error: new FascicleError('capture-broke', { why: causeOf(error) }, error) };
  }
  const end = ends[error.code];
  return end ? { end, error } : null;
}

/** What the queue tells, as events that a caller reads. */
function tellings(run: JobRun): Pick<QueueRun, 'onJob' | 'onItem' | 'onProgress' | 'onRefused'> {
  const { caseFile, context } = run;
  const { emit, language } = context;
  return {
    onJob: (job) => emit({ event: 'job', ...jobLine(job, language) }),
    onItem: (state) => emit(itemEvent(caseFile, state, language)),
    onProgress: (step, outcome, { url }, done, of) => {
      if (step === 'scroll' && outcome === null) prepareNext(run);
      emit({ event: 'progress', stage: step, subject: url, done, of, ...(outcome && { outcome }) });
    },
    onRefused: ({ url }, error) => {
      const { message, evidence, next } = explain(error.code, error.params, language);
      emit({ event: 'error', code: error.code, message, evidence, next, subject: url });
    },
  };
}

/** A job as a caller sees it. */
export function jobLine({ job, url, state, attempts, item, reason }: Job, language: CaseLanguage): EventPayload<'job'> {
  return { job, url, state, attempts, item, reason: reason && wordsOf(reason, language) };
}

/** A refusal keeps the code and values of its error. */
function wordsOf(reason: NonNullable<Job['reason']>, language: CaseLanguage): string {
  return reason.code in errorTexts
    ? explain(reason.code as ErrorCode, reason.params ?? {}, language).message // just seen to be one
    : describeReason(reason, language);
}

const maySleep = {
  'zh-CN': '无法阻止本机进入睡眠（{how}）：取证期间请勿合盖或使其休眠',
  en: 'this computer could not be kept awake ({how}): do not let it sleep while the queue runs',
} as const;

const sitesNotShared = {
  'zh-CN':
    '无法与本机其他取证任务协调对同一网站的访问（{path}：{why}）；本任务仅按自身的间隔取证，请勿同时对同一网站运行其他任务',
  en: 'runs on this computer cannot take turns at a website ({path}: {why}); this run keeps its own pauses only, so do not capture the same website in another run at the same time',
} as const;

const siteShared = {
  'zh-CN': '本机另一取证任务正在访问 {site}；两者轮流取证，总的页数与间隔不变',
  en: 'another run on this computer is at {site}; the runs take turns, so that the site sees no more pages than from one',
} as const;

/** A VPN gives itself away by its answer for any public name; the first one asked for serves. */
function probeHost(jobs: readonly Job[]): string {
  const hosts = jobs.map(({ url }) => URL.parse(url)?.hostname ?? '');
  return hosts.find((host) => host.includes('.') && !/^[\d.]+$/.test(host)) ?? 'localhost';
}
