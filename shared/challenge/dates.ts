import { clockFault } from '../case/capture/clock-findings.ts';
import { readableInstant } from '../instant.ts';
import { dateProblems } from '../plan/date-problems.ts';
import { problem } from '../plan/problem.ts';
import { ofExhibits, type Challenge, type ChallengedCase } from './challenged-case.ts';

/** Preservation is asked for where waiting does harm: a longer wait than this will be asked about. In days. */
const longestWait = 7;

/** Dates against dates: published ≤ captured ≤ filed. What is not stated is not held against anything. */
export function datesAgainstDates({ facts, exhibits }: ChallengedCase): readonly Challenge[] {
  const published = exhibits.flatMap(({ exhibit, record, number }) => {
    const later: Challenge[] = [];
    dateProblems(exhibit, record, number, (_, where, params = {}) => {
      later.push({ code: 'published-later', where, params });
      return problem('published-later', where, 'en', params);
    });
    return later;
  });
  const filed = facts.submitted;
  if (filed === undefined) return published;
  // A clock that was far off decides nothing: it is attacked by itself.
  const dated = exhibits
    .filter(({ record }) => record.kind === 'import' || clockFault(record.checks) === null)
    .map((one) => ({ one, day: dayInBeijing(one.record.endedAt) }));
  const after = ofExhibits(
    'captured-after-filing',
    dated.filter(({ day }) => day > filed).map(({ one }) => one),
    { filed },
  );
  const looks = dated.filter(({ one, day }) => one.record.kind === 'capture' && day <= filed).map(({ day }) => day);
  const last = looks.sort().at(-1);
  const days = last === undefined ? 0 : (Date.parse(filed) - Date.parse(last)) / 86_400_000;
  const gap: readonly Challenge[] =
    last !== undefined && days > longestWait
      ? [{ code: 'urgency-gap', where: 'case', params: { captured: last, filed, days } }]
      : [];
  return [...after, ...published, ...gap];
}

/** As a bundle prints it; also of a clock that tells a year in which no period is counted. */
const dayInBeijing = (instant: string): string => readableInstant(instant).slice(0, 10);
