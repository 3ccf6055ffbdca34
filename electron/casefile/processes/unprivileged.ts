import { chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's `nobody`: as root, programs that read hostile bytes run as an unprivileged user. */
export const nobody = 65_534;

/**
 * The words before a program's own that drop every privilege for good before it starts: `setpriv`, on Linux, as root. Null
 * elsewhere, and where it is not there: the program runs as who we are.
 */
export function asNobody(): readonly [string, ...string[]] | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin', '/bin'];
  const setpriv = folders.map((folder) => join(folder, 'setpriv')).find((file) => existsSync(file));
  return setpriv === undefined ? null : [setpriv, `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--'];
}

/** Gives a folder with everything in it to another user. */
export function giveTo(user: number, folder: string): void {
  chownSync(folder, user, user);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTo(user, path);
    else chownSync(path, user, user);
  }
}
