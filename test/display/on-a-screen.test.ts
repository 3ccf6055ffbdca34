import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaptureRecord } from '../../shared/case/record.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { electronProgram } from '../../electron/shells/electron-program.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { openSite, type Site } from '../fixtures/site/site.ts';
import { missing, openScreen, type VirtualScreen } from './screen.ts';

if (missing.length > 0)
  console.log(
    `skipped, nothing was shown: ${missing.join(' and ')} missing (npm run display installs them as root on Debian)`,
  );
const on = test.skipIf(missing.length > 0);

let site: Site;
let screen: VirtualScreen | null = null;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
afterEach(() => screen?.close());

/** Tabs and address of the browser, in px. */
const bars = 87;
const secret = 'hunter2-geheim';
const root = resolve(import.meta.dirname, '../..');

/** A running command with a person at its keyboard. */
function beside(
  script: string,
  args: readonly string[],
  on: VirtualScreen,
  env: Readonly<Record<string, string>> = {},
) {
  const child: ChildProcess = spawn(process.execPath, [join(root, script), ...args], {
    env: { ...process.env, DISPLAY: on.name, LANG: 'C.UTF-8', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<string>((done) => child.on('close', () => done(said)));
  return {
    ended,
    enter: () => child.stdin?.write('\n'),
    stop: () => child.kill('SIGTERM'),
    code: () => child.exitCode,
    heard: async (words: string) => {
      for (let tries = 0; !said.includes(words); tries++) {
        if (tries > 600) throw new Error(`never said: ${words}; it said: ${said}`);
        await pause(100);
      }
    },
  };
}

async function newCase(): Promise<string> {
  const folder = join(freshFolder(), 'a.fascicle');
  await fascicle(['new', folder, '--title', '试']);
  return folder;
}

const byHand = (on: VirtualScreen, folder: string, path: string) =>
  beside(
    'electron/cli/fascicle.ts',
    ['capture', folder, site.origin + path, '--interactive', '--allow-private-network', '--json'],
    on,
  );

/** The one item that a command said it made. */
async function captured(folder: string, said: string): Promise<Readonly<{ record: CaptureRecord }>> {
  const [line = '{}'] = said.split('\n').filter((one) => one.includes('"event":"item"'));
  const { item } = JSON.parse(line) as { item?: string };
  if (item === undefined) throw new Error(`no item: ${said}`);
  const shown = await fascicle(['show', folder, item, '--json']);
  return { record: shown.last['record'] as CaptureRecord };
}

on(
  'in a window on a screen she opens a menu, logs in and scrolls; what she saw is captured, what she typed is not',
  async () => {
    screen = await openScreen();
    const folder = await newCase();
    const run = byHand(screen, folder, '/by-hand');
    await run.heard('"in-your-hands"');
    const window = await screen.window();
    expect(window.height).toBe(900 + bars); // no bar that warns of flags, and the whole view to be seen
    const click = (left: number, down: number) => screen?.click(window.x + left, window.y + bars + down);
    const windows = screen.windows();
    click(70, 35);
    click(270, 35);
    screen.type(secret);
    click(470, 35);
    await pause(1_500);
    expect(screen.windows()).toBe(windows); // nothing offers to keep the password
    screen.scroll(600, 600, 4);
    await pause(1_000);
    run.enter();
    const said = await run.ended;
    expect(said).not.toContain(secret);
    const { record } = await captured(folder, said);
    expect(record).toMatchObject({
      outcome: 'partial', // whether all of it was scrolled into view is not known, and what was typed is not archived
      byHand: { clicks: 3, keys: secret.length, typed: true },
      checks: expect.arrayContaining([
        expect.objectContaining({
          check: 'screen',
          detail: expect.stringContaining('a window on a screen of 1600×1100'),
        }),
      ]),
    });
  },
);

on(
  'on a screen that is too small for the view, the page is as large as its window while she works, and the record says so',
  async () => {
    screen = await openScreen('1024x768x24');
    const folder = await newCase();
    const run = byHand(screen, folder, '/plain');
    await run.heard('"in-your-hands"');
    run.enter();
    const { record } = await captured(folder, await run.ended);
    expect(record).toMatchObject({ outcome: 'partial', view: { width: 1280, height: 900 } });
    const warned = record.warnings.find(({ code }) => code === 'window-smaller-than-view');
    expect(warned?.params).toMatchObject({ viewWidth: 1280, viewHeight: 900 });
    const { width = 0, height = 0 } = warned?.params ?? {};
    expect(Number(width)).toBeLessThanOrEqual(1024);
    expect(Number(height)).toBeLessThanOrEqual(768 - bars);
    const screenPicture = record.artifacts.find(({ role }) => role === 'screenshot-screen');
    expect(screenPicture).toMatchObject({ width, height });
  },
);

on(
  'a login in a window on a screen serves the queue; stopping in the middle of one is said in plain words',
  async () => {
    screen = await openScreen();
    const folder = await newCase();
    const login = [folder, `${site.origin}/members-login`, '--account', '王某', '--allow-private-network', '--json'];
    const given = beside('electron/cli/fascicle.ts', ['login', ...login], screen);
    await given.heard('"log-in-now"');
    given.stop();
    expect(await given.ended).toMatch(/"event":"error","code":"cancelled"/);

    const run = beside('electron/cli/fascicle.ts', ['login', ...login], screen);
    await run.heard('"log-in-now"');
    const { x, y } = await screen.window();
    const top = y + bars;
    screen.click(x + 50, top + 20);
    screen.type(secret);
    screen.click(x + 160, top + 20);
    await pause(1_500);
    run.enter();
    expect(await run.ended).toMatch(/"cookies":1/);
    const page = ['capture', folder, `${site.origin}/member`, '--session', '--allow-private-network', '--json'];
    const { record } = await captured(folder, (await fascicle(page)).stdout);
    expect(record).toMatchObject({ outcome: 'partial', account: '王某', session: { cookies: 1 } });
  },
);

/** A mirror where nobody listens: nothing outside is asked. */
const nobody = { ELECTRON_MIRROR: 'http://127.0.0.1:9/' };

on(
  'npm start without Electron says why and how to get it, and opens a window of its own: no tabs, no address',
  async () => {
    screen = await openScreen();
    const run = beside('electron/shells/start.ts', [], screen, nobody);
    expect(await screen.window('^Fascicle$')).toMatchObject({ width: 1280, height: 860 }); // a browser adds its own name
    run.stop();
    const said = await run.ended;
    if (electronProgram(root) === null)
      expect(said).toMatch(
        /^Electron is missing: the download server cannot be reached\. To get it: npm run start:electron .*\n.*The window opens in Chromium\.$/m,
      );
  },
);

on('start:chromium asks for no Electron; start:electron opens nothing else', async () => {
  screen = await openScreen();
  const plain = beside('electron/shells/start.ts', ['--chromium'], screen, nobody);
  await screen.window('^Fascicle$');
  plain.stop();
  expect(await plain.ended).not.toContain('Electron');
  if (electronProgram(root) !== null) return;
  const forced = beside('electron/shells/start.ts', ['--electron'], screen, nobody);
  expect(await forced.ended).not.toContain('Chromium');
  expect(forced.code()).toBe(1);
});
