// Digests of the rows of stored pictures, in a process of its own: it decodes what came from outside.
import { createHash } from 'node:crypto';
import { serveRequest } from '../casefile/processes/children.ts';
import { pixelsOf, type StoredTile } from '../casefile/crop-tiles.ts';

export type RowsRequest = Readonly<{ pictures: readonly (readonly StoredTile[])[] }>;
/** For each picture the digests of its rows, from the top down. */
export type RowsAnswer = Readonly<{ rows: readonly (readonly string[])[] }>;

serveRequest(async (request): Promise<RowsAnswer> => {
  const rows: string[][] = [];
  for (const tiles of (request as RowsRequest).pictures) {
    // sent by compare-items.ts only
    const digests: string[] = [];
    for (const tile of tiles) {
      const { data, width, height } = await pixelsOf(tile.path, tile.sha256);
      for (let row = 0; row < height; row++) {
        const bytes = data.subarray(row * width * 3, (row + 1) * width * 3);
        // Rows that two tiles share are equal, or the capture said so; the lower tile's are taken.
        digests[tile.y + row] = createHash('sha256').update(bytes).digest('base64').slice(0, 16);
      }
    }
    rows.push(digests);
  }
  return { rows };
});
