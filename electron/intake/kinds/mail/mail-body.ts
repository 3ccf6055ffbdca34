import type { Reason } from '../../../../shared/case/record.ts';
import { mostCharacters } from '../../limits.ts';
import { readHtml, type HtmlWords } from './html-text.ts';
import type { ReadMail } from './mail.ts';

/** What the pages print of a mail's words. */
export type MailBody = Readonly<{
  body: string;
  /** Words of its HTML version, where that says something that the body does not. */
  html?: string;
  /** Of a mail without words: `none` where it was established that there are none, else `not-read`. */
  absent?: 'none' | 'not-read';
  notes: readonly Reason[];
}>;

/**
 * Chooses what the pages print. The words that the sender wrote as plain text, and those of the HTML version wherever it
 * says more: most readers saw that one. An absence is stated only where the whole mail was accounted for.
 */
export function mailBody(mail: ReadMail): MailBody {
  const html = mail.html === null ? null : readHtml(mail.html);
  const text = mail.text ?? '';
  const blank = isBlank(text);
  const inHtml = html !== null && !isBlank(html.words);
  const differs = inHtml && !blank && !holdsWords(text, html.words);
  const read = blank ? (inHtml ? html.words : '') : text;
  const none = mail.accounted && (html === null || html.bare);
  const tooLong = read.length > mostCharacters || (differs && html.words.length > mostCharacters);
  return {
    body: cut(read),
    ...(differs && { html: cut(html.words) }),
    ...(read === '' && { absent: none ? ('none' as const) : ('not-read' as const) }),
    notes: [
      ...mail.unopened,
      ...(inHtml ? [htmlWordsNote(mail.text, blank, differs)] : []),
      ...(html === null ? [] : htmlNotes(html, inHtml)),
      ...(tooLong ? [{ code: 'text-cut', params: { characters: mostCharacters } }] : []),
      ...(read === '' && !none ? [{ code: 'mail-body-not-read', params: { what: mail.holds } }] : []),
    ],
  };
}

/** Which of the words of an HTML version the pages show, beside the plain text or in its place. */
function htmlWordsNote(text: string | null, blank: boolean, differs: boolean): Reason {
  if (blank) return { code: text === null ? 'mail-html-as-text' : 'mail-html-for-blank-text' };
  return { code: differs ? 'mail-html-shown-too' : 'mail-html-same-words' };
}

/** What an HTML version shows beside words. */
function htmlNotes({ bare, pictures, remote }: HtmlWords, hasWords: boolean): readonly Reason[] {
  return [
    ...(hasWords || bare ? [] : [{ code: 'mail-html-without-words' }]),
    ...(pictures > 0 ? [{ code: 'mail-html-pictures', params: { count: pictures, remote } }] : []),
  ];
}

const cut = (words: string): string => words.slice(0, mostCharacters).toWellFormed();

/** Nothing that is seen: white space, and characters that have no shape of their own. */
export const isBlank = (text: string): boolean =>
  !/[^\s\p{Cc}\p{Cf}\p{Z}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u.test(text);

/** So often a line may stand before the one above it; a text in which more do is another text. */
const mostReturns = 1_000;

/** Whether every line of the one stands in the other, whatever its spaces, marks and addresses of links. */
function holdsWords(text: string, words: string): boolean {
  const letters = (some: string) =>
    some
      .replace(/<?\bhttps?:[^\s>]*>?/gi, '')
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '');
  const held = letters(text);
  let from = 0;
  let returns = 0;
  for (const line of words.split('\n').map(letters)) {
    let at = held.indexOf(line, from);
    if (at < 0 && (returns += 1) <= mostReturns) at = held.indexOf(line);
    if (at < 0) return false;
    from = at;
  }
  return true;
}
