import { crc32, deflateSync } from 'node:zlib';

/** A PNG chunk with its length and CRC. */
export function chunk(name: string, data: Uint8Array = new Uint8Array()): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export function header(width: number, height: number, bitDepth: number, colourType: number, interlaced = 0): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([bitDepth, colourType, 0, 0, interlaced], 8);
  return chunk('IHDR', data);
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');
const pngEnd = chunk('IEND');

/** A PNG of these chunks between signature and IEND. */
export const pngOf = (...chunks: readonly Buffer[]): Buffer => Buffer.concat([pngSignature, ...chunks, pngEnd]);

/** Image data of `height` rows of `rowLength` zero bytes, each with filter 0. */
export const rows = (height: number, rowLength: number): Buffer =>
  deflateSync(Buffer.alloc(height * (rowLength + 1)), { level: 9 });
