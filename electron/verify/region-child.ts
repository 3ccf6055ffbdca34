// Cuts regions out of their parents' tiles again and compares, in a process of its own: it decodes what came from outside.
import { serveRequest } from '../casefile/children.ts';
import { cropTiles, pixelsOf, type StoredTile } from '../casefile/crop-tiles.ts';

/** One region's tiles, and its own pieces with their places in the whole picture. */
export type RegionToCheck = Readonly<{ item: string; tiles: readonly StoredTile[]; pieces: readonly StoredTile[] }>;
export type RegionCheckRequest = Readonly<{ regions: readonly RegionToCheck[] }>;
/** Why a region is not what its parent shows; the others are. */
export type RegionCheckAnswer = Readonly<{ wrong: readonly Readonly<{ item: string; why: string }>[] }>;

serveRequest(async (request): Promise<RegionCheckAnswer> => {
  const wrong: { item: string; why: string }[] = [];
  for (const { item, tiles, pieces } of (request as RegionCheckRequest).regions) {
    // sent by region-rules.ts only
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
  return { wrong };
});
