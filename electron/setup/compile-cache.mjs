// @ts-check
import { lstatSync, mkdirSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Keeps what Node makes of our source files for the next start, of this program and of its child processes: a third of
 * a start's time, and each capture starts a child. The folder must be ours alone: what lies in it is run as our code.
 */
export function keepCompiled() {
  const uid = process.getuid?.() ?? 0; // Windows gives each user a temporary folder of her own
  const folder = join(tmpdir(), `fascicle-compiled-${uid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid: owner, mode } = lstatSync(folder);
    if (process.platform !== 'win32' && (owner !== uid || (mode & 0o170_777) !== 0o040_700)) return;
    module.enableCompileCache(folder);
    process.env['NODE_COMPILE_CACHE'] = folder; // for children; the capture browser gets an environment of its own
  } catch {
    // slower, and nothing else
  }
}
