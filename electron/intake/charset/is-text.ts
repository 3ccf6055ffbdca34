import { judgeCharset } from './judge-charset.ts';

/** So much of a file is looked at to tell whether it is a text. */
const looked = 8_192;

/**
 * Whether bytes are a text: without control characters, or with so few among words that the charset leaves no doubt (a
 * NUL in a log, a backspace in an export) that somebody reads it as one all the same.
 */
export function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, looked);
  const { text, how, charset, badBytes } = judgeCharset(head, bytes.length >= looked);
  // Tabs, line ends, form feeds and ESC are in texts of all programs.
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (controls === 0) return true;
  const sure = how !== 'judged' || charset.startsWith('utf-16');
  return sure && (controls + badBytes) * 50 <= text.length;
}
