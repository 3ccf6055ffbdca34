import { causeOf } from '../../../shared/cause.ts';
import type { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Job } from '../../../shared/case/job.ts';
import type { Outcome, Reason, Step } from '../../../shared/case/record.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import type { OnStep } from '../ledger.ts';
import { siteOf, type SiteAnswer } from './politeness.ts';
import type { Sites, Visit } from './sites.ts';

export type QueueSummary = Readonly<Record<Outcome, number> & { items: number; refused: number; cancelled: number }>;

export type QueueRun = Readonly<{
  caseFile: WritableCase;
  /** Jobs to run; null: all that wait, those that are put in meanwhile included. */
  only: ReadonlySet<string> | null;
  concurrency: number;
  /** When a site may be asked, by this run and all others. */
  sites: Sites;
  /** Captures one job; its signal ends when the job is cancelled or the run is. */
  capture(job: Job, signal: AbortSignal, onStep: OnStep): Promise<ItemState>;
  /** Whether an error is about this address alone: `refused` for good, or worth another `try`. Null: it ends the whole run. */
  judge(error: unknown): Readonly<{ end: 'refused' | 'try-again'; error: FascicleError }> | null;
  /** A person works in each page first: then also those that wait for a hand are begun, and no run without one takes them. */
  byHand?: boolean;
  /** Why the queue should stand still instead of beginning this job (nobody is logged in), or null. */
  holdBefore?(job: Job): Reason | null;
  /** Why the queue should stand still after this item (a logout, a puzzle), or null. */
  holdAfter?(state: ItemState): Reason | null;
  /** A job came into another state. */
  onJob(job: Job): void;
  onItem(state: ItemState): void;
  onRefused(job: Job, error: FascicleError): void;
  onProgress(step: string, outcome: Step['outcome'] | null, job: Job, done: number, of: number): void;
  signal: AbortSignal;
}>;

/** A job whose capture ended the program, or broke the browser, so often is left: it would do so for ever. */
const mostAttempts = 3;
/** How often the case is asked whether a job was cancelled or the queue is held, in ms: both are acts on the case. */
const lookEvery = 250;

/** Why a job waits that only a run by hand takes up. */
export const forManualCapture = 'for-a-hand';

type AtWork = { job: Job; abort: AbortController; ended: Promise<void> };

/**
 * Captures what waits in the queue of a case, so many at once and politely to each site. How each job stands lies in
 * the case: a run that is killed is taken up by the next one; cancelling, holding and putting in are acts on the case
 * that a running queue notices. One address that fails does not stop the others; a full disk does.
 */
export async function runQueue(run: QueueRun): Promise<QueueSummary> {
  const { caseFile, signal } = run;
  const count = { items: 0, complete: 0, partial: 0, blocked: 0, failed: 0, refused: 0, cancelled: 0 };
  const atWork = new Map<string, AtWork>();
  const broken: unknown[] = [];
  takeUpInterrupted(caseFile, run);

  const open = openJobsOf(run);
  const begin = (job: Job, visit: Visit) => {
    const abort = new AbortController();
    caseFile.logEvent('capture-begun', { job: job.job }, job.job);
    run.onJob(caseFile.job(job.job));
    const ended = captureJob(run, job, AbortSignal.any([signal, abort.signal]), count, open)
      .then(
        (answer) => visit.end(answer),
        (error: unknown) => {
          visit.end(null);
          broken.push(error);
        },
      )
      .finally(() => atWork.delete(job.job));
    atWork.set(job.job, { job, abort, ended });
  };

  try {
    for (;;) {
      signal.throwIfAborted();
      if (broken.length > 0) throw broken[0];
      const jobs = open();
      for (const { job, abort } of atWork.values()) {
        // Whoever cancelled it wrote so into the case; what its capture then says is no news.
        if (!jobs.some((one) => one.job === job.job)) abort.abort();
      }
      const waiting = caseFile.queueHold()
        ? []
        : jobs.filter(({ job, state }) => state === 'waiting' && !atWork.has(job));
      const next = atWork.size < run.concurrency ? nextOf(waiting, run) : null;
      if (next) {
        if ('hold' in next) caseFile.logEvent('queue-held', { reason: next.hold });
        else begin(next.job, next.visit);
        continue;
      }
      if (atWork.size === 0 && waiting.length === 0) return count;
      await Promise.race([
        ...[...atWork.values()].map(({ ended }) => ended),
        new Promise((done) => setTimeout(done, lookEvery)),
      ]);
    }
  } finally {
    for (const { abort } of atWork.values()) abort.abort();
    await Promise.all([...atWork.values()].map(({ ended }) => ended));
  }
}

/** The first job whose site may be asked now, or why the queue should stand still before it. A site is asked about once. */
function nextOf(
  waiting: readonly Job[],
  { sites, holdBefore }: QueueRun,
): Readonly<{ job: Job; visit: Visit }> | Readonly<{ hold: Reason }> | null {
  const asked = new Set<string>();
  for (const job of waiting) {
    const site = siteOf(job.url);
    if (asked.has(site)) continue;
    asked.add(site);
    const hold = holdBefore?.(job) ?? null;
    if (hold) return { hold };
    const visit = sites.begin(job.url);
    if (visit) return { job, visit };
  }
  return null;
}

/**
 * What is this run's to do, or at work: read again only after an act on the case. Asked at every step of every page, a
 * thousand waiting rows were otherwise most of what this process did.
 */
function openJobsOf({ caseFile, only, byHand = false }: QueueRun): () => readonly Job[] {
  const waitsForManual = ({ state, reason }: Job) => state === 'waiting' && reason?.code === forManualCapture;
  let read: Readonly<{ seq: number; jobs: readonly Job[] }> | null = null;
  return () => {
    const { seq } = caseFile.head();
    if (read?.seq !== seq) {
      const jobs = caseFile
        .jobs('open')
        .filter((job) => (only?.has(job.job) ?? true) && (byHand || !waitsForManual(job)));
      read = { seq, jobs };
    }
    return read.jobs;
  };
}

/** One job from its beginning to an item, a refusal, or back into the queue. @returns what the site answered */
async function captureJob(
  run: QueueRun,
  job: Job,
  signal: AbortSignal,
  count: Record<keyof QueueSummary, number>,
  open: () => readonly Job[],
): Promise<SiteAnswer | null> {
  const { caseFile } = run;
  const decide = (state: 'waiting' | 'refused', reason: Reason) => {
    caseFile.logEvent('captures-decided', { jobs: [job.job], state, reason }, job.job);
    run.onJob(caseFile.job(job.job));
  };
  const done = () => count.items + count.refused + count.cancelled;
  const all = () => done() + open().length;
  try {
    const state = await run.capture(job, signal, (step, outcome) =>
      run.onProgress(step, outcome ?? null, job, done(), all()),
    );
    count.items += 1;
    count[state.record.outcome] += 1;
    run.onJob(caseFile.job(job.job));
    run.onItem(state);
    const hold = run.holdAfter?.(state) ?? null;
    if (hold) caseFile.logEvent('queue-held', { reason: hold });
    return {
      status: state.record.kind === 'capture' ? state.record.httpStatus : null,
      retryAfter: retryAfterOf(caseFile, state),
    };
  } catch (error) {
    if (caseFile.job(job.job).state === 'cancelled') {
      count.cancelled += 1;
      return null;
    }
    if (run.signal.aborted) {
      decide('waiting', { code: run.byHand ? forManualCapture : 'run-stopped' });
      return null;
    }
    const judged = run.judge(error);
    if (!judged) {
      decide('waiting', { code: 'run-broken', params: { why: causeOf(error) } });
      throw error;
    }
    const reason = { code: judged.error.code, params: wholeParams(judged.error) };
    if (judged.end === 'try-again' && job.attempts + 1 < mostAttempts) {
      decide('waiting', reason);
      return null;
    }
    decide('refused', reason);
    count.refused += 1;
    run.onRefused(job, judged.error);
    return null;
  }
}

/** What a killed run had begun goes back into the queue; what ended the program again and again is refused. */
function takeUpInterrupted(caseFile: WritableCase, { only }: QueueRun): void {
  const left = caseFile
    .jobs('open')
    .filter(
      ({ job, state, decidedBy }) => state === 'begun' && decidedBy <= caseFile.openedAt && (only?.has(job) ?? true),
    );
  for (const [state, jobs] of [
    ['waiting', left.filter(({ attempts }) => attempts < mostAttempts)],
    ['refused', left.filter(({ attempts }) => attempts >= mostAttempts)],
  ] as const) {
    if (jobs.length > 0)
      caseFile.logEvent('captures-decided', {
        jobs: jobs.map(({ job }) => job),
        state,
        reason: { code: 'run-interrupted' },
      });
  }
}

/** Seconds that an answer asks to wait (RFC 9110 §10.2.3), from the headers as they were stored; a date counts as none. */
function retryAfterOf(caseFile: WritableCase, { record }: ItemState): number | null {
  const headers = record.artifacts.find(({ role }) => role === 'headers');
  if (record.kind !== 'capture' || (record.httpStatus !== 429 && record.httpStatus !== 503) || !headers) return null;
  const { response } = JSON.parse(Buffer.from(caseFile.readObject(headers.sha256)).toString('utf8')) as {
    response: { headers: [string, string][] } | null; // as capture wrote it
  };
  const asked = response?.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1] ?? '';
  return /^\d{1,6}$/.test(asked.trim()) ? Number(asked) : null;
}

/** Error values as a reason may hold them: text and whole numbers. */
function wholeParams({ params }: FascicleError): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isInteger(value) ? String(value) : value,
    ]),
  );
}
