import { withoutBlanks } from './reading/printed-words.ts';
import type { PrintedPiece } from './reading/printed-papers.ts';
import type { Facts } from './reading/stored-facts.ts';
import { numbersIn } from './table/statement.ts';

type Rows = Map<string, string[]>;
/** A label and its values of one exhibit, as the technical annex says them; and the page where it begins to. */
export type TechnicalRows = Readonly<{ page: number; rows: ReadonlyMap<string, readonly string[]> }>;

export const sharedHead = /^(?:证据(.+?)共同的记载|Sharedbyexhibits?(.+))$/u;

/**
 * What the annex says of each exhibit, by its number: its own rows, and those that it shares with others and says nothing
 * else of itself. Rows whose label is empty go on with the one above.
 */
export function technicalRows(pieces: readonly PrintedPiece[], facts: Facts): ReadonlyMap<string, TechnicalRows> {
  const titles = headsOfAnnex(facts);
  const own = new Map<string, { page: number; rows: Rows }>();
  const shared = new Map<string, Rows>();
  let into: readonly Rows[] = [];
  let label = '';
  for (const { page, cells } of pieces) {
    const [first = '', value] = cells;
    if (value === undefined) {
      const number = titles.get(first);
      const [, zh, en] = sharedHead.exec(first) ?? [];
      if (number !== undefined) {
        const rows: Rows = new Map();
        own.set(number, { page, rows });
        into = [rows];
      } else if (zh !== undefined || en !== undefined)
        into = numbersIn(zh ?? en).map((one) => shared.get(one) ?? setIn(shared, one));
      continue;
    }
    if (first !== '') label = first;
    for (const rows of into) rows.set(label, [...(rows.get(label) ?? []), value]);
  }
  return new Map(
    facts.exhibits.flatMap(({ number }) => {
      const mine = own.get(number);
      if (!mine) return [];
      const rows = new Map([...(shared.get(number) ?? []), ...mine.rows]);
      return [[number, { page: mine.page, rows }] as const];
    }),
  );
}

/** The line above what is told of an exhibit, in either language, with the exhibit's number. */
export const headsOfAnnex = ({ manifest }: Facts): ReadonlyMap<string, string> =>
  new Map(
    manifest.exhibits.flatMap(({ number, title }) =>
      ['证据', 'Exhibit'].map((word) => [withoutBlanks(`${word}${number}${title}`), number] as const),
    ),
  );

function setIn(all: Map<string, Rows>, number: string): Rows {
  const rows: Rows = new Map();
  all.set(number, rows);
  return rows;
}
