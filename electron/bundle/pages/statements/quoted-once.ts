import { inBoth, onOneLine, sidesOf } from '../../../../shared/bilingual.ts';
import type { FiledWords } from '../../../../shared/text.ts';

/** A line that names words and quotes them: in two languages it names them in both, and quotes them once. */
export function quotedOnce(line: FiledWords, words: string): FiledWords {
  const [first, second] = sidesOf(line);
  if (second === undefined) return line;
  const named = (side: string): string => (/^[^“…]*/u.exec(side)?.[0] ?? '').replace(/[：:]\s*$/u, '').trim();
  return `${onOneLine(inBoth(named(first), named(second)))}：“${words}”`;
}
