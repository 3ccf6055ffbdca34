import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { because, causeOf } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';

type CaseFolder = Pick<ReadableCase, 'folder'>;

/**
 * Refuses a file that could not be written, before the work for it: its folder must be there, outside the case, and take
 * files. A folder that is there already stands for a file in it.
 *
 * @throws {FascicleError} `out-unwritable`
 */
export function checkOutFile(caseFile: CaseFolder, out: string): void {
  const file = resolve(out);
  refuseInCase(caseFile, file);
  checked(out, () => {
    probe(isFolder(file) ? file : dirname(file));
  });
}

/** The same for a folder that is made where it is not there. @throws {FascicleError} `out-unwritable` */
export function checkOutFolder(caseFile: CaseFolder, out: string): void {
  const folder = resolve(out);
  refuseInCase(caseFile, folder);
  checked(out, () => {
    let above = folder;
    while (statSync(above, { throwIfNoEntry: false }) === undefined && dirname(above) !== above) above = dirname(above);
    probe(above);
  });
}

/** The file to write: in a folder one of the bundle's own name. @param name without ending */
export function outFile(out: string, name: string): string {
  const file = resolve(out);
  return isFolder(file) ? join(file, `${name}.pdf`) : file;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

export function refuseInCase({ folder }: CaseFolder, path: string): void {
  if (path === folder || path.startsWith(folder + sep))
    throw new FascicleError('out-unwritable', { path, why: because('inside-case') });
}

function checked(out: string, look: () => void): void {
  try {
    look();
  } catch (error) {
    throw new FascicleError('out-unwritable', { path: resolve(out), why: causeOf(error) }, error);
  }
}

/** Only a file tells whether files can be written: permissions, read-only disks and full tables all speak then. */
function probe(folder: string): void {
  const file = join(folder, `.unfinished-${process.pid}`);
  closeSync(openSync(file, 'wx'));
  rmSync(file);
}
