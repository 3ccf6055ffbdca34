import { listed, type Language, type Text } from '../language.ts';
import { privateKinds } from '../messages/papers/challenge-messages.ts';
import type { Challenge, ChallengedCase } from './challenged-case.ts';

type PrivateKind = keyof typeof privateKinds;

const digitsBetween = (pattern: string) => new RegExp(`(?<![\\d.])${pattern}(?![\\d.])`, 'gu');
const mobile = digitsBetween('1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}');
const identity = digitsBetween('[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]');
const card = digitsBetween('(?:\\d[ -]?){15,18}\\d');
const mail = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gu;

/** How many strings of each kind a text holds that look like somebody's personal data. None of them is repeated. */
export function privateIn(text: string): ReadonlyMap<PrivateKind, number> {
  const found: Readonly<Record<PrivateKind, number>> = {
    mobile: count(text, mobile),
    identity: count(text, identity, isIdentityNumber),
    card: count(text, card, isCardNumber),
    mail: count(text, mail),
  };
  return new Map((Object.entries(found) as [PrivateKind, number][]).filter(([, number]) => number > 0));
}

const count = (text: string, pattern: RegExp, holds: (found: string) => boolean = () => true): number =>
  new Set([...text.matchAll(pattern)].map(([found]) => found).filter(holds)).size;

/** By its check character (GB 11643-1999, ISO 7064 MOD 11-2). */
function isIdentityNumber(text: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text.at(-1)?.toUpperCase();
}

/** By its check digit (ISO/IEC 7812-1, Luhn), and no identity number. */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 16 || new Set(digits).size < 3 || (digits.length === 18 && isIdentityNumber(digits)))
    return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const value = Number(digits[digits.length - 1 - at]) * (at % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Personal data on the pages that would be filed, each exhibit with kinds and number. */
export function privateData({ exhibits }: ChallengedCase): readonly Challenge[] {
  return exhibits.flatMap(({ number, words }): Challenge[] => {
    const { text, machineRead } = words();
    const found = privateIn([text ?? '', machineRead ?? ''].join('\n'));
    if (found.size === 0) return [];
    const inLanguage = (language: Language) =>
      listed(
        [...found.keys()].map((kind) => privateKinds[kind][language]),
        language,
      );
    const kinds: Text = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
    const all = [...found.values()].reduce((a, b) => a + b, 0);
    return [{ code: 'private-data', where: number, params: { kinds, count: all } }];
  });
}
