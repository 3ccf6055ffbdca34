// What a large bundle has done on a second core: hashes of files, of the file under way, and half of its own check.
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Manifest } from '../../../shared/verify/package/manifest.ts';
import { checkDrawn, type PageMarks } from '../../../shared/verify/pdf/drawn-rules.ts';
import { checkPages } from '../../../shared/verify/pdf/page-rules.ts';
import { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { keepYoungSmall } from '../../casefile/files/collect.ts';
import { fileSource, smallPiles } from '../../casefile/files/file-source.ts';
import { hashIfReadable } from '../../casefile/files/hash-file.ts';
import { hearParent, tellParent } from '../../casefile/processes/parent-process.ts';
import type { BesideAnswer, BesideRequest } from './beside.ts';

keepYoungSmall();
const buffer = Buffer.allocUnsafeSlow(1 << 20);
let written: { path: string; fd: number; hash: Hash; at: number } | null = null;

/** Reads on up to where the writer is. @returns whether the file goes so far */
function hashUpTo(path: string, to: number): boolean {
  if (written?.path !== path) {
    if (written) closeSync(written.fd); // given up
    written = { path, fd: openSync(path, 'r'), hash: createHash('sha256'), at: 0 };
  }
  while (written.at < to) {
    const read = readSync(written.fd, buffer, 0, Math.min(buffer.length, to - written.at), written.at);
    if (read === 0) return false;
    written.hash.update(buffer.subarray(0, read));
    written.at += read;
  }
  return true;
}

function digestOf(path: string, to: number): string | null {
  const whole = hashUpTo(path, to);
  const digest = whole && written ? written.hash.digest('hex') : null;
  if (written) closeSync(written.fd);
  written = null;
  return digest;
}

/** Null where anything is wrong: the one that asked looks by itself then, and says what it is. */
async function pagesChecked(pdf: string, manifestPath: string): Promise<PageMarks | null> {
  const source = fileSource(pdf, 'refused', smallPiles);
  try {
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest; // just written by the one that asks
    const reader = await PdfReader.open(source);
    const { marks, footers, ...drawn } = await checkDrawn(reader, manifest);
    const pages = await checkPages(reader, manifest, footers);
    return [drawn, pages].every(({ findings }) => findings.every(({ rank }) => rank === 'note')) ? marks : null;
  } finally {
    source.close();
  }
}

async function answerTo(asked: BesideRequest): Promise<unknown> {
  switch (asked.work) {
    case 'hash-files':
      return asked.paths.map(hashIfReadable);
    case 'hash-written':
      return asked.call === null ? hashUpTo(asked.path, asked.to) : digestOf(asked.path, asked.to);
    case 'check-pages':
      return pagesChecked(asked.pdf, asked.manifest);
  }
}

let turn = Promise.resolve();
hearParent((message) => {
  const asked = message as BesideRequest; // sent by beside.ts only
  turn = turn.then(async () => {
    const answer = await answerTo(asked).catch(() => null);
    if (asked.call !== null) tellParent({ call: asked.call, answer } satisfies BesideAnswer);
  });
});
