/**
 * The window's side of the bindings; the same frozen object that Electron's preload gives.
 * @param desktop whether the shell has dialogs of its own and hands files to the desktop
 */
export const bridgeOf = (desktop: boolean) => `(() => {
  if (window !== window.top) return;
  const call = window.fascicleCall, files = window.fascicleFiles;
  let listener = () => {};
  let next = 0;
  const asked = new Map();
  Object.defineProperty(window, 'fascicle', { value: Object.freeze({
    desktop: ${desktop},
    send: (text) => call(text),
    listen: (heard) => { listener = heard; },
    take: (text) => listener(text),
    pathsOf: (list) => new Promise((done) => { const id = ++next; asked.set(id, { list, done }); files(id + ' ' + list.length); }),
    file: (id, at) => asked.get(id)?.list[at],
    given: (id, paths) => { asked.get(id)?.done(paths); asked.delete(id); },
  }) });
  delete window.fascicleCall;
  delete window.fascicleFiles;
})()`;
