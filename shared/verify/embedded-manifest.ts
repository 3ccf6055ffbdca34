import type { PdfReader } from './pdf-reader.ts';
import { PdfReference, type PdfValue } from './pdf-value.ts';

/** A manifest longer than this is none of ours: 10,000 pages take 3 MB. */
export const longestManifest = 64 << 20;

/** The manifest that travels inside a bundle: its first embedded file. @throws {Error} where there is none */
export async function readEmbeddedManifest(reader: PdfReader): Promise<Uint8Array> {
  const catalog = await reader.dict(reader.trailer.get('Root'));
  const names = await reader.dict((await reader.dict(catalog.get('Names'))).get('EmbeddedFiles'));
  const list = names.get('Names');
  const [name, spec] = Array.isArray(list) ? (list as readonly PdfValue[]) : []; // a list holds values
  if (name !== 'manifest.json') throw new Error('no manifest inside');
  const file = (await reader.dict((await reader.dict(spec)).get('EF'))).get('F');
  if (!(file instanceof PdfReference)) throw new Error('no manifest inside');
  return reader.unpacked(file.object, longestManifest);
}
