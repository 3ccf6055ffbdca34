import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltBundle } from '../../../electron/bundle/build-bundle.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { earlierBundle } from '../../../electron/workbench/bundle/earlier-bundle.ts';
import { manifestSchema, type Manifest } from '../../../shared/verify/package/manifest.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { have } from '../pdf/pdf-room.ts';

const haveTools = have('pdftotext', 'qpdf');
const manifestBeside = (pdf: string): Manifest =>
  manifestSchema.parse(JSON.parse(readFileSync(pdf.replace(/\.pdf$/, '.manifest.json'), 'utf8')));
const textOf = (pdf: string, page: number) =>
  execFileSync('pdftotext', ['-layout', '-f', String(page), '-l', String(page), pdf, '-'], { encoding: 'utf8' });

/** Of the fixed case's two exhibits the first has a key page. */
let caseFile: WritableCase;
let built: BuiltBundle;
let main: Manifest;
let annex: Manifest;
beforeAll(async () => {
  caseFile = fixedCase();
  built = await buildIn(caseFile, { annex: true, perExhibit: true, language: 'zh-CN' });
  [main, annex] = built.volumes.map(({ pdf }) => manifestBeside(pdf)) as [Manifest, Manifest]; // two of them
});
afterAll(() => caseFile.close());

describe('an annex volume', () => {
  test('holds the technical annex and the full pages of exhibits with a key page, and nothing else but its cover', () => {
    expect(built.volumes).toHaveLength(2);
    expect(new Set(annex.pages.map(({ kind, exhibit }) => `${kind} ${exhibit ?? ''}`))).toEqual(
      new Set(['cover ', 'technical-annex ', 'file-list ', 'custody ', 'exhibit 1']),
    );
    const inMain = main.pages.filter(({ exhibit }) => exhibit === '1').map(({ kind }) => kind);
    expect(inMain).toContain('key-page');
    expect(inMain).not.toContain('exhibit');
    expect(main.pages.some(({ kind, exhibit }) => kind === 'exhibit' && exhibit === '2')).toBe(true);
  });

  test('is numbered on, and each file says that it holds a part', () => {
    const numbers = [...main.pages, ...annex.pages].map(({ page }) => page);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(main.exhibits.map(({ number, part, annex: there }) => [number, part, there])).toEqual([
      ['1', true, undefined],
      ['2', undefined, undefined],
    ]);
    const [only] = annex.exhibits;
    expect(only).toMatchObject({ number: '1', part: true, annex: true });
    const shown = annex.pages.filter(({ exhibit }) => exhibit === '1').map(({ page }) => page);
    expect(only?.pages).toEqual([shown[0], main.pages.length + annex.pages.length]);
  });

  test('verifies like any other file of a bundle, and so does each exhibit by itself', async () => {
    for (const { pdf } of [...built.volumes, ...built.singles])
      expect({ pdf, verdict: (await verifyBundle(pdf, 'en')).verdict }).toEqual({ pdf, verdict: 'PASSED' });
    const names = built.singles.map(({ pdf }) => basename(pdf, '.pdf'));
    expect(names.map((name) => /证据\d+(?:-附册)?/.exec(name)?.[0])).toEqual(['证据1', '证据1-附册', '证据2']);
  });

  test.skipIf(!haveTools)('is cited by catalogue and key page with its pages, and says on its cover what it is', () => {
    const [first, second] = built.volumes;
    const [from, to] = annex.exhibits[0]?.pages ?? [0, 0];
    const range = from === to ? String(from) : `${from}–${to}`;
    const pageOf = (kind: string) => main.pages.findIndex((one) => one.kind === kind) + 1;
    expect(textOf(first?.pdf ?? '', pageOf('catalogue'))).toContain(`附册 ${range}`);
    expect(textOf(first?.pdf ?? '', pageOf('key-page')).replace(/\s+/g, '')).toContain(`完整页面见第2册第${range}页`);
    expect(textOf(second?.pdf ?? '', 1)).toContain('附册：技术附录，以及证据 1 的完整页面');
    const own = main.exhibits[0]?.pages ?? [0, 0];
    const at = annex.pages.findIndex(({ exhibit }) => exhibit === '1') + 1;
    expect(textOf(second?.pdf ?? '', at)).toContain(`证据 1–${own[1] - own[0] + 2}`);
    for (const { pdf } of built.volumes) execFileSync('qpdf', ['--check', pdf]);
  });

  test.skipIf(!haveTools).each(['zh-CN', 'en'] as const)(
    'counts on each cover what its file holds, in %s',
    async (language) => {
      const { volumes, pages } = await buildIn(caseFile, { annex: true, language });
      const covers = volumes.map(({ pdf }) => textOf(pdf, 1));
      const line = language === 'en' ? /^\s*(?:Pages|Exhibits)\s+(\d.*?)\s*$/gm : /^\s*(?:页数|证据数)\s+(\d.*?)\s*$/gm;
      const said = covers.map((text) => [...text.matchAll(line)].map(([, value]) => value));
      const of = (count: number, all: number) =>
        language === 'en' ? `${count} (all volumes together: ${all})` : `${count}（各册合计 ${all}）`;
      const counts = volumes.map(({ pdf }) => {
        const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
        return Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
      });
      // Both exhibits have pages in the first file; in the annex there are the full pages of the first alone.
      expect(said).toEqual([
        [of(counts[0] ?? 0, pages), '2'],
        [of(counts[1] ?? 0, pages), of(1, 2)],
      ]);
    },
  );

  test('has the technical annex alone where no exhibit has a key page', async () => {
    const other = fixedCase();
    const plain = (other.arrangement() ?? []).map((one) => ({ ...one, marks: [] }));
    other.logEvent('exhibits-set', { exhibits: plain });
    const { volumes, pages } = await buildIn(other, { annex: true });
    expect(volumes).toHaveLength(2);
    expect(pages).toBe((await buildIn(other)).pages + 1); // its cover
    const kinds = manifestBeside(volumes[1]?.pdf ?? '').pages.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['cover', 'technical-annex', 'file-list', 'custody']));
    other.close();
  });

  test('stands in the same file where nobody asked for a volume, with the full pages of a long exhibit alone', async () => {
    const other = fixedCase();
    const { record } = other.items()[0]!;
    const tall = await sharp({ create: { width: 320, height: 9_000, channels: 3, background: '#8aa' } })
      .png()
      .toBuffer();
    const { item } = other.addItem({
      ...record,
      item: '01890000-0000-7000-8000-00000000000a',
      artifacts: [
        ...record.artifacts.filter(({ role }) => role !== 'screenshot-tile'),
        {
          ...({ role: 'screenshot-tile', name: 'tile-0001.png', mediaType: 'image/png', x: 0, y: 0 } as const),
          ...{ width: 320, height: 9_000, ...other.objects.putBytes(tall) },
        },
      ],
    });
    const key = { kind: 'key' as const, region: { x: 10, y: 4_000, width: 200, height: 60 } };
    const [first] = other.arrangement() ?? [];
    other.logEvent('exhibits-set', {
      exhibits: [...(other.arrangement() ?? []), { ...first!, item, title: '长页面', marks: [key] }],
    });
    const { volumes } = await buildIn(other, { language: 'zh-CN', draft: true });
    expect(volumes).toHaveLength(1);
    const pdf = volumes[0]?.pdf ?? '';
    const { exhibits, pages } = manifestBeside(pdf);
    expect(exhibits.map(({ number, part, annex: there }) => [number, part, there])).toEqual([
      ['1', undefined, undefined],
      ['2', undefined, undefined],
      ['3', true, undefined],
      ['3', true, true],
    ]);
    const kinds = pages.filter(({ exhibit }) => exhibit === '3').map(({ kind }) => kind);
    expect(kinds).toEqual(['key-page', ...kinds.slice(1).map(() => 'exhibit')]);
    expect(kinds.length).toBeGreaterThan(7);
    expect(pages.at(-1)).toMatchObject({ kind: 'exhibit', exhibit: '3' });
    expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
    other.close();
  });

  test('is known to late evidence: the catalogue issued anew gives its pages too, and a new annex is counted on', async () => {
    const { record } = caseFile.items()[0]!;
    const { item } = caseFile.addItem({ ...record, item: '01890000-0000-7000-8000-000000000009' });
    const [first] = caseFile.arrangement() ?? [];
    const late = { ...first!, item, group: '第三组证据', title: '迟到' };
    caseFile.logEvent('exhibits-set', { exhibits: [...(caseFile.arrangement() ?? []), late] });
    const reissue = earlierBundle(built.pdf, caseFile);
    const added = await buildIn(caseFile, { reissue, annex: true, language: 'zh-CN', draft: true });
    const { earlier, pages, volume } = manifestBeside(added.pdf);
    expect(earlier?.map(({ number, pages: own, annex: there }) => [number, own, there])).toEqual([
      ['1', main.exhibits[0]?.pages, annex.exhibits[0]?.pages],
      ['2', main.exhibits[1]?.pages, undefined],
    ]);
    expect(pages[0]?.page).toBe(built.pages + 1);
    expect(volume).toMatchObject({ n: 3, of: 4 });
    for (const { pdf } of added.volumes) expect((await verifyBundle(pdf, 'en')).verdict).toBe('PASSED');
    if (!haveTools) return;
    const at = pages.findIndex(({ kind }) => kind === 'key-page') + 1;
    expect(textOf(added.pdf, at).replace(/\s+/g, '')).toContain('完整页面见第4册第');
  });
});
