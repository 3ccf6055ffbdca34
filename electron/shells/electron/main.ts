// Electron's window: thin, no decisions. Bundled by esbuild; its rules are tested in ../rules.ts.
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, powerSaveBlocker, protocol, session } from 'electron';
import { deviceServices } from '../../workbench/services.ts';
import { blockerStaysAwake } from '../../workbench/stay-awake.ts';
import { createWorkbench } from '../../workbench/workbench.ts';
import { Door } from '../door.ts';
import { respond } from '../rules.ts';
import { electronOrigin, guardContents, guardSession, listenToWindow, safePreferences } from './guard.ts';

const root = app.getAppPath();

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('web-contents-created', (_event, contents) => guardContents(contents));
app.on('window-all-closed', () => app.quit());

await app.whenReady();
guardSession(session.defaultSession);
const services = { ...deviceServices(root, app.getVersion()), stayAwake: blockerStaysAwake(powerSaveBlocker) };
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
const door = new Door(workbench, (text) => {
  if (!window.isDestroyed()) window.webContents.send('fascicle-take', text);
});
listenToWindow(ipcMain, window, (text) => void door.take(text));
window.on('close', () => door.close());
window.once('ready-to-show', () => window.show());
await window.loadURL(`${electronOrigin}/`);
