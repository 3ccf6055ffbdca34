// `npm run layout [-- --short] [-- NAME…]`: bundles of forty-five kinds of case, their pages read by poppler and pdf.js: no text
// outside its box, none over another or over a line, nothing that stands alone, no letters below 8 pt. `--keep FOLDER` keeps the PDFs.
// Writes out/layout.md.
import '../fixtures/runner/own-temporary-of-run.ts';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIn } from '../fixtures/build-bundle.ts';
import { undemanding } from '../fixtures/bundle-options.ts';
import { blankShare, faultsOf, letterSizes } from './check-pages.ts';
import { contents, courtsOfRun } from './kinds.ts';
import { makeCase } from './make-case.ts';
import { readLayout } from './read-pages.ts';

const words = process.argv.slice(2);
const short = words.includes('--short');
const keep = words.includes('--keep') ? words[words.indexOf('--keep') + 1] : undefined;
const asked = words.filter((word) => !word.startsWith('--') && word !== keep);

const cases = courtsOfRun.flatMap((court, n) =>
  contents.map((content, m) => ({
    ...court,
    content,
    name: `${content.name}-${court.profile}-${court.language}`,
    inShort: m % courtsOfRun.length === n || (n === 0 && content.full === true),
  })),
);
const chosen = cases.filter(
  ({ name, inShort }) => (!short || inShort) && (asked.length === 0 || asked.some((one) => name.includes(one))),
);
const table: string[] = [];
const sums = { outside: 0, overlap: 0, orphan: 0, small: 0 };
for (const { content, profile, language, name } of chosen) {
  const caseFile = await makeCase(content, language);
  const court = { ...undemanding(profile), resolutionCap: null }; // large pictures are made smaller in another edition
  const { pdf } = await buildIn(caseFile, { profile: court, language, tables: content.full === true });
  caseFile.close();
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    copyFileSync(pdf, join(keep, `${name}.pdf`));
  }
  const pages = await readLayout(pdf);
  const faults = faultsOf(pages, court.margins);
  const count = (is: keyof typeof sums) => faults.filter((one) => one.is === is).length;
  for (const is of ['outside', 'overlap', 'orphan', 'small'] as const) sums[is] += count(is);
  const blank = pages.map((page) => blankShare(page, court.margins));
  const figures = [
    pages.length,
    count('outside'),
    count('overlap'),
    count('orphan'),
    count('small'),
    letterSizes(pages, court.margins).toFixed(1),
    (pages.length / content.pictures.length).toFixed(1),
    `${Math.round((blank.reduce((sum, one) => sum + one, 0) / pages.length) * 100)} %`,
  ];
  table.push(`| ${[name, ...figures].join(' | ')} |`);
  console.log(`${name}: ${figures.join(', ')}`);
  for (const { page, is, what } of faults.slice(0, 12)) console.log(`  ✕ page ${page}, ${is}: ${what.slice(0, 160)}`);
}
const out = resolve(import.meta.dirname, '../../out');
mkdirSync(out, { recursive: true });
const head =
  '| Case | Pages | Outside | Overlaps | Orphans | Below 8 pt | Smallest letters, pt | Pages a picture | Blank |';
writeFileSync(
  join(out, 'layout.md'),
  `# Layout\n\n${head}\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n${table.join('\n')}\n`,
);
console.log(
  `\n${chosen.length} cases: ${sums.outside} texts outside their box, ${sums.overlap} overlaps, ${sums.orphan} orphans, ${sums.small} texts below 8 pt`,
);
process.exitCode = chosen.length > 0 && sums.outside + sums.overlap + sums.orphan + sums.small === 0 ? 0 : 1;
