import type { NewSha256 } from '../digest.ts';
import type { BundleFindingCode } from '../messages/bundle-verify-messages.ts';
import type { ByteSource } from './byte-source.ts';
import { failed, type CheckFindings, type Finding } from './findings.ts';
import { jpegDescription, jpegHeadSize, pngDescription } from './image-dictionary.ts';
import type { Manifest, ManifestImage } from './manifest.ts';
import type { PdfReader } from './pdf-reader.ts';
import { parseValue, PdfName, PdfReference, type PdfDict, type PdfValue } from './pdf-value.ts';
import { pngHeader, PngRebuild } from './png-recipe.ts';
import { pageObjects } from './printed-pages.ts';

type BundleFinding = Finding<BundleFindingCode>;

/**
 * Makes every picture file again from the PDF's own bytes and hashes it; looks whether the PDF describes it as this
 * program does; looks whether each exhibit's pages show the exhibit's pictures and no others.
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
      if (!stream || !(value instanceof Map)) throw new Error('no stream');
      const found = await hashOfPicture(source, stream, image, newSha256);
      if (found !== sha256) findings.push(failed('image-changed', { object, sha256, found }));
      const key = differentKey(value as PdfDict, await descriptionOf(source, stream, image)); // Map only stands for a dictionary
      if (key !== null) findings.push(failed('image-shown-otherwise', { object, key }));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      findings.push(failed('image-unreadable', { object, why }));
    }
  }
  findings.push(...(await shownFindings(reader, manifest)));
  return { check: 'pictures', looked: manifest.images.length, findings };
}

type StreamPlace = Readonly<{ offset: number; length: number }>;
const pieceSize = 1 << 20;

/** SHA-256 of a picture's file, made again from its stream. */
export async function hashOfPicture(
  source: ByteSource,
  { offset, length }: StreamPlace,
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
async function descriptionOf(source: ByteSource, stream: StreamPlace, image: ManifestImage): Promise<PdfDict> {
  const text =
    image.kind === 'png'
      ? pngDescription(pngHeader(image.recipe))
      : jpegDescription(await source.read(stream.offset, Math.min(stream.length, jpegHeadSize)));
  if (text === null) throw new Error('not a picture of a kind that this program embeds');
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

/** Pictures of a page, its parts, and its view with inner parts at full size: each stands on a page. */
const mustShow: ReadonlySet<string> = new Set(['screenshot-tile', 'screenshot-region', 'screenshot-expanded']);

/** Whether pages show what their exhibit holds, and every screenshot is on one of them. */
async function shownFindings(reader: PdfReader, manifest: Manifest): Promise<readonly BundleFinding[]> {
  // A picture of a filing copy stands for the original that it names.
  const sha256Of = new Map(manifest.images.map(({ object, sha256, derived }) => [object, derived?.original ?? sha256]));
  const first = manifest.volume?.first ?? 1;
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const pages = await pageObjects(reader, catalog.get('Pages'));
  const findings: BundleFinding[] = [];
  for (const {
    number,
    files,
    part,
    pages: [from, to],
  } of manifest.exhibits) {
    const own = new Set(files.map(({ sha256 }) => sha256));
    const shown = new Set<string>();
    for (const [at, object] of pages.slice(from - first, to - first + 1).entries()) {
      for (const picture of await picturesOn(reader, object)) {
        const sha256 = sha256Of.get(picture);
        if (sha256 !== undefined && own.has(sha256)) shown.add(sha256);
        else findings.push(failed('image-foreign', { number, page: from + at, object: picture }));
      }
    }
    for (const { role, name, sha256 } of files)
      if (mustShow.has(role) && part !== true && !shown.has(sha256))
        findings.push(failed('image-unlisted', { number, name }));
  }
  return findings;
}

/** Numbers of the pictures that a page names itself; those inside a foreign page's form are part of that page. */
async function picturesOn(reader: PdfReader, page: number): Promise<readonly number[]> {
  const resources = await reader.dict((await reader.dict(new PdfReference(page))).get('Resources'));
  const pictures: number[] = [];
  for (const ref of (await reader.dict(resources.get('XObject'))).values()) {
    if (!(ref instanceof PdfReference)) throw new Error('a page holds a picture in itself');
    const subtype = (await reader.dict(ref)).get('Subtype');
    if (!(subtype instanceof PdfName && subtype.name === 'Form')) pictures.push(ref.object);
  }
  return pictures;
}
