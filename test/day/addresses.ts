import type { HeadWord } from '../../shared/case/outcome/answers.ts';

/** What must become of an address, worked out by hand from what its server does. `refused`: no item is made. */
export type DayOutcome = HeadWord | 'refused';
type Expected = DayOutcome | readonly DayOutcome[];

/**
 * Habits of the fixture site that a day of captures meets, each with what may become of it. `seconds`: what the capture is
 * given. Where a page moves or grows for ever, the machine decides how much of it is seen.
 */
export const dayPages: readonly Readonly<{ at: string; becomes: Expected; seconds?: number }>[] = [
  { at: '/plain', becomes: 'complete' },
  { at: '/gbk', becomes: 'complete' },
  { at: '/coded', becomes: 'complete' },
  { at: '/chinese', becomes: 'complete' },
  { at: '/words', becomes: ['complete', 'undetermined'] },
  { at: '/hop-1', becomes: 'complete' },
  { at: '/not-found', becomes: 'partial' },
  { at: '/server-error', becomes: 'partial' },
  { at: '/error-without-body', becomes: 'partial' },
  { at: '/empty', becomes: 'partial' },
  { at: '/login', becomes: 'blocked' },
  { at: '/challenge', becomes: 'blocked' },
  { at: '/loop', becomes: 'failed' },
  // The capture may go to private addresses, and nothing answers there.
  { at: '/to-metadata', becomes: 'failed' },
  { at: '/download', becomes: ['complete', 'partial', 'undetermined'] },
  { at: '/report.pdf', becomes: ['complete', 'partial', 'undetermined'] },
  { at: '/picture.png', becomes: ['complete', 'partial', 'undetermined'] },
  { at: '/broken-download', becomes: ['failed', 'partial'] },
  { at: '/dead-sub-resources', becomes: 'partial' },
  { at: '/private-sub-resource', becomes: 'partial' },
  { at: '/one-alert', becomes: 'complete' },
  { at: '/alerts', becomes: 'undetermined', seconds: 30 },
  { at: '/popups', becomes: 'complete' },
  { at: '/moves', becomes: ['complete', 'partial', 'undetermined'], seconds: 40 },
  { at: '/grows', becomes: 'partial', seconds: 40 },
  { at: '/never-yields', becomes: ['partial', 'failed', 'undetermined'], seconds: 30 },
  { at: '/never-ends', becomes: ['partial', 'failed', 'undetermined'], seconds: 30 },
  { at: '/never-answers', becomes: 'failed', seconds: 15 },
];

/** So many addresses, every page in turn, in an order that the seed says. Each is a site of its own, `day-7.example`. */
export function dayAddresses(
  count: number,
  port: number,
  seed: number,
): readonly Readonly<{ at: number; url: string }>[] {
  let state = seed;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, (_, n) => ({ at: n % dayPages.length, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ at }, n) => ({ at, url: `http://day-${n}.example:${port}${dayPages[at]?.at ?? '/'}` }));
}

export const mayBecome = (at: number, outcome: DayOutcome): boolean =>
  [dayPages[at]?.becomes ?? []].flat().includes(outcome);
