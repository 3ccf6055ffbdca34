import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltBundle } from '../../../electron/bundle/build-bundle.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { verifyCase } from '../../../electron/verify/verify-case.ts';
import { earlierBundle } from '../../../electron/workbench/bundle/earlier-bundle.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { have } from '../pdf/pdf-room.ts';

const haveTools = have('pdftotext', 'qpdf');
const manifestOf = ({ manifest }: BuiltBundle) => manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
const addTo = (caseFile: WritableCase, { pdf }: BuiltBundle) => ({ reissue: earlierBundle(pdf, caseFile) });

/** The fixed case with one more item, which stands behind the others. */
function addLate(caseFile: WritableCase, title: string): void {
  const { item } = caseFile.addItem(someCapture(caseFile, title));
  const late: Exhibit = { item, group: '第三组证据', title, source: '自行取证', purpose: '证明' };
  caseFile.logEvent('exhibits-set', { exhibits: [...(caseFile.arrangement() ?? []), late] });
}

/** The words of the pages of a kind, without blanks, as another program reads them; empty where there are none. */
function textOf(built: BuiltBundle, kind: string): string {
  const text = execFileSync('pdftotext', ['-layout', built.pdf, '-'], { encoding: 'utf8' }).split('\f');
  const { pages } = manifestOf(built);
  return pages
    .flatMap((page, at) => (page.kind === kind ? [text[at] ?? ''] : []))
    .join('')
    .replace(/\s/g, '');
}

let caseFile: WritableCase;
let filed: BuiltBundle;
let added: BuiltBundle;
beforeAll(async () => {
  caseFile = fixedCase();
  filed = await buildIn(caseFile);
  addLate(caseFile, '迟到的证据');
  added = await buildIn(caseFile, addTo(caseFile, filed));
});

describe('late evidence', () => {
  test('is numbered on from the last page that was filed, and has the new exhibits only', () => {
    const { pages, exhibits, adds, earlier, volume } = manifestOf(added);
    expect(adds).toEqual({ manifest: filed.manifestSha256, lastPage: filed.pages });
    expect(pages.map(({ page }) => page)).toEqual(pages.map((_, at) => filed.pages + 1 + at));
    expect(exhibits.map(({ number, title }) => [number, title])).toEqual([['3', '迟到的证据']]);
    expect(earlier).toEqual(
      manifestOf(filed).exhibits.map(({ number, item, title, pages: range }) => ({
        number,
        item,
        title,
        pages: range,
      })),
    );
    expect(volume).toEqual({ n: 2, of: 2, first: filed.pages + 1 });
    expect(pages.some(({ kind }) => kind === 'addendum')).toBe(true);
  });

  test('verifies, and so do the bundle before and the case', async () => {
    for (const { pdf } of [filed, added]) {
      const { checks } = await verifyBundle(pdf, 'en');
      expect(checks.filter(({ verdict }) => verdict !== 'PASSED')).toEqual([]);
    }
    expect(verifyCase(caseFile.folder, 'en').verdict).toBe('PASSED');
  });

  test.skipIf(!haveTools)('says of each part what is late or changed since, and where the rest stands', async () => {
    const own = fixedCase();
    const before = await buildIn(own, { language: 'zh-CN', tables: true });
    const [first = ''] = (own.arrangement() ?? []).map(({ item }) => item);
    addLate(own, '迟到的证据');
    const rowsOf = async (kind: string) => {
      const built = await buildIn(own, { language: 'zh-CN', tables: true, ...addTo(own, before) });
      return textOf(built, kind);
    };
    // Nothing of plan and links is about the late exhibit: there is no such part.
    for (const kind of ['matrix', 'chronology', 'time-axis']) expect(await rowsOf(kind)).toBe('');
    const plan = own.plan();
    const late = own.arrangement()?.at(-1)?.item ?? '';
    const event = (what: string, items: string[]) => ({ when: '2019-05-09', what, items });
    own.logEvent('plan-set', {
      ...plan,
      chronology: [...plan.chronology, event('事后发生', [late]), event('另行补记', [first])],
    });
    const chronology = await rowsOf('chronology');
    expect(chronology).toMatch(/事后发生/);
    expect(chronology).toMatch(/另行补记/); // of an exhibit filed before, but not said in that bundle
    expect(chronology).not.toMatch(/推送/);
    expect(chronology).toContain(before.manifestSha256);
    const axis = await rowsOf('time-axis');
    expect(axis).toMatch(/事后发生/);
    expect(axis).toMatch(/另行补记/);
    expect(axis).not.toMatch(/推送/);
    expect(axis).toContain(before.manifestSha256);
    expect(await rowsOf('matrix')).toBe('');
    // What was said otherwise then is said again.
    own.logEvent('plan-set', { ...own.plan(), elements: [{ id: 'basis', fact: '信息失实' }] });
    expect(await rowsOf('matrix')).toMatch(/信息失实/);
    const certificate = await rowsOf('certificate');
    expect(certificate).toMatch(/证据1、2的取证说明见此前提交的证据册/);
    expect(certificate.replace(/证据1、2的取证说明/, '')).not.toMatch(/证据[12][^\d]/);
    own.close();
  });

  test.skipIf(!haveTools)(
    'compares, lists custody and tells of clocks only what is late or happened since',
    async () => {
      const own = fixedCase();
      const [first, second, ...more] = own.arrangement() ?? [];
      if (!first || !second) throw new Error('the fixed case has two exhibits');
      const again = own.addItem(someCapture(own, '再取证'));
      const compared = { ...first, item: again.item, title: '再取证', comparedWith: [first.item] };
      own.logEvent('exhibits-set', { exhibits: [first, second, ...more, compared] });
      const before = await buildIn(own, { language: 'zh-CN' });
      expect(textOf(before, 'comparison')).toContain('两次取证的差异');
      addLate(own, '迟到的证据');
      const built = await buildIn(own, { language: 'zh-CN', ...addTo(own, before) });
      expect(textOf(built, 'comparison')).toBe('');
      const custody = textOf(built, 'custody');
      const entries = own.entries();
      const late = entries.find(({ subject }) => subject === own.arrangement()?.at(-1)?.item);
      const filedEntry = entries.find(({ subject }) => subject === first.item);
      expect(custody).toContain(late?.prev);
      expect(custody).not.toContain(filedEntry?.prev);
      expect(custody).toContain(before.manifestSha256);
      expect(textOf(before, 'custody')).toContain(filedEntry?.prev);
      own.close();
    },
  );

  test('says everything again where the bundle before had no such part, or of another log', async () => {
    const own = fixedCase();
    const bare: Profile = { ...profileNamed('plain'), parts: ['cover', 'catalogue'] };
    const before = await buildIn(own, { profile: bare, draft: true });
    addLate(own, '迟到');
    const reissue = earlierBundle(before.pdf, own);
    const kinds = ({ manifest }: BuiltBundle) =>
      manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).pages.map(({ kind }) => kind);
    expect(kinds(await buildIn(own, { reissue }))).toEqual(expect.arrayContaining(['matrix', 'time-axis']));
    const filed = await buildIn(own);
    addLate(own, '再补');
    const known = earlierBundle(filed.pdf, own);
    expect(kinds(await buildIn(own, { reissue: known }))).not.toContain('matrix');
    const foreign = { ...known, custody: { ...known.custody, hash: '0'.repeat(64) } };
    expect(kinds(await buildIn(own, { reissue: foreign }))).toContain('matrix');
    own.close();
  });

  test.skipIf(!haveTools)('has a catalogue of everything, the earlier pages as they were filed', () => {
    execFileSync('qpdf', ['--check', added.pdf]);
    const text = execFileSync('pdftotext', ['-layout', added.pdf, '-'], { encoding: 'utf8' });
    for (const {
      number,
      title,
      pages: [from, to],
    } of [...manifestOf(filed).exhibits, ...manifestOf(added).exhibits]) {
      const range = from === to ? String(from) : `${from}–${to}`;
      const line = text.split('\n').find((one) => one.includes(title.slice(0, 4)) && one.includes(range));
      expect(line, `${number} ${title} ${range}`).toBeDefined();
    }
  });

  test('can be added to again', async () => {
    addLate(caseFile, '再补充');
    const again = await buildIn(caseFile, addTo(caseFile, added));
    const { exhibits, earlier, pages } = manifestOf(again);
    expect(pages[0]?.page).toBe(filed.pages + added.pages + 1);
    expect(exhibits.map(({ number }) => number)).toEqual(['4']);
    expect(earlier?.map(({ number }) => number)).toEqual(['1', '2', '3']);
    expect((await verifyBundle(again.pdf, 'en')).verdict).toBe('PASSED');
  });

  test('follows a bundle of several volumes', async () => {
    const other = fixedCase();
    const profile = { ...profileNamed('plain'), sizeCap: { portal: null, volume: 100_000 } };
    const before = await buildIn(other, { profile, draft: true });
    expect(before.volumes.length).toBeGreaterThan(1);
    addLate(other, '迟到');
    const after = await buildIn(other, { profile: profileNamed('plain'), ...addTo(other, before) });
    const { pages, volume, earlier } = manifestOf(after);
    expect(pages[0]?.page).toBe(before.pages + 1);
    expect(volume).toMatchObject({ n: before.volumes.length + 1 });
    expect(earlier?.map(({ number }) => number)).toEqual(['1', '2']);
    other.close();
  });

  test('of another case, or of a bundle without its manifest, is refused', () => {
    const other = freshCase();
    expect(() => earlierBundle(filed.pdf, other)).toThrow(/another case/);
    expect(() => earlierBundle('/nowhere/bundle.pdf', other)).toThrow(/cannot be read/);
    other.close();
  });
});
