// `npm run long day [-- N] [-- --short]`: a day of captures, twice: so many addresses (500; `--short`: 24) of the fixture site,
// pages with every habit mixed, through one queue, two at a time. Prints what became of each kind of page in both rounds.
// Fails where an address is left without an item or a refusal, an outcome is not one that its page may have or is not the
// same both times, or a process is left over.
import '../fixtures/runner/own-temporary-of-run.ts';
import { connect } from 'node:net';
import { captureUrl } from '../../electron/capture/capture.ts';
import { runQueue } from '../../electron/capture/queue/run-queue.ts';
import { openSites } from '../../electron/capture/queue/sites.ts';
import { fourAnswers } from '../../shared/case/outcome/four-answers.ts';
import type { ItemRecord } from '../../shared/case/record.ts';
import { itemId } from '../../shared/case/item-id.ts';
import { captureRoom } from '../fixtures/capture-room.ts';
import { context } from '../fixtures/case-room.ts';
import { childrenNamed, peakMegabytes } from '../fixtures/runner/peak-memory.ts';
import { openSite } from '../fixtures/site/site.ts';
import { dayAddresses, dayPages, mayBecome, type DayOutcome } from './addresses.ts';

const asked = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 500);
const count = process.argv.includes('--short') ? 24 : asked;
const order = {
  category: 'other',
  view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
  allowPrivateNetwork: true,
  throughProxy: false,
  operator: null,
} as const;

const site = await openSite();
const addresses = dayAddresses(count, site.port, 20_261_130);
const rounds = [await day(1), await day(2)];
await site.close();
process.exitCode = report() + leftOver() > 0 ? 1 : 0;

/** What became of an address, and codes of what was short. */
type Became = Readonly<{ outcome: DayOutcome; why: string }>;

/** One round. @returns what became of each address, by its url */
async function day(round: number): Promise<ReadonlyMap<string, Became>> {
  // Every name is loopback, and no connection leaves it, whatever a page leads to.
  const { caseFile, services } = captureRoom(undefined, {
    lookup: () => Promise.resolve(['127.0.0.1']),
    connect: (_address, port) => connect({ host: '127.0.0.1', port }),
  });
  const jobs = addresses.map(({ url }) => ({ job: itemId(Date.now(), context.clockAndRandom.random(10)), url }));
  caseFile.logEvent('captures-queued', { jobs, order: { ...order, timeout: 60 } });
  const became = new Map<string, Became>();
  const began = performance.now();
  const seconds = new Map(addresses.map(({ at, url }) => [url, dayPages[at]?.seconds ?? 60]));
  await runQueue({
    caseFile,
    only: null,
    concurrency: 2,
    sites: openSites(null, { onAlone: () => undefined, onShared: () => undefined }),
    capture: (job, signal, onStep) =>
      captureUrl(
        job.url,
        {
          ...job.order,
          timeout: seconds.get(job.url) ?? 60,
          acceptInvalidCertificate: false,
          noSecondPath: true,
          upstream: null,
          job: job.job,
        },
        { ...services, onStep, signal },
      ),
    judge: () => null,
    onJob: () => undefined,
    onItem: ({ record }) => {
      if (record.kind === 'capture')
        became.set(record.url, { outcome: fourAnswers(record).word, why: shortOf(record) });
      if (became.size % 25 === 0) console.log(`  round ${round}: ${became.size} after ${sinceSeconds(began)} s`);
    },
    onRefused: ({ url }, { code }) => became.set(url, { outcome: 'refused', why: code }),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  await services.sandboxes.close();
  caseFile.close();
  console.log(`round ${round}: ${became.size} of ${count} in ${sinceSeconds(began)} s`);
  return became;
}

function shortOf({ steps, warnings }: ItemRecord): string {
  const short = steps.filter(({ outcome }) => outcome !== 'ok');
  return [...short.map(({ step, reason }) => `${step} ${reason?.code ?? ''}`), ...warnings.map(({ code }) => code)]
    .filter((code) => code !== 'private-network-allowed')
    .join(', ');
}

function sinceSeconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

/** @returns how many addresses are wrong */
function report(): number {
  const [first, second] = rounds;
  let wrong = 0;
  console.log('\n| Page | Times | First | Second |\n| --- | --- | --- | --- |');
  for (const [at, page] of dayPages.entries()) {
    const urls = addresses.filter((one) => one.at === at).map(({ url }) => url);
    if (urls.length === 0) continue;
    const words = [first, second].map((round) => urls.map((url) => round?.get(url)));
    const counted = words.map((list) =>
      [...Map.groupBy(list, (one) => one?.outcome ?? 'NOTHING')]
        .map(([word, ones]) => `${word} ${ones.length}`)
        .join(', '),
    );
    console.log(`| ${[page.at, urls.length, ...counted].join(' | ')} |`);
    for (const [n, url] of urls.entries()) {
      const [one, other] = [words[0]?.[n], words[1]?.[n]];
      if (one && one.outcome === other?.outcome && mayBecome(at, one.outcome)) continue;
      wrong += 1;
      const said = [one, other].map((round) => (round ? `${round.outcome} (${round.why})` : 'nothing'));
      console.log(`✕ ${url} ${page.at}: ${said.join(', then ')}; may be ${[page.becomes].flat().join(', ')}`);
    }
  }
  console.log(`\n${count} addresses twice, ${wrong} wrong; peak ${peakMegabytes().toFixed(0)} MB`);
  return wrong;
}

function leftOver(): number {
  const left = ['chrom', 'recorder', '-child'].flatMap(childrenNamed);
  console.log(`${left.length} processes left over`);
  return left.length;
}
