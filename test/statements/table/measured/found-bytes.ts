import type { StoredAnswer } from '../../reading/stored-archive.ts';
import type { Facts } from '../../reading/stored-facts.ts';

/** An answer that carries some words, and where: bytes of its body from 0, the last one not counted. */
export type FoundBytes = Readonly<{ answer: StoredAnswer; at: readonly Readonly<{ from: number; to: number }>[] }>;

/** Answers of an item's archive that carry words as they are, in UTF-8: the pages of these cases have no other writing. */
export function answersWith(facts: Facts, item: string, words: string): readonly FoundBytes[] {
  if (words === '') return [];
  const sought = Buffer.from(words).toString('latin1');
  return (facts.answers[item] ?? []).flatMap((answer) => {
    const at: { from: number; to: number }[] = [];
    for (let from = answer.body.indexOf(sought); from >= 0; from = answer.body.indexOf(sought, from + 1))
      at.push({ from, to: from + sought.length });
    return at.length === 0 ? [] : [{ answer, at }];
  });
}
