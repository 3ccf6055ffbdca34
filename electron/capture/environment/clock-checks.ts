import { made, unmade, type MadeCheck } from './made-check.ts';
import type { OutsideTime } from './ntp.ts';

/** Wall clock in UTC and monotonic clock in nanoseconds, at start and end. */
export type Clocks = Readonly<{
  start: Readonly<{ wall: string; mono: string }>;
  end: Readonly<{ wall: string; mono: string }>;
}>;

/** The `Date` that the server sent with the page, how old a cache said the answer was, and when it came here. */
export type ServerDate = Readonly<{ date: string; ageSeconds: number; receivedAt: string }>;

/** Differences up to these are of no interest: a `Date` has whole seconds, and answers take a moment. */
const mostDrift = 1_000;
const mostServerDifference = 3_000;
const mostOutsideDifference = 1_000;

/**
 * The clock that a record's times are told by, compared with whatever there is. The bound is told; nothing is corrected.
 * @param server `receivedAt` by that clock
 */
export function clockChecks(
  clocks: Clocks,
  server: ServerDate | null,
  outside: readonly OutsideTime[] | null,
): readonly MadeCheck[] {
  const wall = Date.parse(clocks.end.wall) - Date.parse(clocks.start.wall);
  const mono = Number((BigInt(clocks.end.mono) - BigInt(clocks.start.mono)) / 1_000_000n);
  return [
    {
      ...made(
        'clock-monotonic',
        `${wall - mono} ms`,
        { ...clocks, differenceMs: wall - mono },
        Math.abs(wall - mono) > mostDrift,
      ),
      differences: [{ ms: wall - mono }],
    },
    serverDate(server),
    ntpCheck(outside),
  ];
}

function serverDate(server: ServerDate | null): MadeCheck {
  const sent = Date.parse(server?.date ?? '');
  if (!server || Number.isNaN(sent)) return unmade('clock-server-date', 'server-sent-no-date', server);
  // The second in which it was made had not ended: the difference is known to a second.
  const difference = Date.parse(server.receivedAt) - (sent + server.ageSeconds * 1000 + 500);
  const check = made(
    'clock-server-date',
    `this device ${signed(difference)} ms (± 500 ms and the way of the answer)`,
    { ...server, differenceMs: difference },
    Math.abs(difference) > mostServerDifference,
  );
  return { ...check, differences: [{ ms: difference, within: 500 }] };
}

/** The clock against time servers; null: none was to be asked. */
export function ntpCheck(outside: readonly OutsideTime[] | null): MadeCheck {
  if (outside === null) return unmade('clock-ntp', 'not-asked-for');
  const raw = outside.map((one) => ({ ...one }));
  const answers = outside.flatMap((one) => (one.offsetMs === null ? [] : [{ ...one, offsetMs: one.offsetMs }]));
  if (answers.length === 0) return unmade('clock-ntp', 'no-server-answered', raw);
  const found = answers.map(({ server, offsetMs, roundTripMs }) => ({
    server,
    ms: 0 - offsetMs, // never -0
    within: Math.ceil((roundTripMs ?? 0) / 2),
  }));
  const check = made(
    'clock-ntp',
    found.map(({ server, ms, within }) => `${server}: this device ${signed(ms)} ms (± ${within} ms)`).join('; '),
    raw,
    answers.some(({ offsetMs }) => Math.abs(offsetMs) > mostOutsideDifference),
  );
  return { ...check, differences: found.map(({ ms, within }) => ({ ms, within })) };
}

function signed(milliseconds: number): string {
  return `${milliseconds < 0 ? '' : '+'}${milliseconds}`;
}
