import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const packed = promisify(deflate);
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** RGB, 8 bits a channel, not interlaced (PNG §11.2.1). */
const kind = Uint8Array.of(8, 2, 0, 0, 0);
const up = 2;

/**
 * Writes rows as a PNG, without loss. Written here because rows come from a browser's PNG and go into one, and a library
 * of pictures would keep all of both in memory.
 *
 * @param rows `height` rows of `width` pixels, three bytes each, without anything between
 */
export async function writePng(rows: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const length = width * 3;
  const filtered = new Uint8Array((length + 1) * height);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * length, y * (length + 1)];
    filtered[to] = up;
    for (let at = 0; at < length; at++)
      filtered[to + 1 + at] = (rows[from + at] ?? 0) - (y === 0 ? 0 : (rows[from - length + at] ?? 0));
  }
  const head = Buffer.alloc(8);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const content = await packed(filtered, { level: 4 });
  return Buffer.concat([
    signature,
    chunk('IHDR', Buffer.concat([head, kind])),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
