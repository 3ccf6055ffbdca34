import type { Arrangement, Exhibit } from '../case/exhibit.ts';

/** Moves exhibits together to stand before the exhibit `to` (behind all where null). They take the group they come into. */
export function moved(exhibits: Arrangement, items: ReadonlySet<string>, to: string | null): Arrangement {
  const moving = exhibits.filter(({ item }) => items.has(item));
  const rest = exhibits.filter(({ item }) => !items.has(item));
  const at = to === null ? rest.length : rest.findIndex(({ item }) => item === to);
  const index = at < 0 ? rest.length : at;
  const [before, after] = [rest[index - 1], rest[index]];
  const grouped = moving.map((one): Exhibit => {
    if (before?.group === one.group || after?.group === one.group) return one;
    return { ...one, group: before?.group ?? after?.group ?? one.group };
  });
  return [...rest.slice(0, index), ...grouped, ...rest.slice(index)];
}
