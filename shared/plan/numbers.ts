import type { Exhibit } from '../case/exhibit.ts';
import type { Numbering } from '../profile/profile.ts';

/**
 * Numbers as printed, in the order of the arrangement: a person's own, else the profile's prefix with 1, 2, 3 …; all flow
 * anew at every change. Where the profile numbers insertions, an exhibit that was put in later (`inserted`) takes the
 * number before it: 88-1, 88-2, or 88A, 88B, and those after it keep theirs.
 */
export function exhibitNumbers(
  exhibits: readonly Pick<Exhibit, 'number' | 'inserted'>[],
  { prefix, insertions }: Numbering,
): readonly string[] {
  let count = 0;
  let base = '';
  let inserted = 0;
  return exhibits.map((exhibit) => {
    const own = exhibit.number;
    if (own === undefined && exhibit.inserted === true && insertions !== 'renumber' && base !== '') {
      inserted += 1;
      return insertions === 'hyphen' ? `${base}-${inserted}` : `${base}${letters(inserted)}`;
    }
    count += 1;
    inserted = 0;
    base = own ?? `${prefix}${count}`;
    return base;
  });
}

/** `formerly`: the number that it has in another paper of the case, where it could not keep it. */
export type Continued<E> = E & Readonly<{ number: string; formerly?: string }>;

/**
 * Exhibits of a further paper of a case under the numbers that they have in its bundle; what the bundle does not have
 * continues behind the last of them. Of two that share a number there, the first keeps it and the other gets one of its own.
 *
 * @param arranged as a person arranged the bundle: where nobody did, there are no numbers to continue
 */
export function continued<E extends Pick<Exhibit, 'item'>>(
  exhibits: readonly E[],
  arranged: readonly Pick<Exhibit, 'item' | 'number' | 'inserted'>[],
  numbering: Numbering,
): readonly Continued<E>[] {
  const numbers = exhibitNumbers(arranged, numbering);
  const holderOf = new Map<string, string>();
  arranged.forEach(({ item }, at) => {
    const number = numbers[at] ?? '';
    if (!holderOf.has(number)) holderOf.set(number, item);
  });
  const numberOf = new Map(arranged.map(({ item }, at) => [item, numbers[at] ?? '']));
  let last = Math.max(0, ...numbers.map((number) => countIn(number, numbering.prefix)));
  return exhibits.map((exhibit) => {
    const own = numberOf.get(exhibit.item);
    if (own !== undefined && holderOf.get(own) === exhibit.item) return { ...exhibit, number: own };
    last += 1;
    return { ...exhibit, number: `${numbering.prefix}${last}`, ...(own !== undefined && { formerly: own }) };
  });
}

/**
 * Exhibits of a bundle that adds to one filed before: what was filed keeps its number. One that a report of the case has
 * numbered keeps that number, and no other takes it; where a person's own number is another, the report's is the former one.
 *
 * @param filed items of the bundle filed before @param reported number in the report by the item
 */
export function continuing<E extends Pick<Exhibit, 'item' | 'number' | 'inserted'>>(
  arranged: readonly E[],
  filed: ReadonlySet<string>,
  reported: ReadonlyMap<string, string>,
  numbering: Numbering,
): readonly Continued<E>[] {
  const numbers = exhibitNumbers(arranged, numbering);
  const keeps = ({ item, number }: E) => number !== undefined || filed.has(item);
  const taken = new Set(arranged.flatMap((exhibit, at) => (keeps(exhibit) ? (numbers[at] ?? '') : [])));
  const holderOf = new Map([...reported].map(([item, number]) => [number, item]));
  return arranged.map((exhibit, at) => {
    const { item } = exhibit;
    const given = filed.has(item) ? undefined : reported.get(item);
    let number = numbers[at] ?? '';
    if (!keeps(exhibit)) {
      if (given !== undefined && !taken.has(given)) number = given;
      let count = countIn(number, numbering.prefix);
      while (taken.has(number) || (holderOf.get(number) ?? item) !== item)
        number = `${numbering.prefix}${(count += 1)}`;
      taken.add(number);
    }
    return { ...exhibit, number, ...(given !== undefined && given !== number && { formerly: given }) };
  });
}

/** TAK-88A → 88; a number that does not begin so says nothing of how far the others go. */
function countIn(number: string, prefix: string): number {
  const digits = number.startsWith(prefix) ? /^[0-9]{1,6}/.exec(number.slice(prefix.length)) : null;
  return digits ? Number(digits[0]) : 0;
}

/** 1 → A, 26 → Z, 27 → AA. */
function letters(count: number): string {
  let text = '';
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  return text;
}

/** Numbers one after the other; three and more that follow each other as a range: `1`, `3–18`, `20`. */
export function asRanges(numbers: readonly string[]): readonly string[] {
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    const last = run?.at(-1) ?? '';
    if (run && isPlain(last) && number === String(Number(last) + 1)) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0] ?? ''}–${run.at(-1) ?? ''}`] : run));
}

/** 1, 2, 3 …, without a prefix or an insertion. */
export const isPlain = (number: string): boolean => /^[1-9]\d{0,8}$/.test(number);
