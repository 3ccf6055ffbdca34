import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's program file, where its package has fetched it; null where it has not. */
export function electronProgram(folder: string): string | null {
  const packageFolder = join(folder, 'node_modules', 'electron');
  const named = join(packageFolder, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(packageFolder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : null;
}
