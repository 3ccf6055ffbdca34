// `npm run bench tools [-- --short]`: the same screenshots as one PDF, by this program (with catalogue, sheets, hashes and a
// check of the finished file), by img2pdf (Debian) and by plain pdf-lib, side by side in one run. Prints times and ratios.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { freshFolder } from '../fixtures/fascicle.ts';
import { arm, best, seconds, type Measured } from './arms.ts';

const short = process.argv.includes('--short');
const count = short ? 6 : 60;
const folder = freshFolder('fascicle-bench-');
const has = spawnSync('img2pdf', ['--version']).status === 0;
try {
  const made = await arm('make-case', folder, String(count));
  console.log(`${count} screenshots, ${(made.bytes / 1e6).toFixed(0)} MB of PNG`);
  if (!has) console.log('img2pdf is not installed (Debian: apt install img2pdf): SKIPPED');
  const arms: readonly (readonly [string, () => Promise<Measured>])[] = [
    ['fascicle', () => bundle()],
    ...(has ? [['img2pdf', () => arm('tools-arm', folder, 'img2pdf')] as const] : []),
    ['pdf-lib', () => arm('tools-arm', folder, 'pdf-lib')],
  ];
  await arm('floor', folder); // warms the disk's cache for all arms alike
  const all = new Map<string, Measured[]>();
  for (let round = 0; round < (short ? 1 : 3); round++)
    for (const [name, run] of arms) all.set(name, [...(all.get(name) ?? []), await run()]);
  const ours = best(all.get('fascicle') ?? []);
  console.log('| Tool | Times, s | Times ours | Peak, MB | PDF, MB |\n| --- | --- | --- | --- | --- |');
  for (const [name, of] of all) {
    const megabytes = Math.max(...of.map((one) => one.megabytes));
    const size = ((of[0]?.bytes ?? 0) / 1e6).toFixed(0);
    console.log(
      `| ${name} | ${seconds(of)} | ${(best(of) / ours).toFixed(2)} | ${megabytes || 'not measured'} | ${size} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bundle(): Promise<Measured> {
  rmSync(`${folder}/bench.fascicle/bundles`, { recursive: true, force: true });
  return arm('bundle-arm', folder);
}
