/* Every value that a rule reads, taken away in turn: the walk finds them, so that a new field is walked too. */

/** The way to a value: names of fields and places in lists. */
type ValuePath = readonly (string | number)[];

/** Every value within an object: leaves, lists and objects, each by its path. */
function pathsIn(value: unknown, at: ValuePath = []): readonly ValuePath[] {
  const own = at.length === 0 ? [] : [at];
  if (typeof value !== 'object' || value === null) return own;
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [...own, ...keys.flatMap((key) => pathsIn((value as Record<string | number, unknown>)[key], [...at, key]))];
}

/** The same with one value put in another's place; the input stays as it is. */
function replaced<T>(value: T, [key, ...rest]: ValuePath, by: unknown): T {
  if (key === undefined) return by as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  if (rest.length === 0 && by === undefined && Array.isArray(copy)) (copy as unknown[]).splice(Number(key), 1);
  else if (rest.length === 0 && by === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = replaced(copy[key], rest, by);
  return copy as T;
}

/** What stands for *unknown* wherever a form takes it: nothing, an empty list, a term or time not stated. */
const unknowns: readonly unknown[] = [null, undefined, [], { by: 'not-stated' }, { until: 'not-stated' }];

/** What differs from one by something that is not known in it, and is still of its form; `path` as `a.0.b`. */
export function lesserOf<T>(
  whole: T,
  takes: (changed: unknown) => boolean,
): readonly Readonly<{ path: string; lesser: T }>[] {
  return pathsIn(whole).flatMap((path) =>
    unknowns.flatMap((by) => {
      const lesser = replaced(whole, path, by);
      const isOne = JSON.stringify(lesser) !== JSON.stringify(whole) && takes(lesser);
      return isOne ? [{ path: path.join('.'), lesser }] : [];
    }),
  );
}

/** What else is said than before. */
export const beyond = (some: readonly string[], of: readonly string[]): readonly string[] =>
  some.filter((one) => !of.includes(one));
