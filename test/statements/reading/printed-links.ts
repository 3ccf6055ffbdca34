import { spawnSync } from 'node:child_process';
import { withoutBlanks, type PrintedLine } from './printed-words.ts';

/** A link of a page: the words that it lies over, without blanks, and the page to which it leads. */
export type PrintedLink = { page: number; over: string; to: number };

type Value = string | number | null | readonly Value[] | Readonly<{ [name: string]: Value }>;
type Json = Readonly<{
  pages: readonly Readonly<{ object: string; label: Readonly<Record<string, Value>> }>[];
  qpdf: readonly [object, Readonly<Record<string, Readonly<{ value?: Value; stream?: object }>>>];
}>;

/** Links and labels of the pages of a PDF as qpdf reads them; the words below from `lines`. @param shift pages before the first */
export function printedLinks(
  pdf: string,
  lines: readonly PrintedLine[],
  shift: number,
): Readonly<{ links: PrintedLink[]; labels: string[] }> {
  const keys = ['pages', 'qpdf'].map((name) => `--json-key=${name}`);
  const run = spawnSync('qpdf', ['--json=2', ...keys, pdf], { encoding: 'utf8', maxBuffer: 1 << 29 });
  const { pages, qpdf } = JSON.parse(run.stdout) as Json; // as the manual of qpdf has it
  const [, objects] = qpdf;
  const placeOf = new Map(pages.map(({ object }, at) => [object, at + 1 + shift]));
  const whole = (of: Value | undefined): Value | undefined =>
    typeof of === 'string' && / \d+ R$/u.test(of) ? objects[`obj:${of}`]?.value : of;
  const within = (of: Value | undefined) => (whole(of) ?? {}) as Readonly<Record<string, Value>>;
  const links = pages.flatMap(({ object }, at) => {
    const page = at + 1 + shift;
    const own = within(object);
    const height = Number((whole(own['/MediaBox']) as readonly number[])[3]);
    const annotations = (whole(own['/Annots']) ?? []) as readonly Value[];
    return annotations.flatMap((one): PrintedLink[] => {
      const link = within(one);
      if (link['/Subtype'] !== '/Link') return [];
      const dest = whole(link['/Dest'] ?? within(link['/A'])['/D']) as readonly Value[] | undefined;
      const [first] = dest ?? [];
      const to = typeof first === 'string' ? placeOf.get(first) : undefined;
      if (to === undefined) return [];
      const [left, bottom, right, top] = whole(link['/Rect']) as readonly number[] as [number, number, number, number];
      const over = lines
        .filter((line) => line.page === page && line.y > height - top && line.y < height - bottom)
        .flatMap(({ words }) => words.filter(({ x, end }) => (x + end) / 2 > left && (x + end) / 2 < right))
        .map(({ text }) => text);
      return [{ page, over: withoutBlanks(over.join('')), to }];
    });
  });
  const labels = pages.map(({ label }) => `${textOf(label['/P'])}${numberOf(label)}`);
  return { links, labels };
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value.replace(/^[ub]:/u, '') : '');
const numberOf = ({ ['/S']: style, ['/St']: start = 1 }: Readonly<Record<string, Value>>): string =>
  style === '/D' && typeof start === 'number' ? String(start) : '';
