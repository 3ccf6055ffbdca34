import type { Arrangement, Exhibit } from '../case/exhibit.ts';
import { say, type CaseLanguage } from '../language.ts';
import { complianceTexts } from '../messages/compliance-messages.ts';
import { momentText } from '../messages/watch-messages.ts';
import type { ObligationReport } from '../order/obligations.ts';
import type { Order } from '../order/order.ts';
import type { AddressHistory } from '../watch/history.ts';
import { resolveArrangement, titleOf, type ArrangedItem } from './arrangement.ts';

/**
 * The exhibits of a compliance report: what shows the order and its service, then, obligation by obligation, what its
 * findings rest on. An address that was captured a thousand times gives the captures that the report speaks of: the first
 * and the last, the last that showed the words, the first that did not, the one that showed them again; of a homepage also
 * one for each day. Items that a person excluded stay out, and each stands once, where it is needed first.
 *
 * @param arrangement as a person made it: title and source are taken from there, as they were filed
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
  const all = [...resolveArrangement(null, items, language), ...(arrangement ?? [])];
  const described = new Map(all.map((exhibit) => [exhibit.item, exhibit]));
  const placed = new Set<string>();
  const exhibitsOf = (group: string, purpose: string, ids: readonly (string | null)[]): Exhibit[] =>
    ids.flatMap((id) => {
      const found = id === null ? undefined : byId.get(id);
      if (!found || placed.has(found.item)) return [];
      placed.add(found.item);
      const { title = titleOf(found.record), source = '' } = described.get(found.item) ?? {};
      const at = momentText(found.record.startedAt).replace(/ \(.*$/, ''); // UTC stands in its sheet
      return [{ item: found.item, group, title: `${title} · ${at}`, source, purpose }];
    });
  return [
    ...exhibitsOf(t('orderGroup'), t('orderPurpose'), [order.item, ...order.served.map(({ item }) => item)]),
    ...reports.flatMap((report) => {
      const { text } = report.obligation;
      return exhibitsOf(t(report.kind, { text }), t('lookPurpose', { text }), itemsOf(report));
    }),
  ];
}

/** The items that the findings on one obligation rest on, in the order in which the report names them. */
function itemsOf(report: ObligationReport): readonly (string | null)[] {
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
