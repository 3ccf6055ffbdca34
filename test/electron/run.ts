// `npm run test:electron`: starts the real Electron window and looks whether it is the window, and as closed as it should
// be. Where the program cannot be fetched or a display is missing, it says so in one line and ends as skipped.
import '../fixtures/runner/own-temporary-of-run.ts';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer';
import { build } from '../../electron/setup/build.mjs';
import { electronProgram } from '../../electron/shells/electron-program.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';

const root = resolve(import.meta.dirname, '../..');
const program = electronProgram(root);
const display = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
const missing =
  program === null
    ? 'its program is not installed here (node_modules/electron/dist)'
    : display
      ? null
      : 'there is no display';
if (program === null || missing !== null) {
  console.log(`skipped: Electron was not tried, ${String(missing)}`);
  process.exitCode = skippedExit;
} else process.exitCode = await smoke(program);

/** @returns how many looks failed */
async function smoke(electron: string): Promise<number> {
  await build(root);
  const home = freshFolder();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium's sandbox refuses root
  const child = spawn(electron, [...asRoot, '--remote-debugging-port=0', `--user-data-dir=${home}`, root], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  try {
    const browserWSEndpoint = await new Promise<string>((done, fail) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found !== undefined) done(found);
      });
      child.on('exit', (code) => fail(new Error(`Electron ended with ${code}: ${said.slice(-2_000)}`)));
    });
    const browser = await puppeteer.connect({ browserWSEndpoint, defaultViewport: null });
    const target = await browser.waitForTarget((one) => one.url().startsWith('app://workbench'), { timeout: 60_000 });
    const page = await target.page();
    if (!page) throw new Error('there is no page');
    await page.waitForSelector('.window');
    const looks: readonly (readonly [string, boolean])[] = [
      ['it has the desktop of the Electron shell', (await page.evaluate('window.fascicle.desktop')) === true],
      ['no Node in it', (await page.evaluate('typeof require + typeof process')) === 'undefinedundefined'],
      ['its object is frozen', (await page.evaluate('Object.isFrozen(window.fascicle)')) === true],
      [
        'it reaches nothing outside',
        (await page.evaluate(`fetch('http://127.0.0.1:1/').then(() => 'reached', () => 'failed')`)) === 'failed',
      ],
      ['it opens no window', (await page.evaluate(`window.open('about:blank') === null`)) === true],
    ];
    for (const [look, fine] of looks) console.log(`${fine ? 'ok  ' : 'FAIL'} ${look}`);
    await browser.disconnect();
    return looks.filter(([, fine]) => !fine).length;
  } finally {
    child.kill();
  }
}
