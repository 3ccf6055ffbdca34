import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SecondProcess } from '../../../electron/bundle/beside/beside.ts';
import { hashBeside, hashHere } from '../../../electron/bundle/pdf/written-hash.ts';
import { type SpawnChild } from '../../../electron/casefile/processes/children.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/** Writes a file in pieces, as the PDF's writer does. */
async function written(spawn: SpawnChild | null): Promise<readonly [told: string, true_: string]> {
  const path = join(freshFolder(), 'out.bin');
  const beside = spawn && new SecondProcess(spawn);
  const hash = beside ? hashBeside(path, beside) : hashHere();
  const fd = openSync(path, 'wx');
  let total = 0;
  for (let n = 0; n < 40; n++) {
    const piece = Buffer.alloc(300_000 + n, n);
    writeSync(fd, piece);
    total += piece.length;
    hash.wrote(piece, total);
  }
  closeSync(fd);
  const told = await hash.digest(total);
  beside?.end();
  return [told, createHash('sha256').update(readFileSync(path)).digest('hex')];
}

test('a hash taken beside the writer is that of the finished file', async () => {
  for (const spawn of [null, spawnChild]) {
    const [told, isTrue] = await written(spawn);
    expect(told).toBe(isTrue);
  }
});

test('a child that dies costs time, never truth', async () => {
  const dying: SpawnChild = (entry) => {
    const child = spawnChild(entry);
    child.kill();
    return child;
  };
  const [told, isTrue] = await written(dying);
  expect(told).toBe(isTrue);
});
