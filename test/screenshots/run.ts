// `npm run screenshots [-- CASE]`: every screen of the window, in both languages and both themes, as PNG files in
// out/screenshots. Without a case it runs the demo first (about a minute).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WatchList } from '../../shared/watch/watch-list.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { WindowRoom } from '../fixtures/window-room.ts';

const out = resolve(import.meta.dirname, '../../out/screenshots');
const cache = freshFolder();
const given = process.argv.slice(2).find((word) => !word.startsWith('--'));
const folder = given === undefined ? await demo() : resolve(given);
mkdirSync(out, { recursive: true });

const languages = ['zh-CN', 'en'] as const;
const themes = ['light', 'dark'] as const;
const ways = [
  '收集 Inbox',
  '证据 Evidence',
  '编组 Binder',
  '要件 Claims',
  '传播 Spread',
  '履行 Order',
  '成册 Bundle',
  '核验 Verify',
  '保管 Custody',
  '设置 Settings',
] as const;

const room = await WindowRoom.open(cache);
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
    if (en === 'Order' || en === 'Custody') {
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
    if (en === 'Binder') {
      await room.page.click('.placed-item .number');
      await room.page.waitForSelector('.judgement details');
      await room.page.$$eval('.judgement details', (all) => all.forEach((one) => (one.open = true)));
      await each('binder-fields', false);
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
        await room.fill('要查的文字', '清算');
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

async function demo(): Promise<string> {
  const place = freshFolder();
  const run = await fascicle(['demo', place, '--json'], { env: { FASCICLE_CACHE: cache } });
  const made = String(run.last['case']);
  await watched(made);
  await fascicle(['timestamp', made]);
  return made;
}

/** What a person would watch after the demo's order; the site in it is invented. */
async function watched(kase: string): Promise<void> {
  const site = 'https://qijing.example';
  const gone = { is: 'gone', words: '清算组成员备案' } as const;
  const there = { is: 'contains', words: '说明' } as const;
  const watch: WatchList = [
    { url: `${site}/app/message`, expect: gone, everyMinutes: 1440, category: 'message' },
    { url: `${site}/`, expect: there, everyMinutes: 360, category: 'clarification' },
  ];
  const file = join(cache, 'watch.json');
  writeFileSync(file, JSON.stringify(watch));
  await fascicle(['watch', kase, '--set', file]);
}

/** What a screen needs before it looks as a person sees it. */
async function settled(screen: string): Promise<void> {
  if (screen === 'Evidence') {
    await room.page.waitForSelector('[role=option]');
    await room.page.click('[role=option]');
    await room.page.waitForSelector('.known .tab');
  }
  if (screen === 'Binder') await room.page.waitForSelector('.placed-item');
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
