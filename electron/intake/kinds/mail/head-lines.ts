import { judgeCharset, type JudgedText } from '../../charset/judge-charset.ts';

/** The head of a message as lines, each field unfolded, and what its bytes beyond ASCII were read as. */
export type HeadLines = Readonly<{
  lines: readonly string[];
  read: Pick<JudgedText, 'charset' | 'how' | 'badBytes'>;
  /** Whether the empty line that ends a head was found. */
  ended: boolean;
}>;

/**
 * The head of a message (RFC 5322 §2.2), for its facts and its pages alike. What is written in bytes beyond ASCII without
 * a declared charset is read by the evidence of the whole head.
 */
export function headLines(message: Buffer): HeadLines {
  const latin = message.toString('latin1', 0, message.length);
  const end = /\r?\n\r?\n/.exec(latin);
  const { text, charset, how, badBytes } = judgeCharset(message.subarray(0, end ? end.index : message.length));
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/^From [^\n]*\n/, '')
    .replace(/\r?\n(?=[ \t])/g, '') // a field goes on where a line begins with white space (§2.2.3)
    .split(/\r?\n/);
  return { lines, read: { charset, how, badBytes }, ended: end !== null };
}

/** Whether what was read is a guess, or holds bytes that are no text: it is then said beside it. */
export const isUnsure = ({ how, badBytes }: HeadLines['read']): boolean => how === 'judged' || badBytes > 0;
