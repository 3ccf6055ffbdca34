import type { Arrangement, Exhibit } from '../case/exhibit.ts';
import { clockFault } from '../case/capture/clock-findings.ts';
import type { ItemRecord } from '../case/record.ts';
import { say, type CaseLanguage } from '../language.ts';
import { complianceTexts } from '../messages/papers/compliance-messages.ts';
import { shortTime } from '../instant.ts';
import type { ObligationReport } from '../order/obligations.ts';
import { momentIn, type Day } from '../order/day.ts';
import type { Order } from '../order/order.ts';
import type { AddressHistory } from '../watch/history.ts';
import { exhibitAsItIs, type ArrangedItem } from './arrangement.ts';
import { summariesOf } from './look-summaries.ts';

/**
 * The exhibits of a compliance report: what shows the order and its service, then, obligation by obligation, what its
 * findings rest on. An address that was captured a thousand times gives the captures that the report speaks of: the first
 * and the last, the last that showed the words, the first that did not, the one that showed them again; of a homepage also
 * one for each day. Items that a person excluded stay out, and each stands once, where it is needed first.
 *
 * @param arrangement as a person made it: title, source, summary, date, kind and copies are taken from there, as they were filed;
 *   where it has no summary of an item, what was looked for and seen is one
 */
export function complianceExhibits(
  order: Order,
  reports: readonly ObligationReport[],
  items: readonly ArrangedItem[],
  arrangement: Arrangement | null,
  language: CaseLanguage,
): Arrangement {
  const t = (name: keyof typeof complianceTexts, params: Readonly<Record<string, string>> = {}) =>
    say(complianceTexts[name], language, params);
  const byId = new Map(items.filter(({ excluded }) => excluded === null).map((item) => [item.item, item]));
  const all = [...items.map((item) => exhibitAsItIs(item, language)), ...(arrangement ?? [])];
  const described = new Map(all.map((exhibit) => [exhibit.item, exhibit]));
  const summaries = summariesOf(order, reports);
  const listed = new Set<string>();
  const exhibitsOf = (
    group: string,
    purposeOf: (record: ItemRecord) => string,
    ids: readonly (string | null)[],
  ): Exhibit[] =>
    ids.flatMap((id) => {
      const found = id === null ? undefined : byId.get(id);
      if (!found || listed.has(found.item)) return [];
      listed.add(found.item);
      const { title, source, date, kind, copies, ...more } =
        described.get(found.item) ?? exhibitAsItIs(found, language);
      const derived = summaries.get(found.item);
      const summary = more.summary?.trim() ? more.summary : derived && say(derived, language);
      const at = shortTime(found.record.startedAt);
      // When an import was made, its own time does not say.
      const named = found.record.kind === 'import' ? title : `${title} · ${at}`;
      return [
        {
          item: found.item,
          group,
          title: named,
          source,
          purpose: purposeOf(found.record),
          ...(summary !== undefined && { summary }),
          ...(date !== undefined && { date }),
          ...(kind !== undefined && { kind }),
          ...(copies !== undefined && { copies }),
        },
      ];
    });
  return [
    ...exhibitsOf(t('orderGroup'), () => t('orderPurpose'), [order.item, ...order.served.map(({ item }) => item)]),
    ...reports.flatMap((report) => {
      const { text } = report.obligation;
      return exhibitsOf(
        t(report.kind, { text }),
        (record) => t(purposeOfLook(record, order.ruled), { text }),
        itemsOfReport(report),
      );
    }),
  ];
}

/** What a look at a place is for: what was seen before there was an order was not a check of it. */
function purposeOfLook(record: ItemRecord, ruled: Day | null): 'lookPurpose' | 'beforePurpose' | 'besidePurpose' {
  const timeKnown = record.kind === 'capture' && clockFault(record.checks) === null;
  if (!timeKnown || ruled === null) return 'besidePurpose';
  const before = Date.parse(record.startedAt) < Date.parse(momentIn(ruled, '00:00'));
  return before ? 'beforePurpose' : 'lookPurpose';
}

/** The items that the findings on one obligation rest on, in the order in which the report names them. */
export function itemsOfReport(report: ObligationReport): readonly (string | null)[] {
  switch (report.kind) {
    case 'stop':
      return report.places.flatMap(({ history }) => telling(history));
    case 'clarify':
      return report.channels.flatMap(({ originals, clarifications, accounts }) => [
        ...originals.map(({ item }) => item),
        ...clarifications.map(({ item }) => item),
        ...accounts.flatMap(({ original, looks }) => [original, ...looks]),
      ]);
    case 'homepage': {
      const daily = report.days.flatMap(({ items }) => items.slice(0, 1));
      const wanted = new Set([...telling(report.history), ...daily]);
      return report.captures.map(({ item }) => item).filter((item) => wanted.has(item));
    }
  }
}

/** The captures of an address that its state is read from, in order of time. */
function telling({ entries, lastSeen, firstNotSeen, seenAgain }: AddressHistory): readonly string[] {
  const ends = [entries[0]?.observation, lastSeen, firstNotSeen, seenAgain, entries.at(-1)?.observation];
  const wanted = new Set(ends.flatMap((one) => (one ? [one.item] : [])));
  return entries.map(({ observation }) => observation.item).filter((item) => wanted.has(item));
}
