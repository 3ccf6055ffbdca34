import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isShown, tableRows, shownRows } from '../../fixtures/oracles/shown-rows.ts';
import { root } from '../../fixtures/oracles/source-tree.ts';

const page = readFileSync(join(root, 'docs/promises.md'), 'utf8');
const rows = tableRows(page);
const shown = shownRows(rows);
/** A row that a script measures: its command, and the file that decides. */
const measured = rows.flatMap((row) => {
  const [, promise = '', command = '', file = ''] = /^\| (.+?) +\| `(npm run [^`]+)` +\| `([^`]+)` +\|/.exec(row) ?? [];
  return file === '' ? [] : [{ promise, command, file }];
});

describe('docs/promises.md', () => {
  test('has rows of these two kinds only, and no promise twice', () => {
    expect(shown.length).toBeGreaterThan(100);
    expect(measured.length).toBeGreaterThan(5);
    expect(shown.length + measured.length).toBe(rows.length);
    expect(new Set(rows.map((row) => row.split('|')[1]?.trim())).size).toBe(rows.length);
  });

  test.each(shown)('$said', (row) => {
    expect(isShown(row), `${row.file}: ${row.title}`).toBe(true);
  });

  test.each(measured)('$promise', ({ command, file }) => {
    const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
    expect(source, `${file} fails by an exit code`).toMatch(/process\.exit(?:Code = |\()/);
    const [, script = '', word] = /^npm run ([\w:-]+)(?: ([\w-]+))?$/.exec(command) ?? [];
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const runs = /\S+\.ts/.exec(scripts[script] ?? '')?.[0] ?? '-';
    const whole = readFileSync(join(root, runs), 'utf8');
    const named = [file.replace(/^test\//, ''), `./${file.split('/').at(-1) ?? '-'}`].some((name) =>
      whole.includes(name),
    );
    expect(runs === file || (word !== undefined && whole.includes(word) && named)).toBe(true);
  });

  test('says which rows need what is not in the repository, and those skip without it', () => {
    for (const { promise, file } of measured) {
      const needs = readdirText(file).includes('shared/data');
      expect(promise.includes('outside'), promise).toBe(needs);
    }
  });
});

/** A file with the files beside it that it imports. */
function readdirText(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  const beside = [...text.matchAll(/from '\.\/([\w-]+\.ts)'/g)].map(([, name = '']) => join(root, file, '..', name));
  return [text, ...beside.map((path) => readFileSync(path, 'utf8'))].join('\n');
}
