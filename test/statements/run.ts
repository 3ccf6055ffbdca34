// `npm run statements`: makes twenty-seven kinds of case with the program's own commands, builds the bundle of each in Chinese and in
// English, reads every paper back with another program, and holds each sentence against the stored records by a table that
// shares no code with the printer (`-- --short`: seven kinds; `-- late`: the kind of that name). Then it changes one field of a record at a time: each false
// record must be contradicted by the same papers. Writes out/statements.md; fails on any sentence that is contradicted, left
// out or not classified, and on any false record that nothing contradicts.
import '../fixtures/runner/own-temporary-of-run.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isBad } from './hold.ts';
import { kinds } from './kinds/kinds.ts';
import { shortKinds, statementRun, summaryOf } from './statement-run.ts';

const short = process.argv.includes('--short');
const named = process.argv.slice(2).filter((word) => kinds.some(({ name }) => name === word));
const wanted = named.length > 0 ? named : short ? shortKinds : kinds.map(({ name }) => name);
const run = await statementRun(kinds.filter(({ name }) => wanted.includes(name)));
for (const line of summaryOf(run)) console.log(line);
for (const { bundle, held } of run.bundles)
  for (const one of held)
    if (isBad(one) || one.is === 'unclassified')
      console.log(`${bundle}  ${one.is}  ${one.paper}  ${one.statement}: ${one.text}`);
for (const { name, kind } of run.uncaught) console.log(`not caught: ${kind}, ${name}`);

const folder = resolve(import.meta.dirname, '../../out');
mkdirSync(folder, { recursive: true });
const cell = (text: string) => text.replaceAll('|', '\\|');
const rows = run.bundles.flatMap(({ bundle, held }) =>
  held.map(({ paper, statement, rests, is, text }) =>
    [bundle, paper, is, statement, rests, text].map(cell).join(' | '),
  ),
);
const head =
  '| Bundle | Paper | Result | Statement | Rests on | Text (blanks left out) |\n| --- | --- | --- | --- | --- | --- |';
writeFileSync(
  resolve(folder, 'statements.md'),
  `# Statements\n\n${summaryOf(run).join('\n\n')}\n\n${head}\n${rows.map((row) => `| ${row} |`).join('\n')}\n`,
);
const failed =
  run.uncaught.length > 0 ||
  run.bundles.some(({ held }) => held.some((one) => isBad(one) || one.is === 'unclassified'));
process.exitCode = failed ? 1 : 0;
