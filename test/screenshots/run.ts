// `npm run screenshots [-- CASE]`: every screen of the window, in both languages and both themes, and two pages of the
// bundle, as PNG files in out/screenshots. Without a case it runs the demo first (about a minute). The README shows
// bundle-page, evidence-zh-CN-light and arrangement-en-dark, copied to resources/screenshots.
import '../fixtures/runner/own-temporary-of-run.ts';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { manifestSchema } from '../../shared/verify/package/manifest.ts';
import type { WatchList } from '../../shared/watch/watch-list.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

const out = resolve(import.meta.dirname, '../../out/screenshots');
const cache = freshFolder();
const given = process.argv.slice(2).find((word) => !word.startsWith('--'));
const folder = given === undefined ? await demo() : resolve(given);
mkdirSync(out, { recursive: true });
await bundlePages();

const languages = ['zh-CN', 'en'] as const;
const themes = ['light', 'dark'] as const;
const ways = [
  '收集 Inbox',
  '证据 Evidence',
  '编排 Arrangement',
  '要件 Claims',
  '传播 Spread',
  '裁定 Ruling',
  '成册 Bundle',
  '核验 Verify',
  '保管 Custody',
  '设置 Settings',
] as const;

const room = await WindowRoom.openShipped(cache);
let taken = 0;
try {
  await room.page.setViewport({ width: 1360, height: 860 });
  await room.page.waitForSelector('.first-run, .three-steps, .case-line');
  await each('first-run');
  writeFileSync(join(cache, 'recent-cases.json'), JSON.stringify([{ folder, lastOpened: '2026-05-06T01:30:00.000Z' }]));
  await room.page.reload();
  await room.page.waitForSelector('.case-line');
  await each('cases');
  await room.keys('n');
  await room.page.waitForSelector('[role=dialog]');
  await shot('new-case-zh-CN-light');
  await room.keys('Escape');
  await room.page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
  await room.page.click('.open-case');
  await room.page.waitForSelector('[role=option]');
  for (const way of ways) {
    const [zh = '', en = ''] = way.split(' ');
    await room.go(zh);
    await settled(en);
    if (en === 'Ruling' || en === 'Custody') {
      for (const name of await room.page.$$eval('.part', (all) => all.map((one) => one.id))) {
        await room.page.click(`[id="${name}"]`);
        await each(`${en.toLowerCase()}-${name.replace(/^.*-tab-/, '')}`);
      }
      continue;
    }
    await each(en.toLowerCase());
    if (en === 'Bundle') {
      for (const [button, name] of [
        ['签名…', 'sign'],
        ['选项', 'build-options'],
        ['时间线与笔记', 'chronology'],
      ] as const)
        await sheet(name, () => room.press(button));
    }
    if (en === 'Arrangement') {
      await room.page.click('.listed-item .number');
      await room.page.waitForSelector('.judgement details');
      await room.page.$$eval('.judgement details', (all) => all.forEach((one) => (one.open = true)));
      await each('arrangement-fields', false);
    }
    if (en === 'Evidence') {
      await room.keys('e');
      await room.page.waitForSelector('.page-picture img, .pdf-scroll');
      await each('loupe');
      await room.page.waitForSelector('.page-picture .words');
      await room.keys('m');
      const box = await (await room.page.$('.page-picture'))?.boundingBox();
      if (!box) throw new Error('the loupe is not shown');
      await room.page.mouse.move(box.x + 20, box.y + 90);
      await room.page.mouse.down();
      await room.page.mouse.move(box.x + 320, box.y + 210, { steps: 4 });
      await room.page.mouse.up();
      await each('part-drawn', false);
      for (const [key, name] of [
        ['c', 'cut-out'],
        ['o', 'paint-over'],
        ['k', 'mark'],
      ] as const)
        await sheet(name, () => room.keys(key));
      await sheet('trace', async () => {
        await room.keys('w');
        await room.fill('要查找的文字', '清算');
        await room.keys('Enter');
        await room.page.waitForSelector('[role=dialog] .lead');
      });
      await room.keys('g', '?');
      await room.shows('随处可用');
      await each('keys', false);
      await room.keys('Escape', 'Ctrl+k');
      await room.page.keyboard.sendCharacter('清算');
      await room.page.waitForFunction(() => document.querySelectorAll('#palette-list > *').length > 1);
      await each('palette', false);
      await room.keys('Escape');
      await room.page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
    }
  }
} finally {
  await room.close();
}
console.log(`${taken} pictures in ${out}`);

/** The first exhibit's sheet and the first page that shows its picture, side by side, as poppler draws them. */
async function bundlePages(): Promise<void> {
  const bundles = join(folder, 'bundles');
  const files = readdirSync(bundles, { recursive: true }).map(String);
  const built = files
    .filter((name) => name.endsWith('.manifest.json'))
    .map((name) => ({
      pdf: join(bundles, name.replace(/\.manifest\.json$/, '.pdf')),
      manifest: manifestSchema.parse(JSON.parse(readFileSync(join(bundles, name), 'utf8'))),
    }))
    .filter(({ manifest }) => manifest.report === undefined);
  // A filing copy says on its sheets that its pictures were recoded: the bundle itself is shown.
  const whole = built.find(({ manifest }) => manifest.images.every((image) => image.derived === undefined));
  if (!whole) throw new Error('the case has no bundle');
  const { pages } = whole.manifest;
  const gap = 24;
  const drawn: { input: Buffer; left: number; top: number }[] = [];
  let width = gap;
  let height = 0;
  for (const kind of ['exhibit', 'technical-annex']) {
    // A page that opens an exhibit has the strip above its picture.
    const opens = (at: number) => pages[at]?.exhibit === null || pages[at]?.exhibit !== pages[at - 1]?.exhibit;
    const page = pages.find((one, at) => one.kind === kind && opens(at))?.page;
    if (page === undefined) throw new Error(`the bundle has no page of the kind ${kind}`);
    const args = ['-r', '110', '-png', '-f', String(page), '-l', String(page), whole.pdf];
    const input = execFileSync('pdftoppm', args, { maxBuffer: 1 << 26 });
    const size = await sharp(input).metadata();
    drawn.push({ input, left: width, top: gap });
    width += size.width + gap;
    height = Math.max(height, size.height + 2 * gap);
  }
  const create = { width, height, channels: 3 as const, background: '#c9ced6' };
  await sharp({ create }).composite(drawn).png({ palette: true }).toFile(join(out, 'bundle-page.png'));
}

async function demo(): Promise<string> {
  const scratch = freshFolder();
  const run = await fascicle(['demo', scratch, '--json'], { env: { FASCICLE_CACHE: cache } });
  const made = String(run.last['case']);
  await watched(made);
  await fascicle(['timestamp', made]);
  return made;
}

/** What a person would watch after the demo's order; the site in it is invented. */
async function watched(caseFile: string): Promise<void> {
  const site = 'https://qijing.example';
  const gone = { is: 'gone', words: '清算组成员备案' } as const;
  const there = { is: 'contains', words: '说明' } as const;
  const watch: WatchList = [
    { url: `${site}/app/message`, expect: gone, everyMinutes: 1440, category: 'message' },
    { url: `${site}/`, expect: there, everyMinutes: 360, category: 'clarification' },
  ];
  const file = join(cache, 'watch.json');
  writeFileSync(file, JSON.stringify(watch));
  await fascicle(['watch', caseFile, '--set', file]);
}

/** What a screen needs before it looks as a person sees it. */
async function settled(screen: string): Promise<void> {
  if (screen === 'Evidence') {
    await room.page.waitForSelector('[role=option]');
    await room.page.click('[role=option]');
    await room.page.waitForSelector('.known .tab');
  }
  if (screen === 'Arrangement') await room.page.waitForSelector('.listed-item');
  if (screen === 'Bundle') await room.page.waitForSelector('canvas[data-drawn]');
  if (screen === 'Verify') {
    await room.press('核验本案');
    await room.page.waitForSelector('.verdict-lines', { timeout: 120_000 });
  }
}

/** The screen as it is, in both languages and themes. @param change false where a dialog is open: only what is shown now */
async function each(name: string, change = true): Promise<void> {
  if (!change) return shot(`${name}-zh-CN-light`);
  for (const language of languages) {
    for (const theme of themes) {
      await room.page.waitForFunction(
        (lang, look) =>
          document.documentElement.lang === lang && (document.documentElement.dataset['theme'] ?? 'light') === look,
        {},
        language,
        theme,
      );
      await shot(`${name}-${language}-${theme}`);
      await room.press(language === 'en' ? 'Light / dark' : '明 / 暗');
    }
    await room.press(language === 'en' ? '中文' : 'English');
  }
}

/** A sheet over the screen, and the screen again without it. */
async function sheet(name: string, open: () => Promise<void>): Promise<void> {
  await open();
  await room.page.waitForSelector('[role=dialog]');
  await each(name, false);
  await room.keys('Escape');
  await room.page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
}

async function shot(name: string): Promise<void> {
  await room.page.waitForNetworkIdle({ idleTime: 200 });
  await room.page.screenshot({ path: join(out, `${name}.png`) });
  taken += 1;
}
