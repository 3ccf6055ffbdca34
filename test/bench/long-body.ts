// `npm run bench long-body [-- --short]`: a page with one response of 500 MB (short: 50), and an address that is a file of
// that length. The stored bytes are compared with what was sent; fails where the program passes 200 MB or the recorder's
// process 600 MB, or where what is stored is called whole and is not. The server lives in a process of its own.
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { captured, captureRoom } from '../fixtures/capture-room.ts';
import { childrenNamed, peakMegabytes } from '../fixtures/runner/peak-memory.ts';
import { warcRecords } from '../fixtures/oracles/warc-heads.ts';

const megabytes = process.argv.includes('--short') ? 50 : 500;
const bounds = { program: 200, recorder: 600 };
if (process.argv.includes('serve')) serve();
else await measure();

/** Serves the page, and the long body both ways; tells its parent where, and the body's hash. */
function serve(): void {
  const block = randomBytes(1_048_576);
  const hash = createHash('sha256');
  for (let n = 0; n < megabytes; n++) hash.update(block);
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<title>long</title><link rel="preload" as="fetch" crossorigin href="/long"><p>正文</p>');
      return;
    }
    const type = { 'content-type': 'application/octet-stream', 'content-length': megabytes * 1_048_576 };
    response.writeHead(200, type);
    let left = megabytes;
    const more = () => {
      while (left > 0 && response.write(block)) left -= 1;
      if (left > 0) left -= 1; // the one that filled the buffer
      if (left === 0) response.end();
    };
    response.on('drain', more).on('error', () => undefined);
    more();
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo; // listening on TCP
    process.send?.({ origin: `http://127.0.0.1:${port}`, sha256: hash.digest('hex') });
  });
}

async function measure(): Promise<void> {
  const server = fork(import.meta.filename, ['serve', ...process.argv.slice(2)]);
  const { origin, sha256 } = await new Promise<{ origin: string; sha256: string }>((done) => {
    server.once('message', (message) => done(message as { origin: string; sha256: string })); // from above
  });
  let recorder = 0;
  const look = setInterval(() => {
    for (const pid of childrenNamed('recorder-child')) recorder = Math.max(recorder, peakMegabytes(pid));
  }, 100);
  console.log(
    '| 500 MB as | stored | seconds | program, MB | recorder, MB |\n| --- | --- | --- | --- | --- |'.replace(
      '500',
      String(megabytes),
    ),
  );
  for (const [as, path] of [
    ['part of a page', '/'],
    ['a file', '/file'],
  ] as const) {
    recorder = 0;
    const room = captureRoom();
    const began = performance.now();
    const done = await captured(origin + path, { timeout: 300 }, room);
    const [stored, honest] = path === '/' ? await inArchive(done, `${origin}/long`, sha256) : asFile(done, sha256);
    const program = peakMegabytes();
    console.log(
      `| ${as} | ${stored} | ${((performance.now() - began) / 1000).toFixed(0)} | ${program.toFixed(0)} | ${recorder.toFixed(0)} |`,
    );
    if (!honest || program >= bounds.program || recorder >= bounds.recorder) process.exitCode = 1;
    room.caseFile.close();
  }
  clearInterval(look);
  server.kill();
}

type Stored = readonly [words: string, honest: boolean];

async function inArchive(done: Awaited<ReturnType<typeof captured>>, url: string, sha256: string): Promise<Stored> {
  const artifact = done.record.artifacts.find(({ name }) => name === 'page.wacz');
  if (!artifact) return ['no archive', false];
  for await (const record of warcRecords(done.caseFile.objectPath(artifact.sha256))) {
    if (record['warc-type'] !== 'response' || record['warc-target-uri'] !== url) continue;
    const whole = record['warc-payload-digest'] === `sha256:${sha256}`;
    const cut = record['warc-truncated'];
    return [whole ? 'whole' : `cut off (${cut ?? 'NOT SAID'})`, whole || cut !== undefined];
  }
  return ['not in the archive', false];
}

function asFile({ record }: Awaited<ReturnType<typeof captured>>, sha256: string): Stored {
  const original = record.artifacts.find(({ role }) => role === 'original');
  const whole = original?.sha256 === sha256;
  return [whole ? 'whole' : record.outcome, whole || record.outcome === 'failed'];
}
