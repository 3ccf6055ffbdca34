import { shortTime } from '../../../../shared/instant.ts';
import { say, type Text } from '../../../../shared/language.ts';
import { bundleTexts } from '../../../../shared/messages/papers/bundle-messages.ts';
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

/** The bundle filed before by its hash and day, within a sentence. */
export function bundleBefore({ reissue, standing }: Pick<BundleModel, 'reissue' | 'standing'>): Text {
  const manifest = reissue?.manifestSha256 ?? '';
  const { filed = null, asOf = '' } = standing ?? {};
  const text = bundleTexts[filed === null ? 'filedAsOf' : 'filedOn'];
  const params = { manifest, date: filed ?? shortTime(asOf) };
  return { 'zh-CN': say(text, 'zh-CN', params), en: say(text, 'en', params) };
}

/** Under the title of a table that leaves out what the bundle filed before has; nothing under any other. */
export function noteOnStanding(
  model: BundleModel,
  part: 'matrix' | 'chronology' | 'spread' | 'media' | 'hashes',
  size: PageSize = model.layout.landscape,
): readonly Block[] {
  if ((model.standing?.[part].size ?? 0) === 0) return [];
  const { width } = printAreaOf(size);
  const text = model.t('standingRows', { bundle: bundleBefore(model) });
  return [gap(3), ...paragraph(text, width, { size: 8, colour: softInk }, model.fonts)];
}
