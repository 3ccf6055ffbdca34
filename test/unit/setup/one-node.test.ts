import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isEnough } from '../../../electron/setup/node-24.cjs';
import { texts } from '../../../electron/setup/setup-words.cjs';
import { freshFolder } from '../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../..');

test('README, package, entry point and set-up name one version of Node', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
  expect(engines.node).toBe('>=24');
  expect([isEnough('23.11.0'), isEnough('24.0.0')]).toEqual([false, true]);
  const named = (file: string) => [
    ...new Set([...readFileSync(join(root, file), 'utf8').matchAll(/Node (\d+)/g)].map(([, number]) => number)),
  ];
  expect(named('README.md')).toEqual(['24']);
  expect(named('electron/cli/fascicle.cjs').filter((number) => number !== '12')).toEqual(['24']); // what can read that file
});

/** A checkout in which nothing is installed, and an `npm` that only says it was asked. */
function bareCheckout(): Readonly<{
  folder: string;
  setUp: (...wants: string[]) => { status: number | null; stderr: string };
  setUpIn: (language: string) => { status: number | null; stderr: string };
}> {
  const folder = freshFolder();
  cpSync(join(root, 'electron/setup'), join(folder, 'electron/setup'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"fascicle"}');
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, a: {}, b: {} } }));
  const bin = join(folder, 'programs');
  mkdirSync(bin);
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "npm was asked: $*" >&2\nmkdir -p node_modules\n`);
  chmodSync(join(bin, 'npm'), 0o755);
  const start = (wants: readonly string[], language: Readonly<Record<string, string>>) => {
    const env = { PATH: `${bin}:/bin:/usr/bin`, HOME: folder, ...language };
    const entry = join(folder, 'electron/setup/ensure-ready.cjs');
    return spawnSync(process.execPath, [entry, ...wants], { encoding: 'utf8', env });
  };
  return {
    folder,
    setUp: (...wants) => start(wants, {}),
    setUpIn: (language) => start([], { FASCICLE_LANGUAGE: language, LANG: 'C.UTF-8' }),
  };
}

test('set-up says what it will install before it installs anything, and nothing where all is there', () => {
  const { folder, setUp } = bareCheckout();
  const { status, stderr } = setUp();
  expect(status).toBe(0);
  const lines = stderr.split('\n');
  expect(lines[0]).toBe('fascicle set-up: this will be installed first:');
  expect(lines[1]).toBe(
    'fascicle set-up:   - up to 2 packages from the npm registry into node_modules/ (npm ci; about 1 GB)',
  );
  expect(lines.findIndex((line) => line.startsWith('npm was asked: ci'))).toBeGreaterThan(1);
  expect(setUp()).toMatchObject({ status: 0, stderr: '' });

  // The same lock file under another time is read once; another one means another installation.
  utimesSync(join(folder, 'package-lock.json'), 1, 1);
  expect(setUp()).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {} } }));
  expect(setUp().stderr).toContain('up to 0 packages');
});

test('a program that cannot be built runs from its sources, and set-up says so', () => {
  const { setUp } = bareCheckout();
  expect(setUp().stderr).toContain('the program could not be built (the words are above); it runs from its sources');
});

test('set-up speaks the language that is asked for, as the command does', () => {
  const { stderr } = bareCheckout().setUpIn('zh-CN');
  const own = stderr.split('\n').filter((line) => line.startsWith('[Fascicle 安装准备]'));
  expect(own[0]).toBe('[Fascicle 安装准备] 将先安装以下内容：');
  expect(own[1]).toBe('[Fascicle 安装准备]   - 从 npm 源安装至多 2 个程序包到 node_modules/（npm ci，约 1 GB）');
  expect(stderr).not.toContain('fascicle set-up');
  expect(bareCheckout().setUpIn('en').stderr).toMatch(/^fascicle set-up: this will be installed first:/);
});

test('every message of set-up has both languages, and both the same holes for values', () => {
  for (const [code, text] of Object.entries(texts)) {
    expect(text['zh-CN'], code).toMatch(/\p{Script=Han}|^\{/u);
    expect(text.en, code).not.toMatch(/\p{Script=Han}/u);
    const holes = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(holes(text['zh-CN']), code).toEqual(holes(text.en));
  }
});
