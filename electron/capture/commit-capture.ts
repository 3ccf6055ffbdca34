import { itemId } from '../../shared/case/item-id.ts';
import type { CaptureRecord } from '../../shared/case/record.ts';
import { cleaned } from '../../shared/redaction/credentials.ts';
import { withoutFragment } from '../../shared/without-fragment.ts';
import type { ItemState } from '../casefile/case-handles.ts';
import { outcomeOf } from './outcome.ts';
import { sealCredentials } from './seal-credentials.ts';
import type { CaptureRun, LineKind } from './steps/step.ts';
import { overlap } from './picture/tiles.ts';

/**
 * Writes the record of a capture whose steps are done, and commits it as an item.
 * @param lines of the operation log: those that are required decide whether the capture is complete
 */
export async function commitCapture(run: CaptureRun, lines: Readonly<Record<string, LineKind>>): Promise<ItemState> {
  const { found, target, options, services, main, ledger } = run;
  const { caseFile } = services;
  const second = await found.second;
  services.signal.throwIfAborted();
  const earlier = caseFile.lastItemOf(cleaned(target.href)) ?? caseFile.lastItemOf(target.href);
  const { served, finalUrl } = found;
  const record: CaptureRecord = {
    ...timesAndMakers(run),
    v: 1,
    kind: 'capture',
    category: options.category,
    title: found.title,
    outcome: outcomeOf(found.load, found.wall, ledger, lines),
    artifacts: [...run.artifacts, ...(second?.artifacts ?? [])],
    steps: ledger.steps,
    warnings: [...(found.wall ? [found.wall] : []), ...ledger.warnings],
    url: target.href,
    finalUrl,
    ...(served && finalUrl && withoutFragment(served) !== withoutFragment(finalUrl) && { servedUrl: served }),
    ...(found.encoding && { encoding: found.encoding }),
    httpStatus: main.response?.status ?? null,
    redirects: main.redirects.map(({ url: from, status, location }) => ({
      url: from,
      status,
      location: location?.toWellFormed() ?? null,
    })),
    server: found.server,
    ...(second && { connection: second.connection, secondPath: second.secondPath }),
    presented: presentedOf(run),
    view: options.view,
    picture: found.picture && { width: found.picture.width, height: found.picture.height, overlap },
    file: found.file,
    ...(found.film && { film: found.film }),
    checks: found.checks,
    ...(found.judged && { judged: found.judged }),
    ...(found.pageFacts && { pageFacts: [...found.pageFacts] }),
    ...howItWasTaken(run),
    ...(options.job !== null && { job: options.job }),
    ...(earlier !== null && { earlier }),
  };
  return caseFile.addItem(sealCredentials(caseFile, record));
}

/** What the browser told the server of itself, as its requests were seen, and what of it was asked for. */
function presentedOf({ main, options }: CaptureRun): NonNullable<CaptureRecord['presented']> {
  const { presented } = main;
  return {
    seen: presented !== null,
    userAgent: presented?.userAgent?.toWellFormed() ?? null,
    acceptLanguage: presented?.acceptLanguage?.toWellFormed() ?? null,
    chosen: [
      ...(options.languageChosen === true ? (['language'] as const) : []),
      ...(options.userAgent === undefined ? [] : (['user-agent'] as const)),
    ],
  };
}

function timesAndMakers({ found, started, startMono, options, services }: CaptureRun) {
  const { caseFile, clockAndRandom, program } = services;
  return {
    item: itemId(started.getTime(), clockAndRandom.random(10)),
    startedAt: started.toISOString(),
    endedAt: found.ended.toISOString(),
    monotonic: { start: String(startMono), end: String(found.endMono) },
    utcOffsetMinutes: -started.getTimezoneOffset(),
    operator: options.operator ?? caseFile.facts().operator,
    program: { ...program },
  };
}

function howItWasTaken({ found, chromium, services, options, inSession, entered }: CaptureRun) {
  const account = options.account ?? inSession?.account ?? undefined;
  return {
    browser: {
      product: found.product,
      sha256: services.hashes.of(chromium.program),
      sandboxed: chromium.sandboxed,
    },
    ...(found.acted && { actions: found.acted }),
    ...(found.manual && { byHand: found.manual }),
    ...(account !== undefined && { account }),
    ...(entered && { session: entered.about }),
    ...(found.inside && { innerScroll: found.inside }),
  };
}
