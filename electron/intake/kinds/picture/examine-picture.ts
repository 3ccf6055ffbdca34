import { because, causeOf } from '../../../../shared/cause.ts';
import sharp, { type Metadata } from 'sharp';
import type { Reason } from '../../../../shared/case/record.ts';
import type { HeifTurning, PictureAnswer, PictureFacts, PictureRequest } from './picture-words.ts';
import { visibleText } from '../../../../shared/visible-text.ts';
import { fact, type FileFact } from '../../facts.ts';
import { mostFrames, mostPixels, tallestAsItIs } from './limits.ts';
import { asFarAsItGoes } from './cut-picture.ts';
import { convertPicture, type Turning } from './convert-picture.ts';
import { readExif } from './exif.ts';
import { heifTurns } from './heif-turns.ts';
import { iccName } from './icc-name.ts';
import { scanJpeg } from './jpeg-scan.ts';
import { coloursOf } from './picture-colours.ts';
import type { ToSrgb } from './png-colour.ts';
import { scanPng, type PngScan } from './png-scan.ts';
import { liesOtherwise, markCauses, turnCauses, turnFacts } from './turning.ts';

type Request = Omit<Extract<PictureRequest, { task: 'pages' }>, 'task'>;

/** The facts of a HEIF picture, which is not decoded here; of its boxes only where not even its head can be read. */
export async function pictureFacts(path: string): Promise<PictureFacts> {
  const turns = await heifTurns(path);
  try {
    const metadata = await sharp(path, { limitInputPixels: false, failOn: 'error' }).metadata();
    const turning = { turns, exif: exifOf(metadata)?.orientation ?? 1 };
    const profile = metadata.icc ? iccName(metadata.icc) : null;
    const { width, height } = metadata;
    return { facts: [...factsOf(metadata, profile), ...turnFacts(turning)], size: { width, height }, turning };
  } catch {
    const turning = { turns, exif: 1 };
    return { facts: turnFacts(turning), size: null, turning };
  }
}

/**
 * Decides whether a picture can stand in a bundle byte for byte, and converts it into tiles where it cannot. Runs in a
 * child process: the bytes are hostile.
 */
export async function examinePicture({ treatment, path, outFolder, drawn }: Request): Promise<PictureAnswer> {
  let metadata: Metadata;
  try {
    metadata = await sharp(path, { limitInputPixels: false, failOn: 'error' }).metadata();
  } catch (error) {
    return { as: 'none', reason: damaged(error, [path, outFolder]), size: null, facts: [], warnings: [] };
  }
  const { width, height } = metadata;
  const size = { width, height };
  const profile = metadata.icc ? iccName(metadata.icc) : null;
  const heif = drawn?.turning ?? (await heifTurning(path, metadata));
  const facts = [...factsOf(metadata, profile), ...turnFacts(heif)];
  const bar = barTo(size, treatment, drawn?.size ?? null);
  if (bar !== null) return { as: 'none', reason: bar, size, facts, warnings: [] };

  const warnings: Reason[] = frameWarnings(metadata);
  const turning: Turning = heif === null ? 'mark' : 'done';
  const marked = turning === 'mark' && (metadata.orientation ?? 1) > 1;
  const png = treatment === 'png' ? await scanPng(path) : null;
  const causes: Reason[] = [
    ...(await causesOfFormat(treatment, png, path, drawn?.format ?? formatOf(metadata), warnings)),
    ...(heif === null ? [] : turnCauses(heif)),
    ...(height > tallestAsItIs ? [{ code: 'converted-tall', params: { height } }] : []),
  ];
  const colours = await coloursOf(png, path, metadata.format);
  if (colours.as === 'unread') return { as: 'none', reason: colours.reason, size, facts, warnings: [] };
  causes.push(...colours.causes);
  warnings.push(...colours.warnings);
  const how = colours.toSrgb ? { toSrgb: colours.toSrgb } : {};
  const plan = { treatment, path, outFolder, metadata, marked, turning, how };
  return asItIsOrTiles(plan, foreignProfile(profile), causes, { size, facts, warnings });
}

type Plan = Omit<Request, 'drawn'> &
  Readonly<{ metadata: Metadata; marked: boolean; turning: Turning; how: Readonly<{ toSrgb?: ToSrgb }> }>;
type ToldSoFar = Readonly<{ size: Size; facts: FileFact[]; warnings: Reason[] }>;

/** The file's own bytes where nothing keeps them from a PDF, else tiles; of a file that ends early as far as it goes. */
async function asItIsOrTiles(
  plan: Plan,
  foreign: ReturnType<typeof foreignProfile>,
  causes: Reason[],
  told: ToldSoFar,
): Promise<PictureAnswer> {
  const { treatment, path, outFolder, metadata, turning, how } = plan;
  const { warnings } = told;
  try {
    if (causes.length === 0 && !plan.marked) {
      if (treatment !== 'jpeg' || (await decodesCleanly(path, metadata))) {
        warnings.push(...foreign.map((params) => ({ code: 'profile-not-applied', params })));
        return { as: 'it-is', ...told };
      }
      causes.push({ code: 'converted-irregular' });
      warnings.push({ code: 'picture-irregular' });
    }
    causes.push(...foreign.map((params) => ({ code: 'converted-profile', params })));
    const limit = mostPixels[treatment];
    const { tiles, turned } = await convertPicture(path, outFolder, framesShown(metadata), limit, turning, how);
    return { as: 'tiles', tiles, causes: [...causes, ...markCauses(turned)], ...told };
  } catch (error) {
    const reason = damaged(error, [path, outFolder]);
    const cut = treatment === 'picture' ? null : await asFarAsItGoes({ ...plan, treatment, size: told.size });
    if (cut === null) return { as: 'none', reason, ...told, warnings: [] };
    warnings.push(cut.told);
    return { as: 'tiles', tiles: cut.tiles, causes: [...causes, ...cut.causes], ...told };
  }
}

/** The colour profile where it is another than sRGB; none where the picture has none. */
const foreignProfile = (profile: string | null): readonly Readonly<{ profile: string }>[] =>
  profile === null || /sRGB|^c2$/i.test(profile) ? [] : [{ profile }];

/** How many frames get pages: of a TIFF its pages up to a limit, of any other format the first. */
const framesShown = ({ format, pages = 1 }: Metadata): number => (format === 'tiff' ? Math.min(pages, mostFrames) : 1);

type Size = Readonly<{ width: number; height: number }>;

/** Why a picture gets no pages at all: it was drawn in another size than its head says, or has too many pixels. */
function barTo({ width, height }: Size, treatment: Request['treatment'], head: Size | null): Reason | null {
  if (head && liesOtherwise({ width, height }, head)) {
    const why = because('picture-other-size', { width, height, drawn: `${head.width} × ${head.height}` });
    return { code: 'heic-not-drawn', params: { why } };
  }
  const limit = mostPixels[treatment];
  return width * height > limit
    ? { code: 'picture-too-large', params: { width, height, limit: limit / 1_000_000 } }
    : null;
}

/** A TIFF is shown page by page up to a limit, any other format by its first frame. */
function frameWarnings({ format, pages: frames = 1 }: Metadata): Reason[] {
  if (format !== 'tiff') return frames > 1 ? [{ code: 'first-frame-only', params: { frames } }] : [];
  return frames > mostFrames ? [{ code: 'first-pages-only', params: { pages: mostFrames, of: frames } }] : [];
}

/** HEIF is one format with several codings; those that are decoded here are named as people know them. */
const formatOf = ({ format, compression }: Metadata): string =>
  format === 'heif' && compression === 'av1' ? 'avif' : format;

/** Why the file's own form keeps it from standing in a PDF as it is; empty when nothing does. */
async function causesOfFormat(
  treatment: Request['treatment'],
  png: PngScan | null,
  path: string,
  format: string,
  warnings: Reason[],
): Promise<readonly Reason[]> {
  if (treatment === 'picture') return [{ code: 'converted-format', params: { format } }];
  if (treatment === 'png') {
    if (png === null)
      return [{ code: 'converted-structure', params: { what: because('picture-part-missing', { name: 'IHDR' }) } }];
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
  if (jpeg === null)
    return [{ code: 'converted-structure', params: { what: because('picture-part-missing', { name: 'SOF' }) } }];
  if (jpeg.trailing > 0) warnings.push({ code: 'data-after-picture', params: { bytes: jpeg.trailing } });
  return [
    ...(jpeg.ends
      ? []
      : [{ code: 'converted-structure', params: { what: because('picture-part-missing', { name: 'EOI' }) } }]),
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
  const exif = exifOf(metadata);
  return [
    fact('Pixels', `${metadata.width}×${metadata.height}`, 'file header'),
    ...(profile === null ? [] : [fact('ColourProfile', profile, 'ICC')]),
    ...(exif?.texts ?? []).map(([name, value]) => fact(name, value, 'EXIF')),
    ...(exif && exif.orientation > 1 ? [fact('Orientation', String(exif.orientation), 'EXIF')] : []),
    ...(exif?.position ? [fact('GpsPosition', 'present', 'EXIF')] : []),
  ];
}

const exifOf = ({ exif }: Metadata) => (exif ? readExif(exif) : null);

/** The decoder turns a HEIF picture itself. @returns null for any other format */
const heifTurning = async (path: string, metadata: Metadata): Promise<HeifTurning | null> =>
  metadata.format === 'heif' ? { turns: await heifTurns(path), exif: exifOf(metadata)?.orientation ?? 1 } : null;

/**
 * What stopped the decoder, and its own first line. Paths are left out.
 * @param paths those that the decoder was given
 */
export function damaged(error: unknown, paths: readonly string[]): Reason {
  if (error instanceof Error && error.message.startsWith('cause:'))
    return { code: 'picture-damaged', params: { what: causeOf(error) } };
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const line = paths.reduce((left, path) => left.replaceAll(path, '…'), first);
  const words = visibleText(line.replace(anyPath, '…')).slice(0, 200);
  const code = /premature|truncat|end of (?:file|stream)|read gave \d+ warnings|ends? early|too short/i.test(line)
    ? 'decoder-ends-early'
    : /unsupported|not supported|no known/i.test(line)
      ? 'decoder-unsupported'
      : 'decoder-stopped';
  return { code: 'picture-damaged', params: { what: because(code, { words }) } };
}
const anyPath = /(?<![\w.])(?:[A-Za-z]:)?[\\/](?:[^\s\\/"':]+[\\/])+[^\s"':]*/g;
