import { inBoth, onOneLine, sidesOf } from '../../../../shared/bilingual.ts';
import type { FiledWords } from '../../../../shared/text.ts';

/** A line that names words and quotes them: in two languages it names them in both, and quotes them once. */
export function quotedOnce(line: FiledWords, words: string): FiledWords {
  const [first, second] = sidesOf(line);
  if (second === undefined) return line;
  const named = (side: string): string => (/^[^“…]*/u.exec(side)?.[0] ?? '').replace(/[：:]\s*$/u, '').trim();
  return `${onOneLine(inBoth(named(first), named(second)))}：“${words}”`;
}

/** A digest, an address, words in quotation marks: so long that a line of text is taken by each. */
const literal = /[0-9a-f]{64}|https?:\/\/[^\s，。；、（）()]{20,}[^\s，。；、（）().,;]|“[^“”]{40,}”/gu;
const keptOfLiteral = 12;

/** What has no language and is long stands whole in the first language, and in the second with what it begins with. */
export function literalsOnce(words: FiledWords): FiledWords {
  const [first, second] = sidesOf(words);
  if (second === undefined) return words;
  const shortened = (one: string): string => {
    const [opens, own, closes] = one.startsWith('“') ? ['“', one.slice(1, -1), '”'] : ['', one, ''];
    return `${opens}${own.slice(0, own.includes('://') ? own.indexOf('://') + 3 + keptOfLiteral : keptOfLiteral)}…${closes}`;
  };
  return inBoth(
    first,
    second.replace(literal, (one) => (first.includes(one) ? shortened(one) : one)),
  );
}
