import type { Entry } from '../custody/entry.ts';
import type { CaseFindingCode } from '../messages/verify/verify-messages.ts';
import { clock, type CheckFindings, type Finding } from './findings.ts';

/** Clocks drift by milliseconds while they are corrected; seconds were set. */
const slack = 2_000;

/**
 * Holds the wall clock against the monotonic one, entry by entry: inside one run of the computer both should have moved
 * alike. A jump is no fault by itself (a clock is set right, a computer sleeps), and it is said. A new start of the
 * computer begins the monotonic clock anew; then only a step back of the wall clock shows.
 */
export function checkClocks(entries: readonly Entry[]): CheckFindings<CaseFindingCode> {
  const findings: Finding<CaseFindingCode>[] = [];
  entries.slice(1).forEach((entry, at) => {
    const before = entries[at];
    if (!before) return;
    const wall = Date.parse(entry.wall) - Date.parse(before.wall);
    const mono = Number((BigInt(entry.mono) - BigInt(before.mono)) / 1_000_000n);
    const seconds = Math.round(mono >= 0 ? (wall - mono) / 1_000 : wall / 1_000);
    const jumped = mono >= 0 ? Math.abs(wall - mono) > slack : wall < -slack;
    if (jumped) findings.push({ rank: 'note', code: 'clock-jump', params: { seq: entry.seq, seconds } });
  });
  return { check: 'clocks', looked: entries.length, findings };
}

/** How far a part of the log is proven: all entries before `size` existed before `genTime` (ms since 1970). */
export type ProvenHead = Readonly<{ size: number; genTime: number }>;

/** A computer's clock may run a little ahead; minutes more were set. */
const ahead = 5 * 60_000;

/**
 * A token proves "existed before": an entry that says it was made later was written by a clock that ran ahead. What it
 * names is unaltered all the same.
 */
export function datedAfterProof(
  entries: readonly Pick<Entry, 'seq' | 'wall'>[],
  proven: readonly ProvenHead[],
): readonly Finding<'entry-after-proof'>[] {
  return entries.flatMap(({ seq, wall }) => {
    const stamp = earliestOver(seq, proven);
    if (stamp === null || Date.parse(wall) <= stamp + ahead) return [];
    return [clock('entry-after-proof', { seq, wall, at: new Date(stamp).toISOString() })];
  });
}

/** The earliest instant at which an entry is proven to have existed; null where nothing is over it. */
export function earliestOver(seq: number, proven: readonly ProvenHead[]): number | null {
  const over = proven.filter(({ size }) => size > seq).map(({ genTime }) => genTime);
  return over.length === 0 ? null : Math.min(...over);
}
