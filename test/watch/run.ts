// `npm run long watch [-- --short]`: watches 50 addresses of a site that changes on a script for 20 rounds (short: 4 for
// 3), by the real command. Every change must be found in its round, and none invented. Prints what differs.
import '../fixtures/runner/own-temporary-of-run.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fascicle, freshFolder } from '../fixtures/fascicle.ts';
import { expected, openChangingSite, plots, changingWords, type Plot } from '../fixtures/site/changing.ts';

const short = process.argv.includes('--short');
const rounds = short ? 3 : 20;
const chosen: readonly Plot[] = short ? ['steady', 'edited', 'deleted', 'moved'] : plots;
const addresses = Array.from({ length: short ? 4 : 50 }, (_, n) => {
  const plot = chosen[n % chosen.length] ?? 'steady';
  return { plot, begins: short ? 1 : 1 + (n % (rounds - 4)), n };
});

const site = await openChangingSite();
const folder = join(freshFolder('fascicle-watch-'), 'case.fascicle');
const urlOf = ({ plot, begins, n }: (typeof addresses)[number]) => `${site.origin}/${plot}/${begins}/${n}`;
let wrong = 0;
try {
  await run('new', folder, '--title', '监测');
  const list = addresses.map((one) => ({
    url: urlOf(one),
    expect: { is: 'gone', words: changingWords },
    everyMinutes: 1_440,
    category: 'coverage',
  }));
  const file = join(folder, '..', 'watch.json');
  writeFileSync(file, JSON.stringify(list));
  await run('watch', folder, '--set', file);
  for (let round = 0; round < rounds; round++) {
    site.begin(round);
    const began = performance.now();
    await run(
      'watch-run',
      folder,
      '--all',
      '--concurrency',
      '2',
      '--timeout',
      '60',
      '--allow-private-network',
      '--no-second-path',
    );
    console.log(`round ${round + 1} of ${rounds}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const { last } = await run('watch', folder);
  const found = new Map((last['addresses'] as readonly Address[]).map((one) => [one.url, one]));
  let changes = 0;
  for (const one of addresses) {
    const wanted = changesOf(one);
    changes += wanted.length;
    const address = found.get(urlOf(one));
    const got = address
      ? address.events.map(({ event, state }) => (event === 'edited' ? 'edited' : state))
      : ['no address'];
    if (JSON.stringify(got) === JSON.stringify(wanted) && address?.checks === rounds) continue;
    wrong += 1;
    console.log(
      `WRONG ${urlOf(one)}: ${address?.checks ?? 0} checks, found ${got.join(', ')}; happened ${wanted.join(', ')}`,
    );
  }
  console.log(`${addresses.length} addresses, ${rounds} rounds, ${changes} changes, ${wrong} addresses wrong`);
} finally {
  await site.close();
}
process.exitCode = wrong > 0 ? 1 : 0;

type Address = Readonly<{ url: string; checks: number; events: readonly Readonly<{ event: string; state: string }>[] }>;

/** What happens to an address, in order. */
function changesOf({ plot, begins }: (typeof addresses)[number]): readonly string[] {
  return Array.from({ length: rounds }, (_, round) => {
    const now = expected(plot, begins, round);
    const before = round === 0 ? now : expected(plot, begins, round - 1);
    return now.state !== before.state ? [now.state] : now.edited ? ['edited'] : [];
  }).flat();
}

async function run(...args: string[]) {
  const done = await fascicle([...args, '--json']);
  if (done.code !== 0 && args[0] !== 'watch-run') throw new Error(`${args.join(' ')}: ${done.stdout} ${done.stderr}`);
  return done;
}
