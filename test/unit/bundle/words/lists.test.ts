import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltBundle } from '../../../../electron/bundle/build-bundle.ts';
import { buildLists } from '../../../../electron/bundle/build-lists.ts';
import { bundledFonts, fallbackFonts } from '../../../../electron/capture/browser/fonts.ts';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { docxRows } from '../../../../electron/intake/office/docx-rows.ts';
import { officeFiles, officeTexts } from '../../../../electron/intake/office/office-parts.ts';
import { verifyCase } from '../../../../electron/verify/verify-case.ts';
import type { CaseLanguage } from '../../../../shared/language.ts';
import { listFormats } from '../../../../shared/plan/list-formats.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { asUsual } from '../../../fixtures/bundle-options.ts';
import { context } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { fixedCase } from '../../../fixtures/made/fixed-case.ts';
import { have } from '../../pdf/pdf-room.ts';

const haveTools = have('pdftotext');
const names = ['catalogue', 'chronology', 'hash-list', 'media'];

/** The fixed case, with what a list could get wrong: markup, a formula, a control, coverage with a long address. */
function listedCase(): WritableCase {
  const caseFile = fixedCase();
  const exhibits = caseFile.arrangement() ?? [];
  caseFile.logEvent('exhibits-set', {
    exhibits: exhibits.map((exhibit, at) => ({
      ...exhibit,
      ...(at === 0
        ? {
            purpose: '=HYPERLINK("http://x") <b>&amp; "真实" \u0007 信息虚假，'.repeat(3),
            media: { outlet: '财经 & <日报>', author: '记者', cites: '引用', corrected: '未更正' },
          }
        : { number: '0012', copies: 3, original: 'copy' as const, kind: '视听资料' }),
    })),
  });
  return caseFile;
}

let caseFile: WritableCase;
const built = new Map<CaseLanguage, BuiltBundle>();
beforeAll(async () => {
  caseFile = listedCase();
  for (const language of ['zh-CN', 'en'] as const)
    built.set(language, await buildIn(caseFile, { language, tables: true, lists: listFormats }));
});
afterAll(() => caseFile.close());

type Rows = readonly (readonly string[])[];

/** The table of a list as its file has it: head and rows, without the lines around it; a workbook as another program shows it. */
function rowsOf(file: string): Rows {
  if (file.endsWith('.docx'))
    return docxRows(officeTexts(officeFiles(file))).filter((row) => row.every((cell) => !cell.includes('____')));
  const { Sheets, SheetNames } = read(readFileSync(file));
  const sheet = Sheets[SheetNames[0] ?? ''] ?? {};
  const rows = utils.sheet_to_json<readonly string[]>(sheet, { header: 1, raw: false, defval: '' });
  return rows.slice(3); // title, case and state are above
}

/** Rows of a Word table as a workbook has them: what is across the rows of a group is a column there. */
function grouped([head = [], ...rows]: Rows, nameOfGroup: string): Rows {
  let group: string | null = null;
  const out: string[][] = [];
  for (const row of rows) {
    if (row.length === 1 && head.length > 1) [group = null] = row;
    else out.push(group === null ? [...row] : [group, ...row]);
  }
  if (out.length === 0) return trimmed([head, [group ?? '']]); // nothing is stated
  return trimmed([group === null ? head : [nameOfGroup, ...head], ...out]);
}

/** A row across a table is one text, however many empty cells follow it. */
const trimmed = (rows: Rows): Rows =>
  rows.map((row) => row.slice(0, row.findLastIndex((one) => one !== '') + 1)).filter((row) => row.length > 0);

describe.each(['zh-CN', 'en'] as const)('the lists in %s', (language) => {
  const files = () => built.get(language)?.lists.map(({ path }) => path) ?? [];

  test('are all there, in Word and in Excel, with the same cells', () => {
    expect(
      files()
        .map((path) => basename(path))
        .sort(),
    ).toEqual(names.flatMap((name) => [`${name}.docx`, `${name}.xlsx`]));
    for (const word of files().filter((path) => path.endsWith('.docx'))) {
      const cells = grouped(trimmed(rowsOf(word)), language === 'en' ? 'Group' : '组别');
      const excel = trimmed(rowsOf(word.replace(/docx$/, 'xlsx')));
      expect(excel.slice(0, cells.length), word).toEqual(cells);
      expect(cells.length, word).toBeGreaterThan(1);
    }
  });

  test.skipIf(!haveTools)('say what the pages print, cell by cell, in the order of the pages', () => {
    const pdf = built.get(language)?.pdf ?? '';
    const printed = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const bare = (text: string) => text.replace(/[\s\f]+/g, '');
    const pages = printed.split('\f').map(bare);
    for (const word of files().filter((path) => path.endsWith('.docx'))) {
      const [head = [], ...rows] = trimmed(rowsOf(word));
      const page = pages.find((text) => text.includes(head.map(bare).join('')));
      expect(page, `${word} has the columns of a page`).toBeDefined();
      let from = 0;
      for (const cell of rows.flat().flatMap((one) => one.split('\n'))) {
        const at = page?.indexOf(bare(cell), from) ?? -1;
        expect(at, `${basename(word)}: ${cell}`).toBeGreaterThanOrEqual(0);
        from = at + bare(cell).length;
      }
    }
  });

  test('are the same bytes when they are made again without the bundle', async () => {
    const out = freshFolder();
    await buildLists(
      caseFile,
      { out, formats: listFormats, profile: asUsual.profile, language, tables: true, reissue: null },
      {
        program: context.program,
        fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
        signal: new AbortController().signal,
      },
    );
    for (const path of files())
      expect(readFileSync(join(out, basename(path))).equals(readFileSync(path)), path).toBe(true);
  });
});

test('of a bundle whose annex is a volume of its own they have the pages of that', async () => {
  const own = listedCase();
  const out = freshFolder();
  const language = 'zh-CN';
  const { lists } = await buildIn(own, { lists: listFormats, annex: true, language });
  await buildLists(
    own,
    { out, formats: listFormats, profile: asUsual.profile, language, annex: true, tables: false, reissue: null },
    {
      program: context.program,
      fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
      signal: new AbortController().signal,
    },
  );
  own.close();
  for (const { path } of lists)
    expect(readFileSync(join(out, basename(path))).equals(readFileSync(path)), path).toBe(true);
  expect(
    rowsOf(lists.find(({ path }) => path.endsWith('catalogue.xlsx'))?.path ?? '')
      .flat()
      .join(' '),
  ).toContain('附册');
});

test('a formula, markup and a number stand in a cell as the text that they are', () => {
  const excel = built.get('zh-CN')?.lists.find(({ path }) => path.endsWith('catalogue.xlsx'))?.path ?? '';
  const cells = rowsOf(excel).flat();
  expect(cells.some((cell) => cell.startsWith('=HYPERLINK("http://x") <b>&amp; "真实" [U+0007] 信息虚假'))).toBe(true);
  expect(cells).toContain('0012');
  expect(officeTexts(officeFiles(excel)).get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
});

test('the case knows its lists: verify counts them, and names one that was changed', () => {
  const { lists = [], pdf = '' } = built.get('en') ?? {};
  expect(readdirSync(dirname(pdf))).toHaveLength(3 + lists.length);
  const checked = () => verifyCase(caseFile.folder, 'en').checks.find(({ check }) => check === 'bundles');
  expect(checked()?.verdict).toBe('PASSED');
  writeFileSync(lists[0]?.path ?? '', 'another');
  expect(checked()).toMatchObject({ verdict: 'FAILED' });
  expect(checked()?.detail).toContain(basename(lists[0]?.path ?? ''));
});
