import type { Holding } from '../../holding.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import type { PrintedPiece } from '../../reading/printed-papers.ts';
import type { StoredObligation } from '../../reading/stored-order.ts';
import { citedWith } from '../arranged/tables.ts';
import type { Keys } from '../statement.ts';
import { dayAfter, looksAt, sawWords, type Look } from './looks.ts';
import { channelResultOf, homepageRows, stopRow, type Reported } from './rows.ts';
import { inList, inWords } from './said.ts';

const paper = 'summary';
const title = ['裁定、所见、证据', 'Ordered, seen, exhibits'].map(withoutBlanks);
const note = [
  '“未见”仅指所列检查未见，不等于未作出；是否履行由法院认定。逐次检查见其后各表。',
  '“Not seen” means not seen in the checks listed, not that it was not done; compliance is for the court to determine. Each check is in the tables that follow.',
].map(withoutBlanks);

/** Page one of a report: each limb of the ruling, what was seen, and the exhibits that show it. */
export function holdLimbs(pieces: readonly PrintedPiece[], holding: Holding): void {
  const facts = holding.facts as Reported; // as whoever calls has asked
  const borne = limbKeys(facts);
  for (const { cells } of pieces) {
    const [text = ''] = cells;
    const rest = title.reduce((left, one) => left.replace(one, ''), text);
    if (cells.length > 1) holding.add(paper, 'limb', 'order, records of all looks', text, [cells.join('|')], borne);
    else if (rest === '') holding.plain(paper, 'heading', text);
    else
      holding.add(
        paper,
        'limbs-note',
        'none: a method or a limit',
        text,
        [note.includes(rest) ? 'said' : '?'],
        ['said'],
      );
  }
  holding.due(paper, 'limb', 'order, records of all looks', borne);
  holding.due(paper, 'limbs-note', 'none: a method or a limit', ['said']);
}

const limbKeys = (facts: Reported): Keys =>
  facts.order.obligations.map((of) => {
    const items = facts.manifest.exhibits.map(({ item }) => item).filter((item) => restsOn(facts, of).includes(item));
    const cited = citedWith(facts, items, (item) => (item === facts.order.item ? [of.text] : wordsOf(of)));
    return [of.text, seenOf(facts, of), cited].map(withoutBlanks).join('|');
  });

const wordsOf = (of: StoredObligation): readonly string[] =>
  of.kind === 'stop' ? [...new Set(of.places.map(({ words }) => words))] : [of.words];

function seenOf(facts: Reported, of: StoredObligation): string {
  const named = (name: string, said: string) => `${name}${inWords(facts, ['：', ':'])}${said}`;
  switch (of.kind) {
    case 'stop':
      return of.places
        .map((spot) => stopRow(facts, of, spot))
        .map(([where = '', , state = '']) => named(where, state))
        .join('');
    case 'clarify':
      return of.channels.map((one) => named(one.channel, channelResultOf(facts, of, one))).join('');
    case 'homepage': {
      const days = homepageRows(facts, of).map(([day = '', state = '']) => ({ day, said: withoutPage(facts, state) }));
      return [...Map.groupBy(days, ({ said }) => said)]
        .map(([said, own]) => named(said, inList(facts, stretches(own.map(({ day }) => day)))))
        .join('');
    }
  }
}

/** What a day showed, without what the page itself was: that is in the table. */
function withoutPage(facts: Reported, state: string): string {
  const apart = inWords(facts, ['；', '; ']);
  const parts = state.split(apart);
  const sides = [
    ['裁定作出之前', 'before the ruling was made'],
    ['履行期限届满前', 'before the deadline'],
    ['当时履行期限是否届满未知', 'whether the deadline had passed is unknown'],
  ] as const;
  return parts.filter((part, at) => at === 0 || sides.some((side) => inWords(facts, side) === part)).join(apart);
}

function stretches(days: readonly string[]): readonly string[] {
  const all: string[][] = [];
  for (const day of days) {
    const last = all.at(-1);
    if (last && dayAfter(last.at(-1) ?? '', 1) === day) last.push(day);
    else all.push([day]);
  }
  return all.map((run) => (run.length === 1 ? (run[0] ?? '') : `${run[0] ?? ''}–${run.at(-1) ?? ''}`));
}

/** The ruling, and the items from which what is said of an obligation follows. */
function restsOn(facts: Reported, of: StoredObligation): readonly (string | null)[] {
  const ends = (looks: readonly Look[], words: string): readonly string[] => {
    const saw = looks.map((look) => sawWords(look, words));
    const firstSeen = saw.indexOf(true);
    const notSeen = saw.findIndex((one, at) => one === false && at > firstSeen);
    const lastSeen = saw.slice(0, notSeen < 0 ? undefined : notSeen).lastIndexOf(true);
    const again = notSeen < 0 ? -1 : saw.indexOf(true, notSeen);
    const wanted = [0, lastSeen, notSeen, again, looks.length - 1];
    return looks.filter((_, at) => wanted.includes(at)).map(({ record }) => record.item);
  };
  const own = (): readonly (string | null)[] => {
    switch (of.kind) {
      case 'stop':
        return of.places.flatMap(({ address, words }) => ends(looksAt(facts, address), words));
      case 'clarify':
        return of.channels.flatMap(({ originals, clarifications, accounts }) => [
          ...originals,
          ...clarifications,
          ...accounts.flatMap(({ original, looks }) => [original, ...looks.map(({ item }) => item)]),
        ]);
      case 'homepage': {
        const looks = looksAt(facts, of.address);
        const daily = [...Map.groupBy(looks, ({ record }) => record.startedAt.slice(0, 10)).values()];
        return [...ends(looks, of.words), ...daily.flatMap(([first]) => first?.record.item ?? [])];
      }
    }
  };
  return [facts.order.item, ...own()];
}
