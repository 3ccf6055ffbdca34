import { clockFault, clockMilliseconds } from '../case/capture/clock-findings.ts';
import type { CaptureRecord } from '../case/record.ts';
import { siteHost } from '../claims/single-source.ts';
import { ofExhibits, type Challenge, type ChallengedCase, type ChallengedExhibit } from './challenged-case.ts';

type Captured = ChallengedExhibit & Readonly<{ record: CaptureRecord }>;

/** How the exhibits came about: clocks, connections, accounts, sources, and who did it. */
export function provenance({ exhibits }: ChallengedCase): readonly Challenge[] {
  const captures = exhibits.filter((one): one is Captured => one.record.kind === 'capture');
  return [
    ...captures.flatMap(clockOff),
    ...captures.flatMap(anotherSite),
    ...ofExhibits('clock-unverified', captures.filter(isUnverified)),
    ...ofExhibits(
      'no-outside-time',
      exhibits.filter(({ timed }) => !timed),
    ),
    ...ofExhibits(
      'plain-http',
      captures.filter(({ record }) => /^http:/i.test(record.finalUrl ?? '')),
    ),
    ...ofExhibits('second-fetch-differs', captures.filter(differsWithoutCause)),
    ...ofExhibits(
      'seen-by-account',
      captures.filter(({ record }) => record.account !== undefined || record.session !== undefined),
    ),
    ...ofExhibits(
      'operator-missing',
      exhibits.filter(({ record }) => record.operator === null),
    ),
    ...ofExhibits(
      'import-without-source',
      exhibits.filter(({ record }) => record.kind === 'import' && record.source === null),
    ),
    ...ofExhibits(
      'redacted-copy',
      exhibits.filter(({ record }) => record.redaction !== undefined),
    ),
  ];
}

function clockOff({ number, record }: Captured): readonly Challenge[] {
  const fault = clockFault(record.checks);
  if (fault === null) return [];
  return [{ code: 'clock-off', where: number, params: { seconds: Math.round(Math.abs(fault) / 1000) } }];
}

/** No other clock was measured against it, the device's monotonic one apart. */
function isUnverified({ record }: Captured): boolean {
  const outside = (record.checks ?? []).filter(({ check }) => check !== 'clock-monotonic');
  return outside.flatMap(clockMilliseconds).length === 0;
}

function differsWithoutCause({ record }: Captured): boolean {
  const second = record.secondPath;
  return second?.ran === true && second.differences.some(({ cause }) => cause === null);
}

function anotherSite({ number, record }: Captured): readonly Challenge[] {
  const [asked, came] = [siteHost(record.url), record.finalUrl === null ? null : siteHost(record.finalUrl)];
  if (asked === null || came === null || asked === came) return [];
  return [{ code: 'another-site', where: number, params: { asked, came } }];
}
