// `npm run intake-folder -- FOLDER [FOLDER …]`: a mixed folder of 300 files, taken evenly from the suites in the folders that are
// named and filled up with pictures as phones make them, is imported in one go and bundled as a person would do it. Printed are
// time and the most memory that the program's own process held (its limit is 300 MB); every file must be in the report, and the
// bundle must open in poppler, qpdf, mutool and pdf.js, with as many pages in each. Anything else ends the run with 1.
import '../fixtures/runner/own-temporary-of-run.ts';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { intakeReportSchema, intakeLooks } from '../../shared/contract/parts/intake-report.ts';
import { freshFolder } from '../fixtures/fascicle.ts';
import { peakMegabytes } from '../fixtures/runner/peak-memory.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';

const wanted = { files: 300, ofSuites: 220 } as const;
const mostMegabytes = 300;
const roots = process.argv.slice(2).map((word) => resolve(word));
if (roots.length === 0 || !roots.every(existsSync)) {
  console.log('SKIPPED: give the folders that hold the files: npm run intake-folder -- FOLDER');
  process.exit(skippedExit);
}

const command = resolve(import.meta.dirname, '../../electron/cli/fascicle.cjs');
const faults: string[] = [];

/** Runs the command, and looks at the most memory that its own process held; what its children held is not its own. */
async function measured(...words: readonly string[]) {
  const began = performance.now();
  const child = spawn(process.execPath, [command, ...words, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let megabytes = 0;
  const look = setInterval(() => (megabytes = Math.max(megabytes, peakMegabytes(child.pid))), 50);
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(look);
  const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
  const seconds = (performance.now() - began) / 1_000;
  console.log(`${words[0]}: ended with ${String(code)} after ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB`);
  if (megabytes > mostMegabytes) faults.push(`${words[0]} held ${megabytes.toFixed(0)} MB`);
  return { code, last };
}

/** All files below a folder, by the bytes of their names. */
function allBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((one) =>
      one.isDirectory() ? allBelow(join(folder, one.name)) : one.isFile() ? [join(folder, one.name)] : [],
    )
    .filter((path) => !path.includes('\ufffd') && !/readme/i.test(path))
    .toSorted();
}

async function makeFolder(folder: string): Promise<number> {
  const all = roots.flatMap(allBelow);
  const every = Math.max(1, all.length / wanted.ofSuites);
  const chosen = Array.from(
    { length: Math.min(wanted.ofSuites, all.length) },
    (_, at) => all[Math.floor(at * every)] ?? '',
  );
  for (const [at, path] of chosen.entries()) {
    const kind = join(folder, path.split('/').at(-2) ?? '');
    mkdirSync(kind, { recursive: true });
    copyFileSync(path, join(kind, `${at + 1} ${path.split('/').at(-1) ?? ''}`));
  }
  const phone = join(folder, 'phone');
  mkdirSync(phone, { recursive: true });
  for (let at = chosen.length; at < wanted.files; at += 1) {
    const photo = at % 2 === 0;
    const [width, height] = photo ? [4_000, 3_000] : [1_080, 2_340];
    const noise = { type: 'gaussian', mean: 120 + (at % 60), sigma: photo ? 30 : 4 } as const;
    const picture = sharp({ create: { width, height, channels: 3, background: '#888', noise } });
    await (photo
      ? picture.jpeg({ quality: 85 }).toFile(join(phone, `IMG_${at}.jpg`))
      : picture.png({ compressionLevel: 3 }).toFile(join(phone, `Screenshot_${at}.png`)));
  }
  return wanted.files;
}

/** What poppler says of the PDF files that were handed in, without the numbers in it: of their pages it says it again. */
function saidOfOriginals(folder: string): ReadonlySet<string> {
  const words = allBelow(folder)
    .filter((file) => file.endsWith('.pdf'))
    .flatMap((file) =>
      linesOf(spawnSync('pdftoppm', ['-r', '20', '-gray', file, '/dev/null'], { encoding: 'utf8' }).stderr),
    );
  return new Set(words);
}

const linesOf = (said: string): readonly string[] =>
  said
    .split('\n')
    .map((line) => line.replace(/\d+/g, 'N').trim())
    .filter((line) => line !== '');

async function readBy(pdf: string, pages: number, folder: string): Promise<void> {
  const known = saidOfOriginals(folder);
  const tools: readonly (readonly [string, readonly string[], RegExp | null])[] = [
    ['pdfinfo', [pdf], /^Pages:\s+(\d+)$/m],
    ['qpdf', ['--check', pdf], null],
    ['mutool', ['info', pdf], /^Pages: (\d+)$/m],
    ['pdftoppm', ['-r', '20', '-gray', pdf, join(freshFolder(), 'p')], null],
  ];
  for (const [tool, words, count] of tools) {
    const run = spawnSync(tool, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.error) {
      console.log(`${tool}: SKIPPED, not installed`);
      continue;
    }
    const found = count ? Number(count.exec(run.stdout)?.[1]) : pages;
    const said = linesOf(run.stderr)
      .filter((line) => !known.has(line))
      .join('; ');
    console.log(
      `${tool}: ended with ${String(run.status)}, ${count ? `${found} pages` : said === '' ? 'nothing said' : said.slice(0, 400)}`,
    );
    if (run.status !== 0 || found !== pages || said !== '') faults.push(`${tool} of the bundle: ${said.slice(0, 400)}`);
  }
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise;
  for (let at = 1; at <= document.numPages; at += 1) await (await document.getPage(at)).getOperatorList();
  console.log(`pdf.js: ${document.numPages} pages, each with its drawing orders`);
  if (document.numPages !== pages) faults.push(`pdf.js counts ${document.numPages} pages`);
}

const room = freshFolder('fascicle-intake-folder-');
try {
  const folder = join(room, 'handed-in');
  const count = await makeFolder(folder);
  const caseFolder = join(room, 'mixed.fascicle');
  await measured('new', caseFolder, '--title', 'Mixed', '--applicant', 'A', '--operator', 'O', '--language', 'en');
  const { last } = await measured('import', caseFolder, folder, '--no-dkim');
  const report = intakeReportSchema.parse(last['report']);
  for (const look of intakeLooks) {
    const some = report.filter((one) => one.look === look);
    console.log(`  ${look}: ${some.length}`);
    if (look !== 'whole' && look !== 'kept' && some.some(({ reasons }) => reasons.length === 0))
      faults.push(`${look} without a reason`);
  }
  const told = new Set(report.map(({ file }) => file));
  const untold = allBelow(folder).filter((file) => !told.has(file));
  if (untold.length > 0 || report.length !== count) faults.push(`not in the report: ${untold.join(', ')}`);
  const pdf = join(room, 'bundle.pdf');
  const built = await measured('bundle', caseFolder, '--draft', '--out', pdf);
  if (built.code === 0) await readBy(pdf, Number(built.last['pages']), folder);
  else faults.push('no bundle');
} finally {
  rmSync(room, { recursive: true, force: true });
}
for (const fault of faults) console.log(`FAULT ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
