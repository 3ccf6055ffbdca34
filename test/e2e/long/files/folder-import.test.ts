import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { fascicle, freshFolder, type Run } from '../../../fixtures/fascicle.ts';

// A folder of everything in one go, through the command: what became of each file is told, those that need a look first.
const room = freshFolder();
const folder = join(room, 'handed-in');
const caseFolder = join(room, 'case.fascicle');
const files: Record<string, string> = {};
let run: Run;

beforeAll(async () => {
  mkdirSync(join(folder, 'sub'), { recursive: true });
  const write = (name: string, look: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    files[name] = look;
  };
  const picture = (colour: string) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
      .png()
      .toBuffer();
  for (let n = 1; n <= 12; n += 1) write(`sub/${n}.txt`, 'whole', `line ${n}`);
  const red = await picture('#f00');
  write('a.png', 'whole', red);
  write('sub/same.png', 'same', red);
  write('broken.png', 'nothing', red.subarray(0, 60));
  write('unknown.dat', 'undetermined', Buffer.from([1, 0, 2, 0, 3, 0, 255, 254]));
  write('empty.txt', 'nothing', '');
  write('named.pdf', 'noted', 'only words');
  write('.hidden', 'system', 'x');
  symlinkSync('a.png', join(folder, 'link.png'));
  files['link.png'] = 'refused';
  await fascicle(['new', caseFolder, '--title', 'T', '--applicant', 'A', '--operator', 'O', '--json']);
  run = await fascicle(['import', caseFolder, folder, '--no-dkim', '--json']);
}, 180_000);

test('a folder of many files is told file by file, those that need a look first, and what was not imported too', () => {
  const report = run.last['report'] as readonly {
    file: string;
    look: string;
    item: string | null;
    reasons: string[];
  }[];
  const names = report.map(({ file }) => file.slice(folder.length + 1));
  const onDisk = execFileSync('find', [folder, '!', '-type', 'd'], { encoding: 'utf8' }).trim().split('\n');
  expect(names.toSorted()).toEqual(onDisk.map((file) => file.slice(folder.length + 1)).toSorted());
  expect(Object.fromEntries(report.map(({ file, look }) => [file.slice(folder.length + 1), look]))).toEqual(files);
  const order = ['refused', 'nothing', 'partly', 'undetermined', 'kept', 'same', 'noted', 'system', 'whole'];
  const ranks = report.map(({ look }) => order.indexOf(look));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  for (const { look, reasons } of report) expect(reasons.length > 0, look).toBe(look !== 'whole');
  expect(run.code).toBe(1); // a link is not imported, and a script must hear of it
  expect(run.last).toMatchObject({ items: report.filter(({ item }) => item !== null).length, refused: 1 });
});

test('each row of the report leads to the item that has the bytes of its file', () => {
  const items = new Map(run.lines.filter(({ event }) => event === 'item').map((one) => [one['item'] as string, one]));
  const report = run.last['report'] as readonly { file: string; item: string | null }[];
  for (const { file, item } of report) {
    if (item === null) continue;
    const stored = (items.get(item)?.['artifacts'] as { role: string; sha256: string }[] | undefined) ?? [];
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(stored.find(({ role }) => role === 'original')?.sha256, file).toBe(sha256);
  }
});
