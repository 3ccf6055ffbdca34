import { because } from '../../cause.ts';
import { Inflate } from 'fflate';
import type { ByteSource } from '../byte-source.ts';

/** More than this is not unpacked in memory. */
const most = 768 * 1024 * 1024;

/** It says nothing of the file that it is too long to be looked at so. */
class TooLong extends Error {
  readonly code = 'EFBIG';
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
  if (bytes > most) throw new TooLong(`${name} is too long to be unpacked here: unpack the ZIP and verify the folder`);
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
    inflate.push(chunk, at + chunk.length >= packed.size);
  }
  if (length !== bytes) throw new Error(because('pdf-unpacks-less', { name }));
  return content;
}
