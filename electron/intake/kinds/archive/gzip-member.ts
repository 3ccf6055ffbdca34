import { createReadStream, createWriteStream, readSync, closeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { openRegular } from '../../../casefile/files/regular-file.ts';

/** The one file in a gzip file (RFC 1952), unpacked. */
export type Gunzipped = Readonly<{
  /** As its header has it, in no charset that it declares; null where it has none. */
  name: Buffer | null;
  bytes: number;
  /** *cut*: damaged, or ended early, and what came before is there; *too-large*: it was not followed beyond the limit. */
  ended: 'whole' | 'cut' | 'too-large';
}>;

/** Unpacks into a file of its own, to its end or to a limit. */
export async function gunzipTo(path: string, to: string, most: number): Promise<Gunzipped> {
  const state = { bytes: 0, over: false };
  const bounded = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const one of pieces) {
      state.bytes += one.length;
      if (state.bytes > most) {
        state.over = true;
        return;
      }
      yield one;
    }
  };
  const name = nameIn(path);
  try {
    await pipeline(
      createReadStream('', { fd: openRegular(path, 'followed') }),
      createGunzip(),
      bounded,
      createWriteStream(to),
    );
  } catch {
    if (!state.over) return { name, bytes: state.bytes, ended: 'cut' };
  }
  return { name, bytes: state.bytes, ended: state.over ? 'too-large' : 'whole' };
}

/** The field FNAME of the header (RFC 1952 §2.3.1). */
function nameIn(path: string): Buffer | null {
  const head = Buffer.alloc(2_048);
  const file = openRegular(path, 'followed');
  try {
    const read = head.subarray(0, readSync(file, head, 0, head.length, 0));
    const flags = read[3] ?? 0;
    if ((flags & 8) === 0) return null;
    const from = (flags & 4) === 0 ? 10 : 12 + read.readUInt16LE(10);
    const end = read.indexOf(0, from);
    return end > from ? Buffer.from(read.subarray(from, end)) : null;
  } catch {
    return null; // a header that is cut off names nothing
  } finally {
    closeSync(file);
  }
}
