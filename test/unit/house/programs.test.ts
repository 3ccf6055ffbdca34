import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** What every Linux that can run the tests has: its shell, coreutils, mount, tar, iconv of its C library, and git, by which the clone came. */
const always = /^(?:find|sh|bash|cp|chmod|git|iconv|tar|sha256sum|mkfifo|mkfs\.ext4|mount|umount|script|which)$/;

test('each program of others that a test starts is one that set-up installs', () => {
  const setUp = readFileSync(join(root, 'electron/setup/ensure-ready.cjs'), 'utf8');
  const installed = new Set([...setUp.matchAll(/\{ name: '([^']+)', use: .*?, debian: /g)].map(([, name]) => name));
  expect(installed.size).toBeGreaterThan(10);
  const started = globSync('test/**/*.{ts,mjs}', { cwd: root }).flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:execFile|execFileSync|spawn|spawnSync)\('([^'/]+)'/g),
    ].map(([, name = '']) => ({ file, name })),
  );
  expect(started.length).toBeGreaterThan(30);
  // Of the same package.
  const packages: Record<string, string> = { 'heif-enc': 'heif-convert', pdfsig: 'pdftoppm', pdfimages: 'pdftotext' };
  expect(started.filter(({ name }) => !always.test(name) && !installed.has(packages[name] ?? name))).toEqual([]);
});
