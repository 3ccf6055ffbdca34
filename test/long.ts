// `npm run long NAME [-- --short …]`: runs that take minutes, each in a process of its own. Without a name it lists them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const runs: Readonly<Record<string, Readonly<{ file: string; about: string; flags?: readonly string[] }>>> = {
  crash: { file: 'crash/run.ts', about: 'kills, failing calls, full disks, power cuts' },
  hostile: { file: 'hostile/run.ts', about: 'pages that mean harm' },
  pixels: { file: 'bench/pixels.ts', about: 'rows of known colours against the stored tiles' },
  archives: {
    file: 'archives/run.ts',
    about: 'archives of real pages, four checkers (needs pages beside the checkout)',
  },
  'import-pdfs': { file: 'import-pdfs/run.ts', about: 'PDF files of others (needs files beside the checkout)' },
  facts: { file: 'facts/run.ts', about: 'what pages state of their publication, against what a person read' },
  watch: { file: 'watch/run.ts', about: '50 watched addresses for 20 rounds' },
  day: {
    file: 'day/run.ts',
    about: '500 addresses with every habit mixed, twice: the same outcomes, nothing left over',
  },
  'text-layer': {
    file: 'text-layer/run.ts',
    about: '2,000 words of real pages in a bundle against their ink (needs pages beside the checkout)',
  },
  breaks: {
    file: 'breaks/run.ts',
    about: 'where printed pages of real pages end: no line or picture cut (needs pages beside the checkout)',
  },
  clerk: {
    file: 'clerk/run.ts',
    about: 'twenty questions of a clerk, answered through links and outline of the demo’s bundle',
  },
  'false-alarms': {
    file: 'custody/false-alarms.ts',
    about: 'what happens to honest people: nothing is called altered, each is found as what it is',
  },
  forks: {
    file: 'custody/forks/run.ts',
    about: 'two copies of a case parted at every entry, all told apart; 1,000 honest sequences without an alarm',
  },
  many: {
    file: 'many/run.ts',
    about: '1,000 pages through one queue, and its memory',
    flags: ['--max-semi-space-size=4', '--expose-gc'],
  },
};

const [name = '', ...rest] = process.argv.slice(2);
const run = runs[name];
if (run) {
  const { status } = spawnSync(process.execPath, [...(run.flags ?? []), join(import.meta.dirname, run.file), ...rest], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  for (const [one, { about }] of Object.entries(runs)) console.log(`npm run long ${one.padEnd(12)} ${about}`);
  process.exitCode = name === '' ? 0 : 2;
}
