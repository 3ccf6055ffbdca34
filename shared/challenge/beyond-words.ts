import { readableInstant } from '../instant.ts';
import { spokenFields } from '../messages/papers/challenge-messages.ts';
import type { Text } from '../language.ts';
import { citedNumbers } from './cited-numbers.ts';
import { amountsIn, claimedDays, consequencesIn, namesIn } from './claimed.ts';
import type { Challenge, ChallengedCase, ChallengedExhibit } from './challenged-case.ts';
import { countsIn } from './counts.ts';
import { daysNamedIn } from './named-days.ts';
import { quotedIn } from '../quoted-in.ts';

/**
 * Purposes, summaries and events that say more than the stored words of their exhibits: days, amounts, names, verbs of
 * consequence. Nothing is said where no words are stored. What only a machine read may be misread: that is a note.
 */
export function beyondWords(subject: ChallengedCase): readonly Challenge[] {
  const { exhibits, plan } = subject;
  return [
    ...exhibits.flatMap((own) =>
      (['purpose', 'summary'] as const).flatMap((field) =>
        beyond(own.exhibit[field] ?? '', field, own.number, [own], subject),
      ),
    ),
    ...plan.chronology.flatMap(({ when, what, items }) => {
      const named = exhibits.filter(({ record }) => items?.includes(record.item) ?? false);
      return named.length === 0 ? [] : beyond(what, 'event', when, named, subject);
    }),
  ];
}

function beyond(
  text: string,
  field: keyof typeof spokenFields,
  where: string,
  own: readonly ChallengedExhibit[],
  { exhibits, facts }: ChallengedCase,
): readonly Challenge[] {
  const cited = new Set(citedNumbers(text).map(({ number }) => number));
  const asked = [...own, ...exhibits.filter((one) => cited.has(one.number) && !own.includes(one))];
  const pages = asked.map(pageOf);
  if (pages.some(({ words }) => words === null)) return [];
  const said = pages.map(({ words }) => words ?? '').join('\n');
  const plain = withoutQuoted(text);
  const claims = [
    ...claimedDays(plain, asked.flatMap(daysOf)),
    ...amountsIn(plain),
    ...consequencesIn(plain),
    ...namesIn(plain, [...facts.applicants, ...facts.respondents]),
  ].filter(({ isSaidIn }) => !isSaidIn(said));
  const isMachineRead = pages.some(({ byMachine }) => byMachine);
  const told = (code: Challenge['code'], some: typeof claims): readonly Challenge[] =>
    some.length === 0 ? [] : [{ code, where, params: { field: spokenFields[field], claims: quotedText(some) } }];
  return [
    ...told('beyond-words', isMachineRead ? [] : claims.filter(({ sure }) => sure)),
    ...told('perhaps-beyond-words', isMachineRead ? claims : claims.filter(({ sure }) => !sure)),
  ];
}

/** All words of a page, with its own title; null where they are not all stored. `byMachine`: some of them were read by a machine. */
function pageOf({ words, record }: ChallengedExhibit): Readonly<{ words: string | null; byMachine: boolean }> {
  const { text, machineRead, partly } = words();
  if (partly || (text === null && machineRead === null)) return { words: null, byMachine: false };
  return { words: [record.title ?? '', text ?? '', machineRead ?? ''].join('\n'), byMachine: text === null };
}

/** Days that are known without the page: of its capture or import, and as the catalogue states them. */
function daysOf({ record, exhibit }: ChallengedExhibit) {
  const { date = '', media } = exhibit;
  const stated = [readableInstant(record.startedAt), readableInstant(record.endedAt), date, media?.published ?? ''];
  return stated.flatMap((text) => daysNamedIn(text));
}

/** What stands in quotation marks is held against the page letter by letter elsewhere, and counts of media are counted. */
function withoutQuoted(text: string): string {
  const others = [...quotedIn(text), ...countsIn(text).map(({ words }) => words)];
  return others.reduce((rest, words) => rest.replaceAll(words, ' '), text);
}

function quotedText(claims: readonly Readonly<{ words: string }>[]): Text {
  const words = [...new Set(claims.map((one) => one.words))];
  return {
    'zh-CN': words.map((one) => `“${one}”`).join('、'),
    en: words.map((one) => `“${one}”`).join(', '),
  };
}
