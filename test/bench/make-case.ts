// Makes a case of screenshots for the benchmark: argument 1 the folder, 2 how many, 3 tiles of each, 4 rows of a tile,
// 5 how many of 97 bytes are noise, 6 lines of text on each.
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createCase } from '../../electron/casefile/create-case.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact } from '../../shared/case/record.ts';
import { storedTextPositions } from '../../shared/page/text-positions.ts';
import { context, someCapture } from '../fixtures/case-room.ts';

const [, , folder = ''] = process.argv;
const [count = 10, tiles = 1, height = 1024, noise = 90, lines = 0] = process.argv.slice(3).map(Number);
const facts = { title: '基准 benchmark', court: 'hangzhou', cause: '基准', operator: '甲', language: 'zh-CN' } as const;
const caseFile = createCase(
  join(folder, 'bench.fascicle'),
  { ...facts, applicants: ['甲'], respondents: ['乙'] },
  context,
);

// Real screenshots are 8-bit RGB with IDAT chunks of 4,096 bytes; noise makes them as hard to pack as photographs.
const width = 1280;
const overlap = 32;
const rows = Buffer.alloc((width * 3 + 1) * height);
let seed = 1;
for (let at = 0; at < rows.length; at++) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  rows[at] = at % (width * 3 + 1) === 0 ? 0 : at % 97 < noise ? seed >>> 24 : 255;
}
const packed = deflateSync(rows, { level: 1 });
const picture = { width, height: tiles * height - (tiles - 1) * overlap, overlap };
let bytes = 0;
for (let n = 0; n < count; n++) {
  const record = someCapture(caseFile, `第 ${n} 页`);
  const shown = Array.from({ length: tiles }, (_, at): Artifact => {
    const png = pngOf(packed, `${n}-${at}`);
    bytes += png.length;
    return {
      role: 'screenshot-tile',
      name: `tile-${String(at + 1).padStart(4, '0')}.png`,
      mediaType: 'image/png',
      ...caseFile.objects.putBytes(png),
      x: 0,
      y: at * (height - overlap),
      width,
      height,
    };
  });
  const item = itemId(Date.now(), context.clockAndRandom.random(10));
  caseFile.addItem({ ...record, item, artifacts: [...shown, ...wordsOf(n), ...record.artifacts], picture });
}
caseFile.close();
console.log(JSON.stringify({ ms: 0, megabytes: 0, bytes }));

/** Lines of text with their places, as a captured page has them. */
function wordsOf(n: number): Artifact[] {
  if (lines === 0) return [];
  const step = Math.floor(picture.height / lines);
  const runs = Array.from({ length: lines }, (_, at) => ({
    x: 40,
    y: at * step,
    width: 640,
    height: Math.min(20, step),
    text: `第 ${n} 页第 ${at} 行：某公司已进入清算程序的消息不实 liquidation`,
  }));
  const stored = canonicalBytes(storedTextPositions(runs, false));
  return [
    {
      role: 'text-positions',
      name: 'text-positions.json',
      mediaType: 'application/json',
      ...caseFile.objects.putBytes(stored),
    },
  ];
}

function pngOf(data: Buffer, n: string): Buffer {
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
