import type { Part } from '../../holding.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts } from '../../reading/stored-facts.ts';
import { word } from '../arranged/tables.ts';

/** Profiles whose courts want to know whose affidavit an exhibit is annexed to. */
const sworn = ['singapore'];

/** A page with the number of the exhibit that it opens, and its title; before some courts, to whose words it is annexed. */
export function dividerParts(facts: Facts, exhibit: number | null): readonly Part[] {
  const about = facts.manifest.exhibits.find(({ number }) => number === String(exhibit));
  if (!about) return [];
  const { number, title } = about;
  const { deponent = '__________' } = facts.stated;
  const date = facts.submitted ?? '__________';
  return [
    { id: 'number', rests: 'number', text: word(facts, `证据${number}`, `Exhibit ${number}`) },
    { id: 'title', rests: 'the user’s own words', text: withoutBlanks(title) },
    ...(sworn.includes(facts.manifest.profile)
      ? [
          {
            id: 'annexed-to',
            rests: 'facts.deponent, facts.submitted',
            text: word(
              facts,
              `本件即${withoutBlanks(deponent)}于${date}所作声明中所称附件“${number}”`,
              `This is the exhibit marked “${number}” referred to in the affidavit of ${deponent} dated ${date}`,
            ),
          },
        ]
      : []),
  ];
}
