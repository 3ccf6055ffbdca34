import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../../electron/casefile/create-case.ts';
import { openCase } from '../../../electron/casefile/open-case.ts';
import { context, freshCase } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const disk = freshFolder();
let mounted = false;

describe.skipIf(process.platform !== 'linux')('a case on a disk that is full', () => {
  // Here and not above: where every test is left out by a filter, nothing would take it away.
  beforeAll(() => {
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]).status === 0;
  });
  beforeEach(({ skip }) => {
    skip(!mounted, 'a disk of its own can be mounted by root only');
  });
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
