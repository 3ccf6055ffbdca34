/** A time of day as it is written: its word for the part of the day, and its numbers. */
export type WrittenClock = Readonly<{
  half?: string | undefined;
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  /** As written; `UTC` and `GMT` are Z, any other name of a zone stays unread. */
  zone?: string | undefined;
}>;

/**
 * A day and its time in ISO 8601, or null where there is no such day. Where the time is none, or its word leaves open which
 * one it is (「晚上12:30」), the day alone. No zone is assumed.
 */
export function writtenIso(year: string, month: number, day: number, clock: WrittenClock = {}): string | null {
  const longest = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > longest) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const { half, hour, minute, second } = clock;
  if (hour === undefined || minute === undefined) return date;
  const h = hourOf(Number(hour), half);
  if (h === null || h > 24 || Number(minute) > 59 || (h === 24 && Number(minute) > 0)) return date;
  return `${date}T${two(h)}:${minute}${second === undefined ? '' : `:${second}`}${offsetOf(clock.zone)}`;
}

/** Parts of the day, by what hour each makes of the hours that are written with it: [first, last, added]. */
const halves: readonly (readonly [
  words: RegExp,
  hours: readonly (readonly [first: number, last: number, add: number])[],
])[] = [
  [
    /^(凌晨|半夜|午夜|AM|午前|오전)$/,
    [
      [12, 12, -12],
      [0, 11, 0],
    ],
  ],
  [/^(清晨|早晨|早上|上午)$/, [[0, 11, 0]]],
  [
    /^(中午|正午)$/,
    [
      [11, 12, 0],
      [1, 2, 12],
      [13, 14, 0],
    ],
  ],
  [
    /^(下午|午后|PM|午後|오후)$/,
    [
      [12, 23, 0],
      [0, 11, 12],
    ],
  ],
  [
    /^傍晚$/,
    [
      [4, 8, 12],
      [16, 20, 0],
    ],
  ],
  [
    /^(晚上|晚间|晚間|夜间|夜間)$/,
    [
      [5, 11, 12],
      [17, 23, 0],
    ],
  ],
  [
    /^深夜$/,
    [
      [9, 11, 12],
      [0, 4, 0],
      [21, 23, 0],
    ],
  ],
];

/** The hour from 0 to 24, or null where its word does not go with it or leaves two of them. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  const word = half.replaceAll('.', '').toUpperCase();
  const ranges = halves.find(([words]) => words.test(word))?.[1];
  if (!ranges) return null;
  const range = ranges.find(([first, last]) => hour >= first && hour <= last);
  if (range) return hour + range[2];
  return /^(半夜|午夜)$/.test(word) && hour === 23 ? hour : null;
}

function offsetOf(zone: string | undefined): string {
  return zone === undefined ? '' : /^(UTC|GMT)$/i.test(zone) ? 'Z' : zone;
}
