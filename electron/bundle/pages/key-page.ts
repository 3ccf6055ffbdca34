import type { Mark, Region } from '../../../shared/case/exhibit.ts';
import { around, findWords } from '../../../shared/page/find-words.ts';
import { picturesOf, type TiledPicture } from '../../../shared/plan/slices.ts';
import type { BundleExhibit, BundleModel } from '../model.ts';
import { fieldOf } from '../layout.ts';
import { softInk } from '../pdf/canvas.ts';
import { rangeText, type Sheet } from '../sheet.ts';
import { picturesFor, tilesIn, densityOf } from './exhibit-pages.ts';
import { cell, tableRow, type Block } from './flow.ts';

type EnlargedMark = Readonly<{ mark: Mark; picture: TiledPicture; regions: readonly Region[]; shown: Region }>;

/** A CSS pixel is 0.75 points; words are enlarged at most so many times. */
const largest = 3;
const pointsPerCssPixel = 0.75;
/** What is shown around the marked words, in CSS pixels. */
const surroundings = 48;
/** Room above the picture for title and citation. */
const head = 92;

/**
 * Key page and details: the marked words enlarged and framed, each citing the full capture that follows or stands in an
 * annex volume. The picture's own tiles, clipped: nothing in them is changed.
 */
export function keySheets(exhibit: BundleExhibit, model: BundleModel): readonly Sheet[] {
  return enlargedMarks(exhibit).map(({ mark, picture, regions, shown }) =>
    keySheet(exhibit, model, mark, picture, regions, shown),
  );
}

/** Places of the exhibits that have a key page or a detail: their full pages may stand in an annex. */
export function withKeyPages(exhibits: readonly BundleExhibit[]): ReadonlySet<number> {
  return new Set(exhibits.filter((exhibit) => enlargedMarks(exhibit).length > 0).map(({ index }) => index));
}

/** The marks that are shown enlarged, each with what is shown around it. */
function enlargedMarks(exhibit: BundleExhibit): readonly EnlargedMark[] {
  const marks = (exhibit.exhibit.marks ?? []).filter(({ kind }) => kind !== 'frame');
  const [picture] = picturesOf(picturesFor(exhibit));
  if (marks.length === 0 || !picture) return [];
  const words = marks.some((mark) => mark.words !== undefined) ? exhibit.words() : [];
  return marks.flatMap((mark) => {
    const found = mark.words === undefined ? [] : findWords(words, mark.words);
    const regions = found.length > 0 ? found : mark.region ? [mark.region] : [];
    const shown = cropOf(regions, picture, densityOf(exhibit));
    return shown ? [{ mark, picture, regions, shown }] : [];
  });
}

/** Marked words with what stands around them, within the picture. */
function cropOf(regions: readonly Region[], picture: TiledPicture, density: number): Region | null {
  const box = around(regions);
  if (!box || box.x >= picture.width || box.y >= picture.height) return null;
  const margin = surroundings * density;
  const [left, top] = [Math.max(0, box.x - margin), Math.max(0, box.y - margin)];
  return {
    x: left,
    y: top,
    width: Math.min(picture.width, box.x + box.width + margin) - left,
    height: Math.min(picture.height, box.y + box.height + margin) - top,
  };
}

function keySheet(
  { number, index, record, ...rest }: BundleExhibit,
  model: BundleModel,
  mark: Mark,
  picture: TiledPicture,
  regions: readonly Region[],
  crop: Region,
): Sheet {
  const { t, fonts, layout } = model;
  const size = layout.portrait;
  const field = fieldOf(size);
  const density = densityOf({ number, index, record, ...rest });
  const natural = pointsPerCssPixel / density;
  const scale = Math.min(field.width / crop.width, (field.height - head) / crop.height, natural * largest);
  const title = t(mark.kind === 'key' ? 'keyPage' : 'detailPage');
  const line = (text: string, style: Parameters<typeof cell>[2]): readonly Block[] =>
    tableRow([cell(text, field.width, style, fonts)], [field.width], { pad: 0, line: false }, 200);
  return {
    size,
    kind: 'key-page',
    exhibit: { number, index },
    header: [`${t('exhibit')} ${number}`, title, record.kind === 'capture' ? record.url : record.fileName].join(
      '  ·  ',
    ),
    pictures: tilesIn(picture, crop.y, crop.y + crop.height).map(({ sha256 }) => sha256),
    draw: (canvas, context) => {
      const { numbers } = context;
      const capture = numbers.ofCapture(index);
      const n = numbers.volumeOf(capture[0]);
      const apart = n !== numbers.volumeOf(numbers.ofExhibit(index)[0]);
      const cited = { ...crop, range: rangeText(capture), n, zoom: (scale / natural).toFixed(1) };
      const note = t(apart ? 'keyNoteInVolume' : 'keyNote', cited);
      let { y } = field;
      const blocks = [
        ...line(`${t('exhibit')} ${number}  ·  ${title}`, { size: 14, weight: 'bold' }),
        ...(mark.words === undefined ? [] : line(t('disputedWords', { words: mark.words }), { size: 10 })),
        ...line(note, { size: 7.4, colour: softInk }),
      ];
      for (const block of blocks) {
        block.draw(canvas, field.x, y, context);
        y += block.height;
      }
      canvas.link(field.x, field.y, field.width, y - field.y, capture[0]);
      const top = Math.max(y + 6, field.y + head);
      const left = field.x + (field.width - crop.width * scale) / 2;
      canvas.clipped(left, top, crop.width * scale, crop.height * scale, () => {
        for (const tile of tilesIn(picture, crop.y, crop.y + crop.height))
          canvas.image(
            context.pictureOf(tile.sha256),
            left - crop.x * scale,
            top + (tile.y - crop.y) * scale,
            tile.width * scale,
            tile.height * scale,
          );
      });
      canvas.frame(left, top, crop.width * scale, crop.height * scale);
      for (const { x, y: at, width, height } of regions)
        canvas.redFrame(left + (x - crop.x) * scale, top + (at - crop.y) * scale, width * scale, height * scale);
    },
  };
}
