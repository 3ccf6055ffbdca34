import { FascicleError, explain } from '../../../shared/errors/fascicle-error.ts';
import type { Job } from '../../../shared/case/job.ts';
import type { EventPayload, Output } from '../../../shared/contract.ts';
import { errorTexts, type ErrorCode } from '../../../shared/errors/codes.ts';
import { say, type CaseLanguage } from '../../../shared/language.ts';
import { describeReason } from '../../../shared/messages/reasons.ts';
import type { HandOver } from '../../capture/by-hand/capture-by-hand.ts';
import { captureUrl } from '../../capture/capture.ts';
import type { CaptureServices } from '../../capture/capture-options.ts';
import { Device, timeServers } from '../../capture/environment/device.ts';
import { ProgramHashes } from '../../capture/environment/program-hashes.ts';
import { CapturePlaces } from '../../capture/capture-place.ts';
import { deviceNetwork, systemLookup } from '../../capture/gateway/network.ts';
import { upstreamOf } from '../../capture/gateway/upstream.ts';
import { standsInTheWay } from '../../capture/network-way.ts';
import { runQueue } from '../../capture/run-queue.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { takeIn } from '../../intake/take-in.ts';
import { intakeServices } from '../import.ts';
import { inHands, inYourHands, requireDisplay } from './hands.ts';
import { holdFor, leaveSession, sessionInUse } from './session-of-case.ts';
import { itemEvent } from '../items/item-event.ts';
import type { HandlerContext } from '../workbench.ts';

/** Errors that are about one address: the others are still captured. A full disk or a missing browser ends the run. */
const ends: Partial<Record<ErrorCode, 'refused' | 'try-again'>> = {
  'not-a-url': 'refused',
  'address-refused': 'refused',
  'no-display': 'refused',
  'browser-failed': 'try-again',
};

/** Runs the queue of a case, or the jobs given, with everything of this computer joined to it. */
export async function runJobs(
  kase: WritableCase,
  jobs: readonly string[] | null,
  concurrency: number,
  context: HandlerContext,
  byHand: Readonly<{ account: string | null }> | null = null,
): Promise<Output<'queue.run'>> {
  const { services, emit, signal, language } = context;
  const upstream = upstreamOf(services.environment);
  const waiting = kase.jobs('open').filter(({ job }) => jobs?.includes(job) ?? true);
  for (const { code, text } of await standsInTheWay(upstream, systemLookup, probeHost(waiting))) {
    emit({ event: 'notice', code, message: say(text, language) });
  }
  if (kase.queueHold()) kase.act('queue-held', { reason: null }); // whoever runs it says that it may go on
  const sleep =
    waiting.length > 1
      ? services.stayAwake('capturing web pages', (how) =>
          emit({ event: 'notice', code: 'may-sleep', message: say(maySleep, language, { how }) }),
        )
      : () => undefined;
  const places = new CapturePlaces(deviceNetwork, services.browserHere);
  const upstreamOfJob = ({ order }: Job) => (order.throughProxy ? upstream : null);
  // A page that settles leaves the processors time: the browser for the next one starts then.
  const prepareNext = () => {
    const next = kase.jobs('open').find(({ job, state }) => state === 'waiting' && (jobs?.includes(job) ?? true));
    if (!next || next.order.byHand || next.order.session || byHand) return;
    const { allowPrivateNetwork, view } = next.order;
    const { width, height } = view;
    places.prepare({ allowPrivateNetwork, upstream: upstreamOfJob(next), width, height }, concurrency);
  };
  const handOver = ({ url }: Job, ended: AbortSignal): HandOver =>
    inHands(services.hands, kase.folder, ended, () =>
      emit({ event: 'notice', code: 'in-your-hands', message: say(inYourHands, language, { url }) }),
    );
  const { sessions } = services;
  const shared: Omit<CaptureServices, 'onStep' | 'signal'> = {
    kase,
    surroundings: services.surroundings,
    program: services.program,
    takeInFile: (path, name, mediaType) =>
      takeIn(path, name, mediaType === '' ? null : mediaType, intakeServices(kase, services, signal, null)),
    places,
    hashes: new ProgramHashes(),
    device: new Device(timeServers),
    spawnChild: services.spawnChild,
  };
  const used = { session: false };
  try {
    const count = await runQueue({
      kase,
      only: jobs && new Set(jobs),
      concurrency,
      byHand: byHand !== null,
      holdBefore: ({ order }) =>
        order.session && !byHand && !sessions.of(kase.caseId) ? { code: 'session-missing' } : null,
      holdAfter: ({ record }) => (byHand ? null : holdFor(record)),
      capture: (job, ended, onStep) => {
        const hand = job.order.byHand || byHand !== null;
        if (hand) requireDisplay(services);
        const session = job.order.session ? sessionInUse(sessions, kase.caseId) : null;
        if (session && !used.session) sessions.use(kase.caseId, process.pid);
        used.session ||= session !== null;
        const account = byHand?.account ?? session?.account ?? job.order.account;
        return captureUrl(
          job.url,
          {
            ...job.order,
            acceptInvalidCertificate: job.order.acceptInvalidCertificate ?? false,
            upstream: upstreamOfJob(job),
            byHand: hand,
            account,
            session: job.order.session === true && (session !== null || byHand === null),
            loggedIn: hand || account !== undefined,
            job: job.job,
          },
          { ...shared, session, onStep, signal: ended, handOver: handOver(job, ended) },
        );
      },
      judge: (error) => {
        if (!(error instanceof FascicleError)) {
          const why = error instanceof Error ? error.message : String(error);
          return { end: 'try-again', error: new FascicleError('capture-broke', { why: why.slice(0, 300) }, error) };
        }
        const end = ends[error.code];
        return end ? { end, error } : null;
      },
      onJob: (job) => emit({ event: 'job', ...jobLine(job, language) }),
      onItem: (state) => emit(itemEvent(kase, state, language)),
      onProgress: (step, { url }, done, of) => {
        if (step === 'scroll') prepareNext();
        emit({ event: 'progress', stage: step, subject: url, done, of });
      },
      onRefused: ({ url }, error) => {
        const { message, evidence, next } = explain(error.code, error.params, language);
        emit({ event: 'error', code: error.code, message, evidence, next, subject: url });
      },
      signal,
    });
    const hold = kase.queueHold();
    const left = kase.jobs('open').length;
    return { ...count, waiting: left, held: hold && describeReason(hold, language) };
  } finally {
    await places.close();
    sleep();
    if (used.session) leaveSession(kase, sessions);
  }
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
  'zh-CN': '无法阻止本机进入睡眠（{how}）：采集期间请勿合盖或锁屏休眠',
  en: 'this computer could not be kept from sleeping ({how}): do not let it sleep while the queue runs',
} as const;

/** A VPN gives itself away by its answer for any public name; the first one asked for serves. */
function probeHost(jobs: readonly Job[]): string {
  const hosts = jobs.map(({ url }) => URL.parse(url)?.hostname ?? '');
  return hosts.find((host) => host.includes('.') && !/^[\d.]+$/.test(host)) ?? 'localhost';
}
