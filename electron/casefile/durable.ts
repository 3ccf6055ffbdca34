import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes all of it: one `write` may take less than it was given, on a nearly full disk without any error. */
export function writeFully(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    const written = writeSync(fd, bytes, at, bytes.length - at);
    if (written === 0) throw new Error(`only ${at} of ${bytes.length} bytes were written`);
    at += written;
  }
}

/** Makes names in a folder durable. Windows cannot fsync a folder, and needs none: its journal orders renames. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  syncFile(folder);
}

/** Makes a file's bytes durable. */
export function syncFile(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
