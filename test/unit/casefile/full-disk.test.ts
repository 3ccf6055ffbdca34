import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createCase } from '../../../electron/casefile/create-case.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { context, freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const disk = freshFolder();
const mounted =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;

describe.skipIf(!mounted)('a case on a disk that is full', () => {
  afterAll(() => void spawnSync('umount', ['-l', disk]));
  const folder = join(disk, 'full.fascicle');
  const fill = join(disk, 'fill');

  test('is not called damaged: there is no room, and that is said', () => {
    const caseFile = freshCase();
    const facts = caseFile.facts();
    caseFile.close();
    createCase(folder, facts, context).close();
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(fill, Buffer.alloc(bavail * bsize));
    expect(() => openCase(folder, context)).toThrow(expect.objectContaining({ code: 'disk-full' }));
  });

  test('is whole, and goes on, when there is room again', () => {
    expect(existsSync(fill)).toBe(true);
    rmSync(fill);
    const caseFile = openCase(folder, context);
    expect(caseFile.count()).toBe(0);
    caseFile.close();
  });
});
