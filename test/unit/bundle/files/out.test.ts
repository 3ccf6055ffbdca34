import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApplication } from '../../../../electron/bundle/build-application.ts';
import { buildLists } from '../../../../electron/bundle/build-lists.ts';
import { bundledFonts, fallbackFonts } from '../../../../electron/capture/browser/fonts.ts';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { newestFiled } from '../../../../electron/seal/packages/filed-bundle.ts';
import { verifyBundle } from '../../../../electron/verify/verify-bundle.ts';
import { earlierBundle } from '../../../../electron/workbench/bundle/earlier-bundle.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { undemanding } from '../../../fixtures/bundle-options.ts';
import { context } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { fixedCase } from '../../../fixtures/made/fixed-case.ts';

let caseFile: WritableCase;
beforeAll(() => {
  caseFile = fixedCase();
});
afterAll(() => caseFile.close());

const papers = () => ({
  program: context.program,
  fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
  signal: new AbortController().signal,
});
const profile = undemanding('prc-internet');
const lists = { formats: ['docx'] as const, profile, language: null, reissue: null, tables: false };

describe('a file that could not be written is refused before the work', () => {
  const room = freshFolder();
  const file = join(room, 'file');
  const ways = (): readonly (readonly [string, string, (out: string) => Promise<unknown>])[] => [
    ['bundle, no such folder', join(room, 'none', 'x.pdf'), (out) => buildIn(caseFile, { out })],
    ['bundle, a file in its way', join(file, 'x.pdf'), (out) => buildIn(caseFile, { out })],
    ['bundle, inside the case', join(caseFile.folder, 'x.pdf'), (out) => buildIn(caseFile, { out })],
    ['lists, a file in its way', join(file, 'lists'), (out) => buildLists(caseFile, { ...lists, out }, papers())],
    ['lists, inside the case', caseFile.folder, (out) => buildLists(caseFile, { ...lists, out }, papers())],
    [
      'drafts, a file in its way',
      join(file, 'd'),
      (out) => buildApplication(caseFile, { out, profile, language: null }, papers()),
    ],
  ];

  test('with nothing read, written or logged', async () => {
    mkdirSync(room, { recursive: true });
    writeFileSync(file, '');
    const { seq } = caseFile.head();
    let read = 0;
    const objectPath = caseFile.objectPath.bind(caseFile);
    caseFile.objectPath = (sha256) => {
      read += 1;
      return objectPath(sha256);
    };
    for (const [name, out, build] of ways())
      await expect(build(out), name).rejects.toMatchObject({ code: 'out-unwritable', params: { path: out } });
    caseFile.objectPath = objectPath;
    expect(read).toBe(0);
    expect(caseFile.head().seq).toBe(seq);
    expect(readdirSync(room)).toEqual(['file']);
  });
});

test('a folder that is there takes the bundle under its own names, which late evidence and verify find again', async () => {
  const out = freshFolder();
  mkdirSync(out, { recursive: true });
  const built = await buildIn(caseFile, { out, annex: true, perExhibit: true, language: 'zh-CN' });
  for (const { pdf, manifest, sums } of [...built.volumes, ...built.singles]) {
    expect([pdf, manifest, sums].map((path) => [dirname(path), existsSync(path)])).toEqual(Array(3).fill([out, true]));
    expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
  }
  const told = [...built.volumes, ...built.singles].flatMap(({ pdf, manifest, sums }) => [pdf, manifest, sums]);
  expect(readdirSync(out).sort()).toEqual(told.map((path) => basename(path)).sort()); // every path is told
  expect(built.volumes.map(({ pdf }) => basename(pdf))).toEqual([
    expect.stringMatching(/^.+-证据册-\d{4}-\d\d-\d\d-第1册\.pdf$/),
    expect.stringMatching(/^.+-证据册-\d{4}-\d\d-\d\d-第2册-附册\.pdf$/),
  ]);
  // A volume of an older build, left there under a name that is looked for first.
  const second = built.volumes[1]?.manifest ?? '';
  const left = JSON.parse(readFileSync(second, 'utf8')) as { custody: { hash: string }; pages: unknown[] };
  const stale = { ...left, custody: { ...left.custody, hash: 'f'.repeat(64) }, pages: left.pages.slice(1) };
  writeFileSync(second.replace('-附册', ''), JSON.stringify(stale));
  expect(earlierBundle(built.pdf, caseFile).lastPage).toBe(built.pages);
  // Without it nobody knows where the page numbers end.
  rmSync(second);
  expect(() => earlierBundle(built.pdf, caseFile)).toThrow('volume 2');
});

test('a name that a person chose stands before the marks of volumes and exhibits', async () => {
  const out = join(freshFolder(), 'mine.pdf');
  mkdirSync(dirname(out), { recursive: true });
  const built = await buildIn(caseFile, { out, annex: true, perExhibit: true, language: 'en' });
  expect(built.volumes.map(({ pdf }) => basename(pdf))).toEqual(['mine.pdf', 'mine-volume-2-annex.pdf']);
  expect(built.singles.map(({ pdf }) => basename(pdf))[0]).toMatch(/^mine-exhibit-1-/);
  expect(earlierBundle(out, caseFile).lastPage).toBe(built.pages);
});

test('in a package a bundle of several volumes has plain names, and a hash list of these', async () => {
  const own = fixedCase();
  await buildIn(own, { annex: true, perExhibit: true, language: 'zh-CN' });
  const files = newestFiled(own)?.files ?? [];
  expect(files.map(({ name }) => name)).toEqual(
    [1, 2].flatMap((n) => ['pdf', 'manifest.json', 'sha256'].map((end) => `evidence-bundle-${n}.${end}`)),
  );
  const [pdf, manifest, sums] = files;
  const list = sums && 'content' in sums ? Buffer.from(sums.content).toString('utf8') : '';
  expect(list).toBe(`${pdf?.sha256}  evidence-bundle-1.pdf\n${manifest?.sha256}  evidence-bundle-1.manifest.json\n`);
  own.close();
});

test('the same bundle built again lies where it lay; one of the same bytes under other names does not touch it', async () => {
  const own = fixedCase();
  const first = await buildIn(own);
  expect((await buildIn(own)).pdf).toBe(first.pdf);
  const old = first.pdf.replace(/[^/]+$/, 'evidence-bundle.pdf');
  renameSync(first.pdf, old); // as an earlier version called it
  const again = await buildIn(own);
  expect(again.sha256).toBe(first.sha256);
  expect(dirname(again.pdf)).not.toBe(dirname(old));
  expect(existsSync(old)).toBe(true);
  own.close();
});
