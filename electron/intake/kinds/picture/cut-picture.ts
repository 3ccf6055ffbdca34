import { join } from 'node:path';
import type { Reason } from '../../../../shared/case/record.ts';
import { convertPicture, plainRowsAtFoot, type PictureTile, type Turning } from './convert-picture.ts';
import { mostPixels } from './limits.ts';
import type { ToSrgb } from './png-colour.ts';
import { markCauses } from './turning.ts';

/** A picture that cannot be decoded to its end. */
type Cut = Readonly<{
  path: string;
  outFolder: string;
  treatment: 'png' | 'jpeg';
  turning: Turning;
  how: Readonly<{ toSrgb?: ToSrgb }>;
  size: Readonly<{ width: number; height: number }>;
}>;

/**
 * A picture whose file ends before it does, as far as it goes: what is there is evidence too. How much of its foot is one
 * colour is measured and said, since a decoder fills up what is missing.
 *
 * @returns null where nothing can be decoded
 */
export async function asFarAsItGoes({
  path,
  outFolder,
  treatment,
  turning,
  how,
  size,
}: Cut): Promise<Readonly<{ tiles: PictureTile[]; told: Reason; causes: readonly Reason[] }> | null> {
  try {
    const limit = mostPixels[treatment];
    const { tiles, turned } = await convertPicture(path, outFolder, 1, limit, turning, { ...how, cut: true });
    let rows = 0;
    for (const { file, height } of [...tiles].reverse()) {
      const plain = await plainRowsAtFoot(join(outFolder, file));
      rows += plain;
      if (plain < height) break;
    }
    if (rows >= size.height) return null; // nothing but filling
    const told = { code: 'picture-cut-short', params: { rows, height: size.height } };
    return { tiles, told, causes: [{ code: 'converted-irregular' }, ...markCauses(turned)] };
  } catch {
    return null;
  }
}
