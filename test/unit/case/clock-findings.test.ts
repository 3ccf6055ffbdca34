import { describe, expect, test } from 'vitest';
import { clockChecks } from '../../../electron/capture/environment/clock-checks.ts';
import { checkSchema, type EnvironmentCheck } from '../../../shared/case/capture/checks.ts';
import {
  clockFault,
  clockMilliseconds,
  clockTolerances,
  worstClock,
} from '../../../shared/case/capture/clock-findings.ts';

const date = (detail: string, differences?: EnvironmentCheck['differences']): EnvironmentCheck => ({
  ...{ check: 'clock-server-date', outcome: 'noted', detail },
  ...(differences && { differences }),
});

describe('what is found of a clock', () => {
  test('rests on the differences that were recorded, whatever words the detail has', () => {
    const worded = date('本机快了一天', [{ ms: 86_400_000, within: 500 }]);
    expect([clockFault([worded]), clockTolerances(worded)]).toEqual([86_400_000, [500]]);
    const silent = date('this device +86400000 ms (± 500 ms and the way of the answer)', [{ ms: 12, within: 500 }]);
    expect([clockFault([silent]), clockMilliseconds(silent)]).toEqual([null, [12]]);
    expect(clockMilliseconds({ ...worded, outcome: 'not-verified' })).toEqual([]);
  });

  test('is still read in records of older programs, which had it in the detail alone', () => {
    const older = date('this device -90000 ms (± 500 ms and the way of the answer)');
    expect(worstClock([older])).toEqual({ check: 'clock-server-date', milliseconds: -90_000 });
    expect(clockTolerances(older)).toEqual([500]);
    expect(clockFault([{ check: 'clock-monotonic', outcome: 'noted', detail: '-61000 ms' }])).toBe(-61_000);
  });

  test('is recorded with each comparison: the wall, the server, and every time server that answered', () => {
    const clocks = {
      start: { wall: '2019-05-06T01:30:00.000Z', mono: '0' },
      end: { wall: '2019-05-06T01:30:09.000Z', mono: '2000000000' },
    };
    const server = { date: 'Mon, 06 May 2019 01:30:00 GMT', ageSeconds: 1, receivedAt: '2019-05-06T01:30:09.000Z' };
    const outside = [
      { server: 'a', offsetMs: 40, roundTripMs: 9, stratum: 1, error: null, askedAt: '' },
      { server: 'b', offsetMs: null, roundTripMs: null, stratum: null, error: 'ETIMEDOUT', askedAt: '' },
    ];
    const made = clockChecks(clocks, server, outside);
    expect(made.map(({ check, differences }) => [check, differences])).toEqual([
      ['clock-monotonic', [{ ms: 7000 }]],
      ['clock-server-date', [{ ms: 7500, within: 500 }]], // 9.0 s against the middle of the second at 1.0 s
      ['clock-ntp', [{ ms: -40, within: 5 }]],
    ]);
    for (const { check, outcome, detail, differences } of made)
      expect(checkSchema.safeParse({ check, outcome, detail, differences }).success).toBe(true);
  });
});
