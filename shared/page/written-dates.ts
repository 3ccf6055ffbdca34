import { writtenIso, type WrittenClock } from './facts/day-and-time.ts';
import { monthNumber } from './facts/month-names.ts';

/** A date as a page writes it, and the same in ISO 8601 where year, month and day are all there; no zone is assumed. */
export type WrittenDate = Readonly<{ written: string; iso: string | null; at: number }>;

const halves =
  '凌晨|半夜|午夜|清晨|早晨|早上|上午|中午|正午|下午|午后|傍晚|晚上|晚间|晚間|夜间|夜間|深夜|午前|午後|오전|오후|[AaPp]\\.?[Mm]\\b\\.?';
const between = String.raw`(?:[ \t\u3000T,|•·@—–-]|\b(?:at|um|alle|ore|kl\.?)\b|às?(?= )|a las|: (?=\d))*`;
const clock = String.raw`(?:${between}(?:星期.|周[一二三四五六日]|[（(](?:星期|周)?.[）)])?${between}(?<half>${halves})?[ ]?(?<hour>\d{1,2})(?:[:时點点時h]|시 ?)(?<minute>\d{2})(?:[:分](?<second>\d{2})(?:\.\d+)?秒?)?分?(?:[ ]?(?<late>[AaPp]\.?[Mm]\b\.?))?(?:[ ]?(?<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b))?)?`;
const numeric = String.raw`(?<!\d)(?<year>20\d{2}|19\d{2})\s?[-/.年년]\s?(?<month>\d{1,2})\s?[-/.月월]\s?(?<day>\d{1,2})(?!\d)\s?[日号號일]?`;
const dayFirst = String.raw`(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>20\d{2}|19\d{2})(?![\d.]\d)`;
const eitherFirst = String.raw`(?<![\d/-])(?<one>\d{1,2})(?<sep>[/-])(?<other>\d{1,2})\k<sep>(?<year>20\d{2}|19\d{2})(?!\d)`;
const chinese = String.raw`(?<year>[二一][〇零○O九][〇零○O一二三四五六七八九]{2})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})[日号號]`;
const era = String.raw`(?<era>民国|民國|令和|平成)\s?(?<year>\d{1,3}|元)\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日`;
const word = String.raw`\p{L}{3,10}`;
const weekday = String.raw`(?:\s\p{L}{2,9}\.?,?)?`;
const monthFirst = String.raw`(?<![\p{L}\d])(?<name>${word})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?${weekday},?\s(?<year>20\d{2}|19\d{2})(?!\d)`;
const dayThenName = String.raw`(?<![\p{L}\d.])(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s.](?:de\s|of\s)?(?<name>${word})\.?,?[\s.](?:de[l]?\s)?(?<year>20\d{2}|19\d{2})(?!\d)`;
const unixDate = String.raw`(?<![\p{L}\d])(?<name>${word})\s+(?<day>\d{1,2})\s+(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})\s+[A-Z]{3,4}\s+(?<year>20\d{2}|19\d{2})`;
const partial = String.raw`(?<![\d年年])(?<month>\d{1,2})月(?<day>\d{1,2})[日号號]`;
const namedPartial = String.raw`(?<![\p{L}\d])(?<name>${word})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d.,:]|\s\d{4})`;
const relative = String.raw`(?:\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|時間|天|周|个月)前|半小时前|刚刚|剛剛|(?:昨天|今天|前天)(?:\s?\d{1,2}:\d{2})?|\b\d{1,2}\s(?:minute|hour|day|week|month)s?\sago\b|\byesterday\b)`;

type Groups = Readonly<Record<string, string | undefined>>;
const clockOf = ({ half, late, hour, minute, second, zone }: Groups): WrittenClock => {
  return { half: half ?? late, hour, minute, second, zone };
};
const eras: Readonly<Record<string, number>> = { 民国: 1911, 民國: 1911, 令和: 2018, 平成: 1988 };

/** Ways to write a date, each with what it says. `undefined`: it is none after all. */
const ways: readonly (readonly [pattern: RegExp, iso: (groups: Groups) => string | null | undefined])[] = [
  [withClock(numeric), (of) => writtenIso(of['year'] ?? '', Number(of['month']), Number(of['day']), clockOf(of))],
  [withClock(dayFirst), (of) => writtenIso(of['year'] ?? '', Number(of['month']), Number(of['day']), clockOf(of))],
  [withClock(eitherFirst), eitherOrder],
  [
    withClock(chinese),
    (of) => {
      const year = (of['year'] ?? '').replace(/./g, (one) => String(digit(one)));
      return writtenIso(year, numeral(of['month'] ?? ''), numeral(of['day'] ?? ''), clockOf(of));
    },
  ],
  [
    withClock(era),
    (of) => {
      const year = (of['year'] === '元' ? 1 : Number(of['year'])) + (eras[of['era'] ?? ''] ?? 0);
      return writtenIso(String(year), Number(of['month']), Number(of['day']), clockOf(of));
    },
  ],
  [withClock(monthFirst), named],
  [withClock(dayThenName), named],
  [new RegExp(unixDate, 'gu'), named],
  [withClock(partial), () => null],
  [withClock(namedPartial), ({ name = '' }) => (monthNumber(name) === null ? undefined : null)],
  [new RegExp(relative, 'giu'), () => null],
];

function withClock(pattern: string): RegExp {
  return new RegExp(pattern + clock, 'gu');
}

function named(of: Groups): string | null | undefined {
  const month = monthNumber(of['name'] ?? '');
  return month === null ? undefined : writtenIso(of['year'] ?? '', month, Number(of['day']), clockOf(of));
}

/** `2/26/2015`: only where one of the two can be no month, or both are the same; else nobody can tell. */
function eitherOrder(of: Groups): string | null {
  const [one, other] = [Number(of['one']), Number(of['other'])];
  const [month, day] = one > 12 ? [other, one] : [one, other];
  return one <= 12 && other <= 12 && one !== other ? null : writtenIso(of['year'] ?? '', month, day, clockOf(of));
}

/** What one of the ways begins with or holds, whichever it is: most lines of a page have none of it, and no date. */
const dateSigns = /\d|[二一][〇零○O九]|半小时前|刚刚|剛剛|昨天|今天|前天|\byesterday\b/iu;

/** Every date that a text writes out, in its order; where two readings overlap, the fuller one. */
export function writtenDates(text: string): readonly WrittenDate[] {
  const plain = plainDigits(text);
  if (!dateSigns.test(plain)) return [];
  const found = ways.flatMap(([pattern, isoOfGroups]) =>
    [...plain.matchAll(pattern)].flatMap((one) => {
      const iso = isoOfGroups(one.groups ?? {});
      const written = text.slice(one.index, one.index + one[0].length).trimEnd();
      return iso === undefined ? [] : [{ written, iso, at: one.index }];
    }),
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

/** Digits of other scripts and full-width signs as ASCII's, each in its place: full-width, Arabic-Indic, Persian, Indian. */
function plainDigits(text: string): string {
  return text.replace(/[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u00a0\u202f]/g, (one) => {
    const code = one.charCodeAt(0);
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0);
    if (code < 0x0660 || code === 0x202f) return ' ';
    return String((code - (code >= 0x0966 ? 0x0966 : code >= 0x06f0 ? 0x06f0 : 0x0660)) % 10);
  });
}

const digits = '〇一二三四五六七八九';

function digit(character: string): number {
  return /[零○O]/.test(character) ? 0 : digits.indexOf(character);
}

/** 一 to 三十一. */
function numeral(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '' ? 1 : tens === '0' ? 0 : digit(tens ?? '');
  return ten * 10 + (ones === '' || ones === undefined ? 0 : digit(ones));
}
