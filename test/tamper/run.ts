// `npm run tamper`: performs every attack of the threat list, and prints the list with what each one yields. A row counts
// only where its tests ran and passed; a row without a test is said to be none.
import '../fixtures/runner/own-temporary-of-run.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threats } from './threats.ts';

type Report = Readonly<{
  testResults: readonly Readonly<{
    name: string;
    assertionResults: readonly Readonly<{ fullName: string; status: string; failureMessages?: readonly string[] }>[];
  }>[];
}>;

const report = join(mkdtempSync(join(tmpdir(), 'fascicle-tamper-')), 'report.json');
const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
const files = [...new Set(threats.map(({ file }) => `test/${file}.test.ts`))];
const words = [vitest, 'run', '--reporter=json', `--outputFile=${report}`, ...files];
spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report; // vitest's own form
let kept = 0;
for (const { attack, yields, file, tests } of threats) {
  const found = testResults
    .filter(({ name }) => name.replaceAll('\\', '/').endsWith(`test/${file}.test.ts`))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName }) => tests.test(fullName));
  const passed = found.filter(({ status }) => status === 'passed').length;
  const holds = found.length > 0 && passed === found.length;
  if (holds) kept += 1;
  console.log(`${holds ? '✓' : '✕'} ${attack} → ${yields}  (${passed} of ${found.length}: test/${file}.test.ts)`);
  for (const { status, failureMessages = [] } of found)
    if (status !== 'passed') for (const message of failureMessages) console.log(`  ${message.slice(0, 600)}`);
}
console.log(`${kept} of ${threats.length} rows`);
process.exitCode = kept === threats.length ? 0 : 1;
