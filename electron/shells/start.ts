// `npm start`: opens the window. Electron where its program is there or can be fetched, else a Chromium app window, and
// says which. `--electron` and `--chromium` force one of the two.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { buildWhereOld } from '../setup/build.mjs';
import { builtModule } from '../setup/built-program.cjs';
import type * as OpenHere from './chromium/open-here.ts';
import { fetchElectron, withoutElectron, type Missing } from './fetch-electron.ts';
import { electronProgram } from './electron-program.ts';

const root = resolve(import.meta.dirname, '..', '..');
const asked = (option: string) => process.argv.includes(option);

const shown = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];

if (asked('--chromium') || asked('--headless') || (!shown && !asked('--electron'))) await chromium();
else {
  const missing = await electron();
  if (missing !== null) {
    process.stderr.write(withoutElectron(missing));
    if (asked('--electron')) process.exitCode = 1;
    else await chromium();
  }
}

/** Opens Electron and waits for its end. Returns why it is missing, or null where it opened. */
async function electron(): Promise<Missing | null> {
  if (electronProgram(root) === null)
    process.stderr.write('正在获取 Electron（约 120 MB，只需一次）… Fetching Electron (about 120 MB, once) …\n');
  const fetched = await fetchElectron(root, {
    progress: (megabytes) => process.stderr.write(`Electron: ${megabytes} MB\n`),
  });
  if (fetched.program === null) return fetched.missing;
  await buildWhereOld(root);
  process.stderr.write('窗口在 Electron 中打开。 The window opens in Electron.\n');
  const began = Date.now();
  // Given the folder, whose package.json names the main file: given the file, Electron would look for the rest beside it.
  const child = spawn(fetched.program, [root], { stdio: 'inherit' });
  const ended = await new Promise<Readonly<{ code: number; words: string }>>((done) => {
    child.on('error', (error) => done({ code: 1, words: error.message }));
    child.on('exit', (code, signal) => done({ code: code ?? 1, words: signal ?? `exit code ${String(code)}` }));
  });
  // A library that is lacking, or a sandbox that refuses, ends it before any window: said, and the other one opens.
  if (ended.code !== 0 && Date.now() - began < 5_000) return { why: 'no-start', detail: ended.words };
  process.exitCode = ended.code;
  return null;
}

async function chromium(): Promise<void> {
  const headless = asked('--headless');
  if (!headless && !shown) {
    process.stderr.write(
      '没有图形界面（DISPLAY 未设置），无法打开窗口；命令行仍可使用：npm run -s fascicle -- --help\nThere is no display (DISPLAY is not set), so no window can be opened; the command line still works: npm run -s fascicle -- --help\n',
    );
    process.exitCode = 1;
    return;
  }
  await buildWhereOld(root);
  process.stderr.write('窗口在 Chromium 中打开。 The window opens in Chromium.\n');
  const { openHere } = (await import(builtModule(root, 'window.mjs') ?? './chromium/open-here.ts')) as typeof OpenHere;
  const window = await openHere(root, headless);
  // The browser is a process group of its own: it would outlive whoever ends this one at the keyboard.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void window.close());
  await window.closed;
  await window.close();
}
