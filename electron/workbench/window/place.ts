import { homedir } from 'node:os';
import { join } from 'node:path';

/** Names that Windows keeps for devices, and characters that some file system refuses. */
const refused = /[\u0000-\u001f<>:"/\\|?*]+/g;

/** A free folder for a case of this title: `青禾小贷….fascicle` in the folder for cases, with a number where taken. */
export function folderForCase(title: string, casesFolder: string | null, taken: (path: string) => boolean): string {
  const parent = casesFolder ?? join(homedir(), 'Fascicle');
  const plain = title
    .replace(refused, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
  const name = Array.from(plain).slice(0, 60).join('') || 'case';
  for (let n = 1; ; n++) {
    const folder = join(parent, `${name}${n === 1 ? '' : `-${n}`}.fascicle`);
    if (!taken(folder)) return folder;
  }
}
