// Cuts regions and joined rows out of their parents' tiles again and compares, in a process of its own: it decodes what came from outside.
import type { Region } from '../../shared/case/exhibit.ts';
import { serveRequest } from '../casefile/children.ts';
import { cropTiles, pixelsOf, type StoredTile } from '../casefile/crop-tiles.ts';

/** One region's tiles, and its own pieces with their places in the whole picture. */
export type RegionToCheck = Readonly<{ item: string; tiles: readonly StoredTile[]; pieces: readonly StoredTile[] }>;
/** Rows of a joined picture, and the same rows of the picture that they are said to come from. */
export type StripToCheck = Readonly<{
  item: string;
  own: readonly StoredTile[];
  ownPlace: Region;
  parent: readonly StoredTile[];
  parentPlace: Region;
}>;
export type RegionCheckRequest = Readonly<{ regions: readonly RegionToCheck[]; strips: readonly StripToCheck[] }>;
/** Why a region is not what its parent shows; the others are. */
export type RegionCheckAnswer = Readonly<{ wrong: readonly Readonly<{ item: string; why: string }>[] }>;

serveRequest(async (request): Promise<RegionCheckAnswer> => {
  const wrong: { item: string; why: string }[] = [];
  const { regions, strips } = request as RegionCheckRequest; // sent by check-regions.ts only
  for (const { item, tiles, pieces } of regions) {
    try {
      for (const { path, sha256, ...place } of pieces) {
        const own = await pixelsOf(path, sha256);
        const again = await cropTiles(tiles, place);
        if (own.width !== place.width || own.height !== place.height || Buffer.compare(own.data, again) !== 0)
          throw new Error(`its pixels differ from the parent’s (rows from ${place.y})`);
      }
    } catch (error) {
      wrong.push({ item, why: error instanceof Error ? error.message : String(error) });
    }
  }
  for (const { item, own, ownPlace, parent, parentPlace } of strips) {
    try {
      const [here, there] = [await cropTiles(own, ownPlace), await cropTiles(parent, parentPlace)];
      if (!here.equals(there)) throw new Error(`rows from ${ownPlace.y} differ from those of the screenshot`);
    } catch (error) {
      wrong.push({ item, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { wrong };
});
