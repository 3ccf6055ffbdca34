import type { Language } from './text.ts';

/**
 * Words that a paper says in two languages, as one value: the first language is the paper's own, the second stands below or
 * beside it in quieter type. Who makes a sentence of such words goes on as with any string, and what draws it asks for its
 * sides; so nobody joins languages by a sign of their own.
 *
 * The marks are characters that Unicode keeps for the inside of a program (noncharacters, U+FDD0–U+FDD2): they stand in no
 * file. What comes from a case is freed of them by `withoutMarks` before it is drawn.
 */
const [opens, parts, closes] = ['\ufdd0', '\ufdd1', '\ufdd2'] as const;
const marks = /[\ufdd0-\ufdd2]/;

/** One value of words in two languages; words that are the same in both are said once. */
export function inBoth(first: string, second: string): string {
  return first === second ? first : `${opens}${first}${parts}${second}${closes}`;
}

/** The words in each of their languages: one side, or two. Names and numbers that differ in stops alone are one side. */
export function sidesOf(words: string): readonly [string] | readonly [string, string] {
  if (!marks.test(words)) return [words];
  const [first, second] = [side(words, 0), side(words, 1)];
  return withoutStops(first) === withoutStops(second) ? [first] : [first, withoutSameEnd(first, second)];
}

/** Characters that make it a text of its own: a matter ordered, a title. */
const textOfItsOwn = 12;

/** The second side, less a Chinese text with which both end: it has one language, and stands in the first. */
function withoutSameEnd(first: string, second: string): string {
  let same = 0;
  while (same < second.length && first.at(-1 - same) === second.at(-1 - same)) same += 1;
  const end = second.slice(second.length - same).trimStart();
  return end.length >= textOfItsOwn && /\p{Script=Han}/u.test(end) ? `${second.slice(0, -end.length)}…` : second;
}

const withoutStops = (words: string): string => words.replace(/[，；：、（）,;:()\s]/g, '');

/** The side of some words that is in a language: the first is Chinese. */
export const sideIn = (words: string, language: Language): string =>
  marks.test(words) ? side(words, language === 'zh-CN' ? 0 : 1) : words;

function side(words: string, wanted: 0 | 1): string {
  const open: number[] = [];
  let said = '';
  for (const piece of words.split(/([\ufdd0-\ufdd2])/)) {
    if (piece === opens) open.push(0);
    else if (piece === parts) open.push((open.pop() ?? 0) + 1);
    else if (piece === closes) open.pop();
    else if (open.every((one) => one === wanted)) said += piece;
  }
  return said;
}

/** Several such words in one row: what is the same in both languages is said once, with the first. */
export function joinedOnce(words: readonly string[], between: string): string {
  const sides = words.map(sidesOf);
  const others = sides.flatMap(([, second]) => second ?? []);
  const first = sides.map(([one]) => one).join(between);
  return others.length === 0 ? first : inBoth(first, others.join(between));
}

/** Where there is but one line and no room beside it: an outline, a title of a file. */
export const onOneLine = (words: string): string => sidesOf(words).join(' · ');

/** As a person types words in two languages into one field of an arrangement. */
export const asTyped = (words: string): string => sidesOf(words).join(typedBetween);
const typedBetween = ' / ';

/**
 * What a person, or a suggestion, typed in both languages into one field: `中文 / English` is the same words twice. Anything
 * else is one text, whatever signs it has.
 */
export function typedSides(text: string): readonly [string] | readonly [string, string] {
  const [first = '', second, ...more] = text.split(typedBetween);
  const isBoth =
    second !== undefined && more.length === 0 && /\p{Script=Han}/u.test(first) && !/\p{Script=Han}/u.test(second);
  return isBoth && isProse(second) ? [first, second] : [text];
}

/** Words, and not an address, a name of an account or a number. */
const isProse = (text: string): boolean => /\p{L}{2}\s+\p{L}/u.test(text) && !/[@\\/]|\w\.\w/.test(text);

/** The same value, at every depth, with the marks written out as their code: nothing that a case holds is taken for ours. */
export function withoutMarks<T>(value: T): T {
  return hasMarks(value) ? (freed(value) as T) : value; // the same shape
}

function hasMarks(value: unknown): boolean {
  if (typeof value === 'string') return marks.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Map || value instanceof Set) return [...value].some(hasMarks);
  return Object.values(value).some(hasMarks);
}

function freed(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/[\ufdd0-\ufdd2]/g, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(freed);
  if (value instanceof Set) return new Set([...value].map(freed));
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, freed(one)]));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, freed(one)]));
}
