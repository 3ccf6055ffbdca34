import { because } from '../../../../shared/cause.ts';
import type { Reason } from '../../../../shared/case/record.ts';
import type { HeifTurning } from './picture-words.ts';
import { fact, type FileFact } from '../../facts.ts';

type Size = Readonly<{ width: number; height: number }>;

/** What a HEIF file says of its turning, as its own claim. */
export const turnFacts = (heif: HeifTurning | null): FileFact[] =>
  heif?.turns?.length ? [fact('Orientation', heif.turns.join(', '), 'HEIF')] : [];

/** What was done to a HEIF picture: turned by its properties, and not by its EXIF. */
export function turnCauses({ turns, exif }: HeifTurning): readonly Reason[] {
  return [
    ...(turns?.length
      ? [{ code: 'converted-heif-turned', params: { what: because('in-format', { words: turns.join(', ') }) } }]
      : []),
    ...(exif > 1 ? [{ code: 'exif-orientation-not-counted', params: { orientation: exif } }] : []),
  ];
}

/**
 * What was turned by EXIF.
 * @param turned the orientation of each page, 1 where it was left as it lies
 */
export function markCauses(turned: readonly number[]): readonly Reason[] {
  const [first = 1] = turned;
  if (turned.every((one) => one === first)) {
    return first > 1 ? [{ code: 'converted-orientation', params: { orientation: first } }] : [];
  }
  return [...new Set(turned.filter((one) => one > 1))].map((orientation) => {
    const pages = turned.flatMap((one, at) => (one === orientation ? [at + 1] : []));
    return { code: 'converted-orientation-pages', params: { orientation, pages: pages.join(', ') } };
  });
}

/** Whether a picture lies where it should stand: its sides are exchanged. */
export const liesOtherwise = (found: Size, wanted: Size): boolean =>
  found.width !== found.height && found.width === wanted.height && found.height === wanted.width;
