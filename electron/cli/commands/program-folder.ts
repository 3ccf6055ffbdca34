import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The program's own folder: the nearest one above whose package is Fascicle's, from the sources as from what is built. */
export const programFolder = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  const file = join(folder, 'package.json');
  const { name } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }) : {}; // our own file
  if (name === 'fascicle' || folder === dirname(folder)) return folder;
  return rootAbove(dirname(folder));
}
