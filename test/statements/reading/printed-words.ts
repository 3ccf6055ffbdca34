import { spawnSync } from 'node:child_process';

/** A line of words that stand on one height of a page, left to right. Points from the upper left corner. */
export type PrintedLine = Readonly<{
  page: number;
  y: number;
  /** Height of the tallest word's box. */
  height: number;
  words: readonly Readonly<{ x: number; end: number; text: string }>[];
}>;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", '#39': "'" };

/** The words of a PDF as poppler reads them, line by line. The letters of a draft's mark are taller than any text. */
export function printedLines(pdf: string): readonly PrintedLine[] {
  const run = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 27 });
  if (run.status !== 0) throw new Error(`pdftotext: ${run.stderr}`);
  return run.stdout.split('<page ').flatMap((text, page) => linesOf(wordsOf(text), page));
}

type Word = Readonly<{ x: number; end: number; top: number; bottom: number; text: string }>;

function wordsOf(text: string): readonly Word[] {
  const found = text.matchAll(
    /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gu,
  );
  return [...found]
    .map(([, x, top, end, bottom, word = '']) => ({
      ...{ x: Number(x), end: Number(end), top: Number(top), bottom: Number(bottom) },
      text: word.replace(/&([a-z0-9#]+);/gu, (all, name: string) => entities[name] ?? all),
    }))
    .filter(({ top, bottom }) => bottom - top < 60);
}

/** Words whose middles are alike stand on one line: fonts of several scripts have boxes of their own. */
function linesOf(words: readonly Word[], page: number): readonly PrintedLine[] {
  const rows: { y: number; words: Word[] }[] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    if (row && middle(word) - row.y < 2.2) row.words.push(word);
    else rows.push({ y: middle(word), words: [word] });
  }
  return rows.map((row) => ({
    page,
    y: row.y,
    height: Math.max(...row.words.map(({ top, bottom }) => bottom - top)),
    words: row.words.sort((a, b) => a.x - b.x),
  }));
}

const middle = ({ top, bottom }: Word): number => (top + bottom) / 2;

/** A text on paper has its blanks where lines end: it is compared without any. */
export const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

/** All words of each page as one text, the first page first. */
export function wordsByPage(lines: readonly PrintedLine[]): string[] {
  const pages: string[] = [];
  for (const { page, words } of lines)
    pages[page - 1] = `${pages[page - 1] ?? ''}${withoutBlanks(words.map(({ text }) => text).join(''))}`;
  return Array.from({ length: pages.length }, (_, at) => pages[at] ?? '');
}

/** Dots an inch of the pictures on each page, as poppler counts them. */
export function drawnPictures(pdf: string): Record<number, number[]> {
  const run = spawnSync('pdfimages', ['-list', pdf], { encoding: 'utf8', maxBuffer: 1 << 27 });
  if (run.status !== 0) throw new Error(`pdfimages: ${run.stderr}`);
  const all: Record<number, number[]> = {};
  for (const line of run.stdout.split('\n').slice(2)) {
    const columns = line.trim().split(/\s+/u);
    const [page, dots] = [Number(columns[0]), Number(columns[12])];
    if (columns.length > 13) (all[page] ??= []).push(dots);
  }
  return all;
}
