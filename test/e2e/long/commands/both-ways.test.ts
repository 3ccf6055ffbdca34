import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../../electron/cli/commands/all.ts';
import { buildProgramWhereOld } from '../../../../electron/setup/build.mjs';
import { fascicle, freshFolder } from '../../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../../..');
const files = join(root, 'resources/demo/files');
const mail =
  'From: a@example.com\r\nSubject: =?utf-8?B?6YCa55+l?=\r\nDate: Mon, 02 Mar 2026 10:00:00 +0800\r\n\r\nReceived.\r\n';

beforeAll(() => buildProgramWhereOld(root), 120_000);

test('each command is loaded by the name that it has', async () => {
  const loaded = await Promise.all(Object.entries(commands).map(async ([key, load]) => [key, (await load()).name]));
  expect(loaded.filter(([key, name]) => key !== name)).toEqual([]);
});

/** The two forms of the program, each with what it says of itself. */
const ways = [
  ['as it was built', 'built', 'as built'],
  ['from its sources', 'sources', 'from its sources'],
] as const;
const runIn = (folder: string, way: string) => {
  const env = { FASCICLE_CACHE: join(folder, 'cache'), FASCICLE_RUN: way };
  return (...args: string[]) => fascicle(args, { folder, env });
};

describe.each(ways)('the program %s', (_name, way, says) => {
  const folder = freshFolder();
  const run = runIn(folder, way);

  test('says which of the two it is', async () => {
    const { last } = await run('doctor', '--json');
    const findings = last['findings'] as readonly { subject: string; detail: string }[];
    expect(findings.find(({ subject }) => subject === 'program')?.detail).toBe(says);
  });

  test('says its version and helps, with one command and with all', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, stdout: '0.1.0\n' });
    expect((await run('list', '--help')).stdout).toContain('Usage: fascicle list [options] <case>');
    const { stdout } = await run('--help');
    expect(Object.keys(commands).filter((name) => !stdout.includes(`\n  ${name} `))).toEqual([]);
  });

  test('says what is wrong with a call', async () => {
    expect((await run('lisst', 'x')).stderr).toContain('there is no command');
    expect((await run('list')).stderr).toContain('the argument “case');
    expect((await run('list', 'x', '--nothing')).code).toBe(2);
  });
});

test('both read the same files alike, and build the same bundle byte for byte', { timeout: 180_000 }, async () => {
  const folder = freshFolder();
  const made = runIn(folder, 'built');
  writeFileSync(join(folder, 'notice.eml'), mail);
  const named = ['qinghe-registry-extract.pdf', 'mmexport1557100800000.jpg', 'ruling-demo.txt'];
  for (const name of named) cpSync(join(files, name), join(folder, name));
  expect((await made('new', 'a.fascicle', '--title', 'T', '--applicant', 'A', '--operator', 'W')).code).toBe(0);
  const taken = await made('import', 'a.fascicle', 'notice.eml', ...named, '--no-dkim', '--json');
  expect(taken).toMatchObject({ code: 0, last: { items: 4, refused: 0 } });
  const { items } = (await made('list', 'a.fascicle', '--json')).last as { items: readonly { item: string }[] };
  const exhibits = items.map(({ item }) => ({ item, group: 'A', title: 'T', source: 'S', purpose: 'P' }));
  writeFileSync(join(folder, 'exhibits.json'), JSON.stringify(exhibits));
  const arranged = await made('exhibits', 'a.fascicle', '--set', 'exhibits.json');
  expect(arranged).toMatchObject({ code: 0, stderr: '' });

  const results = await Promise.all(
    ways.map(async ([, way]) => {
      const scratch = freshFolder();
      cpSync(join(folder, 'a.fascicle'), join(scratch, 'a.fascicle'), { recursive: true });
      const run = runIn(scratch, way);
      const listed = (await run('list', 'a.fascicle', '--json')).stdout;
      const bundle = await run('bundle', 'a.fascicle', '--draft', '--lists', '--out', 'b.pdf', '--json');
      const verified = await run('verify', 'a.fascicle', '--json');
      const { sha256, pages, others } = bundle.last;
      return { listed, sha256, pages, others: others as unknown, code: verified.code, stderr: verified.stderr };
    }),
  );
  expect(results[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(results[0]?.code).toBe(0);
  expect(results[1]).toEqual(results[0]);
});
