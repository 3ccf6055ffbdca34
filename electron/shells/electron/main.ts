// Electron's window: thin, no decisions. Bundled by esbuild; its rules are tested in ../rules.ts and beside this file.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import type { Language } from '../../../shared/language.ts';
import type { ShellWord } from '../../../shared/window/native.ts';
import { deviceServices } from '../../workbench/services.ts';
import { blockerStaysAwake } from '../../workbench/stay-awake.ts';
import { SettingsFile } from '../../workbench/settings/settings-file.ts';
import { createWorkbench } from '../../workbench/workbench.ts';
import { RpcEndpoint } from '../rpc-endpoint.ts';
import { respond } from '../rules.ts';
import { desktopOf } from './desktop.ts';
import { givenPaths, oneProgram } from './given-paths.ts';
import { electronOrigin, guardContents, guardSession, listenToWindow, safePreferences } from './guard.ts';
import { menuOf } from './menu.ts';
import { utilityChildren } from './utility-children.ts';

const root = app.getAppPath();

const openGiven = oneProgram(app, givenPaths(process.argv, app.isPackaged, process.cwd(), existsSync));

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('web-contents-created', (_event, contents) => guardContents(contents));
app.on('window-all-closed', () => app.quit());

await app.whenReady();
guardSession(session.defaultSession);
const device = deviceServices(root, app.getVersion(), app.isPackaged ? process.resourcesPath : root);
const services = {
  ...device,
  spawnChild: utilityChildren(utilityProcess, (entry) => join(root, 'out', 'children', `${entry}.mjs`)),
  stayAwake: blockerStaysAwake(powerSaveBlocker),
  languageChanged: speak,
};
const workbench = createWorkbench(services);
protocol.handle('app', async (request) => {
  const { host, pathname } = new URL(request.url);
  const wanted = { method: request.method, pathname, range: request.headers.get('range') };
  const answer = host === 'workbench' ? await respond(workbench, join(root, 'out', 'renderer'), wanted) : null;
  if (!answer) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(answer.body), {
    status: answer.status,
    headers: answer.headers.map(({ name, value }): [string, string] => [name, value]),
  });
});

const window = new BrowserWindow({
  width: 1280,
  height: 860,
  show: false,
  webPreferences: safePreferences(join(root, 'out', 'preload.cjs')),
});
const send = (text: string) => {
  if (!window.isDestroyed()) window.webContents.send('fascicle-take', text);
};
const tell = (word: ShellWord) => send(JSON.stringify(word));
const endpoint = new RpcEndpoint(workbench, send, desktopOf(dialog, app, window));
listenToWindow(ipcMain, window, (text) => void endpoint.take(text));
speak(new SettingsFile(services.cacheFolder).settings().language);
app.on('second-instance', (_event, words, folder) => {
  if (window.isMinimized()) window.restore();
  window.focus();
  for (const path of givenPaths(words, app.isPackaged, folder, existsSync)) tell({ open: path });
});
window.on('close', () => endpoint.close());
window.once('ready-to-show', () => window.show());
await window.loadURL(`${electronOrigin}/`);
openGiven((path) => tell({ open: path }));

/** The menu speaks the language of the window. */
function speak(language: Language): void {
  const template = menuOf(language, process.platform === 'darwin', (act) => tell({ act }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
