import type { Reason } from '../case/reason.ts';
import {
  challengeSigns,
  companions,
  deniedSigns,
  loginSigns,
  loginWords,
  missingSigns,
  noticeWords,
  removedSigns,
  trails,
  wallWords,
} from './page-signs.ts';

/** What a page shows of itself, for the question whether it is the page that was wanted. */
export type ShownPage = Readonly<{
  status: number | null;
  /** Of the main response, names in lower case. */
  headers: Readonly<Record<string, string>>;
  title: string;
  /** Visible text, line by line. */
  text: string;
  /** Text of visible headings. */
  headings: readonly string[];
  /** Visible fields for a password or a telephone number. */
  credentialFields: number;
  /** Visible puzzles: frames and boxes of the known makers of captchas. */
  puzzles: number;
  /** Visible pictures, films and frames of some size, puzzles apart. */
  media: number;
}>;

/**
 * The page itself; a wall before it; a page that says that the wanted one is not there; or what may be a wall or such a
 * notice, where the page has words or pictures of its own beside the sign: a person has to look.
 */
export type Judgement = Readonly<{ is: 'page' }> | Readonly<{ is: 'wall' | 'notice' | 'doubtful'; reason: Reason }>;

/** Own words, in units of one Latin letter (a Chinese character says as much as two): from here on there are some … */
const some = 3;
/** … and from here on there are so many that no sign makes the page doubtful. */
const plenty = 500;
/** A page that only uses such words as walls do is doubtful while it says less besides. */
const little = 40;
/** Longer texts than this, in characters, are no wall and no notice, whatever they say. */
const longest = 4_000;

const signs = [
  ['challenge-page', 'wall', challengeSigns],
  ['access-denied', 'wall', deniedSigns],
  ['login-wall', 'wall', loginSigns],
  ['content-removed', 'notice', removedSigns],
  ['soft-404', 'notice', missingSigns],
] as const;

/**
 * Tells walls (challenge, login, refusal) and notices (soft 404, content removed) from pages. A wall and a notice have
 * nothing of their own: besides the sign there are explanations, buttons and footers. One line never decides against a
 * page that shows more.
 */
export function judgePage(page: ShownPage): Judgement {
  const { status, headers } = page;
  if (status === 401 || status === 407) return { is: 'wall', reason: { code: 'login-required', params: { status } } };
  if (headers['cf-mitigated'] === 'challenge') return { is: 'wall', reason: { code: 'challenge-page' } };
  const judged = judgeWords(page);
  if (judged.is !== 'page' && !(judged.is === 'notice' && judged.reason.code === 'soft-404' && (status ?? 200) >= 400))
    return judged;
  return status !== null && status >= 400
    ? { is: 'notice', reason: { code: 'error-status', params: { status } } }
    : { is: 'page' };
}

/** The same from the words alone, as far as these tell. */
export function judgeWords(
  page: Readonly<Pick<ShownPage, 'title' | 'text'>> & Partial<Omit<ShownPage, 'title' | 'text'>>,
): Judgement {
  const { title, text, headings = [], credentialFields = 0, puzzles = 0, media = 0 } = page;
  if (text.length > longest) return { is: 'page' };
  const lines = [title, ...headings, ...text.split('\n')].map((line) => line.trim()).filter(Boolean);
  const clauses = text.split(/[\n，。！？；：,!?;:|｜]|\.(?=\s|$)/).map((one) => one.trim());
  const own = clauses.filter((one) => !isOfSign(one) && !isBeside(one));
  const words = own.reduce((sum, one) => sum + weight(one), 0);
  if (words > plenty) return { is: 'page' };
  const shows: Shows = { title, text, lines, clauses, own, bare: words < some && media === 0 };
  return bySign(shows) ?? byForm(shows, { credentialFields, puzzles }) ?? byWords(shows);
}

/** What a page says, taken apart. `own`: clauses that are neither a sign nor what stands beside one. */
type Shows = Readonly<{
  title: string;
  text: string;
  lines: readonly string[];
  clauses: readonly string[];
  own: readonly string[];
  /** Nothing of its own to read or to see. */
  bare: boolean;
}>;

function bySign({ lines, clauses, bare }: Shows): Judgement | null {
  for (const [code, kind, list] of signs) {
    // In the middle of a sentence a sign is told apart from a report of one only where nothing else stands there.
    const line = [...lines, ...(bare ? clauses : [])].find((one) => list.some((sign) => sign.test(one)));
    if (line !== undefined) return bare ? judgement(kind, code, line) : doubtful(code, line);
  }
  return null;
}

/** A puzzle on a short page, or a form to log in beside words that ask for it. */
function byForm(
  { text, lines, bare }: Shows,
  { credentialFields, puzzles }: Pick<ShownPage, 'credentialFields' | 'puzzles'>,
): Judgement | null {
  if (puzzles > 0 && text.length <= 500)
    return bare ? judgement('wall', 'challenge-page', '') : doubtful('challenge-page', '');
  const form = credentialFields > 0 ? lines.find((line) => loginWords.test(line)) : undefined;
  if (form === undefined) return null;
  return bare ? judgement('wall', 'login-wall', form) : doubtful('login-wall', form);
}

/** A page without a sign that says little besides such words as walls and notices use. */
function byWords({ title, own }: Shows): Judgement {
  const beside = own.filter((one) => !wallWords.test(one) && !noticeWords.test(one));
  if (beside.reduce((sum, one) => sum + weight(one), 0) >= little) return { is: 'page' };
  const walled = [...own, title].find((one) => wallWords.test(one));
  if (walled !== undefined) return doubtful('login-wall', walled);
  const noticed = [...own, title].find((one) => noticeWords.test(one));
  return noticed === undefined ? { is: 'page' } : doubtful('soft-404', noticed);
}

function judgement(is: 'wall' | 'notice', code: string, words: string): Judgement {
  const quotes = is === 'notice' || code === 'access-denied';
  return { is, reason: { code, ...(quotes && { params: { words: words.slice(0, 120) } }) } };
}

function doubtful(code: string, words: string): Judgement {
  const params = { words: words.slice(0, 120) };
  const notice = code === 'content-removed' || code === 'soft-404';
  return { is: 'doubtful', reason: { code: notice ? 'may-be-notice' : 'may-be-wall', params } };
}

/** Whether a clause is a sign, and says nothing further: a headline that begins with one goes on. */
function isOfSign(clause: string): boolean {
  return signs.some(([, , list]) => list.some((sign) => sign.test(clause) && trails.test(restOf(clause, sign))));
}

/** Whether a clause is what stands beside signs, or a row of such words: `首页 登录 注册`. */
function isBeside(clause: string): boolean {
  const known = (words: string) => companions.some((companion) => companion.test(words));
  return known(clause) || clause.split(/[\s·•/]+/).every(known);
}

/** What a clause says after the sign itself. */
function restOf(clause: string, sign: RegExp): string {
  const core = new RegExp(sign.source.replace(/\.\{0,40\}\$$/, ''), sign.flags);
  return clause.slice(core.exec(clause)?.[0].length ?? clause.length);
}

/** How much a clause says: a Chinese character as much as two Latin letters; signs and white space nothing. */
function weight(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters + han;
}
