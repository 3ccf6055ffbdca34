// `npm run agree [-- --short]`: every row of the attack table and 300 mutants (40) of a package, a bundle and a proof, three
// ways: the command, `verify.html` in a browser, and the lines of VERIFY.txt. Verdict and line of time are equal, or the
// difference is one that the package's own text lists; anything else fails.
import '../../fixtures/runner/own-temporary-of-run.ts';
import { compareAll, type AgreeRow } from './compare.ts';

const count = process.argv.includes('--short') ? 40 : 300;
const rows = await compareAll(count, print);
const wrong = rows.filter(({ disagree }) => disagree !== null);
const listed = rows.filter((row) => row.listed && row.disagree === null);
console.log(
  `${rows.length} rows: ${wrong.length} disagreements that are not listed; ${listed.length} that VERIFY.txt lists; ${rows.length - wrong.length - listed.length} equal`,
);
process.exitCode = wrong.length > 0 ? 1 : 0;

function print({ name, said: { command, page, shell }, disagree, listed: isListed }: AgreeRow): void {
  const sign = disagree !== null ? '✕' : isListed ? '•' : '✓';
  const time = `${command.timeProven}/${page.time}`;
  console.log(`${sign} ${name}: ${command.verdict} / ${page.verdict} / ${shell?.verdict ?? '–'}, time ${time}`);
  if (disagree !== null) console.log(`    ${disagree}`);
}
