import { because, causeOf } from '../../cause.ts';
import type { NewSha256 } from '../../digest.ts';
import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import type { ByteSource } from '../byte-source.ts';
import { failed, type CheckFindings, type Finding } from '../findings.ts';
import { jpegDescription, jpegHeadSize, pngDescription } from './image-dictionary.ts';
import type { Manifest, ManifestImage } from '../package/manifest.ts';
import type { PdfReader } from './pdf-reader.ts';
import { parseValue, PdfName, type PdfDict, type PdfValue } from './pdf-value.ts';
import { pngHeader, PngRebuild } from './png-recipe.ts';

type BundleFinding = Finding<BundleFindingCode>;

/**
 * Makes every picture file again from the PDF's own bytes and hashes it; looks whether the PDF describes it as this
 * program does. Where pictures stand, and what lies over them, is `checkDrawn`'s matter.
 */
export async function checkPictures(
  reader: PdfReader,
  source: ByteSource,
  manifest: Manifest,
  newSha256: NewSha256,
): Promise<CheckFindings<BundleFindingCode>> {
  const findings: BundleFinding[] = [];
  for (const image of manifest.images) {
    const { object, sha256 } = image;
    try {
      const { value, stream } = await reader.object(object);
      if (!stream || !(value instanceof Map)) throw new Error(because('pdf-no-stream'));
      const found = await hashOfPicture(source, stream, image, newSha256);
      if (found !== sha256) findings.push(failed('image-changed', { object, sha256, found }));
      const key = differentKey(value as PdfDict, await descriptionOf(source, stream, image)); // Map only stands for a dictionary
      if (key !== null) findings.push(failed('image-shown-otherwise', { object, key }));
    } catch (error) {
      findings.push(failed('image-unreadable', { object, why: causeOf(error) }));
    }
  }
  return { check: 'pictures', looked: manifest.images.length, findings };
}

type StreamSpan = Readonly<{ offset: number; length: number }>;
const pieceSize = 1 << 20;

/** SHA-256 of a picture's file, made again from its stream. */
export async function hashOfPicture(
  source: ByteSource,
  { offset, length }: StreamSpan,
  image: ManifestImage,
  newSha256: NewSha256,
): Promise<string> {
  const hash = newSha256();
  const rebuild = image.kind === 'png' ? new PngRebuild(image.recipe, (bytes) => hash.update(bytes)) : null;
  for (let at = 0; at < length; at += pieceSize) {
    const bytes = await source.read(offset + at, Math.min(pieceSize, length - at));
    if (rebuild) rebuild.push(bytes);
    else hash.update(bytes);
  }
  rebuild?.finish();
  return hash.digestHex();
}

/** What the PDF should say of the picture, from the picture's own bytes. */
async function descriptionOf(source: ByteSource, stream: StreamSpan, image: ManifestImage): Promise<PdfDict> {
  const text =
    image.kind === 'png'
      ? pngDescription(pngHeader(image.recipe))
      : jpegDescription(await source.read(stream.offset, Math.min(stream.length, jpegHeadSize)));
  if (text === null) throw new Error(because('pdf-other-picture'));
  return parseValue(`<< ${text} >>`).value as PdfDict; // our own words, a dictionary
}

/** The first key by which two descriptions differ; the stream's length apart. */
function differentKey(found: PdfDict, expected: PdfDict): string | null {
  const keys = new Set([...found.keys(), ...expected.keys()]);
  keys.delete('Length');
  return [...keys].find((key) => !same(found.get(key), expected.get(key))) ?? null;
}

function same(a: PdfValue | undefined, b: PdfValue | undefined): boolean {
  if (a instanceof PdfName && b instanceof PdfName) return a.name === b.name;
  if (a instanceof Map && b instanceof Map) return differentKey(a as PdfDict, b as PdfDict) === null; // Map only stands for a dictionary
  return a === b;
}
