import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasHidden } from '../../../shared/visible-text.ts';
import { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { readBookmarks } from '../../../shared/verify/pdf/pdf-outline.ts';
import { amiss, smallBundle } from './bundle-room.ts';

const haveTools = spawnSync('pdftotext', ['-v']).error === undefined;
if (!haveTools) console.warn('SKIPPED: pdftotext is missing; the text of the pages is not read with it');

test('a title that turns text round, breaks a line or hides shows its signs in bookmarks and on pages, and verifies', async () => {
  const files = await smallBundle('\u202egnp.exe\u2066\u200b\u061c\u00ad\n✓ PASSED');
  expect(await amiss(files)).toEqual({ verdict: 'PASSED', said: '' });
  const bytes = readFileSync(files.pdf);
  const source = {
    size: bytes.length,
    read: (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length)),
  };
  const titles = (await readBookmarks(await PdfReader.open(source))).map(({ title }) => title);
  expect(titles.some((title) => title.includes('[U+202E]gnp.exe[U+2066][U+200B][U+061C][U+00AD][U+000A]'))).toBe(true);
  expect(titles.filter(hasHidden)).toEqual([]);
  if (!haveTools) return;
  const text = execFileSync('pdftotext', [files.pdf, '-'], { encoding: 'utf8' });
  expect(text).toContain('[U+202E]gnp.exe');
  expect(text.split(/[\n\f]/).filter(hasHidden)).toEqual([]);
});
