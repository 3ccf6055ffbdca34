import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const foldersIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true }).filter((one) => one.isDirectory());

/** Every folder of code in which there is a choice of two or more folders to go on to. */
const parents = ['shared', 'electron', 'renderer', 'test'].flatMap((folder) => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => foldersIn(path).length > 1),
]);

describe('a folder opens with what is in it and what may enter', () => {
  test('there are many such folders', () => expect(parents.length).toBeGreaterThan(15));

  test.each([...parents, 'resources'])('%s says it of each folder in it, and of none that is gone', (folder) => {
    const said = [...readFileSync(join(root, folder, 'README.md'), 'utf8').matchAll(/^\| `([\w-]+)\/`/gm)];
    expect(said.map(([, name]) => name).sort()).toEqual(
      foldersIn(folder)
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('docs lists each of its pages', () => {
    const text = readFileSync(join(root, 'docs/README.md'), 'utf8');
    const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(pages.filter((name) => !text.includes(`(${name})`))).toEqual([]);
  });
});
