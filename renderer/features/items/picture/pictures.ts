import type { ItemRecord } from '../../../../shared/case/record.ts';

/** A picture of an item in CSS pixels: its tiles from top to bottom. */
export type PagePicture = Readonly<{
  width: number;
  height: number;
  tiles: readonly Readonly<{ name: string; top: number; width: number; height: number }>[];
}>;

const shown = /^image\/(png|jpeg|webp|gif)$/;

/**
 * The pictures of an item: the page's tiles (and its views with inner parts at full size, and rolled), else the pictures of an imported file (`y` 0 begins a new one), else the
 * original where it is a picture that the window can show.
 */
export function pagePicturesOf(record: ItemRecord): readonly PagePicture[] {
  const scale = record.kind === 'capture' ? record.view.scale : 1;
  const of = (role: string) => record.artifacts.filter((one) => one.role === role && shown.test(one.mediaType));
  const ways = [
    [...of('screenshot-tile'), ...of('screenshot-region'), ...of('screenshot-expanded'), ...of('screenshot-rolling')],
    of('page-image'),
    of('original'),
  ];
  const tiles = ways.find((some) => some.length > 0) ?? [];
  const pictures: { width: number; height: number; tiles: PagePicture['tiles'][number][] }[] = [];
  for (const { name, y = 0, width = 0, height = 0 } of tiles) {
    if (width === 0 || height === 0) continue;
    const tile = { name, top: y / scale, width: width / scale, height: height / scale };
    const last = pictures.at(-1);
    if (!last || y === 0) pictures.push({ width: tile.width, height: tile.height, tiles: [tile] });
    else {
      last.tiles.push(tile);
      last.width = Math.max(last.width, tile.width);
      last.height = Math.max(last.height, tile.top + tile.height);
    }
  }
  return pictures;
}
