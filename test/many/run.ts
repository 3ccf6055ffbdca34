// `npm run long many [-- N]`: so many small pages (1,000; `--short`: 6) through one queue, two at a time, and what the program's
// memory does meanwhile. Each page has a name of its own that resolves to loopback, so that politeness to one site, a second
// between two pages, is not what is measured. Fails where memory grows by more than 50 kB a page once it is warm: 1,000
// pages would then cost 50 MB; and where a page is not an item, or a process is left over.
import '../fixtures/runner/own-temporary-of-run.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { captureUrl } from '../../electron/capture/capture.ts';
import { deviceNetwork } from '../../electron/capture/gateway/network.ts';
import { runQueue } from '../../electron/capture/queue/run-queue.ts';
import { openSites } from '../../electron/capture/queue/sites.ts';
import type { ItemRecord } from '../../shared/case/record.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { captureRoom } from '../fixtures/capture-room.ts';
import { context } from '../fixtures/case-room.ts';
import { childrenNamed, peakMegabytes } from '../fixtures/runner/peak-memory.ts';

const asked = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 1_000);
const count = process.argv.includes('--short') ? 6 : asked;
/** Pages until caches and pools are as large as they get: measured, it rose by 5 MB up to the 40th and by 0.7 MB from there to the 80th. */
const warm = Math.min(40, Math.floor(count / 2));
const most = 50; // kB a page
const every = count > 200 ? 50 : 10;

const server = createServer((request, response) => {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${request.url}</title></head><body><h1>第 ${request.url} 页</h1><p>一段文字。</p></body></html>`,
    );
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;

const { caseFile, services } = captureRoom(undefined, {
  ...deviceNetwork,
  lookup: () => Promise.resolve(['127.0.0.1']),
});
const view = { device: 'desktop', width: 1280, height: 900, scale: 1 } as const;
const order = {
  category: 'other',
  view,
  timeout: 60,
  allowPrivateNetwork: true,
  throughProxy: false,
  operator: null,
} as const;
const jobs = Array.from({ length: count }, (_, at) => ({
  job: itemId(Date.now(), context.clockAndRandom.random(10)),
  url: `http://page-${at}.example:${port}/${at}`,
}));
caseFile.logEvent('captures-queued', { jobs, order });

const seen: [pages: number, megabytes: number][] = [];
const began = performance.now();
const resident = () => {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1_048_576;
};
console.log(`${count} pages, two at a time; memory of the program (resident, MB):`);
const done = await runQueue({
  caseFile,
  only: null,
  concurrency: 2,
  sites: openSites(null, { onAlone: () => undefined, onShared: () => undefined }),
  capture: (job, signal, onStep) =>
    captureUrl(
      job.url,
      { ...job.order, acceptInvalidCertificate: false, noSecondPath: true, upstream: null, job: job.job },
      { ...services, onStep, signal },
    ),
  judge: () => null,
  onJob: () => undefined,
  onItem: ({ record }) => {
    if (record.outcome !== 'complete') console.log(`  ${record.outcome}: ${shortOf(record)}`);
    const pages = seen.length + 1;
    seen.push([pages, resident()]);
    if (pages % every === 0 || pages === count)
      console.log(
        `  ${String(pages).padStart(5)}  ${seen.at(-1)?.[1].toFixed(1)}  after ${Math.round((performance.now() - began) / 1000)} s`,
      );
  },
  onRefused: () => undefined,
  onProgress: () => undefined,
  signal: new AbortController().signal,
});
await services.sandboxes.close();
const slope = slopeOf(seen.slice(warm)) * 1024;
const left = childrenNamed('chrom').length + childrenNamed('recorder').length;
console.log(
  `${done.complete} complete of ${done.items}; slope after the first ${warm}: ${slope.toFixed(1)} kB a page; peak ${peakMegabytes().toFixed(0)} MB; ${left} processes left over; ${((performance.now() - began) / count / 1000).toFixed(1)} s a page`,
);
caseFile.close();
server.close();
server.closeAllConnections();
if (done.complete !== count || left > 0) process.exitCode = 1;
// Six pages say nothing of a slope.
if (count >= 60 && slope > most) process.exitCode = 1;

/** What went short, step by step. */
function shortOf({ item, steps, warnings }: ItemRecord): string {
  const short = steps.filter(({ outcome }) => outcome !== 'ok');
  return `${item} ${JSON.stringify({ steps: short, warnings })}`;
}

/** Least squares: megabytes a page. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return over === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / over;
}
