import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { traceWords } from '../../../electron/trace/trace-words.ts';
import { captured, captureRoom, type CaptureRoom } from '../../fixtures/capture-room.ts';
import { warcRecords } from '../../fixtures/oracles/warc-heads.ts';

/** Words by the way in which the page got them. */
const words = {
  static: '静态页面所载文字',
  frame: '经压缩分块送达的框架文字',
  gbk: '以国标编码送达',
  json: '由脚本自接口取得的文字',
  canvas: '只画在画布上的文字',
} as const;
/** 以国标编码送达 in GBK. */
const gbk = Buffer.from([0xd2, 0xd4, 0xb9, 0xfa, 0xb1, 0xea, 0xb1, 0xe0, 0xc2, 0xeb, 0xcb, 0xcd, 0xb4, 0xef]);
const escaped = Array.from(words.json)
  .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  .join('');
/** The canvas’s words are put together, so that no answer has them in one piece. */
const halves = JSON.stringify(Array.from(words.canvas));

const page = `<!doctype html><meta charset="utf-8"><title>溯源</title><p>${words.static}</p><p id="late"></p>
<iframe src="/frame"></iframe><iframe src="/gbk"></iframe><canvas width="600" height="60"></canvas><script>
fetch('/api').then((one) => one.json()).then(({ title }) => { document.querySelector('#late').textContent = title; });
const pen = document.querySelector('canvas').getContext('2d'); pen.font = '24px sans-serif';
pen.fillText(${halves}.join(''), 10, 40);</script>`;
const frame = `<!doctype html><meta charset="utf-8"><p>${words.frame.slice(0, 5)}<b>${words.frame.slice(5)}</b></p>`;
const sent: Readonly<Record<string, Readonly<{ type: string; body: Buffer; zipped?: true }>>> = {
  '/': { type: 'text/html; charset=utf-8', body: Buffer.from(page) },
  '/frame': { type: 'text/html', body: Buffer.from(frame), zipped: true },
  '/gbk': { type: 'text/html; charset=gbk', body: Buffer.concat([Buffer.from('<p>'), gbk, Buffer.from('</p>')]) },
  '/api': { type: 'application/json', body: Buffer.from(`{"id":7,"title":"${escaped}"}`) },
};

let server: Server;
let origin: string;
let room: CaptureRoom;
let item: Awaited<ReturnType<typeof captured>>;

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = sent[request.url ?? ''];
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    const { type, body, zipped } = answer;
    response.writeHead(200, { 'content-type': type, ...(zipped && { 'content-encoding': 'gzip' }) });
    const bytes = zipped ? gzipSync(body) : body;
    response.write(bytes.subarray(0, bytes.length >> 1)); // in chunks
    response.end(bytes.subarray(bytes.length >> 1));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  room = captureRoom();
  item = await captured(`${origin}/`, {}, room);
});
afterAll(() => new Promise((done) => server.close(done)));

const trace = (text: string) =>
  traceWords(room.caseFile, item.record, 'wacz', text, room.services.spawnChild, new AbortController().signal);

describe('which answer carried the words', () => {
  test.each([
    ['static', '/', 'plain', 'utf-8'],
    ['frame', '/frame', 'markup', 'utf-8'],
    ['gbk', '/gbk', 'plain', 'gbk'],
    ['json', '/api', 'escapes', 'utf-8'],
  ] as const)('%s: to the byte', async (which, path, writing, encoding) => {
    const found = await trace(words[which]);
    const [first] = found.carriers;
    expect(found).toMatchObject({ verdict: 'found', onPage: true }); // frames are part of what the page shows
    expect(found.carriers).toHaveLength(1);
    expect(first).toMatchObject({ url: origin + path, status: 200, writing, encoding, address: '127.0.0.1' });
    const { body } = sent[path] ?? { body: Buffer.alloc(0) };
    const { offset, end } = first?.places[0] ?? { offset: 0, end: 0 };
    const text = new TextDecoder(encoding).decode(body.subarray(offset, end)).replace(/<\/?b>/g, '');
    expect(which === 'json' ? JSON.parse(`"${text}"`) : text).toBe(words[which]);
    expect(first).toMatchObject({ bodyBytes: body.length, coding: path === '/frame' ? 'gzip' : null });
    expect(first?.bodySha256).toBe(createHash('sha256').update(body).digest('hex'));
  });

  test('and where it lies in the archive', async () => {
    const [carrier] = (await trace(words.json)).carriers;
    const wacz = item.record.artifacts.find(({ role }) => role === 'wacz');
    const ids: string[] = [];
    for await (const fields of warcRecords(room.caseFile.objectPath(wacz?.sha256 ?? '')))
      if (fields['warc-type'] === 'response' && fields['warc-target-uri'] === `${origin}/api`)
        ids.push(fields['warc-record-id'] ?? '');
    expect(ids).toEqual([carrier?.warc.record]);
    expect(carrier?.warc.length).toBeGreaterThan(100);
  });

  test('none, for words that were only drawn', async () => {
    const drawn = await trace(words.canvas);
    expect(drawn).toMatchObject({ verdict: 'not-found', carriers: [], onPage: false });
    expect(drawn.searched).toBeGreaterThanOrEqual(4);
  });

  test('and says why where there is nothing to search', async () => {
    await expect(trace('  ')).rejects.toMatchObject({ code: 'nothing-to-trace' });
    const bare = { ...item.record, artifacts: item.record.artifacts.filter(({ role }) => role !== 'wacz') };
    const signal = new AbortController().signal;
    await expect(traceWords(room.caseFile, bare, 'wacz', 'x', room.services.spawnChild, signal)).rejects.toMatchObject({
      code: 'nothing-to-trace',
    });
  });

  test('on a page of the bundle, from the copy that others may have', async () => {
    const { caseFile } = room;
    const exhibit = { item: item.record.item, group: '第一组', title: '页面', source: '自行取证', purpose: '证明' };
    caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibit, traces: [words.json, words.canvas] }] });
    const built = await buildIn(caseFile, { draft: true, language: 'zh-CN+en' });
    expect(built.problems.filter(({ code }) => code === 'words-not-traced')).toHaveLength(1);
    const text = execFileSync('pdftotext', ['-raw', built.pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
    const copy = item.record.artifacts.find(({ role }) => role === 'wacz-disclosure')?.sha256 ?? '';
    const body = createHash('sha256')
      .update(sent['/api']?.body ?? '')
      .digest('hex');
    for (const shown of [words.json, `${origin}/api`, copy, body, '127.0.0.1', '均未找到该文字'])
      expect(text).toContain(shown);
  });
});
