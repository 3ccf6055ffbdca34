import { readFileSync } from 'node:fs';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../electron/capture/recorder/exchange.ts';
import { BodySpool } from '../../../electron/capture/recorder/body-spool.ts';
import { WireAnswers } from '../../../electron/capture/recorder/wire-answers.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { madeExchange } from '../../fixtures/made/made-exchange.ts';

const words = Buffer.from('「这里已搬走」moved, and some more of the same words, of the same words');

type Said = readonly [from: 'sent' | 'received', bytes: Buffer | string];

/** What the exchanges have once so much was said on one connection. */
function heard(exchanges: readonly Exchange[], said: readonly Said[], scheme: 'http' | 'https' = 'http') {
  const wire = new WireAnswers(exchanges, new BodySpool(freshFolder()));
  for (const [from, bytes] of said) {
    if (from === 'sent') wire.sent('socket 1', scheme, Buffer.from(bytes));
    else wire.received('socket 1', Buffer.from(bytes));
  }
  wire.fill();
  return exchanges.map(({ body, cut }) => [body && readFileSync(body.path).toString('utf8'), cut]);
}
const asks = (path: string, host = 'a.example'): Said => [
  'sent',
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: */*\r\n\r\n`,
];
const answers = (body: Buffer, ...headers: string[]): Said => [
  'received',
  Buffer.concat([Buffer.from(['HTTP/1.1 302 Found', ...headers, '', ''].join('\r\n')), body]),
];
const lengthOf = (body: Buffer) => `Content-Length: ${body.length}`;

describe('what the browser tells nobody is read from the wire', () => {
  test('a redirect’s words, with every coding that a server may use', () => {
    const codings: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
      ['identity', (bytes) => bytes],
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['deflate', deflateRawSync],
      ['br', brotliCompressSync],
      ['zstd', zstdCompressSync],
    ];
    for (const [name, code] of codings) {
      const body = code(words);
      const one = madeExchange('http://a.example/old');
      expect(heard([one], [asks('/old'), answers(body, `Content-Encoding: ${name}`, lengthOf(body))])).toEqual([
        [words.toString('utf8'), null],
      ]);
      expect(one.bodySource).toBe('netlog');
    }
  });

  test('however its chunks and the pieces that came fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), (chunk, piece) => {
        const chunks: Buffer[] = [];
        for (let at = 0; at < words.length; at += chunk) {
          const part = words.subarray(at, at + chunk);
          chunks.push(Buffer.from(`${part.length.toString(16)};x=y\r\n`), part, Buffer.from('\r\n'));
        }
        const [, whole] = answers(Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]), 'Transfer-Encoding: chunked');
        const bytes = Buffer.from(whole);
        const pieces: Said[] = [];
        for (let at = 0; at < bytes.length; at += piece) pieces.push(['received', bytes.subarray(at, at + piece)]);
        expect(heard([madeExchange('http://a.example/old')], [asks('/old'), ...pieces])).toEqual([
          [words.toString('utf8'), null],
        ]);
      }),
      { numRuns: 40 },
    );
  });

  test('answers on one connection go to their own requests, and one that nobody misses is passed over', () => {
    const [first, second] = [Buffer.from('first'), Buffer.from('second')];
    const said: Said[] = [
      asks('/1'),
      answers(first, lengthOf(first)),
      asks('/known'),
      answers(words, lengthOf(words)),
      asks('/2', 'b.example'),
      ['received', 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n'], // an interim answer is not the answer
      answers(second, lengthOf(second)),
    ];
    const exchanges = [madeExchange('http://a.example/1'), madeExchange('http://b.example/2#part')];
    expect(heard(exchanges, said)).toEqual([
      ['first', null],
      ['second', null],
    ]);
  });

  test('a worker’s script that the browser spoke of to nobody gets its status and headers too', () => {
    const one = madeExchange('https://a.example/worker.js', { response: null, end: { how: 'finished' } });
    const said: Said[] = [
      asks('/worker.js'),
      ['received', 'HTTP/1.1 200 OK\r\nX-Twice: a\r\nX-Twice: b\r\nContent-Length: 1\r\n\r\n1'],
    ];
    expect(heard([one], said, 'https')).toEqual([['1', null]]);
    expect(one.told).toEqual({ status: 200, statusText: 'OK' });
    expect(one.responseHeaders).toEqual([
      ['X-Twice', 'a'],
      ['X-Twice', 'b'],
      ['Content-Length', '1'],
    ]);
  });

  test('what breaks off is kept as far as it came, and says that it was cut', () => {
    const body = gzipSync(words);
    const half = body.subarray(0, body.length - 12);
    const one = madeExchange('http://a.example/old');
    const [[kept, cut] = []] = heard([one], [asks('/old'), answers(half, 'Content-Encoding: gzip', lengthOf(body))]);
    expect(words.toString('utf8').startsWith(String(kept).slice(0, 10))).toBe(true);
    expect(cut).toBe('unspecified');
    const short = madeExchange('http://a.example/chunks');
    expect(heard([short], [asks('/chunks'), answers(Buffer.from('5\r\nabc'), 'Transfer-Encoding: chunked')])).toEqual([
      ['abc', 'unspecified'],
    ]);
  });

  test('nothing is made up: no answer, another status, nonsense, a coding that nobody knows', () => {
    const cases: readonly (readonly Said[])[] = [
      [asks('/old')],
      [asks('/old'), ['received', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1']],
      [asks('/old'), ['received', Buffer.from([0x16, 3, 1, 0, 5, 13, 10, 13, 10])]],
      [asks('/old'), answers(Buffer.from('x'), 'Content-Encoding: rot13', 'Content-Length: 1')],
      [asks('/other'), answers(Buffer.from('x'), 'Content-Length: 1')],
      [answers(Buffer.from('x'), 'Content-Length: 1')],
    ];
    for (const said of cases) expect(heard([madeExchange('http://a.example/old')], said)).toEqual([[null, null]]);
  });
});
