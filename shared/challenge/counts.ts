import { countUnits, spokenFields } from '../messages/papers/challenge-messages.ts';
import { passageState } from '../claims/passage.ts';
import { siteHost } from '../claims/single-source.ts';
import { chineseNumber } from './numerals.ts';
import type { Challenge, ChallengedCase, ChallengedExhibit } from './challenged-case.ts';

/** A number of sites or reports that a text claims. `least`: how many there must be for it to hold. */
export type ClaimedCount = Readonly<{ words: string; unit: keyof typeof countUnits; least: number }>;

const digits: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  ...{ dozen: 12, twenty: 20, thirty: 30, forty: 40, fifty: 50 },
};
const chinese =
  /(?<!第)(?<number>\d{1,4}|[一二两三四五六七八九]?百?[一二两三四五六七八九]?十?[一二两三四五六七八九]?)(?<more>余|多)?\s*(?:(?<site>家|个)(?:[\p{Script=Han}]{0,6}?)(?:媒体|网站|平台|机构|门户)|(?<report>篇|条|则|个)(?:[\p{Script=Han}]{0,6}?)(?:报道|文章|新闻|帖子|网页|链接))/gu;
const english =
  /\b(?<more>more than |over )?(?<number>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|twenty|thirty|forty|fifty)\s+(?:[a-z-]+\s+){0,2}?(?:(?<site>outlets|websites|sites|newspapers|platforms)|(?<report>articles|reports|posts|stories))\b/giu;

/** How each language writes such a number. */
const ways = [
  { form: chinese, numberIn: chineseNumber },
  { form: english, numberIn: englishNumber },
] as const;

/** Numbers of sites and reports that a text claims; a number that cannot be read is left out. */
export function countsIn(text: string): readonly ClaimedCount[] {
  return ways.flatMap(({ form, numberIn }) =>
    [...text.matchAll(form)].flatMap(({ 0: words, groups }): ClaimedCount[] => {
      const number = numberIn(groups?.['number'] ?? '');
      const more = groups?.['more'] === undefined ? 0 : 1;
      return number === null ? [] : [{ words, unit: groups?.['site'] ? 'sites' : 'reports', least: number + more }];
    }),
  );
}

function englishNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  return digits[text.toLowerCase().replace(/^a /, '')] ?? null;
}

/** Numbers of media and reports in purposes, titles and the chronology, against the coverage that is filed. */
export function countsClaimed({ exhibits, plan }: ChallengedCase): readonly Challenge[] {
  const coverage = exhibits.filter(({ record }) => record.category === 'coverage');
  const hosts = new Set(
    exhibits.flatMap(({ record }) =>
      record.kind === 'capture' ? (siteHost(record.finalUrl ?? record.url) ?? []) : [],
    ),
  );
  // What somebody handed in may each be of one more site: of which is not known.
  const handedIn = coverage.filter(({ record }) => record.kind === 'import').length;
  const there = { sites: hosts.size + handedIn, reports: coverage.length };
  const texts = [
    ...exhibits.flatMap(({ number, exhibit: { title, purpose, summary = '' } }) =>
      Object.entries({ title, purpose, summary }).map(([field, text]) => ({ field, text, where: number })),
    ),
    ...plan.chronology.map(({ when, what }) => ({ field: 'event', text: what, where: when })),
  ] as readonly Readonly<{ field: keyof typeof spokenFields; text: string; where: string }>[];
  return texts.flatMap(({ field, text, where }) =>
    countsIn(text)
      .filter(({ unit, least, words }) => least > 1 && there[unit] < least && !isQuoted(words, exhibits))
      .map(({ words, unit }): Challenge => {
        const params = { field: spokenFields[field], words, found: there[unit], unit: countUnits[unit] };
        return { code: 'count-exceeds', where, params };
      }),
  );
}

/** What a page itself says is the page's claim. */
function isQuoted(words: string, exhibits: readonly ChallengedExhibit[]): boolean {
  return exhibits.some((one) => passageState(one.words(), words).startsWith('found'));
}
