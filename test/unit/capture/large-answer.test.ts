import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64Decoder, LargeAnswer } from '../../../electron/capture/browser/large-answer.ts';
import { edgesOf } from '../../../electron/capture/picture/tile-edges.ts';
import { because } from '../../../shared/cause.ts';
import { solidPng } from '../../fixtures/site/files.ts';

/** As Chromium writes JSON: everything beyond ASCII escaped. */
const asciiJson = (value: unknown) =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What JSON escapes, what has two bytes and three, whole pairs and halves. */
const letters = fc.constantFrom('a', '"', '\\', '\n', '/', '\u0001', 'é', '中', '😀', '\ud83d', '\udc00');

function read(message: string, pieceLength: number, member = 'data') {
  const pieces: Uint8Array[] = [];
  const answer = new LargeAnswer(member, (bytes) => pieces.push(Buffer.from(bytes)));
  const bytes = Buffer.from(message);
  for (let at = 0; at < bytes.length; at += pieceLength) answer.push(bytes.subarray(at, at + pieceLength));
  return { rest: answer.end(), text: Buffer.concat(pieces).toString('utf8') };
}

describe('a long text in an answer', () => {
  test('comes out as it was, whatever it holds and however the message is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (data, length) => {
        for (const write of [asciiJson, JSON.stringify]) {
          const { rest, text } = read(write({ id: 900_000_000, result: { data, more: 'x' }, sessionId: 'AB' }), length);
          expect(text).toBe(data.toWellFormed());
          expect(JSON.parse(rest)).toEqual({ id: 900_000_000, result: { data: '', more: 'x' }, sessionId: 'AB' });
        }
      }),
    );
  });

  test('with half a character gets U+FFFD in its place', () => {
    expect(read('{"data":"a\\ud83d"}', 3).text).toBe('a\ufffd');
    expect(read('{"data":"\\ud83d\\n\\udc00b"}', 5).text).toBe('\ufffd\n\ufffdb');
  });

  test('that breaks off, or an answer without it, is no text', () => {
    expect(() => read('{"data":"half of i', 4)).toThrow('broke off');
    expect(JSON.parse(read('{"id":1,"error":{"message":"no"}}', 4).rest)).toEqual({ id: 1, error: { message: 'no' } });
  });

  test('in base64 is undone in pieces of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.integer({ min: 1, max: 7 }), (bytes, length) => {
        const out: Uint8Array[] = [];
        const take = base64Decoder((piece) => out.push(piece));
        const text = Buffer.from(Buffer.from(bytes).toString('base64'));
        for (let at = 0; at < text.length; at += length) take(text.subarray(at, at + length));
        expect(Buffer.concat(out)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});

describe('the edges of a tile', () => {
  test('are its first and last rows, by every filter of PNG', async () => {
    const width = 5;
    const pixel = 3;
    const rows = [0, 1, 2, 3, 4].map((filter) => [
      filter,
      ...Array.from({ length: width * pixel }, (_, at) => at + filter),
    ]);
    const png = withRows(width, rows);
    const { top, bottom } = await edgesOf(png, { width, height: 5 }, 1);
    expect([...top]).toEqual(rows[0]?.slice(1));
    expect([...bottom]).toEqual(decoded(rows, pixel).at(-1));
  });

  test('of a torn picture, or one of another size, are an error', async () => {
    const png = solidPng(40, 30, [1, 2, 3]);
    await expect(edgesOf(png, { width: 40, height: 31 }, 4)).rejects.toThrow(
      because('tile-size', { found: '40 × 30', asked: '40 × 31' }),
    );
    await expect(
      edgesOf(withRows(5, [[0, ...Array<number>(15).fill(1)]], 2), { width: 5, height: 2 }, 1),
    ).rejects.toThrow(because('tile-rows', { found: 1, height: 2 }));
  });
});

/** A PNG of these filtered rows, 8-bit RGB. */
function withRows(width: number, rows: readonly (readonly number[])[], height = rows.length): Buffer {
  const base = solidPng(width, height, [0, 0, 0]);
  const idat = base.indexOf('IDAT');
  const data = deflateSync(Buffer.from(rows.flat()));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([
    base.subarray(0, idat - 4),
    length,
    Buffer.from('IDAT'),
    data,
    Buffer.alloc(4),
    base.subarray(-12),
  ]);
}

/** PNG §9.2 as it is written there. */
function decoded(rows: readonly (readonly number[])[], pixel: number): number[][] {
  const out: number[][] = [];
  for (const [filter = 0, ...raw] of rows) {
    const row: number[] = [];
    for (const [at, x] of raw.entries()) {
      const [a, b, c] = [row[at - pixel] ?? 0, out.at(-1)?.[at] ?? 0, out.at(-1)?.[at - pixel] ?? 0];
      const p = a + b - c;
      const nearest = [a, b, c].reduce((best, one) => (Math.abs(p - one) < Math.abs(p - best) ? one : best));
      row.push((x + ([0, a, b, (a + b) >> 1, nearest][filter] ?? 0)) & 255);
    }
    out.push(row);
  }
  return out;
}
