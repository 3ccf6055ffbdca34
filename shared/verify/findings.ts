import { fill, languagesOf, say as sayIn, type CaseLanguage, type Text } from '../language.ts';
import type { Check, Verdict, VerifyReport } from './report.ts';
import { worst } from './report.ts';

/**
 * Something that a check found. *failed*: it is not as it should be. *unknown*: it could not be told. *note*: worth
 * saying, and no fault.
 */
export type Finding<Code extends string = string> = Readonly<{
  rank: 'failed' | 'unknown' | 'note';
  code: Code;
  params: Readonly<Record<string, string | number>>;
}>;

type Made = <Code extends string>(code: Code, params?: Finding['params']) => Finding<Code>;
export const failed: Made = (code, params = {}) => ({ rank: 'failed', code, params });
export const unknown: Made = (code, params = {}) => ({ rank: 'unknown', code, params });
export const note: Made = (code, params = {}) => ({ rank: 'note', code, params });

/** Why something could not be read, as a finding quotes it. */
export function whyOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

/** One check with all that it found and how many things it looked at. */
export type CheckFindings<Code extends string = string> = Readonly<{
  check: string;
  looked: number;
  findings: readonly Finding<Code>[];
}>;

/** That nothing was looked at is not said to be well. */
const noneOfThem: Text = { 'zh-CN': '没有此类内容，无需核对', en: 'there is nothing of this kind to check' };

/** More findings than these of one check say nothing new; their number is given. */
const mostInWords = 50;

/** What is said of time, apart from content: a stamp that cannot be checked makes no content doubtful. */
type TimeReport = Readonly<{ timeProven: VerifyReport['timeProven']; checks: readonly CheckFindings[] }>;

/**
 * Turns findings into the report that people and machines read. Each finding is a line of its own.
 * @param checks those of the content, which alone decide "unaltered"; those of time come beside them
 */
export function reportOf(
  checks: readonly CheckFindings[],
  texts: Readonly<Record<string, Text>>,
  language: CaseLanguage,
  time: TimeReport = { timeProven: 'none', checks: [] },
): VerifyReport {
  const content = checks.flatMap((check) => linesOf(check, texts, language));
  const lines = [...content, ...time.checks.flatMap((check) => linesOf(check, texts, language))];
  return {
    verdict: worst(lines),
    unaltered: ({ PASSED: 'yes', FAILED: 'no', INDETERMINATE: 'unknown' } as const)[worst(content)],
    timeProven: time.timeProven,
    checks: lines,
  };
}

function linesOf(
  { check, looked, findings }: CheckFindings,
  texts: Readonly<Record<string, Text>>,
  language: CaseLanguage,
): Check[] {
  const say = (code: string, params: Finding['params']) => {
    const text = texts[code];
    return text
      ? languagesOf(language)
          .map((one) => fill(text[one], params))
          .join(' / ')
      : code;
  };
  const lines = findings
    .slice(0, mostInWords)
    .map(({ rank, code, params }) => ({ check, verdict: verdictOf(rank), detail: say(code, params) }));
  const rest = findings.slice(mostInWords);
  if (rest.length > 0) {
    lines.push({
      check,
      verdict: worst(rest.map(({ rank }) => ({ verdict: verdictOf(rank) }))),
      detail: `+ ${rest.length}`,
    });
  }
  const faults = findings.some(({ rank }) => rank !== 'note');
  if (faults) return lines;
  const well = looked === 0 ? sayIn(noneOfThem, language) : say('all-well', { count: looked });
  return [{ check, verdict: 'PASSED', detail: well }, ...lines];
}

function verdictOf(rank: Finding['rank']): Verdict {
  return ({ failed: 'FAILED', unknown: 'INDETERMINATE', note: 'PASSED' } as const)[rank];
}
