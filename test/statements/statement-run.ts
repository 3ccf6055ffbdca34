import { falseArguments } from './false-arguments.ts';
import { falseOrders } from './false-orders.ts';
import { falsePages } from './false-pages.ts';
import { falseHandedOver, falseRecords, falseSealed, falseWhole, type FalseRecord } from './false-records.ts';
import { handedOverOf } from './handed-over.ts';
import { holdAgainst, isBad } from './hold.ts';
import type { Held } from './holding.ts';
import type { KindOfCase } from './kinds/kind.ts';
import { sealedOf, wholeOf, type HandedOver } from './sealed-package.ts';
import { builtOf, type Built } from './kinds/kinds.ts';
import { readBuilt } from './reading/read-built.ts';
import { openStatementRoom } from './kinds/room.ts';

/** What became of the sentences of each bundle, and which false records nothing contradicted. */
export type StatementRun = Readonly<{
  bundles: readonly Readonly<{ bundle: string; held: readonly Held[] }>[];
  tried: number;
  uncaught: readonly FalseRecord[];
}>;

/** Kinds of the short form: a page and an import with an outside paper, a phone's view of a page that is short, imports, a report, what a lawyer mapped, marked and linked, what was said, traced and compared, pages that were drawn here. */
export const shortKinds: readonly string[] = [
  'prc',
  'ip-phone-short',
  'imports',
  'order-served',
  'claimed',
  'shown',
  'drawn',
];
/** Of this kind also what `verify` says, and what a package says of itself. */
const handedOver = 'prc';

/** Makes the cases two at a time, reads their papers back, and holds them against true and false records. */
export async function statementRun(kinds: readonly KindOfCase[]): Promise<StatementRun> {
  const room = await openStatementRoom();
  try {
    const made: Built[] = [];
    const left = [...kinds];
    const work = async () => {
      for (let kind = left.shift(); kind; kind = left.shift()) made.push(...(await builtOf(room, kind)));
    };
    await Promise.all([work(), work()]);
    const bundles = await Promise.all(made.map(readAndHeld));
    const seeded = [...falseRecords, ...falseOrders, ...falseArguments, ...falsePages].filter(({ kind }) =>
      kinds.some(({ name }) => name === kind),
    );
    const uncaught = seeded.filter(
      ({ kind, change, by }) =>
        !bundles
          .filter(({ built }) => built.kind === kind)
          .every(({ pieces, facts, known }) => {
            const changed = structuredClone(facts);
            change(changed);
            return holdAgainst(pieces, changed).some(
              (one) => isBad(one) && !known.has(keyOf(one)) && (by === undefined || one.paper === by),
            );
          }),
    );
    const papers = bundles.map(({ bundle, pieces, facts }) => ({ bundle, held: holdAgainst(pieces, facts) }));
    const handed: { bundle: string; held: readonly Held[] }[] = [];
    const hand = (bundle: string, { facts, held }: HandedOver, changes: readonly FalseRecord[]) => {
      handed.push({ bundle, held: held(facts) });
      seeded.push(...changes);
      for (const one of changes) {
        const changed = structuredClone(facts);
        one.change(changed);
        if (!held(changed).some(isBad)) uncaught.push(one);
      }
    };
    const own = bundles.filter(({ built }) => built.kind === handedOver);
    for (const { built, bundle } of own) {
      const over = await handedOverOf(room, built);
      hand(`${bundle}, handed over`, over, falseHandedOver);
      hand(`${bundle}, sealed`, await sealedOf(room, built, over.facts), falseSealed);
    }
    // Last: from here on the log of the case has a stamp.
    for (const { built, bundle, facts } of own) hand(`${bundle}, whole`, await wholeOf(room, built, facts), falseWhole);
    return { bundles: [...papers, ...handed], tried: seeded.length, uncaught };
  } finally {
    await room.close();
  }
}

async function readAndHeld(built: Built) {
  const read = await readBuilt(built);
  const known = new Set(holdAgainst(read.pieces, read.facts).filter(isBad).map(keyOf));
  return { built, bundle: `${built.kind} ${built.language}`, ...read, known };
}

const keyOf = ({ paper, statement, text, is }: Held): string => [paper, statement, text, is].join(' ');

/** The numbers of a run, a line each. */
export function summaryOf({ bundles, tried, uncaught }: StatementRun): readonly string[] {
  const results = ['borne-out', 'contradicted', 'not said', 'unclassified', 'heading', 'own words'] as const;
  const line = (name: string, held: readonly Held[]) =>
    `${name.padEnd(28)}${results.map((is) => `${is} ${held.filter((one) => one.is === is).length}`).join('  ')}`;
  return [
    ...bundles.map(({ bundle, held }) => line(bundle, held)),
    line(
      'all',
      bundles.flatMap(({ held }) => held),
    ),
    `false records contradicted: ${tried - uncaught.length} of ${tried}`,
  ];
}
