import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { Artifact } from '../../shared/case/record.ts';
import type { CaptureOptions, CaptureServices } from './capture-options.ts';
import { refuseIfPrivate } from './page/check-url.ts';
import { storeOf } from './artifact-store.ts';
import { profileAtStart } from './environment/browser-checks.ts';
import { programChecks } from './environment/program-hashes.ts';
import { firstPage } from './page/first-page.ts';
import type { CaptureBrowser } from './browser/browser.ts';
import type { CaptureSandbox, SandboxOptions } from './browser/capture-sandbox.ts';
import { inMegabytes } from './browser/in-megabytes.ts';
import { LargeReads } from './browser/large-reads.ts';
import { Ledger } from './ledger.ts';
import { collectAll } from '../casefile/files/collect.ts';
import { StartedAhead } from '../casefile/processes/started-ahead.ts';
import { openPage } from './page/page.ts';
import { Recorder } from './recorder/recorder.ts';
import { Cleaner } from './sealing/cleaner.ts';
import { enterSession } from './session/session-in-use.ts';
import type { StepLine } from '../../shared/messages/names/step-names.ts';
import type { CaptureRun, FoundSoFar } from './steps/step.ts';
import { TimeBudget } from './time-budget.ts';
import { unlessAborted } from './unless-aborted.ts';
import { memoryCap, watchMemory } from './browser/watchdog.ts';

/** The lines of the operation log that stand before those of the steps. */
export const openingLines: readonly StepLine[] = ['browser', 'session'];

/**
 * Opens what a capture needs (gateway, recorder, browser, page, login session), lends it to the work, and closes all of it
 * however the work ends.
 *
 * @throws {FascicleError} `no-session` | `address-refused` | `browser-missing` | `browser-failed`; the signal's reason when
 *   cancelled; what the work throws
 */
export async function withOpenRun<T>(
  target: URL,
  options: CaptureOptions,
  services: CaptureServices,
  work: (run: CaptureRun) => Promise<T>,
): Promise<T> {
  const { caseFile, clockAndRandom, signal } = services;
  const [started, startMono] = [clockAndRandom.now(), clockAndRandom.mono()];
  const timeBudget = new TimeBudget(options.timeout);
  const ledger = new Ledger(services.onStep);
  const manualTurn = options.byHand ? services.manualTurn : undefined;
  const visible = manualTurn?.visible ?? false;
  const inSession = options.session ? (services.session ?? null) : null;
  if (options.session && !inSession) throw new FascicleError('no-session');
  const { userAgent, acceptInvalidCertificate } = options;
  const sandbox = await services.sandboxes.take(sandboxOptions(options, visible, inSession?.storage ?? null));
  const { gateway } = sandbox;
  let unwatch: (() => void) | null = null;
  let recorder: Recorder | null = null;
  const ahead = new StartedAhead(services.spawnChild);
  const objects = caseFile.lateObjects();
  const children = { ahead, objects, cleaner: new Cleaner(ahead.take, objects, () => caseFile.scratch()) };
  try {
    refuseIfPrivate(target, await gateway.resolve(target.hostname));
    signal.throwIfAborted();
    services.device.begin(options.noTimeServers === true);
    services.onStep('browser');
    recorder = new Recorder(services.spawnChild, caseFile.scratch());
    const { chromium, milliseconds, ofProgram } = await startedBrowser(sandbox, services);
    ledger.note('browser', milliseconds);
    unwatch = watchMemory(chromium.pid, memoryCap, (bytes) => {
      ledger.breakOff('browser-over-memory', { megabytes: inMegabytes(bytes), cap: inMegabytes(memoryCap) });
      chromium.kill();
    });
    if (!unwatch) ledger.warn('memory-not-watched');
    const { page, seen: seenBy } = await firstPage(chromium.browser, options.view, visible);
    await recorder.open(chromium.pipe, { acceptInvalidCertificate, userAgent: userAgent ?? null }, timeBudget);
    warnOfWay(ledger, chromium, options);
    const { session, popups } = await openPage(chromium.browser, page, options.view, ledger, timeBudget, signal);
    const entered = inSession && (await enterSession(inSession, chromium.browser, ledger, timeBudget));
    const atStart = await profileAtStart(chromium.browser);
    const artifacts: Artifact[] = [];
    const given = { target, options, services, started, startMono, manualTurn, inSession, view: options.view };
    const opened = {
      gateway,
      recorder,
      chromium,
      page,
      session,
      popups,
      seenBy,
      entered,
      atStart,
      ofProgram,
      ...children,
      main: recorder.main,
    };
    return await work({
      ...given,
      ...opened,
      ledger,
      timeBudget,
      artifacts,
      store: storeOf(objects, artifacts),
      large: new LargeReads(chromium.pipe, page, session),
      scratch: caseFile.scratch(),
      // A browser that hangs does not answer this either, and would be waited for a minute.
      stuck: () => timeBudget.within(1_000, session.send('Runtime.terminateExecution'), 'stuck').catch(() => undefined),
      now: () => clockAndRandom.now(),
      found: nothingYet(started, startMono),
    });
  } finally {
    unwatch?.();
    recorder?.end('the capture is over');
    ahead.end();
    children.cleaner.end();
    await sandbox.close();
    await objects.discard();
  }
}

function sandboxOptions(
  { allowPrivateNetwork, upstream, language, userAgent, view: { width, height } }: CaptureOptions,
  visible: boolean,
  storage: string | null,
): SandboxOptions {
  return { allowPrivateNetwork, upstream, width, height, visible, storage, language, userAgent };
}

/**
 * The browser that was asked for. While it starts the program's own files are hashed, and what the capture before left is
 * let go of: V8 would let its pictures lie until there are twice as many.
 */
async function startedBrowser(sandbox: CaptureSandbox, { program, hashes, signal }: CaptureServices) {
  const starting = unlessAborted(sandbox.browser(), signal);
  starting.catch(() => undefined); // heard where it is awaited
  const ofProgram = programChecks(program, hashes);
  collectAll();
  return { ...(await starting), ofProgram };
}

function warnOfWay(ledger: Ledger, { sandboxed }: CaptureBrowser, options: CaptureOptions): void {
  if (!sandboxed) ledger.warn('browser-without-sandbox');
  if (options.upstream) ledger.warn('server-address-unknown', { proxy: options.upstream.shown });
  if (options.allowPrivateNetwork) ledger.warn('private-network-allowed');
}

const nothingYet = (ended: Date, endMono: bigint): FoundSoFar => ({
  load: { end: 'none', blocked: false, reason: { code: 'not-loaded' } },
  rested: null,
  heldAt: null,
  held: null,
  seen: null,
  unloaded: [],
  encoding: null,
  textBefore: null,
  picture: null,
  title: null,
  text: '',
  wall: null,
  judged: undefined,
  pageFacts: null,
  words: null,
  looking: null,
  unseenTexts: null,
  inside: null,
  rolling: null,
  acted: null,
  manual: null,
  file: null,
  film: null,
  served: null,
  finalUrl: null,
  server: null,
  product: '',
  second: null,
  ended,
  endMono,
  checks: [],
  secrets: [],
});
