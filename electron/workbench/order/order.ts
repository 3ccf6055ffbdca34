import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { Output } from '../../../shared/contract.ts';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { inEach, say, sayToUser, type CaseLanguage } from '../../../shared/language.ts';
import { deadlineName } from '../../../shared/messages/order-messages.ts';
import { deadlinesOf, doubtsText } from '../../../shared/order/deadlines.ts';
import { icsText } from '../../../shared/order/ics.ts';
import { legalBasisText } from '../../../shared/law/legal-basis.ts';
import { obligationReports, type ObligationReport } from '../../../shared/order/obligations.ts';
import { emptyOrder, type Order } from '../../../shared/order/order.ts';
import { deadlineTable, obligationTables } from '../../../shared/plan/compliance.ts';
import type { ReadableCase, WritableCase } from '../../casefile/case-handles.ts';
import { refuseRedactedFile } from '../../seal/packages/refuse-redacted.ts';
import { reading, writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { evidenceOf } from './case-evidence.ts';
import { rename } from '../../casefile/files/durable.ts';

/** Reads or sets the order, and says what follows from it: deadlines, and what the captures show of each obligation. */
export const orderHandler: Handler<'order.keep'> = ({ case: folder, order, ics, language }, context) => {
  const answer = async (caseFile: ReadableCase) => {
    const output = orderState(caseFile, context);
    if (ics !== null)
      await writeCalendar({ ics, language: language ?? context.language }, caseFile, output.order, context);
    return output;
  };
  if (order === null) return reading(folder, answer);
  return writing(folder, context.services, (caseFile) => {
    checkItems(order, caseFile);
    if (canonicalJson(order) !== canonicalJson(caseFile.statement('order') ?? emptyOrder))
      caseFile.logEvent('order-set', { order });
    return answer(caseFile);
  });
};

/** An item that the order names must be there. @throws FascicleError `no-such-item` */
function checkItems({ item, served, obligations }: Order, caseFile: WritableCase): void {
  const named = [
    item,
    ...served.map((one) => one.item),
    ...obligations.flatMap((obligation) =>
      obligation.kind === 'clarify'
        ? obligation.channels.flatMap(({ originals, clarifications, accounts }) => [
            ...originals,
            ...clarifications,
            ...accounts.flatMap(({ original, looks }) => [original, ...looks.map((look) => look.item)]),
          ])
        : [],
    ),
  ];
  for (const id of named) if (id !== null) caseFile.item(id);
}

function orderState(caseFile: ReadableCase, { services, language }: HandlerContext): Output<'order.keep'> {
  const order = caseFile.statement('order') ?? emptyOrder;
  const deadlines = deadlinesOf(order);
  const reports = obligationReports(order, evidenceOf(caseFile, services.clockAndRandom.now()));
  const text = (one: Parameters<typeof say>[0]) => say(one, language);
  return {
    order,
    deadlines: deadlines.map(({ id, name, of, from, when, basis, lawDay, doubts }) => ({
      id,
      name: inEach(language, (one) => deadlineName(name, of, one)),
      from,
      when: when.at === 'unknown' ? { at: 'unknown', missing: text(when.missing) } : { ...when },
      basis: basis.map((code) => text(legalBasisText(code, lawDay))),
      doubts: sayToUser(doubtsText(doubts), language),
    })),
    obligations: reports.map(findingOf),
    tables: [
      { of: null, ...deadlineTable(deadlines, language) },
      ...obligationTables(reports, shortItem, language).map((table, at) => ({
        of: reports[at]?.obligation.id ?? null, // one table for each report, in their order
        ...table,
      })),
    ].map((table) => ({
      ...table,
      notes: [...table.notes],
      columns: table.columns.map((column) => ({ ...column })),
      rows: table.rows.map((row) => [...row]),
    })),
  };
}

/** An id as far as a person needs it to find the item; a UUIDv7 begins with its time, so that two seldom differ late. */
function shortItem(item: string): string {
  return item.slice(0, 13);
}

function findingOf(report: ObligationReport): Output<'order.keep'>['obligations'][number] {
  const { id } = report.obligation;
  const due = report.overdueFrom;
  switch (report.kind) {
    case 'stop':
      return {
        id,
        kind: 'stop',
        due,
        places: report.places.map(({ channel, address, state, history }) => ({
          channel,
          address,
          state,
          lastSeen: history.lastSeen?.at ?? null,
          firstNotSeen: history.firstNotSeen?.at ?? null,
          seenAgain: history.seenAgain?.at ?? null,
          gaps: history.gaps.map((gap) => ({ ...gap })),
        })),
      };
    case 'clarify':
      return {
        id,
        kind: 'clarify',
        due,
        channels: report.channels.map(({ channel, state, notSeen }) => ({
          channel,
          state,
          notSeen: notSeen && { ...notSeen },
        })),
      };
    case 'homepage':
      return {
        id,
        kind: 'homepage',
        due,
        lastSeen: report.history.lastSeen?.at ?? null,
        firstNotSeen: report.history.firstNotSeen?.at ?? null,
        days: report.days.map(({ day, seen, term }) => ({ day, seen, term })),
        captures: report.captures.map(({ item, at, state, onHomepage, withoutScrolling }) => ({
          item,
          at,
          state,
          onHomepage,
          withoutScrolling,
        })),
      };
  }
}

/**
 * Written beside its place and renamed, so that a calendar program never reads half of it. Its dates are as old as the entry
 * that stated them: the same ruling gives the same file, and a later one replaces its events.
 */
async function writeCalendar(
  { ics: file, language }: Readonly<{ ics: string; language: CaseLanguage }>,
  caseFile: ReadableCase,
  order: Order,
  { signal }: HandlerContext,
): Promise<void> {
  const stated = caseFile.entries('content').filter(({ act }) => act === 'order-set');
  const text = icsText(deadlinesOf(order), {
    caseId: caseFile.caseId,
    title: caseFile.facts().title,
    stampedAt: (stated.at(-1) ?? caseFile.head()).wall,
    revision: Math.max(0, stated.length - 1),
    language,
  });
  await refuseRedactedFile(caseFile, { name: basename(file), content: Buffer.from(text) }, null, signal);
  try {
    writeFileSync(`${file}.unfinished`, text);
    rename(`${file}.unfinished`, file);
  } catch (error) {
    throw new FascicleError('out-unwritable', { path: file, why: causeOf(error) }, error);
  }
}
