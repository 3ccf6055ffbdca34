// Makes a case of screenshots for the benchmark: argument 1 the folder, 2 how many, 3 tiles of each, 4 rows of a tile,
// 5 how many of 97 bytes are noise, 6 lines of text on each.
import { join } from 'node:path';
import { createCase } from '../../electron/casefile/create-case.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Artifact } from '../../shared/case/record.ts';
import { storedTextPositions } from '../../shared/page/text-positions.ts';
import { context, someCapture } from '../fixtures/case-room.ts';
import { noisePixels, noisePng } from './noise-png.ts';

const [, , folder = ''] = process.argv;
const [count = 10, tiles = 1, height = 1024, noise = 90, lines = 0] = process.argv.slice(3).map(Number);
const facts = { title: '基准 benchmark', court: 'hangzhou', cause: '基准', operator: '甲', language: 'zh-CN' } as const;
const caseFile = createCase(
  join(folder, 'bench.fascicle'),
  { ...facts, applicants: ['甲'], respondents: ['乙'] },
  context,
);

const width = 1280;
const overlap = 32;
const packed = noisePixels(width, height, noise);
const picture = { width, height: tiles * height - (tiles - 1) * overlap, overlap };
let bytes = 0;
for (let n = 0; n < count; n++) {
  const record = someCapture(caseFile, `第 ${n} 页`);
  const shown = Array.from({ length: tiles }, (_, at): Artifact => {
    const png = noisePng(width, height, packed, `${n}-${at}`);
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
