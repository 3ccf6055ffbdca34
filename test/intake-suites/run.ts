// `npm run intake-suites -- FOLDER [FOLDER …]` (or INTAKE_SUITES=FOLDER:FOLDER): files of other projects and of other people,
// a kind in each folder below (pdfs, mails, msg, ofd, png, …), go through import and bundle as a person would do it. Printed is a
// table: what has pages, what was refused, what is a sheet, where the second renderer differs and whether that is said, what
// lost its black; and of mails what differs from Python's `email`, by cause. What nothing explains ends the run with 1.
import '../fixtures/runner/own-temporary-of-run.ts';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join, relative, resolve } from 'node:path';
import { openCaseToRead } from '../../electron/casefile/open-case.ts';
import type { ImportRecord } from '../../shared/case/record.ts';
import { pageTextSchema } from '../../shared/page/page-text.ts';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';
import { comparePages, lostBlack } from '../import-pdfs/compare-pages.ts';
import { askPython, compareMail, type TakenMail } from './compare-mails.ts';

const short = process.argv.includes('--short');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const roots = (asked.length > 0 ? asked : (process.env['INTAKE_SUITES'] ?? '').split(delimiter))
  .filter((one) => one !== '')
  .map((one) => resolve(one));
if (roots.length === 0 || !roots.every(existsSync)) {
  console.log('SKIPPED: give the folders that hold the suites: npm run intake-suites -- FOLDER');
  process.exit(skippedExit);
}

/** Mean distance of two pages' greys, 0 to 255, over which they are different pages to the eye. */
const farApart = 6;
const unexplained: string[] = [];
const header = [
  'suite',
  'files',
  'pages',
  'refused',
  'sheet',
  'drawn',
  'differ, said',
  'differ, not said',
  'lost black',
];
const rows: (readonly (string | number)[])[] = [];

/** Folders with files right in them: each is a suite. */
function suitesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const below = entries.filter((one) => one.isDirectory()).flatMap(({ name }) => suitesBelow(join(folder, name)));
  return entries.some((one) => one.isFile() && !/^readme/i.test(one.name)) ? [folder, ...below] : below;
}

for (const root of roots)
  for (const suite of suitesBelow(root)) {
    const name = relative(root, suite) || suite;
    const all = readdirSync(suite, { withFileTypes: true }).filter((one) => one.isFile() && !/^readme/i.test(one.name));
    const files = all.map((one) => one.name).filter((_, at) => !short || at % 10 === 0);
    await measured(name, suite, files);
  }
const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => String(row[at]).length)));
for (const row of [header, ...rows])
  console.log(row.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join('  '));
for (const one of unexplained) console.log(`UNEXPLAINED ${one}`);
console.log(`${unexplained.length} unexplained`);
process.exitCode = unexplained.length === 0 ? 0 : 1;

async function measured(name: string, suite: string, files: readonly string[]): Promise<void> {
  const folder = freshFolder('fascicle-intake-suites-');
  try {
    const caseFolder = join(folder, 'suite.fascicle');
    await done('new', caseFolder, '--title', name, '--applicant', 'A', '--operator', 'O', '--language', 'en');
    const imported = await fascicle([
      'import',
      caseFolder,
      '--no-dkim',
      ...files.map((one) => join(suite, one)),
      '--json',
    ]);
    const untaken = imported.lines.filter(({ event }) => event === 'error');
    for (const { code, subject } of untaken) console.log(`${name}: not imported, ${String(code)}: ${String(subject)}`);
    const caseFile = openCaseToRead(caseFolder);
    const taken: TakenMail[] = [];
    try {
      for (const { record } of caseFile.items()) {
        if (record.kind !== 'import') continue;
        const own = record.artifacts.find(({ role, name: file }) => role === 'page-text' && file === 'page-text.json');
        const read = (sha256: string) => JSON.parse(new TextDecoder().decode(caseFile.readObject(sha256))) as unknown;
        const lines = new Map(
          record.artifacts
            .filter(({ role }) => role === 'attachment')
            .map(({ sha256 }) => {
              const bytes = Buffer.from(caseFile.readObject(sha256)).toString('latin1').replaceAll('\r', '');
              return [sha256, { lines: sha256Of(bytes), both: sha256Of(bytes.replaceAll('\n', '')) }];
            }),
        );
        taken.push({
          lines: (sha256, without) => lines.get(sha256)?.[without ?? 'lines'] ?? '',
          file: record.fileName,
          record,
          text: own ? pageTextSchema.parse(read(own.sha256)) : null,
        });
      }
    } finally {
      caseFile.close();
    }
    if (taken.length + untaken.length !== files.length)
      unexplained.push(`${name}: ${files.length} files, ${taken.length} items`);
    for (const { file, record } of taken)
      if (record.outcome !== 'complete' && record.warnings.length === 0 && record.steps.every(({ reason }) => !reason))
        unexplained.push(`${name}/${file}: ${record.outcome} without a reason`);
    const looks = await looksOf(name, suite, folder, caseFolder, taken);
    const count = (holds: (record: ImportRecord) => boolean) => taken.filter(({ record }) => holds(record)).length;
    const isSheet = ({ pages }: ImportRecord) =>
      pages.as === 'none' && ['pages-later', 'file-empty'].includes(pages.reason.code);
    rows.push([
      name,
      taken.length,
      count(({ pages }) => pages.as !== 'none'),
      count((record) => record.pages.as === 'none' && !isSheet(record)) + untaken.length,
      count(isSheet),
      count(({ artifacts }) => artifacts.some(({ role }) => role === 'drawn-tile')),
      ...looks,
    ]);
    mails(name, suite, taken);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pages of PDF files against poppler's: how many differ and it is said, or is not, and how many lost their black. */
async function looksOf(
  name: string,
  suite: string,
  folder: string,
  caseFolder: string,
  taken: readonly TakenMail[],
): Promise<readonly [number, number, number]> {
  if (!taken.some(({ record }) => record.pages.as === 'document')) return [0, 0, 0];
  const pdf = join(folder, 'bundle.pdf');
  // The mark of a draft lies on the pages that are compared: only where nothing else can be had.
  const plain = await fascicle(['bundle', caseFolder, '--out', pdf, '--json']);
  if (plain.code !== 0) {
    console.log(`${name}: compared as a draft, whose mark lies on its pages (${String(plain.last['code'])})`);
    await done('bundle', caseFolder, '--draft', '--out', pdf);
  }
  const said = new Set(
    taken.flatMap(({ file, record }) => (record.warnings.some(({ code }) => code.startsWith('pdf-')) ? [file] : [])),
  );
  const compared = await comparePages(pdf, join(folder, 'bundle.manifest.json'), suite);
  const far = compared.filter(({ distance, blank }) => blank || distance > farApart);
  const black = compared.filter((one) => one.page === 1 && lostBlack(one));
  const silent = far.filter(({ file }) => !said.has(file));
  for (const { file, page, distance } of silent)
    unexplained.push(`${name}/${file} page ${page}: ${distance.toFixed(1)} from poppler's, and nothing is said`);
  for (const { file } of black) if (!said.has(file)) unexplained.push(`${name}/${file}: page 1 lost its black`);
  return [far.length - silent.length, silent.length, black.length];
}

/** Mails against Python's `email`. */
function mails(name: string, suite: string, taken: readonly TakenMail[]): void {
  const own = taken.filter(({ file }) => /\.(?:eml|emlx)$/i.test(file));
  if (own.length === 0) return;
  const lines = askPython(own.map(({ file }) => join(suite, file)));
  if (!lines) {
    console.log(`${name}: SKIPPED, there is no python3`);
    return;
  }
  const found = own.flatMap((mail) => {
    const line = lines.get(join(suite, mail.file));
    return line ? compareMail(mail, line) : [];
  });
  const differing = new Set(found.map(({ file }) => file));
  console.log(
    `${name}: ${own.length} mails, ${own.length - differing.size} as Python's email reads them in every field`,
  );
  for (const [cause, some] of Map.groupBy(found, ({ what, cause: why }) => `${what}: ${why ?? 'UNEXPLAINED'}`))
    console.log(`  ${some.length} × ${cause}`);
  for (const { file, what, cause, ours, theirs } of found)
    if (cause === null)
      unexplained.push(`${name}/${file} ${what}: ours ${JSON.stringify(ours)}, Python's ${JSON.stringify(theirs)}`);
}

/** Runs the command as a person would; a call that fails ends the run. */
async function done(...words: readonly string[]) {
  const run = await fascicle([...words, '--json']);
  if (run.code !== 0)
    throw new Error(`fascicle ${words[0]} ended with ${run.code}: ${run.stdout.slice(-600)}${run.stderr.slice(-600)}`);
  return run;
}

function sha256Of(latin1: string): string {
  return createHash('sha256').update(latin1, 'latin1').digest('hex');
}
