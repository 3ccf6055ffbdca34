// `npm run long archives [-- --short] [-- NAME…]`: captures the real pages that lie beside the checkout, each served on
// loopback, and has their archives checked four ways: by our own checker (block and payload digests, lengths, ids, one gzip member
// a record, index, package), by warcio's own for JavaScript (`WARCParser` reading every record, its indexer's `warc.gz`
// offsets against our CDXJ), by the rules that wabac.js and ReplayWeb.page open a file by, and, in the long form, by the
// Python warcio where this computer has it. Fails where any of them finds something, or a page gives no archive.
import '../fixtures/runner/own-temporary-of-run.ts';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { captured, captureRoom } from '../fixtures/capture-room.ts';
import { checkWacz } from '../fixtures/oracles/check-warc.ts';
import { byReplayRules, byWarcio } from '../fixtures/oracles/other-checkers.ts';
import { skippedExit } from '../fixtures/runner/skipped.ts';
import { serveSavedPages } from '../fixtures/site/saved-pages.ts';

const folder = resolve(import.meta.dirname, '../../../shared/data/pages');
const short = process.argv.includes('--short');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (!existsSync(folder)) {
  console.log(`no pages at ${folder}: skipped`);
  process.exit(skippedExit);
}
const all = readdirSync(folder).filter((name) => asked.length === 0 || asked.includes(name));
const names = short ? all.filter((_, at) => at % 21 === 0) : all;
const python = short ? null : pythonWarcio();
const scratch = mkdtempSync(join(tmpdir(), 'fascicle-archives-'));
const site = await serveSavedPages(folder, names);

const totals = { pages: 0, records: 0, bytes: 0, wrong: 0 };
try {
  for (const name of names) {
    const found = await checked(name);
    totals.pages += 1;
    if (found.length > 0) totals.wrong += 1;
    console.log(`${found.length === 0 ? 'ok   ' : 'WRONG'} ${name}${found.map((one) => `\n      ${one}`).join('')}`);
  }
} finally {
  await site.close();
  rmSync(scratch, { recursive: true, force: true });
}
console.log(
  `\n${totals.pages} pages, ${totals.records} records, ${Math.round(totals.bytes / 1_048_576)} MB of archives, sealed and ` +
    `disclosure; ${totals.wrong} pages wrong; Python's warcio: ${python === null ? 'not run' : 'run'}`,
);
process.exit(totals.wrong > 0 ? 1 : 0);

/** Captures one page and has both its archives checked. @returns what is wrong */
async function checked(name: string): Promise<string[]> {
  const room = captureRoom();
  try {
    const url = site.urlOf(name);
    const { record, bytes } = await captured(url, { timeout: 180 }, room);
    const found: string[] = [];
    for (const file of ['page.wacz', 'page-disclosure.wacz']) {
      if (!record.artifacts.some((one) => one.name === file)) {
        found.push(
          `${file}: not there, ${JSON.stringify(record.steps.find(({ step }) => step === 'archive')?.reason)}`,
        );
        continue;
      }
      const wacz = Buffer.from(bytes(file));
      const { records, problems, files } = checkWacz(wacz);
      totals.records += records.length;
      totals.bytes += wacz.length;
      const sent = records.find(({ type, uri }) => type === 'response' && uri === url);
      // In the disclosure copy a cookie or token that the page repeats is replaced.
      const asSent = sent?.payload.equals(readFileSync(join(folder, name, 'index.html'))) === true;
      if (!asSent && file === 'page.wacz') problems.push('the page is not as sent');
      const warc = files.get('archive/data.warc.gz') ?? Buffer.alloc(0);
      problems.push(
        ...(await byWarcio(warc, files.get('indexes/index.cdx')?.toString() ?? '', records)),
        ...byReplayRules(wacz, files, url),
      );
      if (python) problems.push(...byPython(python, warc));
      found.push(...problems.map((one) => `${file}: ${one}`));
    }
    return found;
  } catch (error) {
    return [String(error)];
  } finally {
    room.caseFile.close();
  }
}

/** The interpreter that has warcio (Debian: python3-warcio), or null. */
function pythonWarcio(): string | null {
  try {
    execFileSync('python3', ['-c', 'import warcio'], { stdio: 'ignore' });
    return 'python3';
  } catch {
    return null;
  }
}

function byPython(program: string, warc: Buffer): string[] {
  const path = join(scratch, 'data.warc.gz');
  writeFileSync(path, warc);
  try {
    execFileSync(program, ['-m', 'warcio', 'check', path], { stdio: 'pipe' });
    return [];
  } catch (error) {
    return [`warcio check: ${String((error as { stdout?: Buffer }).stdout).slice(0, 500)}`];
  }
}
