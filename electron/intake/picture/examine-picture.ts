import sharp, { type Metadata } from 'sharp';
import type { Reason } from '../../../shared/case/record.ts';
import type { PictureAnswer } from '../child-words.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { fact, type FileFact } from '../facts.ts';
import { mostFrames, mostPixels, tallestAsItIs } from '../limits.ts';
import { convertPicture } from './convert-picture.ts';
import { readExif } from './exif.ts';
import { iccName } from './icc-name.ts';
import { scanJpeg } from './jpeg-scan.ts';
import { scanPng } from './png-scan.ts';

type Request = Readonly<{ treatment: 'png' | 'jpeg' | 'picture'; path: string; outFolder: string }>;

/** The facts of a picture that is not decoded here. @throws where not even its head can be read */
export async function pictureFacts(path: string): Promise<Pick<PictureAnswer, 'facts' | 'size'>> {
  const metadata = await sharp(path, { limitInputPixels: false, failOn: 'error' }).metadata();
  const profile = metadata.icc ? iccName(metadata.icc) : null;
  const { width, height } = metadata;
  return { facts: factsOf(metadata, profile), size: { width, height } };
}

/**
 * Decides whether a picture can stand in a bundle byte for byte, and converts it into tiles where it cannot. Runs in a
 * child process: the bytes are hostile.
 */
export async function examinePicture({ treatment, path, outFolder }: Request): Promise<PictureAnswer> {
  let metadata: Metadata;
  try {
    metadata = await sharp(path, { limitInputPixels: false, failOn: 'error' }).metadata();
  } catch (error) {
    return { as: 'none', reason: damaged(error), size: null, facts: [], warnings: [] };
  }
  const { width, height } = metadata;
  const size = { width, height };
  const profile = metadata.icc ? iccName(metadata.icc) : null;
  const facts = factsOf(metadata, profile);
  const frames = metadata.pages ?? 1;
  const limit = mostPixels[treatment];
  if (width * height > limit) {
    const reason = { code: 'picture-too-large', params: { width, height, limit: limit / 1_000_000 } };
    return { as: 'none', reason, size, facts, warnings: [] };
  }

  const warnings: Reason[] = [];
  if (frames > 1 && metadata.format !== 'tiff') warnings.push({ code: 'first-frame-only', params: { frames } });
  if (metadata.format === 'tiff' && frames > mostFrames) {
    warnings.push({ code: 'first-pages-only', params: { pages: mostFrames, of: frames } });
  }
  const oriented = metadata.orientation ?? 1;
  const causes: Reason[] = [
    ...(await causesOfFormat(treatment, path, metadata, warnings)),
    ...(oriented > 1 ? [{ code: 'converted-orientation', params: { orientation: oriented } }] : []),
    ...(height > tallestAsItIs ? [{ code: 'converted-tall', params: { height } }] : []),
  ];
  const foreign = profile !== null && !/sRGB|^c2$/i.test(profile) ? profile : null;
  try {
    if (causes.length === 0) {
      if (treatment !== 'jpeg' || (await decodesCleanly(path, metadata))) {
        if (foreign !== null) warnings.push({ code: 'profile-not-applied', params: { profile: foreign } });
        return { as: 'it-is', size, facts, warnings };
      }
      causes.push({ code: 'converted-irregular' });
      warnings.push({ code: 'picture-irregular' });
    }
    if (foreign !== null) causes.push({ code: 'converted-profile', params: { profile: foreign } });
    const shownFrames = metadata.format === 'tiff' ? Math.min(frames, mostFrames) : 1;
    return {
      as: 'tiles',
      tiles: await convertPicture(path, outFolder, shownFrames, limit),
      causes,
      size,
      facts,
      warnings,
    };
  } catch (error) {
    return { as: 'none', reason: damaged(error), size, facts, warnings: [] };
  }
}

/** Why the file's own form keeps it from standing in a PDF as it is; empty when nothing does. */
async function causesOfFormat(
  treatment: Request['treatment'],
  path: string,
  metadata: Metadata,
  warnings: Reason[],
): Promise<readonly Reason[]> {
  if (treatment === 'picture') return [{ code: 'converted-format', params: { format: metadata.format } }];
  if (treatment === 'png') {
    const png = await scanPng(path);
    if (png === null) return [{ code: 'converted-structure', params: { what: 'IHDR' } }];
    const transparent = png.transparentColour || png.colourType >= 4;
    return [
      ...(png.fault === null ? [] : [{ code: 'converted-structure', params: { what: png.fault } }]),
      ...(png.colourType === 3 ? [{ code: 'converted-palette' }] : []),
      ...(png.bitDepth === 8 || png.colourType === 3
        ? []
        : [{ code: 'converted-depth', params: { bits: png.bitDepth } }]),
      ...(transparent ? [{ code: 'converted-transparency' }] : []),
      ...(png.interlaced ? [{ code: 'converted-interlaced' }] : []),
    ];
  }
  const jpeg = await scanJpeg(path);
  if (jpeg === null) return [{ code: 'converted-structure', params: { what: 'SOF' } }];
  if (jpeg.trailing > 0) warnings.push({ code: 'data-after-picture', params: { bytes: jpeg.trailing } });
  return [
    ...(jpeg.ends ? [] : [{ code: 'converted-structure', params: { what: 'EOI' } }]),
    ...(jpeg.frame > 2 || jpeg.precision !== 8 ? [{ code: 'converted-coding', params: { frame: jpeg.frame } }] : []),
    ...(jpeg.doubtfulColour || (jpeg.components !== 1 && jpeg.components !== 3)
      ? [{ code: 'converted-colour', params: { components: jpeg.components } }]
      : []),
  ];
}

/**
 * Decodes a JPEG to its last row and keeps nothing: what libjpeg only warns of (bad Huffman codes, stray bytes) other
 * viewers may draw differently.
 */
async function decodesCleanly(path: string, { width, height }: Metadata): Promise<boolean> {
  const lastRow = { left: 0, top: height - 1, width, height: 1 };
  try {
    await sharp(path, { failOn: 'warning', sequentialRead: true, limitInputPixels: mostPixels.jpeg })
      .extract(lastRow)
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false; // the conversion that follows decides whether it can be decoded at all, and says why not
  }
}

function factsOf(metadata: Metadata, profile: string | null): FileFact[] {
  const exif = metadata.exif ? readExif(metadata.exif) : null;
  return [
    fact('Pixels', `${metadata.width}×${metadata.height}`, 'file header'),
    ...(profile === null ? [] : [fact('ColourProfile', profile, 'ICC')]),
    ...(exif?.texts ?? []).map(([name, value]) => fact(name, value, 'EXIF')),
    ...(exif && exif.orientation > 1 ? [fact('Orientation', String(exif.orientation), 'EXIF')] : []),
    ...(exif?.position ? [fact('GpsPosition', 'present', 'EXIF')] : []),
  ];
}

/** The decoder's own first line; the ones after it name places on this machine. */
function damaged(error: unknown): Reason {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return { code: 'picture-damaged', params: { what: visibleText(line).slice(0, 200) } };
}
