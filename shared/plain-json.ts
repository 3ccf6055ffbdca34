/*
 * Large files of numbers are told without a schema where they are as this program writes them: a page has tens of thousands
 * of lists, and a schema copies each and keeps a note of each step. What is not as it should be is left to the schema,
 * which says what is wrong.
 */

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0; // a number, as just seen
}

/** Whether a value is a list of whole numbers from zero on, as many as are asked for. */
export function areCounts(list: unknown, count: number | null = null): list is number[] {
  return areAll(list, count ?? Infinity, isCount) && (count === null || list.length === count);
}

/** Whether a value is a list of at most so many, each as it should be. */
export function areAll(list: unknown, most: number, isOne: (one: unknown) => boolean): list is unknown[] {
  if (!Array.isArray(list) || list.length > most) return false;
  for (const one of list as unknown[]) if (!isOne(one)) return false; // a list of anything; a hole is looked at, too
  return true;
}

/** Whether an object has the keys asked for, and none that are not named. */
export function hasKeys(value: object, wanted: readonly string[], optional: readonly string[]): boolean {
  const keys = Object.keys(value);
  return (
    wanted.every((key) => keys.includes(key)) && keys.every((key) => wanted.includes(key) || optional.includes(key))
  );
}
