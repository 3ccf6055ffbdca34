import type { Reason } from '../case/record.ts';
import { challengeSigns, deniedSigns, loginSigns, loginWords, missingSigns, removedSigns } from './page-signs.ts';

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
}>;

/** The page itself; a wall before it; or a page that says that the wanted one is not there. */
export type Judgement =
  Readonly<{ is: 'page' }> | Readonly<{ is: 'wall'; reason: Reason }> | Readonly<{ is: 'notice'; reason: Reason }>;

/** A notice has hardly any prose beside it; navigation and footers are short lines and do not count. */
const mostProse = 250;
/** A wall has little to say altogether. */
const mostWall = 2_500;
const mostLogin = 1_000;

/**
 * Tells walls (challenge, login, refusal) and notices (soft 404, content removed) from pages. An article about such pages
 * has prose, and says the words inside a sentence; a wall has them as a line of its own and little else.
 */
export function judgePage(page: ShownPage): Judgement {
  const { status, headers, text } = page;
  const wall = (code: string, params?: Reason['params']): Judgement => ({
    is: 'wall',
    reason: { code, ...(params && { params }) },
  });
  if (status === 401 || status === 407) return wall('login-required', { status });
  if (headers['cf-mitigated'] === 'challenge') return wall('challenge-page');

  const lines = [page.title, ...page.headings, ...text.split('\n')].map((line) => line.trim()).filter(Boolean);
  const said = (signs: readonly RegExp[]) => lines.find((line) => signs.some((sign) => sign.test(line))) ?? null;
  const noticed = [...challengeSigns, ...deniedSigns, ...loginSigns, ...removedSigns, ...missingSigns];
  const prose = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => isProse(line) && !noticed.some((sign) => sign.test(line)))
    .reduce((sum, line) => sum + line.length, 0);
  if (prose <= mostProse) {
    if (text.length <= mostWall) {
      if (said(challengeSigns) !== null || (page.puzzles > 0 && text.length <= 500)) return wall('challenge-page');
      const refused = said(deniedSigns);
      if (refused !== null) return wall('access-denied', { words: refused.slice(0, 120) });
    }
    if (text.length <= mostLogin) {
      const asked = said(loginSigns);
      const form = page.credentialFields > 0 && lines.some((line) => loginWords.test(line));
      if (asked !== null || form) return wall('login-wall');
    }
    const removed = said(removedSigns);
    if (removed !== null) return notice('content-removed', removed);
    const missing = said(missingSigns);
    if (missing !== null && (status ?? 200) < 400) return notice('soft-404', missing);
  }
  return status !== null && status >= 400
    ? { is: 'notice', reason: { code: 'error-status', params: { status } } }
    : { is: 'page' };
}

function notice(code: string, words: string): Judgement {
  return { is: 'notice', reason: { code, params: { words: words.slice(0, 120) } } };
}

/** A line of connected text: longer than what stands in menus; a Chinese one says the same in half the characters. */
function isProse(line: string): boolean {
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0;
  return line.length > (han > line.length / 3 ? 40 : 80);
}
