import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/ARCHITECTURE.md'), 'utf8');
const rows = [...page.matchAll(/^\| `([a-z/]+)\/` +\| (.+?) +\| (.+?) +\|$/gm)].map(([, folder = '', , may = '']) => ({
  folder,
  may: may === '–' ? [] : may.split(', '),
}));
type Rule = { name: string; from: { path?: string }; to: { path?: string; pathNot?: string[] } };
const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as { forbidden: Rule[] };

/** Folders that have code, of the first level or below `electron/`; `npm run demo` writes into one of its own. */
const folders = ['electron', '.'].flatMap((above) =>
  readdirSync(join(root, above), { withFileTypes: true })
    .filter((one) => one.isDirectory() && !/^\.|^(?:node_modules|out|demo|docs|electron|coverage)$/.test(one.name))
    .map(({ name }) => (above === '.' ? name : `electron/${name}`)),
);

describe('docs/ARCHITECTURE.md', () => {
  test('lists every folder, and none that is gone', () => {
    expect(rows.map(({ folder }) => folder).sort()).toEqual(folders.sort());
  });

  test.each(rows.filter(({ folder }) => !/^(?:resources|test)$/.test(folder)))(
    'says of $folder what dependency-cruiser lets it import',
    ({ folder, may }) => {
      const rule = forbidden.find(
        ({ name, from }) => /imports$|^shells-and-cli$/.test(name) && new RegExp(from.path ?? '^$').test(`${folder}/x`),
      );
      const allows = (to: string) => rule?.to.pathNot?.some((one) => new RegExp(one).test(`${to}/x`)) === true;
      const others = folders.filter((one) => one !== folder && !/^(?:renderer|resources|test)$/.test(one));
      expect(rule, 'a rule of its own').toBeDefined();
      expect(
        others
          .filter(allows)
          .map((one) => one.replace('electron/', ''))
          .sort(),
      ).toEqual([...may].sort());
    },
  );

  test('names files that exist', () => {
    const named = [...page.matchAll(/`((?:electron|shared|test|renderer)\/[\w./-]+|\.[\w-]+\.cjs)`/g)].map(
      ([, path]) => path,
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(root, path ?? '')))).toEqual([]);
  });
});
