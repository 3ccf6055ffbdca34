import type { PagePart } from './page-parts.ts';
import { daysBetween } from './seen-dates.ts';
import type { StatedFact } from './stated-facts.ts';

/** `differs`: stated of the page too, and something else than what was chosen. `left`: not the page's own, or not plain. */
export type Standing = 'chosen' | 'agrees' | 'differs' | 'left';
export type Weighed = Readonly<{ fact: StatedFact; standing: Standing }>;
type Same = (one: StatedFact, other: StatedFact) => boolean;

const nearest: readonly (PagePart | 'markup')[] = ['head', 'above', 'lead', 'end'];

/** Dates of one day, or of two that a zone can part. */
export const sameDate: Same = (one, other) =>
  one.iso !== null && other.iso !== null && daysBetween(one.iso, other.iso) <= (zoned(one) || zoned(other) ? 1 : 0);
const zoned = ({ iso }: StatedFact) => /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(iso ?? '');

/** Names that are one, or of which one holds the other: 「Devindra」, 「Devindra Hardawar」. */
export const sameName: Same = (one, other) => {
  const [a, b] = [one, other].map(({ value }) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) as [
    string,
    string,
  ];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
};

/**
 * What a page states, weighed: what is seen beside the headline comes before what only its markup says, and the plainest
 * part before others. Where the plainest places say different things and the markup settles nothing, nothing is chosen.
 * Where markup and what is seen differ, what is seen is chosen and the other is said to differ.
 */
export function weigh(markup: readonly StatedFact[], seen: readonly StatedFact[], same: Same): readonly Weighed[] {
  const stated = markup.filter(({ plain }) => plain > 0);
  const shown = plainest(seen.filter(({ plain }) => plain > 0));
  const agreed = shown.every((one) => shown.every((other) => one === other || same(one, other)));
  const [first] = shown;
  const [markupFirst] = stated;
  const settled = stated.find((one) => shown.length > 0 && shown.some((other) => same(one, other)));
  const oneInMarkup = stated.every((one) => one === markupFirst || (markupFirst && same(one, markupFirst)));
  // Of two that agree the markup's is the more explicit: it has a zone, a whole name.
  const chosen =
    first === undefined ? (oneInMarkup ? markupFirst : undefined) : (settled ?? (agreed ? first : undefined));
  const standing = (fact: StatedFact): Standing => {
    if (fact === chosen) return 'chosen';
    if (fact.plain === 0) return 'left';
    if (chosen) return same(fact, chosen) ? 'agrees' : stated.includes(fact) ? 'differs' : 'left';
    return first === undefined || (shown.includes(fact) && fact.plain > 1) ? 'differs' : 'left';
  };
  return [...markup, ...seen].map((fact) => ({ fact, standing: standing(fact) })).sort((a, b) => order(a) - order(b));
}

const order = ({ standing }: Weighed) => ['chosen', 'agrees', 'differs', 'left'].indexOf(standing);

/** Those that are said most plainly, of the nearest part that has any. */
function plainest(seen: readonly StatedFact[]): readonly StatedFact[] {
  const most = Math.max(0, ...seen.map(({ plain }) => plain));
  const best = seen.filter(({ plain }) => plain === most);
  const part = nearest.find((one) => best.some((fact) => fact.part === one));
  return best.filter((fact) => fact.part === part);
}
