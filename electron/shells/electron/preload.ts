// The one thing that the window gets: a frozen object that carries text to the workbench and back.
import { contextBridge, ipcRenderer, webUtils } from 'electron';

let listener: (text: string) => void = () => undefined;
ipcRenderer.on('fascicle-take', (_event, text: string) => listener(text));

contextBridge.exposeInMainWorld(
  'fascicle',
  Object.freeze({
    /** It has dialogs of its own and hands files to the desktop. */
    desktop: true,
    send: (text: string) => ipcRenderer.send('fascicle-call', text),
    listen: (heard: (text: string) => void) => {
      listener = heard;
    },
    /** Where files that a person dropped, pasted or chose lie on disk; '' for one that lies nowhere. */
    pathsOf: (files: readonly File[]): Promise<string[]> =>
      Promise.resolve(files.map((file) => webUtils.getPathForFile(file))),
  }),
);
