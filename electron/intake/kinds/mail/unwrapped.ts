import type { Reason } from '../../../../shared/case/record.ts';

/** A message without what a program put around it, and what that was. */
type Unwrapped = Readonly<{ message: Buffer; notes: readonly Reason[] }>;

const lineFeed = 10;
const carriageReturn = 13;

/**
 * A message as it was received, out of a file that wraps it: Apple Mail's length before and property list behind, a byte
 * order mark, empty lines before the head, lines that end in CR alone. The stored file stays as it is.
 */
export function unwrapped(file: Buffer): Unwrapped {
  const notes: Reason[] = [];
  let message = file.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? file.subarray(3) : file;
  const apple = /^(\d{1,12}) *\r?\n/.exec(message.toString('latin1', 0, 20));
  if (apple) {
    const from = apple[0].length;
    const length = Number(apple[1]);
    const whole = message.length >= from + length;
    message = message.subarray(from, from + length);
    notes.push({ code: whole ? 'mail-apple' : 'mail-apple-cut', params: { bytes: length } });
  }
  const first = message.findIndex((byte) => byte !== lineFeed && byte !== carriageReturn && byte !== 32 && byte !== 9);
  if (first > 0) {
    message = message.subarray(first);
    notes.push({ code: 'mail-begins-blank' });
  }
  if (!message.includes(lineFeed) && message.includes(carriageReturn)) {
    message = Buffer.from(message.map((byte) => (byte === carriageReturn ? lineFeed : byte)));
    notes.push({ code: 'mail-line-ends-cr' });
  }
  return { message, notes };
}
