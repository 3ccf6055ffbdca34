import { because } from '../../cause.ts';
import type { PdfReader } from './pdf-reader.ts';
import { PdfReference, type PdfValue } from './pdf-value.ts';

/** A manifest longer than this is none of ours: 10,000 pages take 3 MB. */
export const longestManifest = 64 << 20;

/**
 * The manifest that travels inside a bundle: its only embedded file; null where the file has none inside. Whether it has is
 * asked of the PDF alone: what lies beside it does not decide what is read.
 * @throws {Error} where something else is inside, or it cannot be read
 */
export async function readEmbeddedManifest(reader: PdfReader): Promise<Uint8Array | null> {
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const found = await reader.dict(catalog.get('Names'));
  if (!found.has('EmbeddedFiles') && !catalog.has('AF')) return null;
  const list = (await reader.dict(found.get('EmbeddedFiles'))).get('Names');
  const [name, spec, ...more] = Array.isArray(list) ? (list as readonly PdfValue[]) : []; // a list holds values
  if (name !== 'manifest.json' || more.length > 0) throw new Error(because('pdf-no-manifest'));
  const file = (await reader.dict((await reader.dict(spec)).get('EF'))).get('F');
  if (!(file instanceof PdfReference)) throw new Error(because('pdf-no-manifest'));
  return reader.unpacked(file.object, longestManifest);
}
