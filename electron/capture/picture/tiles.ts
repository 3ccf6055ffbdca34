import type { Artifact, Reason, Role } from '../../../shared/case/record.ts';
import { breakSpacing, pageBreaks, withBreaks } from '../../../shared/page/page-breaks.ts';
import type { Rows } from '../../../shared/page/picture/blank-rows.ts';
import type { ObjectWriter } from '../../casefile/case-handles.ts';
import { joinRows } from './cut-rows.ts';
import { sharedMargins, type SideMargins } from '../../../shared/page/picture/side-margins.ts';
import { edgesOf, type Edges } from './tile-edges.ts';

/** Sizes in device pixels. Chosen by measurement: see tiles.md beside this file. */
export const tileHeight = 4_096;
export const overlap = 32;
export const mostHeight = 160_000;
const mostWidth = 8_192;
const mostTries = 3;

export type Picture = Readonly<{
  tiles: readonly Artifact[];
  /** Rows before which a printed page may end. */
  clear: readonly Rows[];
  width: number;
  height: number;
  /** How often a tile was taken again because its rows differed from its neighbour's. */
  retaken: number;
  /** The picture is short of the page, or the page would not hold still. */
  shortfalls: readonly Reason[];
}>;

/** Which picture it is: its tiles' role and name, and how many rows it may have. */
export type PictureKind = Readonly<{ role: Role; name: string; mostHeight: number }>;
const wholePage: PictureKind = { role: 'screenshot-tile', name: 'tile', mostHeight };

/**
 * Takes the whole page as overlapping tiles, each stored as the browser encoded it. The rows that two neighbours share
 * must be identical to the byte; else the tile is taken again, and a page that will not hold still is said to be so.
 *
 * @param shot takes a part of the page, scrolled to the top, everything that moves held still
 * @param size of the document in CSS pixels
 * @param scale device pixels per CSS pixel
 */
export async function takeTiles(
  shot: (clip: Readonly<{ x: number; y: number; width: number; height: number }>) => Promise<Uint8Array>,
  size: Readonly<{ width: number; height: number }>,
  scale: 1 | 2,
  objects: ObjectWriter,
  shoot: (take: () => Promise<Uint8Array>) => Promise<Uint8Array>,
  kind: PictureKind = wholePage,
): Promise<Picture> {
  const shortfalls: Reason[] = [];
  const full = { width: Math.ceil(size.width) * scale, height: Math.ceil(size.height) * scale };
  const width = Math.min(full.width, mostWidth);
  const height = Math.max(scale, Math.min(full.height, kind.mostHeight));
  if (width < full.width)
    shortfalls.push({ code: 'picture-cut-width', params: { pixels: full.width, cap: mostWidth } });
  if (height < full.height)
    shortfalls.push({ code: 'picture-cut-height', params: { pixels: full.height, cap: kind.mostHeight } });

  const rowsFrom = (y: number) => Math.min(tileHeight, height - y);
  const take = (y: number) =>
    shoot(() => shot({ x: 0, y: y / scale, width: width / scale, height: rowsFrom(y) / scale }));
  const tiles: Artifact[] = [];
  let retaken = 0;
  let clear: readonly Rows[] = [];
  let margins: SideMargins | null = null;
  let changed = 0;
  let above: Uint8Array | null = null;
  let coming: Promise<Uint8Array> | null = null;
  for (let y: number | null = 0; y !== null;) {
    const rows = rowsFrom(y);
    const next: number | null = y + rows < height ? y + rows - overlap : null;
    let png: Uint8Array = await (coming ?? take(y));
    coming = next === null ? null : take(next); // the browser draws it while this one is decoded
    const drawn = Promise.allSettled([coming]);
    let edges: Edges;
    for (let attempt = 1; ; attempt++) {
      try {
        edges = await edgesOf(png, { width, height: rows }, overlap);
      } catch (error) {
        await drawn;
        throw error;
      }
      if (above === null || Buffer.compare(above, edges.top) === 0) break;
      if (attempt === mostTries) {
        shortfalls.push({ code: 'page-moves', params: { y } });
        break;
      }
      retaken += 1;
      await drawn; // one picture at a time
      png = await take(y);
    }
    const name = `${kind.name}-${String(tiles.length + 1).padStart(4, '0')}.png`;
    tiles.push({
      role: kind.role,
      name,
      mediaType: 'image/png',
      ...objects.putBytes(png),
      x: 0,
      y,
      width,
      height: rows,
    });
    // Where two tiles do not meet, nobody knows whether the row above is alike.
    const isJoined = above === null || Buffer.compare(above, edges.top) === 0;
    changed = edges.changed > 0 || !isJoined ? y + edges.changed : changed;
    above = edges.bottom;
    clear = joinRows(clear, edges.clear, y);
    margins = tiles.length === 1 ? edges.margins : sharedMargins(margins, edges.margins);
    y = next;
  }
  const [first, ...others] = tiles;
  const breaks = pageBreaks(clear, [], breakSpacing * scale);
  return {
    tiles: first ? [withBreaks(first, breaks, { margins, foot: height - 1 - changed }), ...others] : [],
    clear,
    width,
    height,
    retaken,
    shortfalls,
  };
}
