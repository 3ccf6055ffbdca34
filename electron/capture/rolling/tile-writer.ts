import type { Artifact } from '../../../shared/case/record.ts';
import { breakSpacing, pageBreaks, withBreaks } from '../../../shared/page/page-breaks.ts';
import type { ObjectWriter } from '../../casefile/case-handles.ts';
import { ClearRows, cutsNothing } from '../picture/cut-rows.ts';
import { overlap, tileHeight } from '../picture/tiles.ts';
import type { RowSink } from './pieces.ts';
import { writePng } from './write-png.ts';

/** Writes pieces as tiles that share rows, as the page's picture is kept: a tile at `y` 0 begins a piece. */
export function tileWriter(objects: ObjectWriter): RowSink & Readonly<{ tiles: readonly Artifact[] }> {
  const tiles: Artifact[] = [];
  let rows = new Uint8Array();
  let [width, filled, y, first] = [0, 0, 0, 0];
  let clear = new ClearRows();
  const flush = async (): Promise<void> => {
    const png = await writePng(rows.subarray(0, filled * width * 3), width, filled);
    const name = `rolling-${String(tiles.length + 1).padStart(4, '0')}.png`;
    const box = { x: 0, y, width, height: filled };
    tiles.push({ role: 'screenshot-rolling', name, mediaType: 'image/png', ...objects.putBytes(png), ...box });
  };
  return {
    tiles,
    begin: (wide) => {
      if (wide !== width) rows = new Uint8Array(wide * 3 * tileHeight);
      [width, filled, y, first] = [wide, 0, 0, tiles.length];
      clear = new ClearRows();
    },
    rows: async ({ pixels, stride }, from, to) => {
      const length = width * 3;
      for (let row = from; row < to; row++) {
        if (filled === tileHeight) {
          await flush();
          rows.copyWithin(0, (tileHeight - overlap) * length);
          y += tileHeight - overlap;
          filled = overlap;
        }
        rows.set(pixels.subarray(row * stride, row * stride + length), filled * length);
        const last = filled * length;
        if (filled > 0 && cutsNothing(rows.subarray(last - length, last), rows.subarray(last, last + length), 3))
          clear.add(y + filled);
        filled += 1;
      }
    },
    end: async () => {
      await flush();
      const tile = tiles[first];
      if (tile) tiles[first] = withBreaks(tile, pageBreaks(clear.rows, [], breakSpacing));
    },
  };
}
