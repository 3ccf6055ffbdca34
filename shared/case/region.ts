import type { Region } from './exhibit.ts';
import type { ItemRecord } from './record.ts';

/** The tiles that an item's picture lies in, from the top down. Of a region they are its own pieces. */
export function tilesOf({ artifacts }: ItemRecord): readonly (Region & Readonly<{ sha256: string }>)[] {
  const of = (role: string) =>
    artifacts.flatMap(({ role: own, sha256, x, y, width, height }) =>
      own === role && x !== undefined && y !== undefined && width !== undefined && height !== undefined
        ? [{ sha256, x, y, width, height }]
        : [],
    );
  const tiles = of('screenshot-tile');
  return tiles.length > 0 ? tiles : of('screenshot-region');
}
