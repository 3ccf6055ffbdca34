import { createHash } from 'node:crypto';
import { globSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFile } from '../../casefile/hash-file.ts';
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
  const self = fileURLToPath(import.meta.url);
  const built = !self.endsWith('.ts');
  const root = built ? dirname(self) : join(self, '..', '..', '..', '..');
  const names = built
    ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(mjs|cjs)$/.test(name))
    : globSync('{electron,shared}/**/*.{ts,mjs,cjs}', { cwd: root });
  return names.sort().map((name) => ({ name: name.replaceAll('\\', '/'), path: join(root, name) }));
}
