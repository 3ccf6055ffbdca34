// Makes a case of screenshots for the benchmark: argument 1 the folder, argument 2 how many.
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createCase } from '../../electron/casefile/create-case.ts';
import { itemId } from '../../shared/case/item-id.ts';
import type { Artifact } from '../../shared/case/record.ts';
import { context, someCapture } from '../fixtures/case-room.ts';

const [, , folder = '', count = '10'] = process.argv;
const facts = { title: '基准 benchmark', court: 'hangzhou', cause: '基准', operator: '甲', language: 'zh-CN' } as const;
const kase = createCase(join(folder, 'bench.fascicle'), { ...facts, applicants: ['甲'], respondents: ['乙'] }, context);

// Real screenshots are 8-bit RGB with IDAT chunks of 4,096 bytes; noise makes them as hard to pack as photographs.
const [width, height] = [1280, 1024];
const rows = Buffer.alloc((width * 3 + 1) * height);
let seed = 1;
for (let at = 0; at < rows.length; at++) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  rows[at] = at % (width * 3 + 1) === 0 ? 0 : at % 97 < 90 ? seed >>> 24 : 255;
}
const packed = deflateSync(rows, { level: 1 });
let bytes = 0;
for (let n = 0; n < Number(count); n++) {
  const record = someCapture(kase, `第 ${n} 页`);
  const png = pngOf(packed, n);
  bytes += png.length;
  const tile: Artifact = {
    role: 'screenshot-tile',
    name: 'tile-0001.png',
    mediaType: 'image/png',
    ...kase.objects.putBytes(png),
    x: 0,
    y: 0,
    width,
    height,
  };
  const item = itemId(Date.now(), context.surroundings.random(10));
  kase.addItem({ ...record, item, artifacts: [tile, ...record.artifacts], picture: { width, height, overlap: 32 } });
}
kase.close();
console.log(JSON.stringify({ ms: 0, megabytes: 0, bytes }));

function pngOf(data: Buffer, n: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pieces = [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Number\0${n}`, 'latin1')),
  ];
  for (let at = 0; at < data.length; at += 4_096) pieces.push(chunk('IDAT', data.subarray(at, at + 4_096)));
  return Buffer.concat([...pieces, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
