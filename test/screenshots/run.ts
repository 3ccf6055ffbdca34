// `npm run screenshots [-- CASE]`: every screen of the window, in both languages and both themes, as PNG files in
// out/screenshots. Without a case it runs the demo first (about a minute).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  '传播 Spread',
  '成册 Bundle',
  '核验 Verify',
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
    await go(zh);
    await settled(en);
    await each(en.toLowerCase());
    if (en === 'Evidence') {
      await room.keys('e');
      await room.page.waitForSelector('.page-picture img, .pdf-scroll');
      await each('loupe');
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
  return String(run.last['case']);
}

async function go(way: string): Promise<void> {
  await room.press(way);
  await room.page.waitForFunction(
    (wanted) => document.querySelector('[aria-current=page]')?.textContent.startsWith(wanted),
    {},
    way,
  );
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

async function shot(name: string): Promise<void> {
  await room.page.waitForNetworkIdle({ idleTime: 200 });
  await room.page.screenshot({ path: join(out, `${name}.png`) });
  taken += 1;
}
