const digits: Readonly<Record<string, number>> = {
  ...{ 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};

/** `三`, `十二`, `一百零三` without its zero, or digits; null where it is none. */
export function chineseNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const read = /^(?:(.)?(百))?(?:(.)?(十))?(.)?$/u.exec(text);
  if (text === '' || !read) return null;
  const [, hundreds, hundred, tens, ten, ones] = read;
  const of = (sign: string | undefined, otherwise: number) => (sign === undefined ? otherwise : (digits[sign] ?? NaN));
  const value = (hundred ? of(hundreds, 1) * 100 : 0) + (ten ? of(tens, 1) * 10 : 0) + of(ones, 0);
  return Number.isNaN(value) || value === 0 ? null : value;
}
