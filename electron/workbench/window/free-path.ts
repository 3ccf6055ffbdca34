import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

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

const besides = {
  package: ['-package', '.zip'],
  backup: ['-backup', '.fascicle'],
  deadlines: ['-deadlines', '.ics'],
  drafts: ['-drafts', ''],
  digests: ['-digests', ''],
  lists: ['-lists', ''],
  proof: ['', '.proof.json'],
} as const;

/** A free path beside a case for what is made of it: `qinghe-package.zip` beside `qinghe.fascicle`. */
export function pathBeside(folder: string, what: keyof typeof besides, taken: (path: string) => boolean): string {
  const [end, kind] = besides[what];
  const stem = basename(folder).replace(/\.fascicle$/, '');
  for (let n = 1; ; n++) {
    const path = join(dirname(folder), `${stem}${end}${n === 1 ? '' : `-${n}`}${kind}`);
    if (!taken(path)) return path;
  }
}
