import { join } from 'node:path';
import { canonicalBytes, type Json } from '../../shared/canonical-json.ts';
import { itemId } from '../../shared/case/item-id.ts';
import type { Acted, ByHand, InnerScroll } from '../../shared/case/page-actions.ts';
import type { Artifact, CaptureRecord, FileFacts, Reason, Role } from '../../shared/case/record.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { ItemState } from '../casefile/case-handles.ts';
import { actOnPage } from './actions/act-on-page.ts';
import type { Ground } from './actions/ground.ts';
import { lookInside } from './actions/inner-scroll.ts';
import { backToTop, captureByHand } from './by-hand/capture-by-hand.ts';
import { netlogCap } from './browser-flags.ts';
import { productOf } from './browser-product.ts';
import type { CaptureOptions, CaptureServices } from './capture-options.ts';
import { checkUrl, refuseIfPrivate } from './check-url.ts';
import { Deadline } from './deadline.ts';
import { profileAtStart } from './environment/browser-checks.ts';
import { environmentRecord } from './environment/environment.ts';
import { firstPage } from './first-page.ts';
import type { Gateway } from './gateway/gateway.ts';
import { documentLength } from './in-page/document-length.ts';
import { readPage, looksEmpty } from './in-page/read-page.ts';
import { IsolatedWorld } from './isolated-world.ts';
import { LargeReads } from './large-reads.ts';
import { Ledger, StepFailure } from './ledger.ts';
import { loadPage } from './load.ts';
import { outcomeOf } from './outcome.ts';
import { openPage } from './page.ts';
import { readTextPositions } from './text-positions.ts';
import { readPageFacts } from './page-facts.ts';
import { endRecording, packArchive } from './evidence.ts';
import { Recorder } from './recorder/recorder.ts';
import { takeSecondPath } from './second-path/second-path.ts';
import { enterSession } from './session/session-in-use.ts';
import { holdStill, settle } from './settle.ts';
import { overlap, type Picture } from './tiles.ts';
import { judge } from './judge.ts';
import { unlessAborted } from './unless-aborted.ts';
import { takePicture } from './whole-picture.ts';
import { memoryCap, watchMemory } from './watchdog.ts';

/** The browser makes an MHTML in memory: a page that loaded more, in bytes, gets none. */
const mostForMhtml = 32 * 1024 * 1024;
/** Characters of a serialised document; a longer one would fill the memory of the browser. */
const longestDocument = 24 * 1024 * 1024;

/**
 * Captures one address as one item: gateway, browser, load, settle, tiles, then everything else that the page gives;
 * then the record is committed. Whatever went short is in the step ledger, and the worst shows in the outcome.
 *
 * @returns the committed item; `blocked` and `failed` captures are items too
 * @throws {FascicleError} `not-a-url` | `address-refused` (no item then), `browser-missing` | `browser-failed`, and the
 *   case writer's errors; the signal's reason when cancelled
 */
export async function captureUrl(url: string, options: CaptureOptions, services: CaptureServices): Promise<ItemState> {
  const { kase, surroundings, signal } = services;
  const target = checkUrl(url);
  const started = surroundings.now();
  const startMono = surroundings.mono();
  const deadline = new Deadline(options.timeout);
  const ledger = new Ledger(services.onStep);
  const artifacts: Artifact[] = [];
  const keep = (role: Role, name: string, mediaType: string, bytes: Uint8Array) => {
    artifacts.push({ role, name, mediaType, ...kase.objects.putBytes(bytes) });
  };
  const keepFile = (role: Role, name: string, mediaType: string, path: string) => {
    artifacts.push({ role, name, mediaType, ...kase.objects.putFile(path) });
  };
  const keepJson = (role: Role, name: string, value: Json) =>
    keep(role, name, 'application/json', canonicalBytes(value));

  const { allowPrivateNetwork, upstream } = options;
  const { width, height } = options.view;
  const handOver = options.byHand ? services.handOver : undefined;
  const visible = handOver?.visible ?? false;
  const inSession = options.session ? (services.session ?? null) : null;
  if (options.session && !inSession) throw new FascicleError('no-session');
  const storage = inSession?.storage ?? null;
  const place = await services.places.take({ allowPrivateNetwork, upstream, width, height, visible, storage });
  const { gateway } = place;
  let unwatch: (() => void) | null = null;
  let recorder: Recorder | null = null;
  try {
    refuseIfPrivate(target, await gateway.place(target.hostname));
    signal.throwIfAborted();
    services.device.begin();
    services.onStep('browser');
    recorder = new Recorder(services.spawnChild, kase.scratch());
    const { chromium, milliseconds } = await unlessAborted(place.browser(), signal);
    ledger.note('browser', milliseconds);
    const { kill } = chromium;
    unwatch = watchMemory(chromium.pid, memoryCap, (bytes) => {
      ledger.breakOff('browser-over-memory', { megabytes: mega(bytes), cap: mega(memoryCap) });
      kill();
    });
    if (!unwatch) ledger.warn('memory-not-watched');
    const { page, seen: seenBy } = await firstPage(chromium.browser, options.view, visible);
    await recorder.open(chromium.pipe, options.acceptInvalidCertificate, deadline);
    if (!chromium.sandboxed) ledger.warn('browser-without-sandbox');
    if (options.upstream) ledger.warn('server-address-unknown', { proxy: options.upstream.shown });
    if (options.allowPrivateNetwork) ledger.warn('private-network-allowed');

    const { session, popups } = await openPage(chromium.browser, page, options.view, ledger, signal);
    const entered = inSession && (await enterSession(inSession, chromium.browser, ledger, deadline));
    const atStart = await profileAtStart(chromium.browser);
    const { main } = recorder;
    const large = new LargeReads(chromium.pipe, page, session);
    const scratch = kase.scratch();
    // A browser that hangs does not answer this either, and would be waited for a minute.
    const stuck = () =>
      deadline.within(1_000, session.send('Runtime.terminateExecution'), 'stuck').catch(() => undefined);

    const load = await loadPage(page, target, main, gateway, ledger, deadline, stuck);
    signal.throwIfAborted();

    let picture: Picture | null = null;
    const seen: { title: string | null; text: string; wall: Reason | null } = { title: null, text: '', wall: null };
    let pageFacts: FileFacts | null = null;
    let file: CaptureRecord['file'] = null;
    let film: CaptureRecord['film'] | null = null;
    let acted: Acted | null = null;
    let hand: ByHand | null = null;
    let inside: InnerScroll | null = null;
    const ground: Ground = {
      page,
      large,
      session,
      main,
      ledger,
      deadline,
      stuck,
      objects: kase.objects,
      view: options.view,
      now: () => surroundings.now(),
      artifacts,
    };
    if (load.end === 'file' && main.file) {
      const { path, name } = main.file;
      const taken = await services.takeInFile(path, name, main.response?.mediaType ?? '');
      artifacts.push(...taken.artifacts);
      ledger.steps.push(...taken.steps);
      ledger.warnings.push(...taken.warnings);
      film = taken.film;
      file = {
        name,
        facts: [...taken.facts],
        pages: taken.pages,
        ...(taken.parts.length > 0 && { parts: [...taken.parts] }),
      };
      seen.title = name;
    } else if (load.end === 'page') {
      if (handOver) hand = await captureByHand(ground, handOver, { popups, seen: seenBy }, kase.scratch());
      // What a person arranged stays as it is; scrolling through would close menus.
      else await settle(page, session, main, ledger, deadline, stuck);
      acted = await actOnPage(options.actions ?? [], ground);
      signal.throwIfAborted();
      main.close();
      await holdStill(session, ledger, deadline, stuck);
      if (hand) await backToTop(ground);
      picture = await takePicture(large, session, options, kase, ledger, deadline, stuck);
      if (picture) artifacts.push(...picture.tiles);
      signal.throwIfAborted();
      await ledger.run('mhtml', async (short) => {
        if (main.loaded > mostForMhtml) {
          short({ outcome: 'skipped', reason: { code: 'loaded-too-much', params: { megabytes: mega(main.loaded) } } });
          return;
        }
        const path = join(scratch, 'page.mhtml');
        await deadline.within(deadline.left(10_000), large.mhtmlTo(path), 'mhtml');
        keepFile('mhtml', 'page.mhtml', 'multipart/related', path);
      });
      await ledger.run('source', async (short) => {
        await deadline.within(deadline.left(5_000), main.sourceKnown(), 'source');
        if (main.source)
          keepFile('source', 'source.bin', main.response?.mediaType || 'application/octet-stream', main.source.path);
        else short({ outcome: 'failed', reason: main.sourceMissing ?? { code: 'source-not-seen' } });
      });
      await ledger.run('dom-and-text', async () => {
        const world = await deadline.within(deadline.left(5_000), IsolatedWorld.of(session), 'dom-and-text');
        const length = await deadline.within(deadline.left(5_000), world.call(documentLength), 'dom-and-text');
        if (length > longestDocument) throw new StepFailure({ code: 'document-too-long', params: { length } });
        const read = await deadline.within(deadline.left(5_000), world.call(readPage), 'dom-and-text');
        seen.title = read.title.toWellFormed();
        seen.text = read.text.toWellFormed();
        const wellFormed = read.wellFormed && [read.title, read.text].every((text) => text.isWellFormed());
        if (!wellFormed) ledger.warn('text-not-well-formed');
        const path = join(scratch, 'dom.html');
        await deadline.within(deadline.left(5_000), large.documentTo(path, world.context), 'dom-and-text');
        keepFile('dom', 'dom.html', 'text/html; charset=utf-8', path);
        keep('text', 'text.txt', 'text/plain; charset=utf-8', Buffer.from(seen.text, 'utf8'));
        if (await deadline.within(deadline.left(3_000), world.call(looksEmpty), 'dom-and-text'))
          ledger.warn('page-empty');
        seen.text = read.text;
        const judgement = await deadline.within(
          deadline.left(3_000),
          judge(world, main.response, seen.title, read.text),
          'dom-and-text',
        );
        if (judgement.is === 'wall') seen.wall = judgement.reason;
        if (judgement.is === 'notice') ledger.warn(judgement.reason.code, judgement.reason.params);
      });
      pageFacts = await ledger.run('page-facts', async () => {
        const contentLanguage = main.header('content-language');
        const { title, text } = seen;
        const { facts, stored } = await readPageFacts(session, { title: title ?? '', text, contentLanguage }, deadline);
        keepJson('page-facts', 'page-facts.json', stored);
        return facts;
      });
      await ledger.run('text-positions', async (short) => {
        const { stored, end } = await readTextPositions(session, deadline);
        keepJson('text-positions', 'text-positions.json', stored);
        if (end) short(end);
      });
      inside = await lookInside(options.innerScroll ?? false, ground);
    }
    if (main.failures.length > 0)
      ledger.warn('sub-resources-failed', { count: main.failures.length, of: main.requests });

    const withCookies = !hand?.typed && !inSession;
    keepJson('headers', 'headers.json', {
      response: main.response && { ...main.response, headers: jsonHeaders(main.response.headers, withCookies) },
      redirects: main.redirects.map((redirect) => ({
        ...redirect,
        headers: jsonHeaders(redirect.headers, withCookies),
      })),
      requests: main.requests,
      failures: main.failures,
    });
    keepJson('gateway-log', 'gateway-log.json', JSON.parse(JSON.stringify(gateway.log())) as Json); // plain data
    const product = await productOf(chromium, ledger, deadline);
    const connection = await endRecording(recorder, ledger, deadline, keep);
    const wrong = connection?.certificateError ?? null;
    if (connection && wrong !== null && load.end !== 'none')
      ledger.warn('certificate-invalid-accepted', { host: connection.origin, error: wrong });
    const finalUrl = load.end === 'none' ? null : (main.response?.url ?? null);
    const server = await serverOf(finalUrl, gateway, options);
    const { program, spawnChild } = services;
    const found = { target, load, main, server, connection, artifacts };
    const visitor = options.loggedIn === true || handOver || inSession ? 'logged-in' : 'fresh';
    const means = { options, program, session: visitor, kase, spawnChild, keep, keepFile, signal } as const;
    const second = takeSecondPath({ ...found, ...means }, ledger, deadline); // beside what follows
    second.catch(() => undefined); // heard where it is awaited; until then something else may end the capture
    const ended = surroundings.now();
    const endMono = surroundings.mono();
    const environment = await environmentRecord({
      program: services.program,
      browser: {
        started: chromium,
        product,
        session: entered?.about ?? null,
        screen: seenBy?.screen ?? null,
        ...atStart,
      },
      view: options.view,
      hashes: services.hashes,
      device: services.device,
      through: options.upstream?.shown ?? null,
      clocks: {
        start: { wall: started.toISOString(), mono: String(startMono) },
        end: { wall: ended.toISOString(), mono: String(endMono) },
      },
      serverDate: main.serverDate(),
    });
    keepJson('environment', 'environment.json', environment.stored);
    signal.throwIfAborted();

    if (entered && !seen.wall) await entered.leave();
    await chromium.quit();
    if (hand?.typed) ledger.note('archive', 0, { outcome: 'skipped', reason: { code: 'credentials-typed' } });
    else
      await packArchive(recorder, ledger, deadline, keepFile, inSession ? 'disclosure' : 'sealed', {
        page: {
          url: finalUrl ?? target.href,
          title: seen.title ?? '',
          text: seen.text,
          startedAt: started.toISOString(),
        },
        resources: artifacts
          .filter(({ role }) => role === 'screenshot-tile')
          .map(({ name, mediaType, sha256 }) => ({ name, mediaType, path: kase.objectPath(sha256) })),
        dials: gateway.log().dials,
        netlog: chromium.netlog,
        netlogCap,
        software: `${services.program.name} ${services.program.version}, ${product}`,
      });
    const { secondPath, connection: recorded } = await second;
    signal.throwIfAborted();
    const account = options.account ?? inSession?.account ?? undefined;
    const earlier = kase.lastItemOf(target.href);
    return kase.addItem({
      v: 1,
      kind: 'capture',
      item: itemId(started.getTime(), surroundings.random(10)),
      category: options.category,
      title: seen.title,
      outcome: outcomeOf(load, seen.wall, ledger),
      startedAt: started.toISOString(),
      endedAt: ended.toISOString(),
      monotonic: { start: String(startMono), end: String(endMono) },
      utcOffsetMinutes: -started.getTimezoneOffset(),
      operator: options.operator ?? kase.facts().operator,
      program: { ...services.program },
      artifacts,
      steps: ledger.steps,
      warnings: [...(seen.wall ? [seen.wall] : []), ...ledger.warnings],
      url: target.href,
      finalUrl,
      httpStatus: main.response?.status ?? null,
      redirects: main.redirects.map(({ url: from, status, location }) => ({
        url: from,
        status,
        location: location?.toWellFormed() ?? null,
      })),
      server,
      connection: recorded,
      secondPath,
      view: options.view,
      picture: picture && { width: picture.width, height: picture.height, overlap },
      file,
      ...(film && { film }),
      checks: environment.checks,
      ...(pageFacts && { pageFacts: [...pageFacts] }),
      browser: { product, sha256: services.hashes.of(chromium.program), sandboxed: chromium.sandboxed },
      ...(acted && { actions: acted }),
      ...(hand && { byHand: hand }),
      ...(account !== undefined && { account }),
      ...(entered && { session: entered.about }),
      ...(inside && { innerScroll: inside }),
      ...(options.job !== null && { job: options.job }),
      ...(earlier !== null && { earlier }),
    });
  } finally {
    unwatch?.();
    recorder?.end('the capture is over');
    await place.close();
  }
}

/** The address that the gateway dialled for the host that gave the page. Chromium itself only knows the gateway. */
async function serverOf(
  finalUrl: string | null,
  gateway: Gateway,
  options: CaptureOptions,
): Promise<CaptureRecord['server']> {
  const url = finalUrl === null || options.upstream ? null : URL.parse(finalUrl);
  if (!url) return null;
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const dial = gateway.lastDial(host, port);
  const place = await gateway.place(host);
  return dial?.address && place.at === 'address'
    ? { host, address: dial.address, port, addressesOffered: [...place.offered] }
    : null;
}

const mega = (bytes: number) => Math.round(bytes / 1_048_576);

function jsonHeaders(headers: readonly (readonly [string, string])[], withCookies: boolean): Json {
  const kept = withCookies ? headers : headers.filter(([name]) => !/^set-cookie2?$/i.test(name));
  return kept.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]);
}
