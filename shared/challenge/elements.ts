import type { Text } from '../language.ts';
import { ofExhibits, type Challenge, type ChallengedCase } from './challenged-case.ts';

/** Elements without exhibits, exhibits without an element, facts that rest on one leg. */
export function elementsAndExhibits(subject: ChallengedCase): readonly Challenge[] {
  const { exhibits } = subject;
  return [
    ...(subject.claims === null ? byPlan(subject) : byClaims(subject.claims, subject)),
    ...ofExhibits(
      'purpose-missing',
      exhibits.filter(({ exhibit }) => exhibit.purpose.trim() === ''),
    ),
    ...ofExhibits(
      'capture-short',
      exhibits.filter(({ record }) => record.outcome !== 'complete'),
    ),
  ];
}

const attack = (code: Challenge['code'], id: string, element: Text | string): Challenge => ({
  code,
  where: id,
  params: { element },
});

function byPlan({ plan: { elements }, exhibits }: ChallengedCase): readonly Challenge[] {
  if (elements.length === 0) return [];
  const known = new Set(elements.map(({ id }) => id));
  return [
    ...elements.flatMap(({ id, name }) => {
      const support = exhibits.filter(({ exhibit }) => exhibit.elements?.includes(id));
      if (support.length > 1) return [];
      return [attack(support.length === 0 ? 'element-unproven' : 'element-alone', id, name ?? id)];
    }),
    ...ofExhibits(
      'exhibit-without-element',
      exhibits.filter(({ exhibit }) => !exhibit.elements?.some((id) => known.has(id))),
    ),
  ];
}

function byClaims(claims: NonNullable<ChallengedCase['claims']>, { exhibits }: ChallengedCase): readonly Challenge[] {
  const used = new Set(claims.flatMap(({ support, contrary }) => [...support, ...contrary].map(({ item }) => item)));
  return [
    ...claims.flatMap(({ element, support, single }) => {
      const items = new Set(
        support.filter(({ number, excluded }) => number !== null && excluded === null).map(({ item }) => item),
      );
      if (items.size === 0) return [attack('element-unproven', element.id, element.name)];
      if (items.size === 1) return [attack('element-alone', element.id, element.name)];
      return single !== null && single.by !== 'item' ? [attack('element-one-source', element.id, element.name)] : [];
    }),
    ...ofExhibits(
      'exhibit-without-element',
      exhibits.filter(({ record }) => !used.has(record.item)),
    ),
  ];
}
