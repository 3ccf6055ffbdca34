import type { Exhibit } from '../case/exhibit.ts';
import type { ItemRecord } from '../case/record.ts';
import { titleOf } from '../plan/arrangement.ts';
import type { ClaimLink, ClaimsMap } from './claims-map.ts';
import { lawAt, type LawAt } from './law-at.ts';
import { passageState, type PassageState, type StoredWords } from './passage.ts';
import { singleSource, sourceOf, type SingleSource } from './single-source.ts';
import type { ClaimElement } from './template.ts';
import type { Day } from '../order/day.ts';

/** An item as the map needs it. */
export type MappedItem = Readonly<{
  record: ItemRecord;
  excluded: string | null;
  /** Its exhibit and the number that is printed; null where it is in no bundle. */
  exhibit: Exhibit | null;
  number: string | null;
  words(): StoredWords;
}>;

export type MappedLink = Readonly<{
  item: string;
  title: string;
  number: string | null;
  /** Why it is left out of exhibits; then it supports nothing. */
  excluded: string | null;
  passage: string | null;
  found: PassageState | null;
  note: string | null;
  /** `arrangement`: the exhibit itself names the element. */
  from: 'map' | 'arrangement';
}>;

export type ElementReport = Readonly<{
  element: ClaimElement;
  fact: string | null;
  note: string | null;
  law: LawAt;
  /** The provisions as a person words them; they go before the template's. */
  ownLaw: string | null;
  support: readonly MappedLink[];
  contrary: readonly MappedLink[];
  /** Nothing supports it. */
  gap: boolean;
  single: SingleSource | null;
}>;

/**
 * What the map says of each element, with what follows from the items: passages looked for in the stored words, gaps, and
 * support from one source only. How strong any of it is, is not said.
 *
 * @param application day of the application, where the case states it
 * @param items every item of the case, by its id
 */
export function claimsReport(
  { template, stated }: ClaimsMap,
  application: Day | null,
  items: ReadonlyMap<string, MappedItem>,
): readonly ElementReport[] {
  return template.elements.map((element): ElementReport => {
    const said = stated.statements.find((one) => one.element === element.id);
    const links = stated.links.filter((link) => link.element === element.id);
    const support = [...linesOf(links, 'support', items), ...arranged(element.id, links, items)];
    const counted = support.filter(({ excluded }) => excluded === null);
    const sources = counted.flatMap(({ item }) => {
      const found = items.get(item);
      return found ? [sourceOf(found.record, found.exhibit ?? undefined)] : [];
    });
    return {
      element,
      fact: said?.fact ?? null,
      note: said?.note ?? null,
      law: lawAt(element, { act: stated.actOn, application }),
      ownLaw: said?.law ?? null,
      support,
      contrary: linesOf(links, 'contrary', items),
      gap: counted.length === 0,
      single: singleSource(sources),
    };
  });
}

function linesOf(
  links: readonly ClaimLink[],
  side: ClaimLink['side'],
  items: ReadonlyMap<string, MappedItem>,
): readonly MappedLink[] {
  return links
    .filter((link) => link.side === side)
    .flatMap(({ item, passage, note }) => {
      const found = items.get(item);
      return found ? [lineOf(item, found, passage, note, 'map')] : [];
    });
}

/** Exhibits that name the element themselves, and that the map does not place there already. */
function arranged(
  id: string,
  links: readonly ClaimLink[],
  items: ReadonlyMap<string, MappedItem>,
): readonly MappedLink[] {
  const mapped = new Set(links.map(({ item }) => item));
  return [...items]
    .filter(([item, { exhibit }]) => exhibit?.elements?.includes(id) === true && !mapped.has(item))
    .map(([item, found]) => lineOf(item, found, null, null, 'arrangement'));
}

function lineOf(
  item: string,
  found: MappedItem,
  passage: string | null,
  note: string | null,
  from: MappedLink['from'],
): MappedLink {
  return {
    item,
    title: found.exhibit?.title ?? titleOf(found.record),
    number: found.number,
    excluded: found.excluded,
    passage,
    found: passage === null ? null : passageState(found.words(), passage),
    note,
    from,
  };
}
