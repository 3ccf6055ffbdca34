import type { Entry } from '../custody/entry.ts';
import type { CaseFindingCode } from '../messages/verify-messages.ts';
import type { CheckFindings, Finding } from './findings.ts';

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
