// What the Electron window must not be able to do. Given Electron's objects, never taking them: tests run it without the
// program, and so that nothing but main.ts can reach `ipcMain`.
import type { BrowserWindow, IpcMain, Session, WebContents, WebPreferences } from 'electron';

/** Where the renderer lives in the Electron shell. */
export const electronOrigin = 'app://workbench';

/** Everything that is off by default is said too: a later default must not open it. */
export function safePreferences(preload: string): WebPreferences {
  return Object.freeze({
    preload,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });
}

/**
 * No window opens another, nothing leads away from the renderer, nothing is embedded. A frame inside may show a stored
 * document of an open case (the replay that a person asked for) and nothing else.
 */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  for (const navigation of ['will-navigate', 'will-redirect', 'will-attach-webview'] as const) {
    contents.on(navigation as 'will-navigate', (event) => event.preventDefault()); // the three share their first argument
  }
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !replayAddress.test(event.url)) event.preventDefault();
  });
}
const replayAddress = /^app:\/\/workbench\/case\/[0-9a-f]+\/replay\/[\w-]+$/;

/** No permission is given, asked for or not, and nothing but the window's own files is fetched. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !url.startsWith(`${electronOrigin}/`) }),
  );
}

/** The one place where a message of a page is heard: from the window's own top frame at its own origin, or not at all. */
export function listenToWindow(ipc: IpcMain, window: BrowserWindow, take: (text: string) => void): void {
  ipc.on('fascicle-call', (event, text: unknown) => {
    const frame = event.senderFrame;
    const ours = frame !== null && frame === window.webContents.mainFrame && frame.origin === electronOrigin;
    if (ours && typeof text === 'string') take(text);
  });
}
