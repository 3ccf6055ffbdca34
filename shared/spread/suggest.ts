import type { Stretch } from '../window/spread-layout.ts';
import { attributionsIn, isNamedAs } from './attributions.ts';
import { sharedPassages, type SharedPassage } from './shared-passages.ts';

/** What the rules read of an item. */
export type SpreadSource = Readonly<{
  item: string;
  /** Addresses that lead to it: as asked for and as answered. */
  addresses: readonly string[];
  /** Outlet, site, author: what others may call it by. */
  names: readonly string[];
  /** When it says it was published; null where it says nothing that can be read with certainty. */
  published: Stretch | null;
  text: string;
  /** Where its links lead. */
  links: readonly string[];
}>;

/** Why a link is suggested, as data: a person decides by it. */
export type SpreadReason =
  | Readonly<{ by: 'passage'; words: string; /** Characters of the whole passage, spaces left out. */ length: number }>
  | Readonly<{ by: 'attribution'; words: string }>
  | Readonly<{ by: 'hyperlink'; address: string }>;

/** `citing` takes from `source`. `direction`: by the words or the times, or not known, then the order says nothing. */
export type SpreadSuggestion = Readonly<{
  source: string;
  citing: string;
  direction: 'stated' | 'by-time' | 'unknown';
  reasons: readonly SpreadReason[];
}>;

const longestWords = 160;

/**
 * Links between publications, suggested from what they say: a passage word for word, a source that is named, a link that
 * leads there. Who took from whom is told by the citing words, else by the times of publication where they do not overlap;
 * where neither tells, that is said. Nothing here is a finding: a person confirms or rejects each.
 *
 * @param parties names that every report has in common
 */
export function suggestLinks(items: readonly SpreadSource[], parties: readonly string[]): readonly SpreadSuggestion[] {
  const suggestions = new Map<string, { source: number; citing: number; stated: boolean; reasons: SpreadReason[] }>();
  const add = (source: number, citing: number, stated: boolean, reason: SpreadReason) => {
    const reverse = suggestions.get(`${citing} ${source}`);
    // A stated direction wins over one that was only guessed from the order of the list.
    if (reverse && !stated) {
      reverse.reasons.push(reason);
      return;
    }
    const key = `${source} ${citing}`;
    const known = suggestions.get(key) ?? { source, citing, stated, reasons: [] };
    known.stated ||= stated;
    known.reasons.push(reason);
    suggestions.set(key, known);
    if (reverse && !reverse.stated) {
      known.reasons.push(...reverse.reasons);
      suggestions.delete(`${citing} ${source}`);
    }
  };
  const shared = passages(items, parties);
  items.forEach((one, citing) => {
    for (const address of new Set(one.links))
      items.forEach(({ addresses }, source) => {
        if (source !== citing && addresses.some((own) => sameAddress(own, address)))
          add(source, citing, true, { by: 'hyperlink', address });
      });
    for (const { source, words } of atFirstHand(namedBy(items, citing), citing, shared))
      add(source, citing, true, { by: 'attribution', words });
  });
  for (const { a, b, words } of withoutCommonSource(shared, items)) {
    const [one, other] = [items[a], items[b]];
    if (!one || !other || sameWork(one, other)) continue;
    const first = earlier(one.published, other.published) === 'second' ? ([b, a] as const) : ([a, b] as const);
    add(first[0], first[1], false, { by: 'passage', words: shortened(words), length: charactersIn(words) });
  }
  return [...suggestions.values()]
    .map(({ source, citing, stated, reasons }): SpreadSuggestion => {
      const [from, to] = [items[source], items[citing]];
      const known = earlier(from?.published ?? null, to?.published ?? null) !== null;
      return {
        source: from?.item ?? '',
        citing: to?.item ?? '',
        direction: stated ? 'stated' : known ? 'by-time' : 'unknown',
        reasons,
      };
    })
    .sort((x, y) => y.reasons.length - x.reasons.length);
}

/** Characters as a reader counts them. */
const charactersIn = (words: string) => Array.from(words.replace(/\s+/g, '')).length;
const shortened = (words: string) => (words.length > longestWords ? `${words.slice(0, longestWords)}…` : words);

type Named = Readonly<{ source: number; words: string }>;

/** The items that a text names as its sources, but for those that were published after it. */
function namedBy(items: readonly SpreadSource[], citing: number): readonly Named[] {
  const one = items[citing];
  if (!one) return [];
  return attributionsIn(one.text)
    .filter(({ name }) => !isNamedAs(name, one.names))
    .flatMap(({ words, name }) =>
      items.flatMap((other, source): Named[] => {
        const later = other.published && one.published && other.published.from >= one.published.to;
        return source !== citing && !later && isNamedAs(name, other.names) ? [{ source, words }] : [];
      }),
    );
}

/** Without those that stand in words which the text has, as it says, from another: these are named at second hand. */
function atFirstHand(named: readonly Named[], citing: number, shared: readonly SharedPassage[]): readonly Named[] {
  const takenFrom = (other: number, words: string) =>
    shared.some(
      (one) =>
        ((one.a === citing && one.b === other) || (one.b === citing && one.a === other)) && one.words.includes(words),
    );
  return named.filter(
    ({ source, words }) => !named.some((other) => other.source !== source && takenFrom(other.source, words)),
  );
}

const passages = (items: readonly SpreadSource[], parties: readonly string[]) =>
  sharedPassages(
    items.map(({ text }) => text),
    parties,
  );

/** Words that two took from a third are no link between the two: the third was before both and shares as much with each. */
function withoutCommonSource(all: readonly SharedPassage[], items: readonly SpreadSource[]): readonly SharedPassage[] {
  const lengths = new Map(
    all.flatMap(({ a, b, length }) => [[`${a} ${b}`, length] as const, [`${b} ${a}`, length] as const]),
  );
  const partners = new Map<number, number[]>();
  for (const { a, b } of all) {
    partners.set(a, [...(partners.get(a) ?? []), b]);
    partners.set(b, [...(partners.get(b) ?? []), a]);
  }
  const before = (z: number, x: number) =>
    earlier(items[z]?.published ?? null, items[x]?.published ?? null) === 'first';
  return all.filter(
    ({ a, b, length }) =>
      !(partners.get(a) ?? []).some(
        (z) => z !== b && before(z, a) && before(z, b) && least(lengths, z, a, b) >= length - slack,
      ),
  );
}

/** Words by which a copy may be shorter than what was copied. */
const slack = 2;

function least(lengths: ReadonlyMap<string, number>, z: number, a: number, b: number): number {
  return Math.min(lengths.get(`${z} ${a}`) ?? 0, lengths.get(`${z} ${b}`) ?? 0);
}

/** Which of two was published first, where their times do not overlap. */
function earlier(a: Stretch | null, b: Stretch | null): 'first' | 'second' | null {
  if (!a || !b) return null;
  if (a.to <= b.from && a.from < b.from) return 'first';
  return b.to <= a.from && b.from < a.from ? 'second' : null;
}

/** Two captures of one address are one publication. */
function sameWork(one: SpreadSource, other: SpreadSource): boolean {
  return one.addresses.some((address) => other.addresses.some((own) => sameAddress(own, address)));
}

function sameAddress(one: string, other: string): boolean {
  const plain = (address: string) => address.replace(/#.*$/s, '').replace(/\/$/, '');
  return plain(one) === plain(other);
}
