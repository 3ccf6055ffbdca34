import type { EnvironmentCheck } from './checks.ts';

/** A clock that is further off than this says so at the head of its item, and its times decide nothing against anybody. */
const most = 60_000;

/** The differences that a check of the clock measured, in milliseconds, the device ahead of the other positive. */
export function clockMilliseconds(made: EnvironmentCheck): readonly number[] {
  if (made.outcome === 'not-verified') return [];
  return made.differences?.map(({ ms }) => ms) ?? millisecondsWritten(made);
}

/** The same of a record of an older program, which had them in its detail alone. */
function millisecondsWritten({ check, detail }: EnvironmentCheck): readonly number[] {
  const found =
    check === 'clock-monotonic'
      ? [Number.parseInt(detail, 10)]
      : check === 'clock-server-date' || check === 'clock-ntp'
        ? [...detail.matchAll(/this device ([+-]?\d+) ms/g)].map(([, digits]) => Number(digits))
        : [];
  return found.filter((one) => Number.isFinite(one));
}

/** To how many milliseconds each of these differences is known, more or less; the way of an answer not counted. */
export function clockTolerances({ check, outcome, detail, differences }: EnvironmentCheck): readonly number[] {
  if (outcome !== 'not-verified' && differences)
    return differences.flatMap(({ within }) => (within === undefined ? [] : [within]));
  if (outcome === 'not-verified' || (check !== 'clock-server-date' && check !== 'clock-ntp')) return [];
  return [...detail.matchAll(/\(± (\d+) ms/g)].map(([, digits]) => Number(digits));
}

/** A difference, in milliseconds, the device ahead positive, with the check that measured it. */
export type ClockFault = Readonly<{ check: string; milliseconds: number }>;

/** The largest difference that was measured and by which check, where it is more than a minute; else null. */
export function worstClock(checks: readonly EnvironmentCheck[] | undefined): ClockFault | null {
  const all = (checks ?? []).flatMap((one) =>
    clockMilliseconds(one).map((milliseconds) => ({ check: one.check, milliseconds })),
  );
  const [largest] = all.sort((a, b) => Math.abs(b.milliseconds) - Math.abs(a.milliseconds));
  return largest && Math.abs(largest.milliseconds) > most ? largest : null;
}

/** The largest difference that was measured, in milliseconds, where it is more than a minute; else null. */
export function clockFault(checks: readonly EnvironmentCheck[] | undefined): number | null {
  return worstClock(checks)?.milliseconds ?? null;
}
