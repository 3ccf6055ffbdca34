import { tokensOf, type TextToken } from './tokens.ts';

/** The longest run of words that two texts have in common. */
export type SharedPassage = Readonly<{
  a: number;
  b: number;
  /** As the second of the two has it. */
  words: string;
  /** Words in the run, Han characters and others alike. */
  length: number;
}>;

/** Words that are looked up together; a run must be so long to be found at all. */
const shingle = 8;
/** A run of so many words is told: measured on the labelled pairs of the test, shorter ones are turns of phrase. */
const leastRun = 14;
/** Places of one shingle that are followed; what stands in more texts than this is a menu or a licence notice. */
const mostOccurrences = 48;
/** Pairs in all. */
const mostPairs = 40_000;

/**
 * For every two texts the longest passage that they share, by following runs of common shingles. Work grows with the
 * length of all texts, not with the number of pairs.
 * @param names of the parties, which count as one word each
 */
export function sharedPassages(texts: readonly string[], names: readonly string[]): readonly SharedPassage[] {
  const occurrences = new Map<string, { text: number; at: number }[]>();
  const best = new Map<string, { a: number; b: number; end: number; length: number }>();
  const all = texts.map((text) => tokensOf(text, names));
  all.forEach((tokens, b) => {
    /** Runs that end at the word before, by text and by how far the two are shifted. */
    let running = new Map<string, number>();
    for (let at = 0; at + shingle <= tokens.length; at++) {
      const key = keyOf(tokens, at);
      const found = occurrences.get(key);
      const next = new Map<string, number>();
      for (const { text: a, at: from } of found ?? []) {
        if (a === b) continue;
        const diagonal = `${a} ${at - from}`;
        const length = (running.get(diagonal) ?? shingle - 1) + 1;
        next.set(diagonal, length);
        const pair = `${a} ${b}`;
        const longest = best.get(pair);
        if (length > (longest?.length ?? 0) && (longest !== undefined || best.size < mostPairs))
          best.set(pair, { a, b, end: at + shingle, length });
      }
      running = next;
      if (!found) occurrences.set(key, [{ text: b, at }]);
      else if (found.length < mostOccurrences) found.push({ text: b, at });
    }
  });
  return [...best.values()]
    .filter(({ length }) => length >= leastRun)
    .map(({ a, b, end, length }) => ({
      a,
      b,
      length,
      words: wordsOf(texts[b] ?? '', all[b] ?? [], end - length, end),
    }));
}

const keyOf = (tokens: readonly TextToken[], at: number): string =>
  tokens
    .slice(at, at + shingle)
    .map(({ word }) => word)
    .join(' ');

function wordsOf(text: string, tokens: readonly TextToken[], from: number, end: number): string {
  return text.slice(tokens[from]?.from ?? 0, tokens[end - 1]?.to ?? 0);
}
