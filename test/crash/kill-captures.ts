import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { broken, lookAfter, newCount } from './after.ts';

const command = resolve(import.meta.dirname, '../../electron/cli/fascicle.ts');

/**
 * Captures real pages, kills the program with SIGKILL at a random moment, and looks at what is left: the case must open,
 * `verify` must pass, and every acknowledged item must be whole. Prints its counts.
 * @returns how many promises were broken
 */
export async function killCaptures(kills: number): Promise<number> {
  const page = `<!doctype html><meta charset="utf-8"><title>一页</title>${'<p>正文 lorem ipsum dolor sit amet</p>'.repeat(150)}`;
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // listening on TCP

  const folder = freshFolder('fascicle-crash-');
  const caseFile = join(folder, 'case.fascicle');
  await fascicle(['new', caseFile, '--title', 'killed often']);

  const acknowledged = new Set<string>();
  // What a run says that nobody kills: kills fall behind any of its lines, however fast the machine is, and into the time
  // before the next one.
  const whole = await captureAndKill(caseFile, url, acknowledged, Infinity, 0);
  const count = { ...newCount(), early: 0 };
  for (let n = 0; n < kills; n++) {
    // Spread evenly over the run with chance inside each part: a short form, too, reaches both pages.
    const after = Math.floor(((n + Math.random()) / kills) * whole.lines);
    const { killed } = await captureAndKill(caseFile, url, acknowledged, after, Math.random() * 600);
    if (!killed) count.early += 1;
    else count.kills += 1;
    lookAfter(caseFile, acknowledged, count);
  }
  server.close();
  console.log(
    `${count.kills} kills (${count.early} runs ended before theirs), ${acknowledged.size} items acknowledged: ` +
      `${count.lost} lost, ${count.damaged} damaged, ${count.unopened} cases that did not open, ${count.wrong} wrong verdicts`,
  );
  rmSync(folder, { recursive: true, force: true });
  return broken(count);
}

/**
 * Captures two pages, one after the other, and kills the program when it has said so many lines and a moment has passed.
 * @param moment in ms
 */
function captureAndKill(
  caseFile: string,
  url: string,
  acknowledged: Set<string>,
  after: number,
  moment: number,
): Promise<{ killed: boolean; lines: number }> {
  return new Promise((done) => {
    const args = ['capture', caseFile, url, `${url}2`, '--allow-private-network', '--concurrency', '1', '--json'];
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    let lines = 0;
    let timer: NodeJS.Timeout | null = null;
    const look = () => {
      if (lines >= after) timer ??= setTimeout(() => child.kill('SIGKILL'), moment);
    };
    look();
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      for (const line of text.split('\n').slice(0, -1)) {
        lines += 1;
        const event = JSON.parse(line) as { event: string; item?: string }; // our own command's line
        if (event.event === 'item' && event.item !== undefined) acknowledged.add(event.item);
      }
      text = text.slice(text.lastIndexOf('\n') + 1);
      look();
    });
    child.on('close', (_code, signal) => {
      if (timer) clearTimeout(timer);
      done({ killed: signal === 'SIGKILL', lines });
    });
  });
}
