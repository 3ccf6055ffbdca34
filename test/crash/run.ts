// `npm run long crash [-- --short]`, or one part: `npm run long crash -- work calls errors short disk power captures`. Kills, failing
// calls, full disks and power cuts; afterwards every acknowledged item must be whole, every case must open, and every verdict must be PASSED.
import '../fixtures/runner/own-temporary-of-run.ts';
import { killCaptures } from './kill-captures.ts';
import { cutPower, fillDisk } from './disks.ts';
import { atCalls } from './at-calls.ts';
import { cutWritesShort } from './short-writes.ts';
import { killWork, makeGround, works } from './kill-work.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';

const words = process.argv.slice(2);
const short = words.includes('--short');
const chosen = words.filter((word) => word !== '--short');
const wants = (part: string) => chosen.length === 0 || chosen.includes(part);
const ground = await makeGround();
let broken = 0;
let tried = 0;

function add(part: string, found: number | null, needs: string): void {
  if (found === null) console.log(`${part}: SKIPPED, needs ${needs}`);
  else {
    broken += found;
    tried += 1;
  }
}

if (wants('work')) add('killed work', await killWork(short ? 20 : 400, ground), '');
if (wants('calls')) {
  // Nearly all of a bundle's and a package's calls are the same copying: every call of an import and a receive, each
  // fifth or fortieth of the others.
  const steps = { import: 1, settle: 1, receive: 5, backup: 5, migration: 1, export: 10, bundle: 40 } as const;
  for (const work of short ? (['import', 'settle'] as const) : works)
    add(`${work} killed at system calls`, await atCalls('kill', work, short ? 12 : steps[work], ground), 'strace');
}
if (wants('errors')) {
  const steps = { import: 1, settle: 1, receive: 5, backup: 5, migration: 1, export: 10, bundle: 40 } as const;
  for (const work of short ? (['import', 'settle'] as const) : works)
    add(`${work} with failing calls`, await atCalls('fail', work, short ? 12 : steps[work], ground), 'strace');
}
if (wants('short'))
  add('writes cut short', await cutWritesShort(short ? ['import', 'settle'] : works, short ? 4 : 1, ground), 'prlimit');
if (wants('disk')) add('a full disk', fillDisk(short ? 1 : 6), 'root (mount)');
if (wants('power'))
  for (const work of ['import', 'settle'] as const)
    add('power cuts', await cutPower(short ? 3 : 100, work), 'root (mount, loop devices, mkfs.ext4)');
if (wants('captures')) add('killed captures', await killCaptures(short ? 6 : 100), '');
if (tried === 0) console.log('nothing was tried');
else console.log(broken === 0 ? 'every promise kept' : `${broken} promises BROKEN`);
process.exitCode = tried === 0 ? skippedExit : broken === 0 ? 0 : 1;
