import { printAreaOf, type PageSize } from '../../layout.ts';
import type { BundleModel } from '../../model.ts';
import { softInk } from '../../pdf/canvas.ts';
import { gap, paragraph, type Block } from '../blocks/flow.ts';

/** What a dash in a filing says, so that nobody reads it as "none". */
export function noteOnOpenCells(
  { t, fonts, layout }: BundleModel,
  size: PageSize = layout.landscape,
): readonly Block[] {
  const { width } = printAreaOf(size);
  return [gap(3), ...paragraph(t('notFilledIn'), width, { size: 8.2, colour: softInk }, fonts)];
}
