// `npm run long import-pdfs [-- --short]`: 220 real and hostile PDF files from the test suites of PDF viewers (--short: every
// tenth) go through import and bundle as a person would do it. Each must become its pages or a refusal in words, in under
// 30 s; the bundle must be sound for qpdf, and open page by page in poppler and pdf.js; and each page must look like the
// original's page as poppler draws it, so that no blank page passes for content, and keep its black.
import '../fixtures/runner/own-temporary-of-run.ts';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';
import { comparePages, lostBlack } from './compare-pages.ts';
import { openInPdfJs, openInPoppler, checkWithQpdf } from './viewers.ts';

const source = resolve(import.meta.dirname, '../../../shared/data/pdfs');
const longest = 30_000;
/** Mean distance of two pages' greys, 0 to 255, over which they are different pages to the eye. */
const farApart = 6;

if (!existsSync(source)) {
  console.log(`SKIPPED: there is no folder ${source}`);
  process.exit(skippedExit);
}
const names = readdirSync(source).filter((name) => name.endsWith('.pdf'));
const chosen = process.argv.includes('--short') ? names.filter((_, at) => at % 10 === 0) : names;
const folder = freshFolder('fascicle-import-pdfs-');
const faults: string[] = [];

try {
  const caseFile = join(folder, 'papers.fascicle');
  await done(
    'new',
    caseFile,
    '--title',
    'PDF files of others',
    '--applicant',
    'A',
    '--operator',
    'O',
    '--language',
    'en',
  );
  const imported = await done('import', caseFile, ...chosen.map((name) => join(source, name)));
  const items = imported.lines.filter(({ event }) => event === 'item');
  const refusals: string[] = [];
  type Told = Readonly<Record<string, Readonly<{ answer: string; reasons: readonly unknown[] }>>>;
  type Imported = { fileName: string; outcome: string; steps: Step[]; answers: Told };
  for (const { fileName, outcome, steps, answers } of items as unknown as Imported[]) {
    const ms = steps.reduce((sum, step) => sum + step.ms, 0);
    if (ms > longest) faults.push(`${fileName}: took ${ms} ms to import`);
    const reason = steps.find((step) => step.step === 'make-pages')?.reason;
    const refused = answers['picture']?.answer === 'none';
    if (refused) refusals.push(`${fileName}: ${reason ?? 'no reason'}`);
    if (refused && reason === undefined) faults.push(`${fileName}: refused without a reason`);
    const told = Object.values(answers).some(({ answer, reasons }) => answer !== 'whole' && reasons.length > 0);
    if (outcome !== 'complete' && !told) faults.push(`${fileName}: ${outcome} without a reason`);
  }
  if (items.length !== chosen.length) faults.push(`${chosen.length} files, ${items.length} items`);
  console.log(
    `${items.length} files imported: ${items.length - refusals.length} with pages, ${refusals.length} refused`,
  );
  for (const refusal of refusals) console.log(`  ${refusal}`);

  const pdf = join(folder, 'bundle.pdf');
  const { last } = await done('bundle', caseFile, '--out', pdf);
  console.log(`bundle: ${last['pages']} pages, ${last['exhibits']} exhibits`);
  faults.push(...checkWithQpdf(pdf), ...openInPoppler(pdf, Number(last['pages'])), ...(await openInPdfJs(pdf)));

  const compared = await comparePages(pdf, join(folder, 'bundle.manifest.json'), source);
  for (const one of compared) {
    const { file, page, distance, blank, black } = one;
    if (lostBlack(one))
      faults.push(
        `${file} page ${page}: ${black.original} black pixels in the original, ${black.bundle} in the bundle`,
      );
    if (blank) faults.push(`${file} page ${page}: blank in the bundle, not blank in poppler's picture of the original`);
    else if (distance > farApart) console.log(`  differs: ${file} page ${page}, ${distance.toFixed(1)}`);
  }
  const alike = compared.filter(({ distance }) => distance <= farApart).length;
  const withBlack = compared.filter(({ black }) => black.original >= 10);
  console.log(`${compared.length} pages compared with their originals as poppler draws them: ${alike} alike`);
  console.log(
    `${withBlack.length} of them have black, ${withBlack.length - withBlack.filter(lostBlack).length} keep it`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'no fault found' : `${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

type Step = { step: string; ms: number; reason?: string };

/** Runs the command as a person would; a call that fails ends the run. */
async function done(...words: readonly string[]) {
  const run = await fascicle([...words, '--json']);
  if (run.code !== 0) throw new Error(`fascicle ${words[0]} ended with ${run.code}: ${run.stdout}${run.stderr}`);
  return run;
}
