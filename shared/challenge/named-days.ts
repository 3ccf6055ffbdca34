/** A day or month that a text names; `year` and `day` null where it does not say them. */
export type NamedDay = Readonly<{ words: string; year: number | null; month: number; day: number | null }>;

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const forms: readonly RegExp[] = [
  /(?:(?<year>\d{4})\s*年\s*)(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*日)?/gu,
  /(?<![\d年]\s*)(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日/gu,
  /(?<!\d)(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?(?!\d)/gu,
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<name>${months})[a-z]*\\.?(?:,?\\s+(?<year>\\d{4}))?\\b`, 'giu'),
  new RegExp(
    `\\b(?<name>${months})[a-z]*\\.?\\s+(?<day>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?`,
    'giu',
  ),
];
/** Only pages write days so: in a purpose it may be anything. */
const short = /(?<![\d.:/-])(?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d:/-])/gu;

/** Days and months that a text names, by the ways in which both languages write them. */
export function daysNamedIn(text: string, { shortToo = false } = {}): readonly NamedDay[] {
  return [...forms, ...(shortToo ? [short] : [])].flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ 0: words, groups = {} }): NamedDay[] => {
      const number = (name: string) => (groups[name] === undefined ? null : Number(groups[name]));
      const name = groups['name'];
      const month = name === undefined ? number('month') : months.split('|').indexOf(name.toLowerCase()) + 1;
      const [year, day] = [number('year'), number('day')];
      const isReal = month !== null && month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= 31));
      return isReal ? [{ words, year, month, day }] : [];
    }),
  );
}

/** Whether one of these days is the one that is claimed, as far as both say. */
export function isNamed({ year, month, day }: NamedDay, among: readonly NamedDay[]): boolean {
  return among.some(
    (one) =>
      one.month === month &&
      (day === null || one.day === day) &&
      (year === null || one.year === null || one.year === year),
  );
}
