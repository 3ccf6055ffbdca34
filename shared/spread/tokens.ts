/**
 * The words of a text as they are compared: every Han character by itself, every run of other letters or digits as one,
 * in lower case; spaces and signs count for nothing, since a copy often changes them.
 */
export type TextToken = Readonly<{ word: string; from: number; to: number }>;

/** A longer text is compared by its beginning: what spreads stands at the top of an article. */
const mostTokens = 6_000;

/** @param names of the parties: each counts as one word, or every report that names them would seem to be copied */
export function tokensOf(text: string, names: readonly string[]): readonly TextToken[] {
  const tokens: TextToken[] = [];
  const party = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    [...party.map(escaped), '\\p{Script=Han}', '[\\p{L}\\p{N}]+?(?=\\p{Script=Han}|[^\\p{L}\\p{N}]|$)'].join('|'),
    'gu',
  );
  for (const { 0: word, index } of text.matchAll(pattern)) {
    tokens.push({ word: word.toLowerCase(), from: index, to: index + word.length });
    if (tokens.length === mostTokens) break;
  }
  return tokens;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
