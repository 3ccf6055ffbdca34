import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../fixtures/oracles/source-tree.ts';

/** More files side by side are no longer read as a list of what a folder does. */
const most = 20;

test(`no folder of the program or its tests has over ${most} files side by side`, () => {
  const crowded = ['electron', 'renderer', 'shared', 'test'].flatMap((top) => {
    const files = new Map<string, number>();
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) files.set(entry.parentPath, (files.get(entry.parentPath) ?? 0) + 1);
    return [...files].filter(([, count]) => count > most).map(([folder, count]) => `${folder}: ${count}`);
  });
  expect(crowded).toEqual([]);
});
