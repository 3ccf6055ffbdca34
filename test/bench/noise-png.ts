import { crc32, deflateSync } from 'node:zlib';

/** Real screenshots are 8-bit RGB with IDAT chunks of 4,096 bytes; so are these. */
const piece = 4_096;

/** Pixels that are partly noise, as hard to pack as a photograph, packed once for many pictures. */
export function noisePixels(
  width: number,
  height: number,
  /** How many of 97 bytes are noise. */
  noise: number,
): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let seed = 1;
  for (let at = 0; at < rows.length; at++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    rows[at] = at % (width * 3 + 1) === 0 ? 0 : at % 97 < noise ? seed >>> 24 : 255;
  }
  return deflateSync(rows, { level: 1 });
}

/** A PNG of such pixels; each mark makes another file of them. */
export function noisePng(width: number, height: number, packed: Buffer, mark: string): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pieces = [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), markChunk(mark)];
  for (let at = 0; at < packed.length; at += piece) pieces.push(chunk('IDAT', packed.subarray(at, at + piece)));
  return Buffer.concat([...pieces, chunk('IEND', Buffer.alloc(0))]);
}

/** The same picture as another file: with one more note behind its header. */
export function markedPng(png: Uint8Array, mark: string): Buffer {
  const behindHeader = 8 + 25; // signature, IHDR
  return Buffer.concat([png.subarray(0, behindHeader), markChunk(mark), png.subarray(behindHeader)]);
}

function markChunk(mark: string): Buffer {
  return chunk('tEXt', Buffer.from(`Number\0${mark}`, 'latin1'));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
