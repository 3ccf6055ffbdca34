import { constants, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { FilePath } from './regular-file.ts';

/**
 * Looks at a file that a person names, before anything is taken from it. Links are followed. It is opened without
 * waiting: opening a pipe would hang for ever.
 *
 * @throws {FascicleError} `file-missing` | `file-is-folder` | `file-not-regular` | `file-unreadable`
 */
export async function statInputFile(path: FilePath): Promise<Stats> {
  const shown = visibleText(String(path));
  let file;
  try {
    file = await open(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error); // open() fails with a system error
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new FascicleError('file-missing', { path: shown }, error);
    if (code === 'EISDIR') throw new FascicleError('file-is-folder', { path: shown }, error);
    if (code === 'ENXIO') throw new FascicleError('file-not-regular', { path: shown }, error); // a socket
    throw new FascicleError('file-unreadable', { path: shown, why: causeOf(error) }, error);
  }
  try {
    const found = await file.stat();
    if (found.isDirectory()) throw new FascicleError('file-is-folder', { path: shown });
    if (!found.isFile()) throw new FascicleError('file-not-regular', { path: shown });
    return found;
  } finally {
    await file.close();
  }
}
