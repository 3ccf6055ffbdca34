import { passageState } from '../claims/passage.ts';
import { spokenFields } from '../messages/papers/challenge-messages.ts';
import { quotedIn } from '../quoted-in.ts';
import { exhibitsList, type Challenge, type ChallengedCase, type ChallengedExhibit } from './challenged-case.ts';

/** Quotations and titles in what the lawyer wrote, against the words that are stored of the exhibits. */
export function quotations({ exhibits, plan }: ChallengedCase): readonly Challenge[] {
  const ofExhibits = exhibits.flatMap((own) =>
    (['title', 'purpose', 'summary', 'remarks'] as const).flatMap((field) =>
      quotedIn(own.exhibit[field] ?? '').flatMap((words) => quoted(words, field, own.number, [own], exhibits)),
    ),
  );
  const ofEvents = plan.chronology.flatMap(({ when, what, items }) => {
    const named = exhibits.filter(({ record }) => items?.includes(record.item) ?? true);
    return quotedIn(what).flatMap((words) => quoted(words, 'event', when, named, exhibits));
  });
  return [...ofExhibits, ...ofEvents];
}

function quoted(
  words: string,
  field: keyof typeof spokenFields,
  where: string,
  own: readonly ChallengedExhibit[],
  all: readonly ChallengedExhibit[],
): readonly Challenge[] {
  const params = { field: spokenFields[field], words };
  const states = own.map((one) => stateOf(one, words));
  if (states.includes('found')) return [];
  if (states.includes('found-other-glyphs')) return [{ code: 'quotation-other-glyphs', where, params }];
  if (states.includes('found-machine-read')) return [{ code: 'quotation-machine-read', where, params }];
  if (states.includes('no-text')) return [{ code: 'quotation-unchecked', where, params }];
  const others = all.filter((one) => !own.includes(one) && stateOf(one, words).startsWith('found'));
  if (others.length === 0) {
    const unread = all.filter((one) => stateOf(one, words) === 'no-text');
    if (unread.length === 0) return [{ code: 'quotation-not-found', where, params }];
    return [{ code: 'quotation-not-here', where, params: { ...params, exhibits: exhibitsList(unread) } }];
  }
  return [{ code: 'quotation-elsewhere', where, params: { ...params, exhibits: exhibitsList(others) } }];
}

/** A page's own title is among its words, though it is shown in no picture. */
function stateOf({ record, words }: ChallengedExhibit, passage: string) {
  const stored = words();
  const { title } = record;
  if (title !== null && passageState({ text: title, machineRead: null }, passage) === 'found') return 'found';
  return passageState(stored, passage);
}
