import { titleOf } from '../../../shared/plan/arrangement.ts';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import type { BundleModel } from '../model.ts';

/**
 * Characters that no font has; each is printed as its code, never as a blank. In what the lawyer wrote it stops the
 * bundle, at its place: she can write it otherwise (a description, `⿰木𠮷`). In what a page or a file says nobody may
 * change it: there it is listed, and so are control characters, which nobody writes knowingly.
 */
export function glyphProblems(model: BundleModel): readonly Problem[] {
  const left = new Set(model.fonts.missing);
  if (left.size === 0) return [];
  const written = Map.groupBy(writtenTexts(model), ([where]) => where);
  const stops = [...written].flatMap(([where, texts]) => {
    const codes = [...left].filter((point) => {
      const character = String.fromCodePoint(point);
      return !/[\p{Cc}\p{Cf}]/u.test(character) && texts.some(([, text]) => text.includes(character));
    });
    return codes.length === 0 ? [] : [{ where, codes }];
  });
  for (const { codes } of stops) codes.forEach((point) => left.delete(point));
  const add = (code: 'glyph-missing' | 'glyph-coded', where: string, points: Iterable<number>) =>
    problem(code, where, model.language, {
      codes: [...points].map((point) => `U+${point.toString(16).toUpperCase()}`).join(', '),
    });
  return [
    ...stops.map(({ where, codes }) => add('glyph-missing', where, codes)),
    ...(left.size > 0 ? [add('glyph-coded', 'text', left)] : []),
  ];
}

type Written = readonly [where: string, text: string];

/** What a person wrote, with its place: not what was captured or quoted, nor a title that is the page's own. */
function writtenTexts({ facts, plan, exhibits }: BundleModel): readonly Written[] {
  return [
    ...textsIn(facts).map((text): Written => ['case', text]),
    ...plan.chronology.flatMap(({ when, what }) => [when, what].map((text): Written => [when, text])),
    ...plan.elements.flatMap(({ id, name, law, fact }) =>
      textsIn([name, law, fact]).map((text): Written => [id, text]),
    ),
    ...exhibits.flatMap(({ number, record, exhibit }) => {
      const own = { ...exhibit, marks: null, traces: null, ...(exhibit.title === titleOf(record) && { title: null }) };
      return textsIn(own).map((text): Written => [number, text]);
    }),
  ];
}

/** All strings in a value, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
