import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCase } from '../../electron/casefile/create-case.ts';
import { openCase } from '../../electron/casefile/open-case.ts';
import type { CaseFacts } from '../../shared/case/case.ts';
import { context, someCapture } from '../fixtures/case-room.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { broken, lookAfter, newCount } from './after.ts';
import { line } from './kill-work.ts';
import { runWorker } from './worker.ts';
import { noFacts } from '../fixtures/made/field-sources.ts';

const facts: CaseFacts = { ...noFacts, title: '磁盘' };

const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** A disk that is really full (tmpfs): every acknowledged item stays, and the case goes on when there is room again. */
export function fillDisk(rounds: number): number | null {
  const scratch = freshFolder('fascicle-full-');
  if (!run('mount', '-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', scratch)) return null;
  const count = newCount();
  try {
    for (let n = 0; n < rounds; n++) {
      const folder = join(scratch, `case-${n}.fascicle`);
      const caseFile = createCase(folder, facts, context);
      const acknowledged = new Set<string>();
      let refused = '';
      // Large artifacts of odd sizes, then small ones: the disk ends in the middle of an object, of a row, of a page.
      for (
        let size = 300_000 + n * 7_001;
        refused === '' || size > 1_000;
        size = refused === '' ? size : Math.floor(size / 3)
      ) {
        try {
          acknowledged.add(caseFile.addItem(someCapture(caseFile, 'x'.repeat(size))).item);
        } catch (error) {
          refused = (error as { code?: string }).code ?? String(error);
          count.kills += 1;
        }
      }
      if (refused !== 'disk-full') count.wrong += 1;
      count.acknowledged += acknowledged.size;
      try {
        caseFile.close();
      } catch (error) {
        console.log(String(error));
      }
      run('mount', '-o', 'remount,size=12m', scratch);
      lookAfter(folder, acknowledged, count);
      const again = openCase(folder, context);
      acknowledged.add(again.addItem(someCapture(again, '又有空间')).item);
      again.close();
      lookAfter(folder, acknowledged, count);
      rmSync(folder, { recursive: true });
      run('mount', '-o', 'remount,size=6m', scratch);
    }
  } finally {
    run('umount', scratch);
  }
  console.log(line('a full disk (tmpfs); "kills" are refused writes', count));
  return broken(count);
}

/**
 * Power cuts: the case lies on a file system in a file. The writer is stopped, the file is copied as it is at that
 * moment, and the copy is mounted: what the system had not yet written is lost, as when the power goes. (Torn sectors and
 * drives that lie are not modelled.)
 */
export async function cutPower(cuts: number, work: 'import' | 'settle'): Promise<number | null> {
  const scratch = freshFolder('fascicle-power-');
  const [disk, mounted, copy, after] = ['disk.img', 'disk', 'copy.img', 'copy'].map((name) => join(scratch, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [mounted, after]) mkdirSync(folder);
  writeFileSync(disk, '');
  truncateSync(disk, 96 * 1024 * 1024);
  if (!run('mkfs.ext4', '-q', '-F', disk) || !run('mount', '-o', 'loop', disk, mounted)) return null;
  const count = newCount();
  try {
    let folder = '';
    let acknowledged = new Set<string>();
    while (count.kills < cuts) {
      const { bfree, blocks } = statfsSync(mounted);
      if (folder === '' || bfree < blocks / 3) {
        rmSync(folder, { recursive: true, force: true });
        folder = join(mounted, `case-${count.kills}.fascicle`);
        createCase(folder, facts, context).close();
        acknowledged = new Set();
      }
      const onStop = (pid: number) => {
        process.kill(pid, 'SIGSTOP');
        copyFileSync(disk, copy);
        return Promise.resolve();
      };
      const ended = await runWorker([work, folder, ''], { after: 20 + Math.random() * 400, onStop });
      for (const item of ended.acknowledged) acknowledged.add(item);
      count.acknowledged += ended.acknowledged.length;
      count.kills += 1;
      if (!run('mount', '-o', 'loop', copy, after)) {
        count.unopened += 1;
        continue;
      }
      lookAfter(join(after, folder.slice(mounted.length + 1)), acknowledged, count);
      run('umount', after);
    }
  } finally {
    run('umount', mounted);
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(line(`${work}: power cuts (ext4 in a file)`, count));
  return broken(count);
}
