// Cuts a part out of a stored picture, in a process of its own: it decodes what came from outside.
import sharp from 'sharp';
import type { Region } from '../../../shared/case/exhibit.ts';
import { serveRequest } from '../../casefile/processes/children.ts';
import { ChangedFile, cropTiles, type StoredTile } from '../../casefile/crop-tiles.ts';

export type RegionRequest = Readonly<{
  tiles: readonly StoredTile[];
  /** Rectangles of the whole picture, and where each one's PNG goes. */
  pieces: readonly (Region & Readonly<{ out: string }>)[];
}>;
/** `changed` names the first source that is not what its record says. */
export type RegionAnswer = Readonly<{ changed: string | null }>;

serveRequest(async (request): Promise<RegionAnswer> => {
  const { tiles, pieces } = request as RegionRequest; // sent by cut-region.ts only
  try {
    for (const { out, ...piece } of pieces) {
      const data = await cropTiles(tiles, piece);
      await sharp(data, { raw: { width: piece.width, height: piece.height, channels: 3 } })
        .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
        .toFile(out);
    }
    return { changed: null };
  } catch (error) {
    if (error instanceof ChangedFile) return { changed: error.sha256 };
    throw error;
  }
});
