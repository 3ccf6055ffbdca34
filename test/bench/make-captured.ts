// Makes a case of real captures for the benchmark: argument 1 the folder, 2 each of how many saved pages is captured, 3 how
// many copies of each. A copy is an item of its own with files of its own: a note more in a picture, a mark behind a text or an
// archive, so that nothing is stored, hashed or drawn once for all of them.
import { join } from 'node:path';
import type { Artifact } from '../../shared/case/record.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { createCase } from '../../electron/casefile/create-case.ts';
import { captured } from '../fixtures/capture-room.ts';
import { context } from '../fixtures/case-room.ts';
import { servePages } from './capture-pages.ts';
import { markedPng } from './noise-png.ts';

const [, , folder = ''] = process.argv;
const [step = 8, copies = 5] = process.argv.slice(3).map(Number);
const facts = { title: '基准 benchmark', court: 'hangzhou', cause: '基准', operator: '甲', language: 'zh-CN' } as const;
const caseFile = createCase(
  join(folder, 'bench.fascicle'),
  { ...facts, applicants: ['甲'], respondents: ['乙'] },
  context,
);
const pages = await servePages(step);
let bytes = 0;
for (const url of pages.urls) {
  const made = await captured(url);
  for (let copy = 1; copy <= copies; copy++) {
    const artifacts = made.record.artifacts.map((one): Artifact => {
      const stored = marked(one, made.bytes(one.name), `${copy}`);
      bytes += stored.length;
      return { ...one, ...caseFile.objects.putBytes(stored) };
    });
    const item = itemId(Date.now(), context.clockAndRandom.random(10));
    caseFile.addItem({ ...made.record, item, title: `${copy} ${made.record.title}`, artifacts });
  }
  made.caseFile.close();
}
await pages.close();
caseFile.close();
console.log(JSON.stringify({ ms: 0, megabytes: 0, bytes, exhibits: pages.urls.length * copies }));

/** What the program parses stays as it was: white space behind JSON is none of it. */
function marked({ mediaType }: Artifact, stored: Uint8Array, mark: string): Uint8Array {
  if (mediaType === 'image/png') return markedPng(stored, mark);
  if (mediaType === 'application/json') return Buffer.concat([stored, Buffer.from(' '.repeat(Number(mark)))]);
  return Buffer.concat([stored, Buffer.from(`\n${mark}`)]);
}
