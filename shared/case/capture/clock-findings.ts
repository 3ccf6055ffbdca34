import type { EnvironmentCheck } from './checks.ts';

/** A clock that is further off than this says so at the head of its item, and its times decide nothing against anybody. */
const most = 60_000;

/** The differences that a check of the clock measured, in milliseconds, the device ahead of the other positive. */
export function clockMilliseconds({ check, outcome, detail }: EnvironmentCheck): readonly number[] {
  if (outcome === 'not-verified') return [];
  const found =
    check === 'clock-monotonic'
      ? [Number.parseInt(detail, 10)]
      : check === 'clock-server-date' || check === 'clock-ntp'
        ? [...detail.matchAll(/this device ([+-]?\d+) ms/g)].map(([, digits]) => Number(digits))
        : [];
  return found.filter((one) => Number.isFinite(one));
}

/** The largest difference that was measured, in milliseconds, where it is more than a minute; else null. */
export function clockFault(checks: readonly EnvironmentCheck[] | undefined): number | null {
  const largest = (checks ?? []).flatMap(clockMilliseconds).reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return Math.abs(largest) > most ? largest : null;
}
