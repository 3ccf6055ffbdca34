import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearLeftTempDirs, tempDir } from '../../../electron/casefile/files/temp-dir.ts';

test('what a killed process left open is cleared by the next start; what a living one uses stays', () => {
  const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
  const left = ['browser', 'read', 'unlocked'].map((what) => join(tmpdir(), `fascicle-${what}-${gone}-x1y2z3`));
  for (const folder of left) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.zip'), 'evidence');
  }
  const other = join(tmpdir(), `fascicle-other-${gone}-x1y2z3`);
  mkdirSync(other, { recursive: true });
  const ours = tempDir('unlocked');
  if (process.platform !== 'win32') expect(statSync(ours).mode & 0o777).toBe(0o700);
  clearLeftTempDirs();
  expect(left.filter(existsSync)).toEqual([]);
  expect([ours, other].filter(existsSync)).toEqual([ours, other]);
});
