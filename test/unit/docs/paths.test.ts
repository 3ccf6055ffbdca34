import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../fixtures/oracles/source-tree.ts';

const tops = ['docs', 'electron', 'renderer', 'resources', 'shared', 'test', '.github', '.ci'];

/** Every file and folder of the repository, from its root, with `/`. */
const all = [
  ...readdirSync(root),
  ...tops.flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${top}/${name.replaceAll('\\', '/')}`,
    ),
  ),
];
const pages = all.filter((path) => path.endsWith('.md') && !/^(?:node_modules|THIRD-PARTY)/.test(path));

/** Files that a recipe makes as it goes on, and what programs make at run time. */
const examples =
  /contact-card|0080-notes\.ts|read-card\.ts|accessibility\.ts|addresses\.ts|my-court\.json|^case\.db|^record\.json/;
/** A name of which a part is to be filled in. */
const isPattern = (path: string) => /[A-Z]{2,}(?!.*\.md$)|…|[*<>{}$]/.test(path);

/** What a page calls a file: a path from the root, or the end of one. Folders end with `/`. */
function pathsIn(text: string): readonly string[] {
  const code = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, one = '']) => one);
  return code
    .flatMap((one) => one.split(/[\s,]+/))
    .filter((one) => /^[\w.@-]+(?:\/[\w.@-]+)*\/?$/.test(one))
    .filter((one) => tops.some((top) => one.startsWith(`${top}/`)) || /\.(?:tsx?|mjs|cjs|css)$/.test(one))
    .filter((one) => !isPattern(one) && !examples.test(one));
}

const isThere = (path: string) => {
  const plain = path.replace(/\/$/, '');
  return all.some((one) => one === plain || one.endsWith(`/${plain}`));
};

test.each(pages)('%s names paths that exist', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  expect(pathsIn(text).filter((path) => !isThere(path))).toEqual([]);
});

test.each(pages)('%s leads to pages that exist', (page) => {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```[^]*?^```/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(([, link, picture]) => link ?? picture ?? '');
  const local = links.filter((link) => !/^[a-z]+:|^#/.test(link)).map((link) => link.replace(/#.*$/, ''));
  expect(local.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});

test('the recipes quote titles of tests that are in the file they name', () => {
  let file = '';
  const gone: string[] = [];
  let quoted = 0;
  for (const cell of readFileSync(join(root, 'docs/recipes.md'), 'utf8').matchAll(/^\| (.+?) +\|/gm)) {
    file = /`(test\/[\w./-]+\.test\.ts)`/.exec(cell[1] ?? '')?.[1] ?? file;
    const title = /^(?:`test\/[^`]+`|the same): `([^`]+)`/.exec(cell[1] ?? '')?.[1]?.replace(/ …$/, '');
    if (title === undefined) continue;
    quoted += 1;
    if (!readFileSync(join(root, file), 'utf8').includes(title)) gone.push(`${file}: ${title}`);
  }
  expect(quoted).toBeGreaterThan(10);
  expect(gone).toEqual([]);
});

test('a path that is gone is found, from the root or by its end; a pattern and a file of a recipe are none', () => {
  const found = pathsIn(
    '`shared/gone/x.ts` and `gone.ts`, `a/gone.tsx`, `shared/FEATURE.ts`, `contact-card/kind.ts`, `npm run`',
  );
  expect(found).toEqual(['shared/gone/x.ts', 'gone.ts', 'a/gone.tsx']);
  expect(found.filter(isThere)).toEqual([]);
  expect(['electron/capture/', 'capture.ts', 'pages/registry.ts'].filter(isThere)).toHaveLength(3);
});
