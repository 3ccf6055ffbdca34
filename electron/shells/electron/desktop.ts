// Dialogs and dragging, given Electron's objects, never taking them: tests run it without the program.
import type { App, BrowserWindow, Dialog } from 'electron';
import type { Native } from '../native.ts';

/** The system's own dialogs over the window, and files dragged out of it. */
export function desktopOf(dialog: Dialog, app: App, window: BrowserWindow): Native {
  return {
    choose: async ({ what, title, at, endings }) => {
      const filters = endings.length === 0 ? [] : [{ name: endings.join(', '), extensions: [...endings] }];
      const asked = { title, filters, ...(at !== '' && { defaultPath: at }) };
      if (what === 'save') {
        const { canceled, filePath } = await dialog.showSaveDialog(window, {
          ...asked,
          properties: ['createDirectory', 'showOverwriteConfirmation'],
        });
        return canceled || filePath === '' ? null : filePath;
      }
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        ...asked,
        properties: what === 'file' ? ['openFile'] : ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    drag: (file) => {
      // The icon is the one that the system has for such files; without any, nothing is dragged on macOS.
      void app.getFileIcon(file).then((icon) => {
        if (!window.isDestroyed()) window.webContents.startDrag({ file, icon });
      });
    },
  };
}
