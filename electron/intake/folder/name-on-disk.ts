import { readdirSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { FilePath } from '../../casefile/files/regular-file.ts';
import { judgeCharset } from '../charset/judge-charset.ts';

/** A file and what its name says. A name on disk is bytes; a ZIP of another computer unpacked here leaves any. */
export type FileOnDisk = Readonly<{
  path: FilePath;
  name: string;
  /** Of a name that is not UTF-8: the charset it was read by, and its bytes; else null. */
  judged: Readonly<{ charset: string; bytes: string }> | null;
}>;

/**
 * The names of one folder as they are to be read. Those that are not UTF-8 come from one computer and are judged together,
 * since one name alone is too short.
 */
export function namesInFolder(names: readonly Buffer[]): readonly Pick<FileOnDisk, 'name' | 'judged'>[] {
  const odd = names.filter((name) => !isUtf8(name));
  const { charset, how } = judgeCharset(Buffer.concat(odd.flatMap((name) => [name, Buffer.from('\n')])));
  const decoder = new TextDecoder(how === 'judged' ? charset : 'utf-8');
  return names.map((name) =>
    isUtf8(name)
      ? { name: name.toString('utf8'), judged: null }
      : {
          name: decoder.decode(name),
          judged: { charset: decoder.encoding.toUpperCase(), bytes: name.toString('hex') },
        },
  );
}

const isUtf8 = (name: Buffer): boolean => Buffer.from(name.toString('utf8'), 'utf8').equals(name);

/**
 * The file that a path means. What calls this program hands paths over as text: bytes of a name that are no UTF-8 have
 * become U+FFFD on the way, and no such file is there. It is then looked for by what its name became.
 *
 * @throws {FascicleError} `file-name-unclear` where several files could be meant
 */
export function fileAtPath(path: string): FileOnDisk {
  const plain: FileOnDisk = { path, name: basename(path), judged: null };
  return path.includes('\ufffd') ? (found(path) ?? plain) : plain;
}

/** Follows a path folder by folder by the text that its names become; null where there is nothing of that name. */
function found(path: string): FileOnDisk | null {
  const parent = dirname(path);
  if (parent === path) return { path, name: '', judged: null };
  const within = parent.includes('\ufffd') ? found(parent) : { path: parent };
  if (!within) return null;
  let names: readonly Buffer[];
  try {
    names = readdirSync(within.path, { encoding: 'buffer' });
  } catch {
    return null; // that it cannot be opened is told by whoever opens the file
  }
  const wanted = basename(path);
  const exact = names.some((name) => name.equals(Buffer.from(wanted)));
  const fit = names.filter((name) => (exact ? name.equals(Buffer.from(wanted)) : name.toString('utf8') === wanted));
  if (fit.length > 1) throw new FascicleError('file-name-unclear', { path: visibleText(path), count: fit.length });
  const [name] = fit;
  if (!name) return null;
  const read = namesInFolder(names)[names.indexOf(name)];
  return { path: joined(within.path, name), name: wanted, judged: null, ...read };
}

/** The path of something in a folder: as text where its bytes are one. */
export function joined(folder: FilePath, name: Buffer): FilePath {
  if (typeof folder === 'string' && isUtf8(name)) return join(folder, name.toString('utf8'));
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}
