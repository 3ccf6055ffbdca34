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
