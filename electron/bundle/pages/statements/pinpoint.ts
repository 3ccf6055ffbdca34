import { quotedIn } from '../../../../shared/quoted-in.ts';
import { labelled, inEach, languagesOf, type Text } from '../../../../shared/language.ts';
import { inBoth, sidesOf } from '../../../../shared/bilingual.ts';
import { fill } from '../../../../shared/text.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { rangeText, spotOf, type PageNumbers } from '../../sheet.ts';
import type { Cell, LateLine, Quote, TextStyle } from '../blocks/cell-form.ts';
import { cell } from '../blocks/flow.ts';

/** How courts cite: 证据6第26页. The same everywhere, so that it can be searched for. */
const cited = {
  'zh-CN': '证据{number}第{pages}页',
  en: 'Exhibit {number}, {pages:p.|pp.} {pages}',
} as const satisfies Text;

/** Pages of an exhibit, cited in the language or languages of the bundle. */
function citation(number: string, pages: string, { language }: Pick<BundleModel, 'language'>): string {
  return inEach(language, (one) => fill(cited[one], { number, pages }));
}

/** The same of exhibits that follow one another, with all their pages. */
const citedRun = {
  'zh-CN': '证据{numbers}第{pages}页',
  en: 'Exhibits {numbers}, {pages:p.|pp.} {pages}',
} as const satisfies Text;

/** A line that cites a run of exhibits, whose pages follow one another, and leads to the first. */
export function runPinpoint(
  first: Pick<BundleExhibit, 'number' | 'index'>,
  last: Pick<BundleExhibit, 'number' | 'index'>,
  { language, fonts }: Pick<BundleModel, 'language' | 'fonts'>,
): LateLine {
  const numbers = fonts.regular.showable(`${first.number}–${last.number}`);
  return {
    text: (pages) => {
      const all = rangeText([pages.ofExhibit(first.index)[0], pages.ofExhibit(last.index)[1]]);
      return inEach(language, (one) => fill(citedRun[one], { numbers, pages: all }));
    },
    link: first.index,
  };
}

/** The page on which an exhibit says one of some words, the first that is found; else all of its pages. */
function pagesSaying(numbers: PageNumbers, index: number, words: readonly string[]): string {
  const spot = spotOf(numbers, index, words);
  return spot === null ? rangeText(numbers.ofExhibit(index)) : String(spot.page);
}

/** A line that cites an exhibit and leads to the words, where it is known where it says them. */
export function pinpoint(
  { number, index }: Pick<BundleExhibit, 'number' | 'index'>,
  words: readonly string[],
  model: BundleModel,
): LateLine {
  return {
    text: (numbers) => {
      const cited = citation(number, pagesSaying(numbers, index, words), model);
      const [first, second = first] = sidesOf(cited).map((side) => model.fonts.regular.showable(side));
      return inBoth(first ?? '', second ?? '');
    },
    link: index,
    words,
  };
}

/** The same in a narrow column: a line for each language where both do not fit on one. @param width in points */
export function narrowPinpoint(
  exhibit: Pick<BundleExhibit, 'number' | 'index'>,
  words: readonly string[],
  width: number,
  { size }: TextStyle,
  model: BundleModel,
): readonly LateLine[] {
  const languages = languagesOf(model.language);
  const longest = sidesOf(citation(exhibit.number, '000–000', model)).join('    ');
  if (languages.length === 1 || model.fonts.regular.measure(longest, size) <= width)
    return [pinpoint(exhibit, words, model)];
  return languages.map((language, at) => ({
    ...pinpoint(exhibit, words, { ...model, language }),
    ...(at > 0 && { quiet: true as const }),
  }));
}

/**
 * Words quoted from an exhibit, in lines that cite it and lead to the very words. @param width in points
 * @param once the citation in the paper's first language alone, for what stands beside another in both
 */
export function quotedPinpoint(
  { number, index }: Pick<BundleExhibit, 'number' | 'index'>,
  words: string,
  width: number,
  style: TextStyle,
  model: BundleModel,
  once = false,
): readonly LateLine[] {
  const room = roomIn(`${number}${words}`);
  // The words themselves have one language, and stand once, behind the citation in the paper's first.
  return languagesOf(model.language).flatMap((language, nth) => {
    if (once && nth > 0) return [];
    const own = { ...model, language };
    const named = room === undefined ? `${model.t.in(language)('exhibit')} ${number}` : citation(number, room, own);
    const said = nth === 0 ? labelled(named, `“${words}”`, language) : named;
    return cell(said, width, style, model.fonts).lines.map((line): LateLine => ({
      text: (numbers) => (room === undefined ? line : line.replaceAll(room, pagesSaying(numbers, index, [words]))),
      link: index,
      words: [words],
      ...(nth > 0 && { quiet: true }),
    }));
  });
}

/** A text about an exhibit, of which each line that quotes it leads to those words. @param width in points */
export function quotingCell(text: string, index: number, width: number, style: TextStyle, model: BundleModel): Cell {
  const whole = cell(text, width, style, model.fonts);
  const quoted = quotedIn(text);
  if (quoted.length === 0) return whole;
  const quotes = whole.lines.map((line) => {
    const words = quoted.find((one) => share(line, one));
    return words === undefined ? null : { exhibit: index, words: [words] };
  });
  return { ...whole, quotes };
}

/**
 * A text that names exhibits, of which each line leads to the first that it names.
 * @param said words that the exhibits were looked at for
 */
export function namingCell(
  text: string,
  said: readonly string[],
  width: number,
  style: TextStyle,
  model: BundleModel,
): Cell {
  const whole = cell(text, width, style, model.fonts);
  const labels = languagesOf(model.language).map((one) => model.t.in(one)('exhibit'));
  const names = model.exhibits.flatMap(({ number, index }) =>
    labels.map((label) => ({ exhibit: index, name: `${label} ${number}` })),
  );
  const quotes = whole.lines.map((line): Quote => {
    const named = names
      .map(({ exhibit, name }) => ({ exhibit, at: foundAt(line, name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    return named ? { exhibit: named.exhibit, words: said, named: true } : null;
  });
  return quotes.some((one) => one !== null) ? { ...whole, quotes } : whole;
}

/** Where a line has a name that does not go on: `Exhibit 1` is not in `Exhibit 12`. */
function foundAt(line: string, name: string): number {
  const at = line.indexOf(name);
  return at >= 0 && /^[\p{L}\p{N}-]/u.test(line.slice(at + name.length)) ? -1 : at;
}

/** Whether a line has words, begins with their end or ends with their beginning, by two characters at least. */
function share(line: string, words: string): boolean {
  if (line.includes(words) || (line.length > 1 && words.includes(line))) return true;
  return Array.from({ length: Math.max(0, words.length - 2) }, (_, at) => at + 2).some(
    (count) => line.endsWith(words.slice(0, count)) || line.startsWith(words.slice(-count)),
  );
}

/** Digits that stand for a page number until the pages are numbered: such as the words themselves do not have. */
const roomIn = (said: string): string | undefined =>
  Array.from({ length: 10 }, (_, digit) => String(digit).repeat(4)).find((digits) => !said.includes(digits));
