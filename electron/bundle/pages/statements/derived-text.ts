import { listedApart } from '../../../../shared/language.ts';
import { filmTime, type Film } from '../../../../shared/case/film.ts';
import type { Stitched } from '../../../../shared/case/stitched.ts';
import type { BundleModel } from '../../model.ts';

/** Which rows of which screenshot stand where, and how well they agree where two show the same. Rows count from 1. */
export function stitchedText(
  { parts, overlaps }: Stitched,
  { t, language }: Pick<BundleModel, 't' | 'language'>,
): string {
  return t('stitchedNote', {
    count: parts.length,
    parts: listedApart(
      parts.map(({ parentRecord, y, height, at }) =>
        t('stitchedPart', { at: at + 1, parent: parentRecord, y: y + 1, end: y + height }),
      ),
      language,
    ),
    overlaps: listedApart(
      overlaps.map((one) => t('stitchedOverlap', { ...one })),
      language,
    ),
  });
}

/** Which frames of a film its pages show, and what took them. */
export function filmText({ tool, chosen, frames }: Film, t: BundleModel['t']): string {
  const times = frames.map(({ at }) => filmTime(at)).join(', ');
  return t(chosen === 'changes' ? 'keyFramesNote' : 'keyFramesSpread', { count: frames.length, tool, times });
}
