// `npm run long hostile [-- --short] [-- NAME…]`: captures pages that mean harm, one after the other, each in a process of
// its own. Prints a table of outcomes and times. Fails where an outcome is not honest, a page takes longer than it was
// given (and the time to store), a process is left over, a plain page captured afterwards is not complete, or the
// program took more than 200 MB.
import '../fixtures/runner/own-temporary-of-run.ts';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepCompiled } from '../../electron/setup/compile-cache.mjs';
import { hostilePages, openHostileSite, type HostilePage } from '../fixtures/site/hostile.ts';

keepCompiled(); // as the program does, for its children too
const short = process.argv.includes('--short');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = hostilePages.filter((page) => (names.length > 0 ? names.includes(page.name) : !short || page.short));
const toStore = 15; // seconds
const mostMegabytes = 200;

type Said = { outcome: string; why: string[]; ms: number; megabytes: number };
const site = await openHostileSite();
let wrong = 0;
console.log('| Page | What it does | Outcome | Time | Peak memory | Why |');
console.log('| --- | --- | --- | --- | --- | --- |');
try {
  for (const page of chosen) {
    const { said, left } = await capture(page);
    const faults = [
      ...(said ? [] : ['THE PROGRAM DIED OR HUNG']),
      ...(said && !page.honest.some((outcome) => outcome === said.outcome) ? [`NOT HONEST: ${said.outcome}`] : []),
      ...(said && said.ms > (page.timeout + toStore) * 1000 ? ['TOO LATE'] : []),
      ...(said && said.megabytes > mostMegabytes ? ['TOO MUCH MEMORY'] : []),
      ...(left.length > 0 ? [`LEFT OVER: ${left.join(', ')}`] : []),
    ];
    wrong += faults.length > 0 ? 1 : 0;
    const cells = said
      ? [
          said.outcome,
          `${(said.ms / 1000).toFixed(1)} s`,
          `${said.megabytes.toFixed(0)} MB`,
          [...faults, ...new Set(said.why)].join(', '),
        ]
      : ['–', '–', '–', faults.join(', ')];
    console.log(`| ${[page.name, page.about, ...cells].join(' | ')} |`);
  }
  const plain = await capture({ name: 'plain', about: '', at: '/plain', honest: ['complete'], timeout: 30 });
  if (plain.said?.outcome !== 'complete') wrong += 1;
  console.log(
    `\na plain page afterwards: ${plain.said?.outcome ?? 'nothing'} in ${((plain.said?.ms ?? 0) / 1000).toFixed(1)} s`,
  );
  console.log(`${chosen.length} hostile pages, ${wrong} wrong`);
} finally {
  await site.close();
}
process.exitCode = wrong > 0 ? 1 : 0;

function capture({ at, timeout }: HostilePage): Promise<{ said: Said | null; left: string[] }> {
  return new Promise((done) => {
    const url = at.startsWith('/') ? `http://hostile.test${at}` : at;
    const args = [join(import.meta.dirname, 'one.ts'), url, String(timeout), JSON.stringify(site.ports)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    const late = setTimeout(() => child.kill('SIGKILL'), (timeout + 2 * toStore + 20) * 1000);
    child.on('close', () => {
      clearTimeout(late);
      const line = text.split('\n').find((one) => one.startsWith('{'));
      done({ said: line === undefined ? null : (JSON.parse(line) as Said), left: leftOver(child.pid ?? 0) });
    });
  });
}

/** Processes that a capture by this process started and that are still there: their profile folder names it. */
function leftOver(pid: number): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`fascicle-browser-${pid}-`);
    } catch {
      return false; // it ended while it was looked at
    }
  });
}
