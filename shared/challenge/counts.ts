import { countUnits, spokenFields } from '../messages/papers/challenge-messages.ts';
import { passageState } from '../claims/passage.ts';
import { siteHost } from '../claims/single-source.ts';
import { exhibitsList, type Challenge, type ChallengedCase, type ChallengedExhibit } from './challenged-case.ts';
import { chineseNumber } from './numerals.ts';

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
  const there = { sites: mostSites(exhibits), reports: exhibits.filter(isCoverage).length };
  const texts = [
    ...exhibits.flatMap(({ number, exhibit: { title, purpose, summary = '' } }) =>
      Object.entries({ title, purpose, summary }).map(([field, text]) => ({ field, text, where: number })),
    ),
    ...plan.chronology.map(({ when, what }) => ({ field: 'event', text: what, where: when })),
  ] as readonly Readonly<{ field: keyof typeof spokenFields; text: string; where: string }>[];
  return texts.flatMap(({ field, text, where }) =>
    countsIn(text)
      .filter(({ unit, least }) => least > 1 && there[unit] < least)
      .flatMap(({ words, unit }): readonly Challenge[] => {
        const params = { field: spokenFields[field], words, found: there[unit], unit: countUnits[unit] };
        const states = exhibits.map((one) => ({ one, state: passageState(one.words(), words) }));
        if (states.some(({ state }) => state.startsWith('found'))) return []; // what a page itself says is the page's claim
        const unread = states.filter(({ state }) => state === 'no-text').map(({ one }) => one);
        if (unread.length === 0) return [{ code: 'count-exceeds', where, params }];
        return [{ code: 'count-unchecked', where, params: { ...params, exhibits: exhibitsList(unread) } }];
      }),
  );
}

const isCoverage = ({ record }: ChallengedExhibit): boolean => record.category === 'coverage';

/** Of how many sites the exhibits can be: one of which that is not known may be of one more. */
function mostSites(exhibits: readonly ChallengedExhibit[]): number {
  const hosts = exhibits.flatMap(({ record }) => {
    if (record.kind === 'capture') return [record.finalUrl === null ? null : siteHost(record.finalUrl)];
    return record.category === 'coverage' ? [null] : [];
  });
  const known = new Set(hosts.filter((host) => host !== null));
  return known.size + hosts.filter((host) => host === null).length;
}
