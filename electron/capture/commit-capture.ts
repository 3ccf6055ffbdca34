import { longestNamed, mostNamed, requestKinds } from '../../shared/case/capture/requests.ts';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { recordSchema, type CaptureRecord } from '../../shared/case/record.ts';
import { cleanedAddress } from '../../shared/redaction/address-tokens.ts';
import { cleaned } from '../../shared/redaction/credentials.ts';
import { withoutFragment } from '../../shared/without-fragment.ts';
import type { ItemState } from '../casefile/case-handles.ts';
import { outcomeOf } from './outcome.ts';
import { sealCredentials } from './seal-credentials.ts';
import type { CaptureRun } from './steps/step.ts';
import { overlap } from './picture/tiles.ts';

/** Writes the record of a capture whose steps are done, and commits it as an item. */
export async function commitCapture(run: CaptureRun): Promise<ItemState> {
  const { found, target, options, services, main, ledger } = run;
  const { caseFile } = services;
  const second = await found.second;
  services.signal.throwIfAborted();
  const earlier =
    caseFile.lastItemOf(cleanedAddress(target.href)) ??
    caseFile.lastItemOf(cleaned(target.href)) ??
    caseFile.lastItemOf(target.href);
  const { served, finalUrl } = found;
  const record: CaptureRecord = {
    ...timesAndMakers(run),
    v: 1,
    kind: 'capture',
    category: options.category,
    title: found.title,
    outcome: 'failed', // until all of it is known
    artifacts: [...run.artifacts, ...(second?.artifacts ?? [])],
    steps: ledger.steps,
    warnings: [...(found.wall ? [found.wall] : []), ...ledger.warnings],
    url: target.href,
    finalUrl,
    ...(served && finalUrl && withoutFragment(served) !== withoutFragment(finalUrl) && { servedUrl: served }),
    ...(found.encoding && { encoding: found.encoding }),
    httpStatus: main.response?.status ?? null,
    ...(main.recorded && { requests: requestsOf(main) }),
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
  const outcome = outcomeOf(found.load, found.wall, record);
  const salt = services.clockAndRandom.random(16);
  const sealed = await sealCredentials(run.objects, { ...record, outcome }, found.secrets, salt, run.cleaner);
  run.objects.putBytes(canonicalBytes(recordSchema.parse(sealed))); // as it is added: durable together with its files
  await run.objects.settle();
  return caseFile.addItem(sealed);
}

/** How many of the page's requests came to nothing, by kind, and the first of them by name. */
function requestsOf({ requests, failures }: CaptureRun['main']): NonNullable<CaptureRecord['requests']> {
  const failed = requestKinds
    .map((kind) => ({ kind, count: failures.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const named = failures
    .filter(({ kind }) => kind !== 'icon') // the browser asks every site for one
    .slice(0, mostNamed)
    .map(({ url, kind, error }) => ({ kind, url: nameOf(url), error: error.toWellFormed() }));
  return { count: requests, failed, named };
}

/** An address without its tokens; where it was too long to be told whole, a token may be cut, and only its origin is named. */
function nameOf(url: string): string {
  if (url.length <= longestNamed) return cleanedAddress(url.toWellFormed());
  return `${URL.parse(url.toWellFormed())?.origin ?? ''}/…`;
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
    ...(found.held && { unseenTexts: found.unseenTexts }),
    ...(found.acted && { actions: found.acted }),
    ...(found.manual && { byHand: found.manual }),
    ...(account !== undefined && { account }),
    ...(entered && { session: entered.about }),
    ...(found.inside && { innerScroll: found.inside }),
    ...(found.rolling && { rolling: found.rolling }),
  };
}
