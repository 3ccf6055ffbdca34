import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../shared/case/outcome/four-answers.ts';
import { captured, captureRoom, type Captured } from '../fixtures/capture-room.ts';
import { checkWacz, type CheckedRecord } from '../fixtures/oracles/check-warc.ts';
import { openSite, type Site } from '../fixtures/site/site.ts';
import { gbk, openTraps, spoken, type Traps } from '../fixtures/site/traps.ts';

let traps: Traps;
let site: Site;
let done: Captured;
let records: readonly CheckedRecord[];
let problems: readonly string[];

beforeAll(async () => {
  [traps, site] = await Promise.all([openTraps(), openSite()]);
  done = await captured(traps.url);
  ({ records, problems } = checkWacz(Buffer.from(done.bytes('page.wacz'))));
});
afterAll(() => Promise.all([traps.close(), site.close()]));

const field = ({ fields }: CheckedRecord, name: string) => fields.find(([one]) => one === name)?.[1];
const of = (type: string, url: string) => records.filter((one) => one.type === type && one.uri === url);
const at = (path: string) => new URL(path, traps.url).href;
const response = (path: string) => of('response', at(path))[0];
/** What the archive says beside a record: how an exchange ended, and where its body came from. */
const about = (one: CheckedRecord | undefined) =>
  JSON.parse((one && field(one, 'WARC-JSON-Metadata')) ?? '{}') as { bodyFrom?: string; end?: string };

describe('the archive of a page that uses everything', () => {
  test('has every digest right, and every request that a server was asked', () => {
    expect(problems).toEqual([]);
    expect(fourAnswers(done.record).archive).toEqual({ answer: 'whole', grounds: [] });
    const requests = traps.asked.filter(({ url }) => !url.startsWith('ws:'));
    expect(requests.length).toBeGreaterThan(30);
    for (const { method, url, body } of requests) {
      const found = of('request', url).filter(({ head }) => head.startsWith(`${method} `));
      expect(found, `${method} ${url}`).toHaveLength(1);
      expect(found[0]?.payload, `${method} ${url}`).toEqual(body);
    }
  });

  test('has every answer as it was sent: coding undone, charset kept, in frames, workers, redirects and ranges', () => {
    for (const [url, { status, body }] of traps.sent) {
      if (!traps.asked.some((one) => one.url === url)) continue;
      const found = of('response', url).filter(({ head }) => head.startsWith(`HTTP/1.1 ${status} `));
      expect(found, url).toHaveLength(1);
      expect(found[0]?.payload.equals(body), url).toBe(true);
    }
    const seen = [...traps.sent.keys()]
      .filter((url) => of('response', url).length > 0)
      .map((url) => new URL(url).pathname);
    expect(seen).toEqual(
      expect.arrayContaining(
        [
          '/frame-data',
          '/from-worker',
          '/imported.js',
          '/shared-worker.js',
          '/from-shared-worker',
          '/service-worker.js',
        ].concat([
          '/redirect-1',
          '/redirect-2',
          '/landed',
          '/range',
          '/no-content',
          '/not-modified',
          '/beacon',
          '/big',
        ]),
      ),
    );
    expect(response('/gbk.txt')?.payload).toEqual(gbk);
  });

  test('keeps headers that stand twice, cookies included, in the order of the server', () => {
    expect(response('/headers')?.head).toContain(
      'X-Twice: a\r\nX-Twice: b\r\nSet-Cookie: one=1; HttpOnly\r\nSet-Cookie: two=2\r\n',
    );
    expect(response('/redirect-1')?.head).toContain('Set-Cookie: hop=1\r\nSet-Cookie: hop2=2\r\n');
    expect(response('/redirect-2')?.head).toContain('x-orig-content-encoding: gzip');
  });

  test('says of each answer whether it is whole, and why not', () => {
    for (const [path, why] of [
      ['/breaks', 'disconnect'],
      ['/breaks-chunked', 'disconnect'],
      ['/hangs', 'time'],
      ['/events', 'time'],
      ['/redirect-1', undefined],
      ['/not-modified', undefined],
      ['/headers?head', undefined],
      ['/big', undefined],
    ] as const)
      expect(response(path)?.fields.find(([name]) => name === 'WARC-Truncated')?.[1], path).toBe(why);
    expect(about(response('/redirect-1')).bodyFrom).toBe('netlog');
    expect(about(response('/big')).bodyFrom).toBe('stream');
    const refused = of('metadata', 'http://127.0.0.1:1/refused')[0];
    expect(refused?.payload.toString()).toContain('net::ERR_UNSAFE_PORT');
    expect(of('response', 'http://127.0.0.1:1/refused')).toEqual([]);
  });

  test('has what went over the WebSocket both ways, text and bytes, and the events of the stream', () => {
    const frames = framesOf(at('/socket').replace('http', 'ws'));
    const carried = (event: string) =>
      frames
        .filter((one) => one.event === event)
        .map(({ at: { response: frame } }) => `${frame?.opcode} ${frame?.payloadData}`);
    expect(carried('webSocketFrameSent')).toEqual([
      '1 你好，服务器',
      `2 ${Buffer.from([0, 1, 254, 255]).toString('base64')}`,
    ]);
    expect(carried('webSocketFrameReceived')).toEqual([`1 ${spoken.text}`, `2 ${spoken.binary.toString('base64')}`]);
    expect(framesOf(at('/events')).map(({ at: { eventName, eventId, data } }) => [eventName, eventId, data])).toEqual([
      ['message', '', 'first'],
      ['named', '7', '第二'],
    ]);
  });
});

type Frame = {
  event: string;
  at: { response?: { opcode: number; payloadData: string }; eventName?: string; eventId?: string; data?: string };
};

function framesOf(url: string): Frame[] {
  const lines = of('metadata', url)[0]?.payload.toString().trim().split('\n') ?? [];
  return lines.map((line) => JSON.parse(line) as Frame);
}

test('a recorder that dies in the middle leaves an item that says so, with everything else that was to be had', async () => {
  const room = captureRoom();
  const recorders: { kill(): void }[] = [];
  const services = {
    ...room.services,
    spawnChild: (entry: string) => {
      const child = room.services.spawnChild(entry);
      if (entry.endsWith('recorder-child')) recorders.push(child);
      return child;
    },
    onStep: (step: string) => {
      if (step === 'picture') for (const recorder of recorders) recorder.kill();
    },
  };
  const { record } = await captured(`${site.origin}/plain`, {}, { ...room, services });
  expect(record.outcome).toBe('partial');
  const outcomes = Object.fromEntries(record.steps.map(({ step, outcome }) => [step, outcome]));
  expect(outcomes).toMatchObject({
    picture: 'ok',
    mhtml: 'ok',
    'dom-and-text': 'ok',
    record: 'failed',
    archive: 'failed',
  });
  expect(record.steps.find(({ step }) => step === 'record')?.reason?.code).toBe('recorder-ended');
  expect(record.artifacts.map(({ role }) => role)).not.toContain('wacz');
});
