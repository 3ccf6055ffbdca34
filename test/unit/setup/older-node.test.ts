import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const entries = ['fascicle.ts', 'fascicle.cjs'].map((name) =>
  resolve(import.meta.dirname, '../../../electron/cli', name),
);

/** Each Node on the computer that is older than 24: the one that npm was started with, and those of version managers. */
const older = [
  process.env['npm_node_execpath'],
  ...(process.env['PATH'] ?? '').split(':').map((one) => join(one, 'node')),
]
  .filter((file): file is string => file !== undefined && existsSync(file))
  .map((file) => [execFileSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim(), file] as const)
  .filter(([version]) => Number(version.split('.')[0]) < 24);

if (older.length === 0) console.log('skipped: no older Node is on this computer');

test.skipIf(older.length === 0).each(entries)('under an older Node %s says in a sentence what to do', (entry) => {
  for (const [version, file] of older) {
    const { status, stdout, stderr } = spawnSync(file, [entry, 'list', 'x'], { encoding: 'utf8', env: { PATH: '' } });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr:
        `Fascicle 需要 Node 24 或更新版本（当前为 ${version}）。在源码目录中请用：npm run -s fascicle -- …，它会自行准备。\n` +
        `Fascicle needs Node 24 or newer (this is ${version}). In a checkout use: npm run -s fascicle -- …, which provides its own.\n` +
        '未读写任何证据。 No evidence was read or written.\n',
    });
  }
});

/** The nearest stand-in for each other version: what all of them read is script, not module, and no types. */
test.each(entries)('%s is plain script, whatever Node reads it', (entry) => {
  expect(spawnSync(process.execPath, ['--check', '--input-type=commonjs'], { input: readFileSync(entry) }).status).toBe(
    0,
  );
});
