import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { lstat, open, stat, type FileHandle } from 'node:fs/promises';
import { writeFully } from './durable.ts';

/** Where a file lies: by its name, or by the bytes of its name where they are no text. */
export type FilePath = string | Buffer;

/** A link, pipe, socket or device where a file should be: it is named, and never opened. */
export class NotRegular extends Error {
  constructor(path: FilePath) {
    super(`${String(path)} is no regular file (a link, pipe, socket or device)`);
  }
}

/** *refused*: of a case or a package, where none belongs. *followed*: of a path that a person names. */
export type Links = 'refused' | 'followed';

/** Longer files are read in pieces or not at all: a buffer of Node ends there. */
const longest = 2 ** 31 - 1;

/**
 * Opens a file to read, and only a regular one. Whatever else lies there would hang the program for ever (a pipe), never
 * end (a device), or be another file than it seems (a link). It is looked at before it is opened, opened without waiting,
 * and looked at again: what was put in its place in between is not read either.
 *
 * @throws {NotRegular} or a system error
 */
export function openRegular(path: FilePath, links: Links = 'refused'): number {
  const before = links === 'refused' ? lstatSync(path) : statSync(path);
  if (!before.isFile()) throw new NotRegular(path);
  const fd = openSync(path, flags(links));
  if (fstatSync(fd).isFile()) return fd;
  closeSync(fd);
  throw new NotRegular(path);
}

// Windows has neither of the last two flags: undefined is nothing in a bit-wise or.
const flags = (links: Links) =>
  constants.O_RDONLY | constants.O_NONBLOCK | (links === 'refused' ? constants.O_NOFOLLOW : 0);

/** The same, for whoever reads while others work. @throws {NotRegular} or a system error */
export async function openRegularHandle(path: string, links: Links = 'refused'): Promise<FileHandle> {
  const before = links === 'refused' ? await lstat(path) : await stat(path);
  if (!before.isFile()) throw new NotRegular(path);
  const file = await open(path, flags(links));
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new NotRegular(path);
}

/** All of a regular file. @throws {NotRegular} or a system error */
export function readRegular(path: string, links: Links = 'refused'): Buffer {
  const fd = openRegular(path, links);
  try {
    const { size } = fstatSync(fd);
    if (size > longest) throw new Error(`${path} is too long to be read at once`);
    const bytes = Buffer.alloc(size);
    let at = 0;
    for (let read = -1; at < size && read !== 0; at += read) read = readSync(fd, bytes, at, size - at, at);
    return bytes.subarray(0, at);
  } finally {
    closeSync(fd);
  }
}

/** Copies a regular file to a new one. @throws {NotRegular} or a system error; then a part of it may lie there */
export function copyRegular(from: string, to: string, links: Links = 'refused'): void {
  const source = openRegular(from, links);
  try {
    const target = openSync(to, 'w', 0o600);
    try {
      const buffer = Buffer.allocUnsafe(1 << 20);
      for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer))
        writeFully(target, buffer.subarray(0, read));
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

/** Refuses what is there and no regular file, before a library opens it in its own way. @throws {NotRegular} */
export function refuseOthers(paths: readonly string[]): void {
  for (const path of paths) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile()) throw new NotRegular(path);
  }
}
