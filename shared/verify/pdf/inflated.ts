import { because } from '../../cause.ts';
import { Inflate } from 'fflate';
import type { ByteSource } from '../byte-source.ts';

/** More than this is not unpacked in memory. */
const most = 768 * 1024 * 1024;

/** It says nothing of the file that it is too long to be looked at so. */
class TooLong extends Error {
  readonly code = 'EFBIG';

  constructor(name: string) {
    super(because('zip-too-long', { name }));
  }
}

/**
 * A compressed member as a file: unpacked once, when it is first read, and never into more than its header says.
 * @param bytes what the header says
 */
export function inflated(packed: ByteSource, bytes: number, name: string): ByteSource & { close(): void } {
  let content: Promise<Uint8Array> | null = null;
  const all = () => (content ??= unpack(packed, bytes, name));
  return {
    size: bytes,
    read: async (offset, length) => (await all()).slice(offset, offset + Math.max(0, length)),
    close: () => {
      content = null;
    },
  };
}

async function unpack(packed: ByteSource, bytes: number, name: string): Promise<Uint8Array> {
  if (bytes > most) throw new TooLong(name);
  const content = new Uint8Array(bytes);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > bytes) throw new Error(because('pdf-unpacks-more', { name }));
    content.set(chunk, length);
    length += chunk.length;
  });
  const piece = 1 << 16;
  for (let at = 0; at < packed.size; at += piece) {
    const chunk = await packed.read(at, Math.min(piece, packed.size - at));
    pushed(inflate, chunk, at + chunk.length >= packed.size, name);
  }
  if (length !== bytes) throw new Error(because('pdf-unpacks-less', { name }));
  return content;
}

/** The library's own errors are of its own words; ours, thrown from within, stay. */
function pushed(inflate: Inflate, chunk: Uint8Array, isLast: boolean, name: string): void {
  try {
    inflate.push(chunk, isLast);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('cause:')) throw error;
    throw new Error(because('zip-packed-damaged', { name }), { cause: error });
  }
}
