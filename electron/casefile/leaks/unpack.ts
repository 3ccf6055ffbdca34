import { createGunzip, createInflateRaw, inflateSync, type Gunzip, type InflateRaw } from 'node:zlib';
import type { HeldBytes } from './held-bytes.ts';

/** What one file may unpack to in all; what is beyond is said to be unsearched. */
const mostUnpacked = 512 << 20;
/** A member that has an inside of its own is held in memory up to here. */
const mostHeld = 128 << 20;
const pieceLength = 256 << 10;
/** Longer pieces than the library's own make fewer of them. */
const chunkSize = 512 << 10;

/** Too much, or not as it says it is packed: what it holds is not known. */
export class Unsearchable extends Error {
  constructor() {
    super('unsearchable');
    this.name = 'Unsearchable';
  }
}

/** How much may still be unpacked from one file. */
export type Allowance = { left: number };
export const fullAllowance = (): Allowance => ({ left: mostUnpacked });

/**
 * What is packed, in the pieces in which it is unpacked; memory stays flat.
 * @throws {Unsearchable}
 */
export async function* unpackedPieces(
  packed: HeldBytes,
  way: 'gzip' | 'raw',
  allowance: Allowance,
): AsyncGenerator<Buffer, void, undefined> {
  const unpack: Gunzip | InflateRaw = way === 'gzip' ? createGunzip({ chunkSize }) : createInflateRaw({ chunkSize });
  const failed: { error: unknown } = { error: null };
  unpack.on('error', (error) => (failed.error = error));
  const feed = async () => {
    for (let at = 0; at < packed.size && failed.error === null; at += pieceLength)
      if (!unpack.write(packed.read(at, pieceLength)))
        await new Promise<void>((done) => {
          unpack
            .once('drain', done)
            .once('close', done)
            .once('error', () => done());
        });
    unpack.end();
  };
  const fed = feed();
  try {
    for await (const piece of unpack as AsyncIterable<Buffer>) {
      allowance.left -= piece.length;
      if (allowance.left < 0) throw new Unsearchable();
      yield piece;
    }
  } catch (error) {
    throw error instanceof Unsearchable ? error : new Unsearchable();
  } finally {
    unpack.destroy();
    await fed;
  }
}

/** The same at once, for what has an inside of its own. @throws {Unsearchable} */
export async function unpackedWhole(packed: HeldBytes, way: 'gzip' | 'raw', allowance: Allowance): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of unpackedPieces(packed, way, allowance)) {
    length += piece.length;
    if (length > mostHeld) throw new Unsearchable();
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

/** zlib data, as PDF has it; a stream that is cut short gives what it has. @throws {Unsearchable} */
export function unpackedZlib(packed: Buffer, allowance: Allowance): Buffer {
  try {
    const bytes = inflateSync(packed, {
      maxOutputLength: Math.max(1, Math.min(mostHeld, allowance.left)),
      finishFlush: 2,
    });
    allowance.left -= bytes.length;
    return bytes;
  } catch {
    throw new Unsearchable();
  }
}
