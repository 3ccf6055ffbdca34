// Cuts regions and joined rows out of their parents' tiles again and compares, in a process of its own: it decodes what came from outside.
import type { Cause } from '../../shared/text.ts';
import { because, causeOf } from '../../shared/cause.ts';
import type { Region } from '../../shared/case/exhibit.ts';
import { serveRequest } from '../casefile/processes/children.ts';
import { cropTiles, pixelsOf, type StoredTile } from '../casefile/crop-tiles.ts';

/** One region's tiles, and its own pieces with their places in the whole picture. */
export type RegionToCheck = Readonly<{ item: string; tiles: readonly StoredTile[]; pieces: readonly StoredTile[] }>;
/** Rows of a joined picture, and the same rows of the picture that they are said to come from. */
export type StripToCheck = Readonly<{
  item: string;
  own: readonly StoredTile[];
  ownBox: Region;
  parent: readonly StoredTile[];
  parentBox: Region;
}>;
export type RegionCheckRequest = Readonly<{ regions: readonly RegionToCheck[]; strips: readonly StripToCheck[] }>;
/** Why a region is not what its parent shows; the others are. */
export type RegionCheckAnswer = Readonly<{ wrong: readonly Readonly<{ item: string; why: Cause }>[] }>;

serveRequest(async (request): Promise<RegionCheckAnswer> => {
  const wrong: { item: string; why: Cause }[] = [];
  const { regions, strips } = request as RegionCheckRequest; // sent by check-regions.ts only
  for (const { item, tiles, pieces } of regions) {
    try {
      for (const { path, sha256, ...box } of pieces) {
        const own = await pixelsOf(path, sha256);
        const again = await cropTiles(tiles, box);
        if (own.width !== box.width || own.height !== box.height || Buffer.compare(own.data, again) !== 0)
          throw new Error(because('region-pixels', { y: box.y }));
      }
    } catch (error) {
      wrong.push({ item, why: causeOf(error) });
    }
  }
  for (const { item, own, ownBox, parent, parentBox } of strips) {
    try {
      const [here, there] = [await cropTiles(own, ownBox), await cropTiles(parent, parentBox)];
      if (!here.equals(there)) throw new Error(because('stitch-rows', { y: ownBox.y }));
    } catch (error) {
      wrong.push({ item, why: causeOf(error) });
    }
  }
  return { wrong };
});
