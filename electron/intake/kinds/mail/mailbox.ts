import { because } from '../../../../shared/cause.ts';
import { headLines } from './head-lines.ts';
import type { ReadMail } from './mail.ts';
import { decodeWords } from './encoded-words.ts';

/** More messages of one file are not looked for: what it then shows it says. */
const mostMessages = 100_000;

/**
 * Where the messages of a mailbox begin (RFC 4155): a line "From " with a year at its end, first or behind an empty line,
 * and a field right behind it. Empty for a file that does not begin so.
 */
function beginsOf(file: Buffer): readonly number[] {
  if (file.toString('latin1', 0, 5) !== 'From ') return [];
  const begins: number[] = [];
  for (let at = 0; at >= 0 && begins.length < mostMessages;) {
    const line = file.toString('latin1', at, Math.min(file.length, at + 400));
    if (/^From \S[^\n]*\d{4}[^\n]{0,40}\r?\n(?:>?[!-9;-~]{1,76}[ \t]*:|\r?\n)/.test(line)) begins.push(at);
    const next = file.indexOf('\nFrom ', at);
    at = next < 0 ? -1 : next + 1;
  }
  return begins.filter((at) => at === 0 || /(?:\n|\r\n)\r?\n$/.test(file.toString('latin1', Math.max(0, at - 4), at)));
}

/** The messages of a mailbox, without the lines that part them; null where the file is one mail. */
export function messagesOf(file: Buffer): readonly Buffer[] | null {
  const begins = beginsOf(file);
  if (begins.length < 2) return null;
  return begins.map((from, at) => {
    const end = begins[at + 1] ?? file.length;
    const message = file.subarray(file.indexOf(10, from) + 1, end);
    const text = message.toString('latin1').replace(/\r?\n$/, '');
    // Lines that begin so within a message have a mark before them (RFC 4155 appendix A, "mboxrd").
    return Buffer.from(text.replace(/^>(>*From )/gm, '$1'), 'latin1');
  });
}

/** A mailbox: a list of its mails, each of which is carried as a file and becomes pages behind it. */
export function mailboxOf(messages: readonly Buffer[]): ReadMail {
  const lines = messages.map((message, at) => {
    const { lines: head } = headLines(message.subarray(0, 262_144));
    const field = (name: string) =>
      decodeWords(
        head
          .find((line) => line.toLowerCase().startsWith(`${name}:`))
          ?.slice(name.length + 1)
          .trim() ?? '',
      );
    return `${at + 1}.  ${field('date')}  ${field('from')}  ${field('subject')}`;
  });
  return {
    head: '',
    text: lines.join('\n'),
    html: null,
    attachments: messages.map((content, at) => ({
      name: `${at + 1}.eml`,
      mediaType: 'message/rfc822',
      content,
      contentId: null,
      address: null,
      encoded: null,
    })),
    fields: { fields: [], notes: [] },
    unopened: [{ code: 'mailbox-split', params: { count: messages.length } }],
    accounted: true,
    holds: because('holds-types', { types: 'application/mbox' }),
  };
}
