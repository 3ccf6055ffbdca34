// `npm run bench verify [-- --short]`: `verify` of a case of 3 GB against the floor in the same run: one Node process that
// reads the same files in 1 MiB pieces and hashes them.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from '../fixtures/fascicle.ts';

const short = process.argv.includes('--short');
const folder = freshFolder('fascicle-bench-');
const arm = (name: string, ...words: string[]) => {
  const file = join(import.meta.dirname, `${name}.ts`);
  const { stdout, status } = spawnSync(process.execPath, [file, folder, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}`);
  return JSON.parse(stdout) as { ms: number; bytes?: number }; // our own arm's line
};

try {
  const { bytes = 0 } = arm('make-case', String(short ? 40 : 900));
  console.log(`a case of ${(bytes / 1e9).toFixed(2)} GB`);
  arm('verify-arm', 'floor'); // warms the disk's cache for both alike
  const [floors, verifies]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    floors.push(arm('verify-arm', 'floor').ms);
    verifies.push(arm('verify-arm').ms);
  }
  const ratio = Math.min(...verifies) / Math.min(...floors);
  const seconds = (all: readonly number[]) => all.map((ms) => (ms / 1000).toFixed(2)).join(', ');
  console.log(`floor   ${seconds(floors)} s`);
  console.log(`verify  ${seconds(verifies)} s`);
  console.log(`ratio   ${ratio.toFixed(2)} (at most 1.3 at 3 GB, best of each)`);
  if (!short && ratio > 1.3) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
