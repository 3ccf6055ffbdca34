import type { PageFacts } from '../../case/record.ts';

/**
 * The one value that a page states under a name, or null: none, or several of different meaning. Records of older programs
 * do not say how values go together: there it is the first.
 */
export function statedFact(facts: PageFacts, name: string): string | null {
  const said = facts.filter((one) => one.name === name);
  if (said.some(({ standing }) => standing === 'differs')) return null;
  return said[0]?.value ?? null;
}
