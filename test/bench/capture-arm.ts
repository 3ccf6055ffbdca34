// One arm of the capture benchmark, in a process of its own: addresses come in one by one, times go out.
// `evidence` is the real capture. `bare` starts the same browser, goes through the same gateway, settles by the same
// rules, and takes one full-page screenshot.
import { checkUrl } from '../../electron/capture/page/check-url.ts';
import { TimeBudget } from '../../electron/capture/time-budget.ts';
import { startBrowser, type BrowserHere } from '../../electron/capture/browser/browser.ts';
import { firstPage } from '../../electron/capture/page/first-page.ts';
import { deviceNetwork } from '../../electron/capture/gateway/network.ts';
import { Gateway } from '../../electron/capture/gateway/gateway.ts';
import { Ledger } from '../../electron/capture/ledger.ts';
import { loadPage } from '../../electron/capture/page/load.ts';
import { Recorder } from '../../electron/capture/recorder/recorder.ts';
import { openPage } from '../../electron/capture/page/page.ts';
import { comeToRest } from '../../electron/capture/page/come-to-rest.ts';
import { captured, captureRoom } from '../fixtures/capture-room.ts';
import { peakMegabytes } from '../fixtures/runner/peak-memory.ts';
import type { ArmAnswer } from './capture-bench.ts';

const arms = { evidence, bare } as const;
const arm = arms[process.argv[2] === 'bare' ? 'bare' : 'evidence'];
const room = captureRoom();
const here: BrowserHere = { packaged: null, sandboxWorks: null };

process.on('disconnect', () => process.exit(0)); // nobody asks any more
process.on('message', (url) => {
  const began = performance.now();
  const before = process.cpuUsage();
  void arm(String(url)).then(
    (steps) => {
      const { user, system } = process.cpuUsage(before);
      const answer: ArmAnswer = {
        processor: (user + system) / 1_000,
        ms: performance.now() - began,
        steps,
        megabytes: peakMegabytes(),
      };
      process.send?.(answer);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function evidence(url: string): Promise<ArmAnswer['steps']> {
  const { record } = await captured(url, {}, room);
  return record.steps.map(({ step, ms }) => ({ step, ms }));
}

async function bare(url: string): Promise<ArmAnswer['steps']> {
  const signal = new AbortController().signal;
  const target = checkUrl(url);
  const timeBudget = new TimeBudget(60);
  const ledger = new Ledger(() => undefined);
  const gateway = await Gateway.open({ allowPrivateNetwork: true, upstream: null, network: deviceNetwork });
  const began = performance.now();
  // Without its recorder nobody would know when the network is quiet; it is never asked for an archive.
  const recorder = new Recorder(room.services.spawnChild, room.caseFile.scratch());
  const chromium = await startBrowser({ gatewayPort: gateway.port, width: 1280, height: 900, signal }, here);
  ledger.note('browser', performance.now() - began);
  await recorder.open(chromium.pipe, { acceptInvalidCertificate: false, userAgent: null }, timeBudget);
  try {
    const view = { device: 'desktop', width: 1280, height: 900, scale: 1 } as const;
    const { page } = await firstPage(chromium.browser, view, false);
    const { session } = await openPage(chromium.browser, page, view, ledger, timeBudget, signal);
    const { main } = recorder;
    const stuck = () => Promise.resolve();
    await loadPage(page, target, main, gateway, ledger, timeBudget, stuck);
    await comeToRest({ page, session, main, ledger, timeBudget, stuck });
    await ledger.run('picture', () => page.screenshot({ fullPage: true }));
  } finally {
    recorder.end('the measurement is over');
    await chromium.close();
    await gateway.close();
  }
  return ledger.steps.map(({ step, ms }) => ({ step, ms }));
}
