// `npm start`: opens the window. Electron where its program is there, else a Chromium app window, and says which.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deviceServices } from '../workbench/services.ts';
import { createWorkbench } from '../workbench/workbench.ts';
import { openChromiumWindow } from './chromium/open-window.ts';
import { electronProgram } from './electron-program.ts';
import { buildWhereOld } from '../setup/build.mjs';

const root = resolve(import.meta.dirname, '..', '..');
await buildWhereOld(root);

const electron = electronProgram(root);
if (electron !== null) {
  // Given the folder, whose package.json names the main file: given the file, Electron would look for the rest beside it.
  spawn(electron, [root], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1));
} else {
  const headless = process.argv.includes('--headless');
  const shown = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!headless && !shown) {
    process.stderr.write(
      '没有图形界面（DISPLAY 未设置），窗口无法打开；命令行照常可用：npm run -s fascicle -- --help\n' +
        'There is no display (DISPLAY is not set), so no window can open; the command works: npm run -s fascicle -- --help\n',
    );
    process.exit(1);
  }
  process.stderr.write(
    'Electron is not installed here; opening the window in Chromium. 本机没有 Electron，改用 Chromium 窗口。\n',
  );
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }; // our own file
  const workbench = createWorkbench(deviceServices(root, version));
  const window = await openChromiumWindow(workbench, join(root, 'out', 'renderer'), headless);
  // The browser is a process group of its own: it would outlive whoever ends this one at the keyboard.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void window.close());
  await window.closed;
  await window.close();
}
