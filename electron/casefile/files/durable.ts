import { because } from '../../../shared/cause.ts';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes all of it: one `write` may take less than it was given, on a nearly full disk without any error. */
export function writeFully(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    const written = writeSync(fd, bytes, at, bytes.length - at);
    if (written === 0) throw new Error(because('partly-written', { size: at, of: bytes.length }));
    at += written;
  }
}

/** Makes names in a folder durable. Windows cannot fsync a folder, and needs none: its journal orders renames. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** As {@link syncFolder}, while other things are done. */
export async function syncedFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a file's bytes durable, through a handle that may write: Windows takes no other (FlushFileBuffers). */
export function syncFile(path: string): void {
  writable(path, () => {
    const fd = openSync(path, 'r+');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  });
}

/**
 * Renames a file, over another one where there is one, or a folder. Windows renames over no read-only file, as stored
 * objects are, and lets a scanner of viruses hold a new file for a moment: tried again for a second.
 */
export function rename(from: string, to: string): void {
  const there = lstatSync(to, { throwIfNoEntry: false });
  if (there?.isFile() && isReadOnly(there)) chmodSync(to, there.mode | 0o200);
  for (let tries = 0; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (process.platform !== 'win32' || tries === 10 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
      pause(100);
    }
  }
}

/** Removes a file or a folder with all in it, read-only files too, which `rm` leaves on Windows. */
export function remove(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return;
  const files = found.isDirectory() ? filesBelow(path) : found.isFile() ? [path] : [];
  for (const file of files) {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats?.isFile() && isReadOnly(stats)) chmodSync(file, stats.mode | 0o200);
  }
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const isReadOnly = ({ mode }: Stats) => (mode & 0o200) === 0;

/** Does something with a file that may be marked read-only; the mark is set again. */
function writable(path: string, act: () => void): void {
  const stats = statSync(path);
  if (isReadOnly(stats)) chmodSync(path, stats.mode | 0o200);
  try {
    act();
  } finally {
    if (isReadOnly(stats)) chmodSync(path, stats.mode);
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
