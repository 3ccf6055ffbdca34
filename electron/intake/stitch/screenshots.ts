import { pagePictures } from '../../../shared/case/page-pictures.ts';
import type { ImportRecord } from '../../../shared/case/record.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import type { Screenshot } from './stitch-child.ts';

/** A phone's screen is no wider and no higher; several times that is a picture of something else. */
const widest = 4_096;
const tallest = 20_000;

/**
 * The picture of an imported file in its tiles: pages made of it at intake, else the file itself.
 * @returns null where the item is no single picture, or larger than a screenshot
 */
export function screenshotOf(caseFile: ReadableCase, { record }: ItemState): Screenshot | null {
  if (record.kind !== 'import' || record.pages.as !== 'images') return null;
  const shown = pagePictures(record);
  const tiles = shown.flatMap(({ sha256, y = 0, width, height }) =>
    width === undefined || height === undefined
      ? []
      : [{ sha256, path: caseFile.objectPath(sha256), x: 0, y, width, height }],
  );
  const [first] = tiles;
  if (!first || tiles.length !== shown.length || tiles.filter(({ y }) => y === 0).length > 1) return null;
  const height = Math.max(...tiles.map((one) => one.y + one.height));
  if (first.width > widest || height > tallest) return null;
  return { tiles, width: first.width, height };
}

/** Whether two imports came the same way: only such are suggested as screenshots of one view. */
export function cameTheSameWay(one: ImportRecord, other: ImportRecord): boolean {
  return (
    one.category === other.category &&
    one.source === other.source &&
    one.receivedBy === other.receivedBy &&
    one.receivedOn === other.receivedOn &&
    one.account === other.account
  );
}
