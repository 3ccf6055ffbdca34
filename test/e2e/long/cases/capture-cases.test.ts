import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourAnswers } from '../../../../shared/case/outcome/four-answers.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { caseNames, caseSource, haveCases, openCaseSite } from '../../../fixtures/site/case-site.ts';
import { casePages, type Bars, type CasePage } from './case-pages.ts';
import { shownColours, type ShownColours } from './shown-colours.ts';

let site: Awaited<ReturnType<typeof openCaseSite>>;
beforeAll(async () => {
  site = await openCaseSite('pages');
});
afterAll(() => site.close());

type Read = Readonly<{ done: Captured; colours: ShownColours; text: string; word: string; path: string }>;

async function capturedCase(name: string): Promise<Read> {
  const done = await captured(`${site.origin}/${name}`, { timeout: 120 }); // time is not what is tried here
  const text = done.record.artifacts.some((one) => one.name === 'text.txt')
    ? Buffer.from(done.bytes('text.txt')).toString('utf8')
    : '';
  const path = (done.record.finalUrl ?? '').replace(site.origin, '');
  return { done, colours: await shownColours(done), text, word: fourAnswers(done.record).word, path };
}

const range = (bars: Bars | undefined): number[] =>
  bars ? Array.from({ length: bars[1] - bars[0] + 1 }, (_, n) => bars[0] + n) : [];
/** The whole of page B: bars 12,800 to 13,399. */
const ofB = range([12_800, 13_399]);

/** Codes of a page with red and green of their background, as its source says them. */
function codesOf(name: string, page: CasePage): readonly (readonly [code: string, red: number, green: number])[] {
  const own = Object.entries(page.colours ?? {}).map(([code, [red, green]]) => [code, red, green] as const);
  const spans = /<span[^>]*background:rgb\((20\d),(\d+),33\)[^>]*>([^<]+)<\/span/g;
  const spanned = [...caseSource('pages', name).matchAll(spans)].map(
    ([, red, green, code = '']) => [code, Number(red), Number(green)] as const,
  );
  return [...own, ...spanned.filter(([, red, green]) => !own.some((one) => one[1] === red && one[2] === green))];
}

/** Whether the text has a code, and not merely a longer one that begins with it. */
const says = (text: string, code: string): boolean =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(code)
    .slice(1)
    .some((rest) => !/^\d/.test(rest));

function expectCodes(name: string, page: CasePage, { colours, text }: Read): void {
  const late = page.late?.says;
  for (const [code, red, green] of codesOf(name, page)) {
    if (code === late) continue;
    const isShown = page.shown ? page.shown.includes(code) : !page.hidden?.includes(code);
    if (page.beyond?.includes(code)) expect(colours.code(red, green), code).toBeNull();
    else
      expect({ code, picture: colours.code(red, green) !== null, text: says(text, code) }).toEqual({
        code,
        picture: isShown,
        text: isShown,
      });
  }
}

function expectBars(page: CasePage, { colours, text, word }: Read): void {
  const late = range(page.late?.bars);
  const isLate = late.length > 0 && late.every((n) => colours.bars.includes(n));
  expect(colours.bars).toEqual([...range(page.bars), ...(isLate ? late : [])]);
  const told = page.late?.says === undefined ? isLate : says(text, page.late.says);
  if (page.late && !(isLate && told)) expect(word).not.toBe('complete');
  const topsOf = (bars: readonly number[]) => bars.map((n) => colours.bar(n & 255, 100 + (n >> 8))?.top ?? -1);
  // What comes late may stand above what was there.
  const parts = page.columns ? [] : [topsOf(range(page.bars)), topsOf(isLate ? late : [])];
  for (const tops of parts) expect(tops).toEqual(tops.toSorted((a, b) => a - b));
}

/** All of the capture is of the page where it was filed: picture, text and address. */
function expectOneOf(name: string, page: CasePage, { done, colours, text, path }: Read): void {
  const followed = path === '/nav-B';
  expect(followed || path === `/${name}`, path).toBe(true);
  expect(colours.bars).toEqual(followed ? ofB : range(page.bars));
  expect([text.includes('PAGEA'), text.includes('PAGEB')]).toEqual([!followed, followed]);
  const source = Buffer.from(done.bytes('source.bin')).toString();
  expect(source).toBe(caseSource('pages', followed ? 'nav-B' : name));
  const codes = done.record.warnings.map(({ code }) => code);
  if (followed && name !== 'nav-B') expect(codes).toContain('document-followed');
}

function expectWord({ word }: Read, wanted: CasePage['word']): void {
  if (wanted === 'not complete') expect(word).not.toBe('complete');
  else if (wanted !== 'any') expect(word).toBe(wanted);
}

/** Whether the heading of a late page has its late line: it is longer than the word before it. */
async function hasLateLine({ done }: Read): Promise<boolean> {
  const box = { left: 180, top: 62, width: 120, height: 64 };
  const { data } = await sharp(done.bytes('tile-0001.png'))
    .extract(box)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.some((value) => value < 100);
}

async function expectAsSourced([name, page]: readonly [string, CasePage]): Promise<void> {
  const read = await capturedCase(name);
  expectWord(read, page.word);
  if (page.leads) expectOneOf(name, page, read);
  else {
    expect(read.path).toBe(page.at ?? `/${name}`);
    if (name !== 'virtual-list') expectBars(page, read);
  }
  expectCodes(name, page, read);
  for (const words of page.says ?? []) expect(read.text).toContain(words);
  for (const words of page.never ?? []) expect(read.text).not.toContain(words);
  const codes = read.done.record.warnings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining([...(page.warns ?? [])]));
  if (read.colours.bars.length > 0) expect(codes).not.toContain('page-empty');
  read.done.caseFile.close();
}

const isLate = (name: string) => name.startsWith('late-words');
const all = Object.entries(casePages);
const ordinary = all.filter(([name]) => !isLate(name));

describe.skipIf(!haveCases)('pages on which a capture goes wrong', () => {
  test('each of them is tried, and no other', () => {
    expect(Object.keys(casePages).toSorted()).toEqual(caseNames('pages').toSorted());
  });

  test.for(ordinary)('%s: picture, text and outcome are what its source says', expectAsSourced);

  test.for(all.filter(([name]) => isLate(name)))(
    '%s: words that come late are in picture and text, or the capture is not complete',
    async ([name, page]) => {
      const read = await capturedCase(name);
      expectBars(page, read);
      const [drawn, told] = [await hasLateLine(read), read.text.includes('LATEWORDS')];
      if (!drawn || !told) expect(read.word).not.toBe('complete');
      read.done.caseFile.close();
    },
  );
});
