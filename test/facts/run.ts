// `npm run long facts [-- --all] [-- NAME…]`: serves real and made pages on loopback, reads from each what it states of its
// publication as a capture does, and holds that against what a person read on it. Prints the table and every page that is
// not right; `--all` prints all candidates too. Fails where more than 1 % of the values are false, or too few are found.
import '../fixtures/runner/own-temporary-of-run.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { firstPages } from './made/first.ts';
import { heldOutPages } from './made/held-out.ts';
import type { Gold } from './made/page.ts';
import { openFactReader } from './reader.ts';
import { tallyOf, judgedOf, limits, type Kind } from './score.ts';

const shared = resolve(import.meta.dirname, '../../../shared/data/pages');
const real = JSON.parse(readFileSync(join(import.meta.dirname, 'gold.json'), 'utf8')) as Record<string, Gold>;
const all = process.argv.includes('--all');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (name: string) => asked.length === 0 || asked.includes(name);

type Group = Readonly<{ name: string; pages: readonly (Gold & Readonly<{ name: string; html: string | Buffer }>)[] }>;
const groups: readonly Group[] = [
  {
    name: 'real pages',
    pages: existsSync(shared)
      ? Object.entries(real).map(([name, gold]) => ({
          ...gold,
          name,
          html: readFileSync(join(shared, name, 'index.html')),
        }))
      : [],
  },
  { name: 'made before the rules', pages: firstPages },
  { name: 'made after them', pages: heldOutPages },
];
if (!existsSync(shared)) console.log(`no pages at ${shared}: the ${Object.keys(real).length} real pages are left out`);

const pages = groups.flatMap((group) => group.pages).filter(({ name }) => wanted(name));
const reader = await openFactReader(new Map(pages.map(({ name, html }) => [name, html])));
let failed = false;
try {
  const judged = new Map<string, ReturnType<typeof judgedOf>>();
  for (const page of pages) {
    const read = await reader.read(page.name);
    const verdict = judgedOf(read.facts, page);
    judged.set(page.name, verdict);
    for (const kind of ['published', 'author'] as const) {
      const { value, is } = verdict[kind];
      if (is === 'false' || is === 'missed' || all)
        console.log(`${is.padEnd(7)} ${kind.padEnd(9)} ${page.name}: ${value ?? '–'} (gold: ${goldOf(page, kind)})`);
    }
    if (all) for (const one of read.candidates) console.log(`          ${JSON.stringify(one)}`);
  }
  console.log(
    '\n| Pages | Fact | gold | has one | right | false | recall |\n| --- | --- | --- | --- | --- | --- | --- |',
  );
  for (const kind of ['published', 'author'] as const) {
    for (const { name, pages: members } of groups) row(name, kind, members);
    const total = row('all', kind, pages);
    failed ||= total.falseShare > limits.false || total.recall < limits.recall[kind];
  }

  function row(name: string, kind: Kind, members: readonly Readonly<{ name: string }>[]) {
    const of = members.flatMap((member) => judged.get(member.name)?.[kind] ?? []);
    const count = tallyOf(of);
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    const { gold, has, right, wrong, falseShare, recall } = count;
    console.log(
      `| ${name} (${of.length}) | ${kind} | ${gold} | ${has} | ${right} | ${wrong} (${percent(falseShare)}) | ${percent(recall)} |`,
    );
    return count;
  }
} finally {
  await reader.close();
}
process.exitCode = failed && asked.length === 0 ? 1 : 0;

function goldOf(page: Gold, kind: Kind): string {
  return kind === 'published' ? (page.published ?? 'none') : (page.authors?.join(', ') ?? 'none');
}
