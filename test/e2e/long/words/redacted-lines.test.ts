import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { inflateSync, unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceClockAndRandom } from '../../../../electron/casefile/processes/clock-and-random.ts';
import { redactItem } from '../../../../electron/intake/redact/redact-item.ts';
import { exportDigests } from '../../../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../../../electron/seal/packages/export-package.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';

const signal = new AbortController().signal;
const phone = '13800138000';
const spellings = ['138 0013 8000', '138-0013-8000', '１３８００１３８０００', phone, '138(0013)·8000'];

/** The same numbers in every run: a linear congruence (Numerical Recipes). */
function* figures(seed: number): Generator<number, never, undefined> {
  for (let state = seed; ;) yield (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const before = [
  '电话',
  'Tel. ',
  'iiilll.',
  'WWWW',
  'fjord',
  'טלפון ',
  'هاتف ',
  '휴대폰 ',
  'ひ',
  '号码（',
  'é̂ ',
  '🙂 ',
  '',
];
/** Also those that are named by kind, by nothing, or by a name that no font has: which they are, the language says. */
const families = "'Noto Sans SC'|serif|monospace|'DejaVu Sans'|'Liberation Sans'|sans-serif|initial|Missing".split('|');
const behind = ['请勿外传', ' ok', 'illi', 'WW', 'j', ' סוף', ' نهاية', '입니다', 'です', '）。', ' ñ̃', ' 🙂🙂', ''];

/** Two hundred lines: scripts, sizes, spacing, directions, columns, tables and turns by chance, always the same. */
function lines(mark: (text: string) => string): string {
  const next = figures(19);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(next.next().value * some.length)]!;
  return Array.from({ length: 200 }, (_, at) => {
    const text = `${pick(before)}${mark(pick(spellings))}${pick(behind)}`;
    const style = [
      `font-size:${9 + Math.floor(next.next().value * 26)}px`,
      `letter-spacing:${pick(['0', '0', '1px', '3.5px', '-0.5px'])}`,
      `font-family:${pick(families)}`,
      `font-weight:${pick(['400', '400', '700'])}`,
    ].join(';');
    const kind = at % 8;
    if (kind === 1) return `<p dir=rtl style="${style}">${text}</p>`;
    if (kind === 2) return `<p style="writing-mode:vertical-rl;height:420px;${style}">${text}</p>`;
    if (kind === 3) return `<table><tr><td style="${style}">甲<td style="${style}">${text}<td>乙</table>`;
    if (kind === 4) return `<p style="width:${90 + (at % 5) * 30}px;${style}">一段会折行的话，${text}，到此为止</p>`;
    if (kind === 5) return `<p style="margin:260px 0;width:420px;transform:rotate(90deg);${style}">${text}</p>`;
    if (kind === 6) return `<p style="padding:2px;columns:2;width:600px;${style}">${text}<br>${text}</p>`;
    return `<p style="${style}">${text}</p>`;
  }).join('\n');
}
const page = (look: string, mark: (text: string) => string) =>
  `<!doctype html><html lang=zh><meta charset=utf-8><title>表</title><style>${look}body{margin:40px;color:#000;background:#fff}` +
  `p,table{margin:14px 0;line-height:1.8}</style><body>${lines(mark)}`;
const marked = (text: string) => `<i class=s>${text}</i>`;
const pages: Readonly<Record<string, string>> = {
  '/plain': page('.s{font-style:normal}', marked),
  '/marked': page('.s{color:#f0f;font-style:normal}', marked),
  '/boxed': page('.s{background:#f0f;font-style:normal}', marked),
};

let site: Server;
let origin: string;
beforeAll(async () => {
  site = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[request.url ?? ''] ?? '');
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`; // a TCP server
});
afterAll(() => site.close());

/** All pixels of an item's picture, three bytes each. */
async function pixelsIn({ caseFile }: Captured, { record }: Captured['state']): Promise<Uint8Array> {
  const { width = 0, height = 0 } = (record.kind === 'capture' && record.picture) || {};
  const all = new Uint8Array(width * height * 3);
  for (const { role, sha256, y = 0 } of record.artifacts)
    if (role === 'screenshot-tile')
      all.set(await sharp(caseFile.objectPath(sha256)).removeAlpha().raw().toBuffer(), y * width * 3);
  return all;
}

/** Which pixels are within some distance of one that is set: rows first, then columns. */
function grown(set: Uint8Array, width: number, by: number): Uint8Array {
  const spread = (from: Uint8Array, step: number, length: number) => {
    const to = new Uint8Array(from.length);
    for (let at = 0; at < from.length; at++) {
      if (from[at] === 0) continue;
      for (let off = -by; off <= by; off++) {
        const there = at + off * step;
        if (
          there >= 0 &&
          there < from.length &&
          (length === 0 || Math.floor(there / length) === Math.floor(at / length))
        )
          to[there] = 1;
      }
    }
    return to;
  };
  return spread(spread(set, 1, width), width, 0);
}

/** So far beyond the letters' boxes may paint reach, in pixels: ink of one, a shade, and whole pixels. */
const margin = 3;

test('of 200 generated lines no pixel of the number is left, none beyond the margin is lost, no byte says it', async () => {
  const take = (name: string) =>
    captured(`${origin}${name}`, { view: { device: 'desktop', width: 1280, height: 900, scale: 1 } });
  const [plain, ink, boxes] = [await take('/plain'), await take('/marked'), await take('/boxed')];
  const redaction = { regions: [], words: [phone], reason: '试' };
  const { caseFile } = plain;
  const {
    state,
    places,
    lines: whole,
  } = await redactItem(caseFile, plain.state, redaction, deviceClockAndRandom, spawnChild, signal);
  const [was, now, inked, boxed] = [
    await pixelsIn(plain, plain.state),
    await pixelsIn(plain, state),
    await pixelsIn(ink, ink.state),
    await pixelsIn(boxes, boxes.state),
  ];
  const { width } = plain.record.picture!;
  const isPink = (all: Uint8Array, at: number) => all[at]! - all[at + 1]! > 12 && all[at + 2]! - all[at + 1]! > 12;
  const own = new Uint8Array(was.length / 3);
  let [left, number] = [0, 0];
  for (let at = 0; at < was.length; at += 3) {
    if (isPink(inked, at) || isPink(boxed, at)) own[at / 3] = 1;
    if (!isPink(inked, at)) continue;
    number += 1;
    if (now[at]! + now[at + 1]! + now[at + 2]! > 0) left += 1;
  }
  const near = grown(own, width, margin);
  let lost = 0;
  for (let at = 0; at < was.length; at += 3)
    if (near[at / 3] === 0 && [0, 1, 2].some((byte) => was[at + byte] !== now[at + byte])) lost += 1;
  expect([was.length, was.length]).toEqual([inked.length, boxed.length]);
  expect(number).toBeGreaterThan(20_000);
  expect(places).toBeGreaterThanOrEqual(200);
  expect({ left, lost, whole }).toEqual({ left: 0, lost: 0, whole: 0 });

  const built = await buildIn(caseFile, { lists: ['docx', 'xlsx'], perExhibit: true });
  const [packed, deposit] = [join(freshFolder(), 'p'), freshFolder()];
  const services = { program: 'p', page: new Uint8Array(), signal, onFile: () => undefined, ask: null };
  await exportPackage(caseFile, packed, { edition: 'filing', passphrase: null }, services);
  await exportDigests(caseFile, deposit, { signal, onEvent: () => undefined });
  const said = [dirname(built.pdf), packed, deposit].flatMap((folder) => filesBelow(folder).flatMap(saying));
  expect(said).toEqual([]);
  // The search itself sees the number where it is.
  expect(saying(caseFile.objectPath(plain.record.artifacts.find(({ role }) => role === 'text')!.sha256))).not.toEqual(
    [],
  );
  for (const one of [plain, ink, boxes]) one.caseFile.close();
}, 300_000);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

const says = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s()·-]/g, '')
    .includes(phone);

/** What of a file says the number, found by ways of this test alone: as it is, unzipped, inflated, and as poppler reads it. */
function saying(path: string): readonly string[] {
  const bytes = readFileSync(path);
  return [...textsIn(path, bytes)].flatMap(([what, text]) => (says(text) ? [`${path} ${what}`] : []));
}

function* textsIn(path: string, bytes: Buffer): Generator<readonly [what: string, text: string]> {
  yield ['name', path];
  yield ['utf8', bytes.toString('utf8')];
  for (const from of [0, 1]) yield ['utf16', new TextDecoder('utf-16le').decode(new Uint8Array(bytes.subarray(from)))];
  if (bytes.subarray(0, 2).toString() === 'PK')
    for (const [name, content] of Object.entries(unzipSync(bytes))) yield* textsIn(name, Buffer.from(content));
  if (bytes.subarray(0, 5).toString() !== '%PDF-') return;
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      const packed = bytes.subarray(at + 'stream\n'.length + 2); // behind the head of zlib
      yield ['stream', Buffer.from(inflateSync(packed)).toString('latin1')];
    } catch {
      // not deflated
    }
  }
  yield ['poppler', execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })];
}
