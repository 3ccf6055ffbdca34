import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashFile } from '../../casefile/files/hash-file.ts';
import { made, unmade, type MadeCheck } from './made-check.ts';

/** Hashes of program files, by path, size and time: the browser has 300 MB and does not change between captures. */
export class ProgramHashes {
  readonly #known = new Map<string, string>();

  of(path: string): string | null {
    try {
      const { size, mtimeMs } = statSync(path);
      const key = `${path} ${size} ${mtimeMs}`;
      const known = this.#known.get(key) ?? hashFile(path).sha256;
      this.#known.set(key, known);
      return known;
    } catch {
      return null;
    }
  }
}

/** The program and what it runs on, by the hashes of their files. */
export function programChecks(
  program: Readonly<{ name: string; version: string }>,
  hashes: ProgramHashes,
): readonly MadeCheck[] {
  const files = programFiles().map(({ name, path }) => ({ name, sha256: hashes.of(path) }));
  const list = files.map(({ name, sha256 }) => `${sha256 ?? '-'}  ${name}\n`).join('');
  const digest = createHash('sha256').update(list).digest('hex');
  const node = hashes.of(process.execPath);
  return [
    made(
      'program',
      `${program.name} ${program.version}; ${files.length} files, SHA-256 of their sha256sum list ${digest}`,
      {
        ...program,
        listSha256: digest,
        files,
      },
    ),
    node === null
      ? unmade('runtime', 'not-readable', { path: process.execPath })
      : made('runtime', `Node ${process.versions.node}, ${node}`, { path: process.execPath, sha256: node }),
  ];
}

/** The program's own files: its sources in a checkout; elsewhere what it was built into, its processes among it. */
function programFiles(): readonly Readonly<{ name: string; path: string }>[] {
  const self = import.meta.filename;
  const built = !self.endsWith('.ts');
  const root = built ? outAbove(dirname(self)) : join(self, '..', '..', '..', '..');
  const names = built ? builtFiles(root) : ['electron', 'shared'].flatMap((folder) => sourcesIn(root, folder));
  return names.sort().map((name) => ({ name: name.replaceAll('\\', '/'), path: join(root, name) }));
}

/** The folder of the built program: this code lies in it, or in the folder of its shared pieces. */
function outAbove(folder: string): string {
  return basename(folder) === 'chunks' ? dirname(folder) : folder;
}

/** Sources below one folder of a checkout. Node's own search by a pattern takes three times as long. */
function sourcesIn(root: string, folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((name) => /\.(ts|mjs|cjs)$/.test(name)).map((name) => join(folder, name));
}

/** As the build took them down; without that all that could be loaded. */
function builtFiles(out: string): string[] {
  const list = join(out, 'program.json');
  if (!existsSync(list)) {
    return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(mjs|cjs)$/.test(name));
  }
  const { files } = JSON.parse(readFileSync(list, 'utf8')) as { files: { name: string }[] }; // the build's own
  return files.map(({ name }) => name);
}
