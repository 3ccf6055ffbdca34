import { drawnScale } from '../../../../shared/page/picture/drawn-html.ts';
import type { PageText } from '../../../../shared/page/page-text.ts';
import { tiledPicturesOf } from '../../../../shared/plan/pictures/slices.ts';
import type { BundleExhibit } from '../../model.ts';
import { printAreaOf } from '../../layout.ts';
import { sealInk } from '../../pdf/canvas.ts';
import { quotedRegions } from '../../quoted-words.ts';
import { drawBlocks, paragraph } from '../blocks/flow.ts';
import type { ModelWith } from '../page-kind.ts';
import { exhibitFigure } from './alternative-text.ts';
import type { exhibitWords } from './exhibit-words.ts';
import { drawnOf } from './exhibit-pictures.ts';
import { drawSlice, drawWords, frameOn, heldUntil, laidIn, pictureViewOf, type Drawing } from './picture-drawings.ts';
import { runsInRows } from './words-layer.ts';
import { leastLetters } from '../blocks/letter-sizes.ts';

/**
 * The pages of an HTML document that was drawn here at intake, each under the words that say so: what stands there was
 * never captured from the web.
 *
 * @param names of the artifacts that are this document's; null: those of the item's own file
 */
export function drawnDrawings(
  exhibit: BundleExhibit,
  text: PageText,
  names: readonly string[] | null,
  model: ModelWith<typeof exhibitWords>,
): readonly Drawing[] {
  const { drawn } = text;
  if (!drawn) return [];
  const [picture] = tiledPicturesOf(drawnOf(exhibit.record, names, 'drawn-tile'));
  const [layer] = drawnOf(exhibit.record, names, 'drawn-words');
  if (!picture) return [];
  const { portrait } = model.layout;
  const { width } = printAreaOf(portrait);
  const said = paragraph(
    model.t('drawnFrom', { by: drawn.by }),
    width,
    { size: leastLetters, colour: sealInk },
    model.fonts,
  );
  const room = said.reduce((sum, { height }) => sum + height, 0) + 6;
  const words = () => (layer ? exhibit.drawnWords(layer.name) : []);
  const view = pictureViewOf(picture, [], portrait, drawnScale);
  const laid = laidIn(view, picture, words(), drawnScale, true, room);
  const held = heldUntil(laid.length - 1, words);
  return laid.map(({ slice, field }, at): Drawing => ({
    part: model.t('drawnPart'),
    shows: slice,
    pictures: slice.picture.tiles
      .filter(({ y, height }) => y < slice.to && y + height > slice.from)
      .map(({ sha256 }) => sha256),
    draw: (canvas, context) => {
      if (at === 0) drawBlocks(canvas, said, portrait, context);
      const runs = held(at);
      const here = runsInRows(runs, slice.from, slice.to);
      drawSlice(canvas, exhibitFigure(exhibit, model, here, model.t('drawnPart')), slice, field, context);
      drawWords(canvas, slice, here, field);
      for (const region of quotedRegions(exhibit, model, runs)) frameOn(canvas, slice, region, field, 'amberFrame');
    },
  }));
}
