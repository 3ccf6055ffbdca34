import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceClockAndRandom } from '../../../../electron/casefile/processes/clock-and-random.ts';
import { redactItem } from '../../../../electron/intake/redact/redact-item.ts';
import { exportDigests } from '../../../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../../../electron/seal/packages/export-package.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { captured, type Captured } from '../../../fixtures/capture-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { findSecrets } from '../../../fixtures/oracles/find-secret.ts';
import { spawnChild } from '../../../fixtures/runner/spawn-child.ts';

const phone = '13800138000';
const [rows, high] = [110, 40];
/** Rows that say the number, in magenta: at the beginning, twice in the middle, at the end. */
const saying = [4, 58, 59, 107];
/** A row's band at the right tells its number; nothing else is magenta. */
const bandOf = (n: number) => [n + 60, 100, 77] as const;

const page = (meta: string) => `<!doctype html><html lang=zh><head><meta charset=utf-8><title>列表</title>${meta}<style>
body{margin:0;font:16px/24px "Noto Sans SC",sans-serif}i{color:#f0f;font-style:normal}.row{position:absolute;left:0;right:0;height:${high}px}
.row b{position:absolute;right:0;width:200px;height:${high}px}</style></head><body><div id=l style="position:relative;height:${rows * high}px"></div><script>
function draw() { const a = Math.max(0, Math.floor(scrollY / ${high}) - 4), z = Math.min(${rows}, a + 36); l.replaceChildren(...Array.from({ length: z - a }, (_, k) => {
  const n = a + k, e = document.createElement('div'); e.className = 'row'; e.style.top = n * ${high} + 'px';
  e.innerHTML = '评论' + n + '号 ' + (${JSON.stringify(saying)}.includes(n) ? 'iiWW<i>138 0013 8000</i> 勿外传' : '') + '<b style="background:rgb(' + (n + 60) + ',100,77)"></b>'; return e; })); }
addEventListener('scroll', draw); draw();</script>`;

let site: Server;
beforeAll(async () => {
  site = createServer(({ url }, response) => {
    const meta = url === '/wide' ? '' : '<meta name="viewport" content="width=device-width">';
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page(meta));
  });
  await new Promise<void>((open) => site.listen(0, '127.0.0.1', open));
});
afterAll(() => site.close());

const take = (path: string, view: Parameters<typeof captured>[1] = {}) =>
  captured(`http://127.0.0.1:${(site.address() as AddressInfo).port}${path}`, {
    ...{ rolling: true, timeout: 170, noTimeServers: true, noSecondPath: true },
    ...view,
  });
const { signal } = new AbortController();
const redact = ({ caseFile, state }: Captured) =>
  redactItem(caseFile, state, { regions: [], words: [phone], reason: '试' }, deviceClockAndRandom, spawnChild, signal);

/** Magenta pixels of all pictures of an item, antialiased ones too, and the rows whose band is whole in the rolling picture. */
async function seenIn({ caseFile }: Captured, { record }: Captured['state']) {
  let pink = 0;
  const bands = new Set<number>();
  for (const { role, sha256, y: top = 0 } of record.artifacts) {
    if (role !== 'screenshot-tile' && role !== 'screenshot-rolling') continue;
    const tile = sharp(caseFile.objectPath(sha256)).removeAlpha().raw();
    const { data, info } = await tile.toBuffer({ resolveWithObject: true });
    for (let at = 0; at < data.length; at += 3)
      if ((data[at] ?? 0) - (data[at + 1] ?? 0) > 12 && (data[at + 2] ?? 0) - (data[at + 1] ?? 0) > 12) pink += 1;
    if (role === 'screenshot-tile') continue;
    for (let y = 0; y < info.height; y++) {
      const n = Math.floor((top + y) / high);
      const at = (y * info.width + info.width - 50) * 3;
      if ((top + y) % high === high / 2 && bandOf(n).every((value, channel) => data[at + channel] === value))
        bands.add(n);
    }
  }
  return { pink, bands: bands.size };
}

test('by words: no pixel of the word is left in a real rolling picture, no row is lost, and no output says it', async () => {
  const done = await take('/');
  const { caseFile } = done;
  const before = await seenIn(done, done.state);
  expect(before.pink).toBeGreaterThan(400);
  expect(before.bands).toBe(rows);
  const { state } = await redact(done);
  expect(await seenIn(done, state)).toEqual({ pink: 0, bands: rows });
  expect(state.record.warnings.map(({ code }) => code).filter((code) => code.startsWith('rolling-left'))).toEqual([]);

  // Cut-outs and frames of the copy stand on its pieces.
  const marks = [
    { kind: 'key' as const, words: '评论60号' },
    { kind: 'frame' as const, words: '评论100号' },
  ];
  const exhibit = { item: state.item, group: 'g', title: '评论', source: 's', purpose: 'p', marks };
  caseFile.logEvent('exhibits-set', { exhibits: [exhibit] });
  const built = await buildIn(caseFile, { lists: ['docx', 'xlsx'], perExhibit: true });
  expect(await framedRows(built.pdf)).toEqual(expect.arrayContaining([60, 100]));

  const [packed, deposit] = [join(freshFolder(), 'p'), freshFolder()];
  const services = { program: 'p', page: new Uint8Array(), signal, onFile: () => undefined, ask: null };
  await exportPackage(caseFile, packed, { edition: 'filing', passphrase: null }, services);
  await exportDigests(caseFile, deposit, { signal, onEvent: () => undefined });
  const secrets = { whole: phone, parted: '138 0013 8000' };
  const said = [dirname(built.pdf), packed, deposit].flatMap((folder) =>
    filesBelow(folder).flatMap((path) => findSecrets(path, readFileSync(path), secrets)),
  );
  expect(said).toEqual([]);
  const text = done.record.artifacts.find(({ role }) => role === 'rolling-positions');
  expect(findSecrets('it', Buffer.from(caseFile.readObject(text?.sha256 ?? '')), secrets)).not.toEqual([]);
  caseFile.close();
}, 300_000);

test('where it was not measured where the words are, the piece stays with the original, and that is said', async () => {
  const done = await take('/wide', { view: { device: 'phone', width: 390, height: 844, scale: 2 } });
  expect((await seenIn(done, done.state)).pink).toBeGreaterThan(100);
  const { state } = await redact(done);
  expect(state.record.artifacts.filter(({ role }) => role === 'screenshot-rolling')).toEqual([]);
  expect(state.record.warnings.map(({ code }) => code)).toContain('rolling-left-unplaced');
  expect((await seenIn(done, state)).pink).toBe(0);
  done.caseFile.close();
}, 300_000);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/** Numbers of rows, by their bands, that stand at the height of a red frame's left edge on a page of the bundle. */
async function framedRows(pdf: string): Promise<number[]> {
  const root = join(freshFolder(), 'page');
  execFileSync('pdftoppm', ['-r', '144', '-png', pdf, root]);
  const found = new Set<number>();
  for (const name of readdirSync(dirname(root)).filter((one) => one.startsWith('page'))) {
    const png = sharp(join(dirname(root), name))
      .removeAlpha()
      .raw();
    const { data, info } = await png.toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [0, 1, 2].map((channel) => data[(y * info.width + x) * 3 + channel] ?? 0);
    const isRed = (x: number, y: number) => {
      const [r = 0, g = 0, b = 0] = at(x, y);
      return r > 140 && g < 90 && b < 90;
    };
    for (let y = 10; y < info.height - 10; y++)
      for (let x = 10; x < info.width / 2; x++) {
        // Eight red pixels below each other: an edge, in its middle.
        if (!Array.from({ length: 9 }, (_, k) => k - 4).every((k) => isRed(x, y + k))) continue;
        for (let far = info.width - 1; far > info.width / 2; far--) {
          const [r = 0, g = 0, b = 0] = at(far, y);
          if (Math.abs(g - 100) <= 2 && Math.abs(b - 77) <= 2 && r >= 60 && r < 60 + rows) found.add(r - 60);
        }
        break;
      }
  }
  return [...found];
}
