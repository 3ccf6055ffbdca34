import { isAbsolute, resolve } from 'node:path';

/**
 * Cases and files that the system gave on a command line: by a double click, "open with", or a file dropped on the program.
 * Flags are none, nor is the program itself.
 *
 * @param words `process.argv`, or what a second start of the program was called with
 * @param packaged a checkout is started as `electron FOLDER`: its first word is the program's own folder
 */
export function givenPaths(
  words: readonly string[],
  packaged: boolean,
  folder: string,
  exists: (path: string) => boolean,
): readonly string[] {
  return words
    .slice(packaged ? 1 : 2)
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => (isAbsolute(word) ? word : resolve(folder, word)))
    .filter(exists);
}

/** What of Electron's `app` this needs. */
type Asked = Readonly<{
  requestSingleInstanceLock(): boolean;
  exit(code: number): void;
  on(event: 'open-file', heard: (event: Readonly<{ preventDefault(): void }>, path: string) => void): void;
}>;

/**
 * One program for one person: a second start gives its files to the first and ends, before anything of it begins.
 * @param given what this start was called with
 * @returns what is called once there is a window: it opens what was given until then, and from then on at once
 */
export function oneProgram(app: Asked, given: readonly string[]): (open: (path: string) => void) => void {
  if (!app.requestSingleInstanceLock()) app.exit(0);
  const waiting: string[] = [...given];
  let open = (path: string): void => void waiting.push(path);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  return (inWindow) => {
    open = inWindow;
    for (const path of waiting.splice(0)) inWindow(path);
  };
}
