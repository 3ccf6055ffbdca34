import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
type Text = Readonly<Record<'zh-CN' | 'en', string>>;
const groups = createRequire(import.meta.url)(join(root, 'electron/setup/help.cjs')) as Readonly<{
  title: Text;
  scripts: Record<string, Text>;
}>[];

/** Scripts that npm runs before others, and shorthands that a message names. */
const notListed = /^pre(?!pare)|^help$|^start:/;

describe('npm run help', () => {
  test('lists every script once, and none that is gone', () => {
    const listed = groups.flatMap((group) => Object.keys(group.scripts));
    expect([...listed].sort()).toEqual(
      Object.keys(scripts)
        .filter((name) => !notListed.test(name))
        .sort(),
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('every script that is prepared for is there, and starts a file that exists', () => {
    for (const [name, command] of Object.entries(scripts)) {
      if (name.startsWith('pre')) expect(scripts[name.slice(3)], name).toBeDefined();
      const file = /\S+\.(?:ts|mjs|cjs)\b/.exec(command)?.[0];
      if (file !== undefined) expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  test('the long runs start files that exist, and an unknown name is refused', () => {
    const runs = [...readFileSync(join(root, 'test/long.ts'), 'utf8').matchAll(/file: '([^']+)'/g)];
    expect(runs.length).toBeGreaterThan(5);
    for (const [, file = ''] of runs) expect(existsSync(join(root, 'test', file)), file).toBe(true);
    expect(spawnSync(process.execPath, [join(root, 'test/long.ts'), 'nonesuch']).status).toBe(2);
  });

  test('.ci/run runs scripts that exist', () => {
    const run = [...readFileSync(join(root, '.ci/run'), 'utf8').matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(
      ([, name]) => name,
    );
    expect(run.length).toBeGreaterThan(10);
    expect(run.filter((name) => !(String(name) in scripts))).toEqual([]);
  });
});
