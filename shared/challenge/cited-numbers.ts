import { spokenFields } from '../messages/papers/challenge-messages.ts';
import { passageState } from '../claims/passage.ts';
import { exhibitsList, type Challenge, type ChallengedCase, type ChallengedExhibit } from './challenged-case.ts';

const number = '[A-Z]{0,4}-?\\d{1,4}(?:-\\d{1,3})?[A-Z]?(?![\\d年月日号时点:.%％])';
const chinese = new RegExp(
  `(?<!对方|被申请人|被告|该方)证据\\s*(?<list>${number}(?:\\s*[、，,和及至—–~～]\\s*${number})*)(?!\\s*[份项组个页家])(?:\\s*[（(]?\\s*《(?<title>[^《》]{2,120})》)?`,
  'gu',
);
const english = new RegExp(
  `\\b(?<!(?:respondent|opponent|defendant)(?:['’]s)?\\s)[Ee]xhibits?\\s+(?<list>${number}(?:(?:\\s*,\\s*|\\s*[–—]\\s*|\\s+(?:and|to)\\s+)${number})*)(?:\\s*[,(]?\\s*[“"](?<title>[^“”"]{2,120})[”"])?`,
  'gu',
);

/** Exhibits that a text cites by their numbers; `title` where one is named right behind a single number. */
export function citedNumbers(text: string): readonly Readonly<{ number: string; title: string | null }>[] {
  return [chinese, english].flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ groups }) => {
      const numbers = (groups?.['list'] ?? '').match(new RegExp(number, 'gu')) ?? [];
      const title = numbers.length === 1 ? (groups?.['title'] ?? null) : null;
      return numbers.map((one) => ({ number: one, title }));
    }),
  );
}

/**
 * One number, two things: a text that cites an exhibit which is not there, or beside the title of another; and a number
 * under which a paper that was built earlier has something else.
 */
export function numbersOfExhibits({ exhibits, plan, earlier }: ChallengedCase): readonly Challenge[] {
  const byNumber = new Map(exhibits.map((one) => [one.number, one]));
  const filed = [
    ...exhibits.flatMap(({ number: where, exhibit }) =>
      (['purpose', 'summary', 'remarks'] as const).map((field) => ({ where, field, text: exhibit[field] ?? '' })),
    ),
    ...plan.chronology.map(({ when, what }) => ({ where: when, field: 'event' as const, text: what })),
    ...plan.elements.map(({ id, fact = '' }) => ({ where: id, field: 'fact' as const, text: fact })),
  ];
  const drafts = plan.drafts.map(({ title, text }) => ({ where: title, draft: title, text }));
  return [
    ...filed.flatMap((one) => citedWrongly(one, byNumber, { unknown: 'cites-unknown', other: 'cites-other' })),
    ...drafts.flatMap((one) =>
      citedWrongly(one, byNumber, { unknown: 'draft-cites-unknown', other: 'draft-cites-other' }),
    ),
    ...otherwiseIn('report', 'number-in-report', earlier, byNumber),
    ...otherwiseIn('bundle', 'number-moved', earlier, byNumber),
  ];
}

/** Numbers that mean something else in a paper that was built earlier; the first of them as an example. */
function otherwiseIn(
  wanted: ChallengedCase['earlier'][number]['paper'],
  code: Challenge['code'],
  earlier: ChallengedCase['earlier'],
  byNumber: ReadonlyMap<string, ChallengedExhibit>,
): readonly Challenge[] {
  const other = earlier.flatMap(({ paper, number: same, item, title }) => {
    const now = byNumber.get(same);
    return paper !== wanted || !now || now.record.item === item ? [] : [{ same, title, now }];
  });
  const [first] = other;
  if (!first) return [];
  const exhibits = exhibitsList(other.map(({ now }) => now));
  const params = { exhibits, number: first.same, before: first.title, now: first.now.exhibit.title };
  return [{ code, where: 'case', params }];
}

type Cited = Readonly<{ where: string; text: string } & ({ field: keyof typeof spokenFields } | { draft: string })>;

function citedWrongly(
  { where, text, ...said }: Cited,
  byNumber: ReadonlyMap<string, ChallengedExhibit>,
  codes: Readonly<Record<'unknown' | 'other', Challenge['code']>>,
): readonly Challenge[] {
  return citedNumbers(text).flatMap(({ number: cited, title }): Challenge[] => {
    const found = byNumber.get(cited);
    const saidIn = 'field' in said ? { field: spokenFields[said.field] } : said;
    const params = { ...saidIn, number: cited };
    if (!found) return [{ code: codes.unknown, where, params }];
    if (title === null || isCalled(found, title)) return [];
    return [{ code: codes.other, where, params: { ...params, title, own: found.exhibit.title } }];
  });
}

/** Whether a title may be that of an exhibit: as it is arranged, as the page calls itself, or in the page's words. */
function isCalled({ exhibit, record, words }: ChallengedExhibit, title: string): boolean {
  const bare = (text: string) => text.replace(/\s+/gu, '');
  const [wanted, own, page] = [title, exhibit.title, record.title ?? ''].map(bare) as [string, string, string];
  if (own.includes(wanted) || (own !== '' && wanted.includes(own)) || (page !== '' && page.includes(wanted)))
    return true;
  return passageState(words(), title).startsWith('found');
}
