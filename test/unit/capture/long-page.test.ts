import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { TimeBudget } from '../../../electron/capture/time-budget.ts';
import type { Gateway } from '../../../electron/capture/gateway/gateway.ts';
import { Ledger } from '../../../electron/capture/ledger.ts';
import { loadPage } from '../../../electron/capture/page/load.ts';
import { MainDocument } from '../../../electron/capture/page/main-document.ts';
import type { FromRecorder } from '../../../electron/capture/recorder/messages.ts';
import { TargetRecorder } from '../../../electron/capture/recorder/target-recorder.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const mega = 1_048_576;

/** A recorder that hears of one answer, and what it says and asks for then. */
function heard(kind: 'Document' | 'Fetch', pieces: readonly Readonly<{ decoded: number; encoded: number }>[]) {
  const said: FromRecorder[] = [];
  const recorder = new TargetRecorder(freshFolder(), { acceptInvalidCertificate: false, userAgent: null }, (message) =>
    said.push(message),
  );
  const tell = (method: string, params: object, sessionId = 'page') =>
    recorder.cdp.take(Buffer.from(`${JSON.stringify({ method, params, sessionId })}\0`));
  const targetInfo = { targetId: 'main', type: 'page', url: 'about:blank' };
  tell('Target.attachedToTarget', { sessionId: 'page', targetInfo }, 'browser');
  const about = { requestId: 'r1', type: kind, frameId: 'main' };
  const request = { url: 'https://news.example/', method: 'GET', headers: {} };
  tell('Network.requestWillBeSent', { ...about, request, wallTime: 1, timestamp: 1, initiator: { type: 'other' } });
  tell('Network.responseReceived', { ...about, response: { status: 200, headers: {} }, hasExtraInfo: false });
  for (const { decoded, encoded } of pieces)
    tell('Network.dataReceived', { requestId: 'r1', dataLength: decoded, encodedDataLength: encoded, timestamp: 2 });
  return {
    endless: said.flatMap((message) => ('say' in message && message.say === 'page-endless' ? [message.bytes] : [])),
    stopped: said.filter((message) => 'cdp' in message && message.cdp.includes('Page.stopLoading')).length,
  };
}
const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one);

test('a page of 64 MB is not loaded further, and told once; any other answer may be so long', () => {
  const pieces = times(70, { decoded: mega, encoded: mega / 4 });
  expect(heard('Document', pieces)).toEqual({ endless: [65 * mega], stopped: 1 });
  expect(heard('Fetch', pieces)).toEqual({ endless: [], stopped: 0 });
});

test('zeros that were compressed a thousand times over end at 16 MB; text that is compressed as text is, does not', () => {
  expect(heard('Document', times(20, { decoded: mega, encoded: mega / 1_000 }))).toEqual({
    endless: [17 * mega],
    stopped: 1,
  });
  expect(heard('Document', times(20, { decoded: mega, encoded: mega / 30 }))).toEqual({ endless: [], stopped: 0 });
});

test('a page without end is a failure that says how much of it came', async () => {
  const main = new MainDocument(() => Promise.resolve());
  main.take({ say: 'page-endless', bytes: 65 * mega });
  const ledger = new Ledger(() => undefined);
  const load = await loadPage(
    { goto: () => Promise.reject(new Error('net::ERR_ABORTED')) } as unknown as Page, // all that loading asks of it
    new URL('https://news.example/'),
    main,
    null as unknown as Gateway, // not asked: the recorder knows
    ledger,
    new TimeBudget(30),
    () => Promise.resolve(),
  );
  const reason = { code: 'page-too-long', params: { megabytes: 65 } };
  expect(load).toEqual({ end: 'none', blocked: false, reason });
  expect(ledger.steps).toMatchObject([{ step: 'load', outcome: 'failed', reason }]);
});
