import type { Database } from 'better-sqlite3';
import type { Hit } from '../../../shared/window/rows.ts';

export type Found = Readonly<{ hits: readonly Hit[]; total: number }>;

/** Characters shown on each side of a place. */
const around = 32;

/**
 * Every pair of neighbouring characters of a text once, lower case, as the words of `pair_fts`: FTS5's trigrams find
 * nothing shorter than three characters, and most Chinese words have two. Each character is also there as a pair with
 * what ends the text, so that single ones are found by their beginning.
 */
export function pairsOf(text: string): string {
  const pairs = new Set<string>();
  for (const word of text.toLowerCase().split(/\s+/u)) {
    const characters = Array.from(word);
    characters.forEach((character, at) => pairs.add(pairWord(character + (characters[at + 1] ?? ''))));
  }
  return [...pairs].join(' ');
}

/** Letters only, whatever the pair is made of: the tokenizer must keep it as one word. */
function pairWord(pair: string): string {
  return (
    'u' +
    Array.from(pair)
      .map((character) => (character.codePointAt(0) ?? 0).toString(36).padStart(4, 'x'))
      .join('')
  );
}

/**
 * Finds the items in which all words stand, in any order and case. A word of three characters or more goes by trigrams,
 * a shorter one by pairs.
 */
export function searchIndex(
  db: Database,
  words: string,
  limit: number,
  itemOf: (seq: number) => string | undefined,
): Found {
  const wanted = words
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return { hits: [], total: 0 };
  const long = wanted.filter((word) => Array.from(word).length >= 3);
  const short = wanted.filter((word) => Array.from(word).length < 3);
  const conditions = [
    ...(long.length > 0 ? ['SELECT rowid FROM text_fts WHERE text_fts MATCH @long'] : []),
    ...(short.length > 0 ? ['SELECT rowid FROM pair_fts WHERE pair_fts MATCH @short'] : []),
  ];
  const query = {
    ...(long.length > 0 && { long: long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ') }),
    ...(short.length > 0 && {
      short: short.map((word) => `"${pairWord(word)}"${Array.from(word).length === 1 ? '*' : ''}`).join(' AND '),
    }),
  };
  const seqs = (db.prepare(conditions.join(' INTERSECT ')).all(query) as { rowid: number }[]).map(({ rowid }) => rowid);
  const text = db.prepare('SELECT title, address, body FROM text_fts WHERE rowid = ?');
  const [first = ''] = wanted;
  const hits: Hit[] = [];
  const read = Math.min(seqs.length, limit * 2);
  for (const seq of seqs.slice(0, read)) {
    const item = itemOf(seq);
    const found = text.get(seq) as { title: string; address: string; body: string } | undefined;
    if (item === undefined || !found) continue;
    const hit = (['title', 'address', 'body'] as const)
      .map((field) => ({ field, at: found[field].toLowerCase().indexOf(first) }))
      .find(({ at }) => at >= 0);
    if (hit) hits.push(hitAt(item, hit.field === 'body' ? 'text' : hit.field, found[hit.field], hit.at, first.length));
  }
  const rank = { title: 0, exhibit: 1, address: 2, text: 3 } as const;
  return { hits: hits.sort((a, b) => rank[a.field] - rank[b.field]).slice(0, limit), total: seqs.length };
}

/** A place in a text with what stands around it, on one line. */
export function hitAt(item: string, field: Hit['field'], text: string, at: number, length: number): Hit {
  const line = (piece: string) => piece.replace(/\s+/gu, ' ');
  return {
    item,
    field,
    before: line(text.slice(Math.max(0, at - around), at)),
    match: text.slice(at, at + length),
    after: line(text.slice(at + length, at + length + around)),
  };
}
