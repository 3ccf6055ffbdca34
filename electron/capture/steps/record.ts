import { isOwnAddress } from '../environment/network-checks.ts';
import { causeOfCode } from '../../../shared/cause.ts';
import type { Json } from '../../../shared/canonical-json.ts';
import type { Artifact, CaptureRecord } from '../../../shared/case/record.ts';
import { storeOf } from '../artifact-store.ts';
import { productOf } from '../browser/browser-product.ts';
import { endRecording } from '../evidence.ts';
import { disclosedLog } from '../gateway/disclosed-log.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { visitorOf } from '../second-path/begin.ts';
import { takeSecondPath } from '../second-path/second-path.ts';
import type { CaptureRun, CaptureStep } from './step.ts';

/** What went over the network: headers, the gateway's log, connections; and the second fetch, which runs beside the rest. */
export const record: CaptureStep = {
  name: 'record',
  lines: ['record', 'second-path'],
  when: () => true,
  run: async (run) => {
    const { found, main, gateway, recorder, chromium, ledger, timeBudget, store } = run;
    const failed = main.failures.filter(({ kind }) => kind !== 'icon').length; // the browser asks every site for one
    run.cleaner.begin(run.artifacts); // all that is read of the page is there
    if (failed > 0) ledger.warn('sub-resources-failed', { count: failed, of: main.requests });
    keepHeaders(run);
    found.product = await productOf(chromium, ledger, timeBudget);
    const connection = await endRecording(recorder, ledger, timeBudget, store.keep, found.heldAt, () =>
      gateway.endTraffic(),
    );
    keepGatewayLog(run); // whole now
    const wrong = connection?.certificateError ?? null;
    if (connection && wrong !== null && found.load.end !== 'none')
      ledger.warn('certificate-invalid-accepted', { host: connection.origin, error: causeOfCode(wrong) });
    found.served = found.load.end === 'none' ? null : (main.response?.url ?? null);
    found.finalUrl = found.load.end === 'none' ? null : (found.held?.address ?? found.served);
    found.server = await serverOf(found.served, gateway, run.options.upstream !== null);
    // It runs beside the other steps: its files have a list of their own, so that their order in the record is always the same.
    const artifacts: Artifact[] = [];
    const { keep, keepFile } = storeOf(run.objects, artifacts);
    const second = takeSecondPath({ ...secondPathFacts(run), connection, keep, keepFile }, ledger, timeBudget);
    found.second = second.then((end) => ({ ...end, artifacts }));
    found.second.catch(() => undefined); // heard where it is awaited; until then something else may end the capture
  },
};

/** Others are handed the log without what it says of the network around the computer; the whole one is sealed beside it. */
function keepGatewayLog({ gateway, store }: CaptureRun): void {
  const log = gateway.log();
  const { told, reduced } = disclosedLog(log);
  const whole = JSON.parse(JSON.stringify(log)) as Json; // plain data, as is the other
  if (reduced === 0) store.keepJson('gateway-log', 'gateway-log.json', told);
  else store.keepReduced('gateway-log', 'gateway-log.json', whole, told, reduced);
}

/** Cookies that only a login sets stay out of the file. */
function keepHeaders({ found, main, inSession, store }: CaptureRun): void {
  const withCookies = !found.manual?.typed && !inSession;
  const { response, redirects, requests, failures } = main;
  store.keepJson('headers', 'headers.json', {
    response: response && { ...response, headers: jsonHeaders(response.headers, withCookies) },
    redirects: redirects.map((redirect) => ({ ...redirect, headers: jsonHeaders(redirect.headers, withCookies) })),
    requests,
    failures,
  });
}

function jsonHeaders(headers: readonly (readonly [string, string])[], withCookies: boolean): Json {
  const kept = withCookies ? headers : headers.filter(([name]) => !/^set-cookie2?$/i.test(name));
  return kept.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]);
}

function secondPathFacts({ target, options, services, found, main, artifacts, ...run }: CaptureRun) {
  const { caseFile, signal } = services;
  const visitor = visitorOf({ options, manualTurn: run.manualTurn, inSession: run.inSession });
  const page = { target, load: found.load, main, server: found.server, artifacts };
  return {
    ...page,
    options,
    session: visitor,
    caseFile,
    objects: run.objects,
    spawnChild: run.ahead.take,
    signal,
  } as const;
}

/** The address that the gateway dialled for the host that gave the page. Chromium itself only knows the gateway. */
async function serverOf(
  served: string | null,
  gateway: Gateway,
  throughProxy: boolean,
): Promise<CaptureRecord['server']> {
  const url = served === null || throughProxy ? null : URL.parse(served);
  if (!url) return null;
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const dial = gateway.lastDial(host, port);
  const resolution = await gateway.resolve(host);
  return dial?.address && resolution.at === 'address'
    ? {
        host,
        address: dial.address,
        port,
        addressesOffered: [...resolution.offered],
        ...(isOwnAddress(dial.address) && { own: true as const }),
      }
    : null;
}
