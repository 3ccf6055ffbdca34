/** A date as a page writes it, and the same in ISO 8601 where year, month and day are all there; no zone is assumed. */
export type WrittenDate = Readonly<{ written: string; iso: string | null; at: number }>;

const clock = String.raw`(?:[ T\u3000]*(?:(上午|下午|晚上|凌晨|中午|AM|PM|am|pm)[ ]?)?(\d{1,2})[:：时点](\d{2})(?:[:：分](\d{2})秒?)?分?(?:[ ]?(AM|PM|am|pm)\b)?)?`;
const zone = String.raw`(?:\s?(Z|[+-]\d{2}:?\d{2}))?`;
const numeric = String.raw`(20\d{2}|19\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)\s?[日号]?`;
const partial = String.raw`(?<!\d)(\d{1,2})月(\d{1,2})[日号]`;
const relative = String.raw`(?:\d{1,3}\s?(?:秒|分钟|小时|天)前|刚刚|(?:昨天|今天|前天)(?:\s?\d{1,2}[:：]\d{2})?)`;
const chinese = String.raw`([二一][〇零○九][〇零○一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]`;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const english = String.raw`(?:(${months})\s(\d{1,2})(?:st|nd|rd|th)?,?\s(20\d{2}|19\d{2})|(\d{1,2})\s(${months}),?\s(20\d{2}|19\d{2}))`;

const dates: readonly (readonly [RegExp, (found: RegExpExecArray) => string | null])[] = [
  [
    new RegExp(`(?<!\\d)${numeric}${clock}${zone}`, 'g'),
    ([, year, month, day, half, hour, minute, second, late, offset]) =>
      isoOf(year, month, day, half ?? late, hour, minute, second, offset),
  ],
  [
    new RegExp(chinese, 'g'),
    ([, year = '', month = '', day = '']) =>
      isoOf(
        year.replace(/./g, (one) => String(digit(one))),
        String(numeral(month)),
        String(numeral(day)),
      ),
  ],
  [
    new RegExp(english + clock, 'gi'),
    ([, month1, day1, year1, day2, month2, year2, half, hour, minute, second, late]) => {
      const named = (month1 ?? month2 ?? '').toLowerCase();
      const month = months.toLowerCase().split('|').indexOf(named) + 1;
      return isoOf(year1 ?? year2, String(month), day1 ?? day2, half ?? late, hour, minute, second);
    },
  ],
  [new RegExp(partial + clock, 'g'), () => null],
  [new RegExp(relative, 'g'), () => null],
];

/** Every date that a text writes out, in its order; where two readings overlap, the fuller one. */
export function writtenDates(text: string): readonly WrittenDate[] {
  const found = dates.flatMap(([sign, iso]) =>
    [...text.matchAll(sign)].map((one) => ({ written: one[0].trim(), iso: iso(one), at: one.index })),
  );
  const clear = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.at < one.at + one.written.length &&
          one.at < other.at + other.written.length &&
          other.written.length > one.written.length,
      ),
  );
  return clear.sort((a, b) => a.at - b.at);
}

function isoOf(
  year = '',
  month = '',
  day = '',
  half?: string,
  hour?: string,
  minute?: string,
  second?: string,
  offset?: string,
): string | null {
  const [m, d] = [Number(month), Number(day)];
  const longest = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  if (m < 1 || m > 12 || d < 1 || d > longest) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${year}-${two(m)}-${two(d)}`;
  if (hour === undefined || minute === undefined) return date;
  const afternoon = /^(下午|晚上|PM)$/i.test(half ?? '') && Number(hour) < 12;
  const h = Number(hour) + (afternoon ? 12 : 0);
  if (h > 24 || Number(minute) > 59) return date;
  return `${date}T${two(h)}:${minute}${second === undefined ? '' : `:${second}`}${offset ?? ''}`;
}

const digits = '〇一二三四五六七八九';

function digit(character: string): number {
  return /[零○]/.test(character) ? 0 : digits.indexOf(character);
}

/** 一 to 三十一. */
function numeral(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '' ? 1 : tens === '0' ? 0 : digit(tens ?? '');
  return ten * 10 + (ones === '' || ones === undefined ? 0 : digit(ones));
}
