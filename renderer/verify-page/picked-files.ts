import type { OpenFile } from '../../shared/verify/pdf/bundle-rules.ts';
import type { ByteSource } from '../../shared/verify/byte-source.ts';
import { isLitter } from '../../shared/verify/package/litter.ts';
import { newPathRules } from '../../shared/verify/package/package-paths.ts';
import type { PackageSource } from '../../shared/verify/package/package-source.ts';

/** A file that a person chose, read piece by piece: never whole in memory. `onRead` hears of every piece, in bytes. */
export function pickedFile(file: File, onRead: (bytes: number) => void): ByteSource {
  return {
    size: file.size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
      onRead(bytes.length);
      return bytes;
    },
  };
}

/** The files of a folder that a person chose; their paths begin with the folder's own name, which says nothing. */
export function pickedFolder(files: readonly File[], onRead: (bytes: number) => void): PackageSource {
  const refusal = newPathRules();
  const byPath = new Map(files.map((file) => [file.webkitRelativePath.split('/').slice(1).join('/'), file]));
  return {
    litter: [...byPath.keys()].filter(isLitter),
    files: [...byPath]
      .filter(([path]) => !isLitter(path))
      .map(([path, file]) => ({ path, bytes: file.size, refused: refusal(path, true) })),
    open: (path) => {
      const file = byPath.get(path);
      if (!file) throw new Error(`no ${path}`);
      return pickedFile(file, onRead);
    },
  };
}

/** Single files by their names: a bundle with what lies beside it. */
export function pickedByName(files: readonly File[], onRead: (bytes: number) => void): OpenFile {
  const byName = new Map(files.map((file) => [file.name, file]));
  return (name) => {
    const file = byName.get(name);
    return file ? pickedFile(file, onRead) : null;
  };
}
