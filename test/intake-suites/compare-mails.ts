import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addressParser } from 'postal-mime';
import type { ImportRecord } from '../../shared/case/record.ts';
import type { PageText } from '../../shared/page/page-text.ts';

type OracleMail = Readonly<{
  subject: string;
  date: string;
  known: number;
  /** The file begins with an empty line. */
  blank_first: boolean;
  from: readonly string[];
  to: readonly string[];
  cc: readonly string[];
  body: string;
  leaves: readonly Readonly<{
    kind: 'message' | 'text' | 'file';
    sha256: string | null;
    lines?: string;
    /** Of a part that is coded as binary alone: its hash without any CR and LF. */
    binary?: string | null;
    odd?: boolean;
    empty?: boolean;
  }>[];
  defects: readonly string[];
  header_defects: boolean;
}>;
type OracleLine = Readonly<{ file: string; read?: OracleMail; failed?: string }>;

/** A mail as the case has it. */
export type TakenMail = Readonly<{
  file: string;
  record: ImportRecord;
  text: PageText | null;
  /** SHA-256 of a file of it without its CR, or without CR and LF, by its own. */
  lines(sha256: string, without?: 'both'): string;
}>;

/** One field of one mail that is not as Python's `email` has it; `cause`: null where nothing explains it. */
export type MailDifference = Readonly<{
  file: string;
  what: string;
  cause: string | null;
  ours: string;
  theirs: string;
}>;

/** What Python reads of the files; null where there is no Python. */
export function askPython(files: readonly string[]): ReadonlyMap<string, OracleLine> | null {
  const oracle = join(import.meta.dirname, 'mail-oracle.py');
  const run = spawnSync('python3', [oracle, ...files], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.error || run.status !== 0) return null;
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as OracleLine); // our own script's
  return new Map(lines.map((line) => [line.file, line]));
}

const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Letters and digits alone: lines, marks of lists and addresses of links are laid out otherwise. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const withoutMarks = (text: string) =>
  letters(text.replace(/<(?:https?|mailto):[^>]*>|\[IMG: |\[0x[0-9A-F]{2}\]/g, ''));

/** Fields of a mail that differ, each with the cause that explains it. */
export function compareMail({ file, record, text, lines }: TakenMail, line: OracleLine): readonly MailDifference[] {
  const theirs = line.read;
  const told = (what: string, ours: string, other: string, cause: string | null): MailDifference => ({
    file,
    what,
    cause,
    ours: ours.slice(0, 120),
    theirs: other.slice(0, 120),
  });
  if (!theirs) return [told('mail', '', line.failed ?? '', 'Python reads nothing of it')];
  const isMail = record.facts.some(({ name, value }) => name === 'Format' && value === 'message/rfc822');
  if (!isMail || !text)
    return [
      told('mail', record.pages.as, String(theirs.known), theirs.known < 2 ? 'fewer than two fields of a mail' : null),
    ];
  const field = (name: string) => text.fields.filter((one) => one.name === name).map(({ value }) => value);
  const judged = text.notes.some(({ code }) => /charset|bytes|characters|words-judged/.test(code));
  const blankFirst = theirs.blank_first && theirs.known === 0;
  const ofHead = (ours: string, other: string): string | null => {
    if (judged || /\ufffd|[\udc80-\udcff]/.test(other))
      return 'bytes without a charset, read by their evidence and said';
    // RFC 5322 ends a head at the first blank line, and so does Python where it is the first of all.
    if (blankFirst) return 'a blank line before the head: Python takes all of it for the body';
    if (theirs.header_defects || theirs.defects.length > 0) return 'Python says that the head is defective';
    return letters(ours) === letters(other) ? 'marks alone' : null;
  };
  const found: MailDifference[] = [];
  const [subject = ''] = field('Subject');
  if (bare(subject) !== bare(theirs.subject))
    found.push(told('subject', subject, theirs.subject, ofHead(subject, theirs.subject)));
  const [date = ''] = field('Date');
  if (bare(date) !== bare(theirs.date) && !sameInstant(date, theirs.date))
    found.push(told('date', date, theirs.date, ofHead(date, theirs.date)));
  for (const [name, list] of [
    ['From', theirs.from],
    ['To', theirs.to],
    ['Cc', theirs.cc],
  ] as const) {
    const ours = field(name).flatMap((value) =>
      addressParser(value, { flatten: true }).map(({ address = '' }) => address),
    );
    const [a, b] = [ours, list].map((some) =>
      some
        .filter((one) => one.includes('@'))
        .map((one) => one.toLowerCase().trim())
        .toSorted()
        .join(' '),
    );
    if (a !== b) found.push(told(name.toLowerCase(), a ?? '', b ?? '', ofHead(a ?? '', b ?? '')));
  }
  const ours = withoutMarks(text.body);
  const other = withoutMarks(theirs.body);
  if (ours !== other) found.push(told('body', text.body, theirs.body, causeOfBody(text, ours, other, theirs, judged)));
  found.push(...filesOf(text, theirs, lines, told));
  return found;
}

function causeOfBody(text: PageText, ours: string, other: string, theirs: OracleMail, judged: boolean): string | null {
  if (judged || /\ufffd/.test(theirs.body)) return 'bytes not of their charset, read by their evidence and said';
  const texts = theirs.leaves.filter(({ kind }) => kind !== 'message').length;
  if (texts > 1 && other !== '' && ours.includes(other)) return 'several texts: Python gives the first';
  if (text.html !== undefined && withoutMarks(text.html) === other) return 'HTML and text: each gives another first';
  if (withoutMarks(text.body.replace(/\[IMG: [^\]\n]*\]/g, '')) === other)
    return 'words that stand for a picture, marked so';
  if (theirs.defects.length > 0) return 'Python says that a part is defective';
  if (other === '' && ours !== '') return 'Python finds no body';
  if (
    ours === '' &&
    text.notes.some(({ code }) => code === 'mail-html-for-blank-text' || code === 'mail-body-not-read')
  )
    return 'not read, and said';
  if (ours.length > 0 && inOrder(ours) === inOrder(other)) return 'order of cells';
  if (text.notes.some(({ code }) => code === 'text-cut') && other.startsWith(ours.slice(0, 500_000)))
    return 'cut, and said';
  return null;
}

/** Letters in the order of the alphabet. */
const inOrder = (text: string): string => Array.from(text).toSorted().join('');

/** Every file that Python finds must be one of ours, and every one of ours a part of the mail. */
function filesOf(
  text: PageText,
  { leaves, defects }: OracleMail,
  lines: TakenMail['lines'],
  told: (what: string, ours: string, theirs: string, cause: string | null) => MailDifference,
): readonly MailDifference[] {
  const all = new Set(leaves.map(({ sha256 }) => sha256));
  const own = new Set(text.attachments.map(({ sha256 }) => sha256));
  const lost = leaves.filter(
    ({ kind, sha256, empty }) => kind === 'file' && sha256 !== null && empty !== true && !own.has(sha256),
  );
  const made = text.attachments.filter(({ sha256 }) => !all.has(sha256));
  const messages = leaves.filter(({ kind }) => kind === 'message').length;
  const [ofOurs, ofTheirs] = [
    new Set(made.map(({ sha256 }) => lines(sha256))),
    new Set(leaves.map((one) => one.lines)),
  ];
  const odd = leaves.some((one) => one.odd === true);
  const binary = [
    new Set(made.map(({ sha256 }) => lines(sha256, 'both'))),
    new Set(leaves.map((one) => one.binary)),
  ] as const;
  const cause = (mediaType: string, sameLines: boolean, sameBinary: boolean): string | null => {
    if (sameLines) return 'line ends: Python makes CRLF into LF';
    if (sameBinary) return 'a binary part: Python makes each CR in it into LF';
    if (/^message\//i.test(mediaType) && messages > 0) return 'a mail within a mail: Python writes it anew';
    if (odd) return 'a transfer coding that Python does not take by its name';
    return defects.length > 0 ? 'Python says that a part is defective' : null;
  };
  return [
    ...lost.map(({ sha256, lines: own = '', binary: bytes }) =>
      told('file', '', sha256 ?? '', cause('', ofOurs.has(own), binary[0].has(bytes ?? ''))),
    ),
    ...made.map(({ sha256, mediaType }) =>
      told(
        'file',
        `${mediaType} ${sha256}`,
        '',
        cause(mediaType, ofTheirs.has(lines(sha256)), binary[1].has(lines(sha256, 'both'))),
      ),
    ),
  ];
}

function sameInstant(one: string, other: string): boolean {
  const [a, b] = [Date.parse(one), Date.parse(other)];
  return !Number.isNaN(a) && a === b;
}
