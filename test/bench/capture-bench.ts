// `npm run bench capture [-- --short]`: the whole evidence set against a bare screenshot, on the same pages in one run.
// Prints the ratio, and what the time goes to. Fails above 1.5 times the bare time (median over the pages), or where
// the program takes 200 MB.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { servePages } from './capture-pages.ts';

export type ArmAnswer = Readonly<{
  ms: number;
  steps: readonly Readonly<{ step: string; ms: number }>[];
  megabytes: number;
  /** Of the program itself, without browser and children: user and system, in ms. */
  processor: number;
}>;

const mostTimes = 1.3;
const mostMegabytes = 200;
const short = process.argv.includes('--short');
const rounds = short ? 1 : 3;
const pages = await servePages(short ? 24 : 6);
const arms = { bare: armOf('bare'), evidence: armOf('evidence') };
const names = ['bare', 'evidence'] as const;

try {
  for (const name of names) await arms[name].run(pages.urls[0] ?? ''); // fonts, caches, code
  const all: { url: string; bare: ArmAnswer; evidence: ArmAnswer }[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [at, url] of pages.urls.entries()) {
      // Side by side and in turns: what else the machine does then hits neither arm alone.
      const [first, second] = (round + at) % 2 === 0 ? names : [...names].reverse();
      const answers = {
        [first]: await arms[first].run(url),
        [second]: await arms[second].run(url),
      };
      all.push({ url, bare: answers['bare']!, evidence: answers['evidence']! });
    }
  }
  const ratios = all.map(({ bare, evidence }) => evidence.ms / bare.ms);
  const ratio = median(ratios);
  const megabytes = Math.max(...all.map(({ evidence }) => evidence.megabytes));
  console.log(`${pages.urls.length} pages, ${rounds} round(s)\n`);
  console.log('| Step | bare, ms | evidence, ms |\n| --- | --- | --- |');
  const steps = [
    ...new Set(all.flatMap(({ bare, evidence }) => [...bare.steps, ...evidence.steps].map(({ step }) => step))),
  ];
  for (const step of steps) console.log(`| ${step} | ${of(step, 'bare')} | ${of(step, 'evidence')} |`);
  console.log(`| the rest: opening, storing, closing | ${rest('bare')} | ${rest('evidence')} |`);
  console.log(`| **all** | ${whole('bare')} | ${whole('evidence')} |`);
  console.log(
    `\nratio ${ratio.toFixed(2)} (median over the pages, at most ${mostTimes}); of the medians ${(Number(whole('evidence')) / Number(whole('bare'))).toFixed(2)}`,
  );
  const processor = (arm: 'bare' | 'evidence') => median(all.map((one) => one[arm].processor)).toFixed(0);
  console.log(`processor time of the program: bare ${processor('bare')} ms, evidence ${processor('evidence')} ms`);
  console.log(`peak memory of the program ${megabytes.toFixed(0)} MB (under ${mostMegabytes})`);
  // A short run is a handful of captures on a machine that may be busy: its ratio says little.
  if (!short && (ratio > mostTimes || megabytes >= mostMegabytes)) process.exitCode = 1;

  function of(step: string, arm: 'bare' | 'evidence'): string {
    const times = all.flatMap((one) => one[arm].steps.filter((each) => each.step === step).map(({ ms }) => ms));
    return times.length === 0 ? '–' : median(times).toFixed(0);
  }
  function rest(arm: 'bare' | 'evidence'): string {
    return median(all.map((one) => one[arm].ms - one[arm].steps.reduce((sum, { ms }) => sum + ms, 0))).toFixed(0);
  }
  function whole(arm: 'bare' | 'evidence'): string {
    return median(all.map((one) => one[arm].ms)).toFixed(0);
  }
} finally {
  for (const name of names) arms[name].end();
  await pages.close();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function armOf(name: 'bare' | 'evidence') {
  const child = fork(join(import.meta.dirname, 'capture-arm.ts'), [name], {
    execArgv: ['--max-semi-space-size=4'], // as the program is started
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    run: (url: string) =>
      new Promise<ArmAnswer>((done, fail) => {
        const ended = (code: number | null) => fail(new Error(`the ${name} arm ended with ${String(code)}`));
        child.once('exit', ended);
        child.once('message', (answer) => {
          child.off('exit', ended);
          done(answer as ArmAnswer); // from capture-arm.ts beside this file
        });
        child.send(url);
      }),
    end: () => child.kill(),
  };
}
