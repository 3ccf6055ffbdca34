import { mutationsOf, type Mutation } from './operators.ts';

/** A mutation with its number in this run, and the line it is in, as words that still find it after the file moved. */
export type Mutant = Mutation & Readonly<{ id: number; file: string; line: number; code: string }>;

/**
 * A file with all its mutations in it, each asleep until its number is awake (`switch.ts`).
 * @param first number of the file's first mutant
 * @param importFrom what the file imports `switch.ts` as
 */
export function instrumented(
  file: string,
  text: string,
  first: number,
  importFrom: string,
): Readonly<{ text: string; mutants: readonly Mutant[] }> {
  const lines = text.split('\n');
  const mutants = mutationsOf(file, text).map((one, index) => {
    const line = text.slice(0, one.start).split('\n').length;
    return { ...one, id: first + index, file, line, code: lines[line - 1]?.trim() ?? '' };
  });
  const body = woven(text, mutants, 0, text.length);
  return { text: `import { awake as __m } from '${importFrom}'; ${body}`, mutants };
}

/** The text from `from` to `to` with its mutants woven in. @param mutants those within it, outer before inner */
function woven(text: string, mutants: readonly Mutant[], from: number, to: number): string {
  let done = from;
  let out = '';
  let rest = mutants;
  while (rest.length > 0) {
    const { start, end } = rest[0]!;
    const same = rest.filter((one) => one.start === start && one.end === end);
    const inner = rest.filter((one) => one.start >= start && one.end <= end && !same.includes(one));
    const original = woven(text, inner, start, end);
    const removed = same.find(({ statement }) => statement);
    out += text.slice(done, start);
    out += removed
      ? `{if(!__m(${removed.id})){${original}}}`
      : `(${same.map(({ id, text: becomes }) => `__m(${id})?(${becomes}):`).join('')}(${original}))`;
    done = end;
    rest = rest.filter((one) => one.start >= end);
  }
  return out + text.slice(done, to);
}
