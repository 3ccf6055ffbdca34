import { say as sayIn, type CaseLanguage, type Text } from '../language.ts';
import type { Values } from '../text.ts';
import { readableValue } from '../instant.ts';
import type { VerifyCheck, TimeScope, VerifyReport } from './report.ts';
import { worst } from './report.ts';

/**
 * Something that a check found. *failed*: it is not as it should be. *unknown*: it could not be told here: whoever looked
 * could not read it, which says nothing of the thing. *clock*: a time that is said is shown to be wrong; the content is as
 * it was. *note*: worth saying, and no fault (litter of the operating system, another name, another packing). *refused*:
 * nothing of it was read, for a reader could be misled: it does not pass, and nothing is said of what it holds.
 */
export type Finding<Code extends string = string> = Readonly<{
  rank: 'failed' | 'refused' | 'unknown' | 'clock' | 'note';
  code: Code;
  params: Values;
}>;

type Made = <Code extends string>(code: Code, params?: Finding['params']) => Finding<Code>;
export const failed: Made = (code, params = {}) => ({ rank: 'failed', code, params });
export const refusing: Made = (code, params = {}) => ({ rank: 'refused', code, params });
export const unknown: Made = (code, params = {}) => ({ rank: 'unknown', code, params });
export const clock: Made = (code, params = {}) => ({ rank: 'clock', code, params });
export const note: Made = (code, params = {}) => ({ rank: 'note', code, params });

/** One check with all that it found and how many things it looked at. */
export type CheckFindings<Code extends string = string> = Readonly<{
  check: string;
  looked: number;
  findings: readonly Finding<Code>[];
}>;

/** That nothing was looked at is not said to be well. */
const noneOfThem: Text = { 'zh-CN': '没有此类内容，无需核对', en: 'nothing of this kind to check' };

/** More findings than these of one check say nothing new; their number is given. */
const mostInWords = 50;

/** What is said of time, apart from content: a stamp that cannot be checked makes no content doubtful. */
export type TimeReport = TimeHeading & Readonly<{ checks: readonly CheckFindings[] }>;

/** What stands at the top about time: never more than its scope. */
export type TimeHeading = Readonly<{ timeProven: VerifyReport['timeProven']; timeScope: TimeScope | null }>;

export const noTime = { timeProven: 'none', timeScope: null } as const satisfies TimeHeading;

/**
 * Turns findings into the report that people and machines read. Each finding is a line of its own. A clock that was wrong
 * makes no content doubtful.
 * @param checks those of the content, which alone decide "unaltered"; those of time come beside them
 */
export function reportOf(
  checks: readonly CheckFindings[],
  texts: Readonly<Record<string, Text>>,
  language: CaseLanguage,
  time: TimeReport = { ...noTime, checks: [] },
): VerifyReport {
  const content = checks.flatMap((check) => linesOf(check, texts, language));
  const ofContent = content.filter(({ finding }) => finding !== 'wrong-in-time');
  const ranks = new Set(checks.flatMap(({ findings }) => findings.map(({ rank }) => rank)));
  const refusedOnly = ranks.has('refused') && !ranks.has('failed');
  const lines = [...content, ...time.checks.flatMap((check) => linesOf(check, texts, language))];
  return {
    verdict: worst(lines),
    unaltered: refusedOnly
      ? 'unknown'
      : ({ PASSED: 'yes', FAILED: 'no', INDETERMINATE: 'unknown' } as const)[worst(ofContent)],
    timeProven: time.timeProven,
    timeScope: time.timeScope,
    checks: lines,
  };
}

function linesOf(
  { check, looked, findings }: CheckFindings,
  texts: Readonly<Record<string, Text>>,
  language: CaseLanguage,
): VerifyCheck[] {
  const say = (code: string, given: Finding['params']) => {
    const text = texts[code];
    const params = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, readableValue(value)]));
    return text ? sayIn(text, language, params) : code;
  };
  const lines = findings
    .slice(0, mostInWords)
    .map(({ rank, code, params }): VerifyCheck => ({ check, ...ofRank[rank], detail: say(code, params) }));
  const rest = findings.slice(mostInWords);
  const worstOfRest = (['failed', 'refused', 'unknown', 'clock', 'note'] as const).find((rank) =>
    rest.some((finding) => finding.rank === rank),
  );
  if (worstOfRest) lines.push({ check, ...ofRank[worstOfRest], detail: `+ ${rest.length}` });
  const faults = findings.some(({ rank }) => rank !== 'note');
  if (faults) return lines;
  // A check that looks at part of a thing only says at which; one of a package that was received bears its name before.
  const own = `${check.split(' ').at(-1) ?? ''}-well`;
  const well = looked === 0 ? sayIn(noneOfThem, language) : say(texts[own] ? own : 'all-well', { count: looked });
  return [{ check, verdict: 'PASSED', finding: null, detail: well }, ...lines];
}

const ofRank: Readonly<Record<Finding['rank'], Pick<VerifyCheck, 'verdict' | 'finding'>>> = {
  failed: { verdict: 'FAILED', finding: 'failed' },
  refused: { verdict: 'FAILED', finding: 'failed' },
  unknown: { verdict: 'INDETERMINATE', finding: 'cannot-be-told' },
  clock: { verdict: 'INDETERMINATE', finding: 'wrong-in-time' },
  note: { verdict: 'PASSED', finding: 'noted' },
};
