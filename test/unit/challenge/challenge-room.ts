import { challengesOf } from '../../../shared/challenge/challenge.ts';
import type { ChallengedCase, ChallengedExhibit } from '../../../shared/challenge/challenged-case.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

const caseFile = freshCase();
const okay = [{ check: 'clock-ntp', outcome: 'ok' as const, detail: 'time.example: this device -31 ms (± 9 ms)' }];

export type MadeExhibit = Partial<Omit<ChallengedExhibit, 'exhibit' | 'words'>> &
  Readonly<{ says?: string | null; exhibit?: Partial<Exhibit>; change?: Partial<CaptureRecord> }>;

/** An exhibit of which nothing can be said, but for what is changed. */
export function exhibit(
  number: string,
  { says = '', exhibit: own = {}, change = {}, ...rest }: MadeExhibit = {},
): ChallengedExhibit {
  const record = { ...someCapture(caseFile, number), title: null, checks: okay, ...change };
  return {
    number,
    exhibit: { item: record.item, group: '', title: '报道', source: '网站', purpose: '证明报道存在', ...own },
    record,
    timed: true,
    words: () => ({ text: says, machineRead: null }),
    ...rest,
  };
}

const facts = { applicants: [], respondents: [] };
const plan = { chronology: [], elements: [], drafts: [] };
export const nothing: ChallengedCase = { facts, plan, claims: null, exhibits: [], order: null, earlier: [] };
type Part = Partial<Omit<ChallengedCase, 'facts' | 'plan'>> &
  Readonly<{ facts?: Partial<ChallengedCase['facts']>; plan?: Partial<ChallengedCase['plan']> }>;
export const foundIn = (part: Part) =>
  challengesOf({ ...nothing, ...part, facts: { ...facts, ...part.facts }, plan: { ...plan, ...part.plan } }).map(
    ({ code, where }) => `${code} ${where}`,
  );
