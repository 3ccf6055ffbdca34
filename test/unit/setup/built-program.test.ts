import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { builtModule, sourcesNow, stampProgram, withdrawProgram } from '../../../electron/setup/built-program.cjs';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** A checkout of four files, and what a build made of it. */
let root: string;
const at = (name: string) => join(root, name);
const built = () => builtModule(root, 'cli.mjs');

beforeEach(() => {
  root = freshFolder();
  for (const folder of ['electron/cli', 'shared', 'out/chunks']) mkdirSync(at(folder), { recursive: true });
  writeFileSync(at('electron/cli/a.ts'), 'export const a = 1;');
  writeFileSync(at('shared/b.ts'), 'export const b = 1;');
  writeFileSync(at('package.json'), '{}');
  writeFileSync(at('package-lock.json'), '{}');
  const sources = sourcesNow(root);
  writeFileSync(at('out/cli.mjs'), 'import "./chunks/c.mjs";');
  writeFileSync(at('out/chunks/c.mjs'), '');
  expect(stampProgram(root, sources, ['cli.mjs', 'chunks/c.mjs'])).toBe(true);
});

describe('the built program is run', () => {
  test('where nothing has changed since the build', () => {
    expect(built() && fileURLToPath(built()!)).toBe(at('out/cli.mjs'));
  });

  test('where files were written again with the same contents: looked into once, then known by their looks', () => {
    utimesSync(at('shared/b.ts'), 1, 1);
    const before = readFileSync(at('out/program-stats.json'), 'utf8');
    expect(built()).not.toBeNull();
    const after = readFileSync(at('out/program-stats.json'), 'utf8');
    expect(after).not.toBe(before);
    expect(built()).not.toBeNull();
    expect(readFileSync(at('out/program-stats.json'), 'utf8')).toBe(after);
  });

  test('where checkout and build were copied together', () => {
    const copy = join(freshFolder(), 'copy');
    cpSync(root, copy, { recursive: true });
    expect(builtModule(copy, 'cli.mjs')).not.toBeNull();
  });
});

describe('the built program is never run', () => {
  test.each<[string, () => void]>([
    ['a source was changed', () => writeFileSync(at('shared/b.ts'), 'export const b = 22;')],
    [
      'a source was changed to another of the same length, and its time put back',
      () => {
        const { atime, mtime } = statSync(at('shared/b.ts'));
        writeFileSync(at('shared/b.ts'), 'export const b = 2;');
        utimesSync(at('shared/b.ts'), atime, mtime);
      },
    ],
    ['a source was added', () => writeFileSync(at('electron/cli/new.ts'), '')],
    ['a source was taken away', () => rmSync(at('electron/cli/a.ts'))],
    ['a source has another name', () => renameSync(at('shared/b.ts'), at('shared/c.ts'))],
    ['other packages are asked for', () => writeFileSync(at('package-lock.json'), '{"a":1}')],
    ['a piece of it is missing', () => rmSync(at('out/chunks/c.mjs'))],
    ['a piece of it was changed', () => writeFileSync(at('out/chunks/c.mjs'), 'other')],
    ['its list is cut short', () => writeFileSync(at('out/program.json'), '{"sources":')],
    ['its list is another kind of thing', () => writeFileSync(at('out/program.json'), '[]')],
    ['the looks are not there: a build is under way', () => void withdrawProgram(root)],
  ])('where %s', (_what, change) => {
    change();
    expect(built()).toBeNull();
  });

  test('where a source changed while it was built', () => {
    const sources = sourcesNow(root);
    withdrawProgram(root);
    writeFileSync(at('shared/b.ts'), 'export const b = 3;');
    expect(stampProgram(root, sources, ['cli.mjs'])).toBe(false);
    expect(built()).toBeNull();
  });
});
