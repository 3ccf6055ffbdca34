import { getServers } from 'node:dns';
import { readFileSync } from 'node:fs';
import { homedir, hostname, networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Artifact } from '../../../shared/case/record.ts';
import { exportDigests } from '../../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../../electron/seal/packages/export-package.ts';
import { verifyPackage } from '../../../electron/verify/verify-package.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { captured, type Captured } from '../../fixtures/capture-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { findSecrets } from '../../fixtures/oracles/find-secret.ts';
import { secretSite, secretStart, siteSecrets, type SecretSite } from '../../fixtures/site/secret-site.ts';

let site: SecretSite;
let done: Captured;
beforeAll(async () => {
  site = await secretSite();
  done = await captured(`${site.origin}${secretStart}`);
});
afterAll(() => {
  done.caseFile.close();
  site.close();
});

const tells = (name: string, bytes: Uint8Array) => findSecrets(name, Buffer.from(bytes), siteSecrets);
/** What of this computer is nobody's business: its name, its addresses, and where things are on it. */
const own = (): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.values(networkInterfaces())
      .flatMap((some) => some ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address }, at) => [`interface ${at}`, address]),
  ),
  ...Object.fromEntries(
    getServers()
      .filter((server) => !server.startsWith('127.'))
      .map((server, at) => [`name server ${at}`, server]),
  ),
  ...(hostname().length > 5 && { hostname: hostname() }), // a shorter one is in a picture by chance
  node: process.execPath,
  ...(homedir().length > 5 && { home: homedir() }),
  temporary: `${tmpdir()}/`,
  folder: process.cwd(),
});
const named = (name: string): Artifact | undefined => done.record.artifacts.find((one) => one.name === name);
const textOf = (name: string): string => Buffer.from(done.bytes(name)).toString('utf8');

test('the sealed archive has every secret of the site: the search that finds none elsewhere finds them there', () => {
  const found = tells('page.wacz', done.bytes('page.wacz')).map((line) => line.split(':')[0]);
  expect([...new Set(found)].sort()).toEqual(Object.keys(siteSecrets).sort());
});

test('a record says no address with a token; the whole ones are sealed beside it', () => {
  expect(done.record.finalUrl).toMatch(
    /sso_ticket=REPLACED-[0-9a-f]{12}&token=REPLACED-[0-9a-f]{12}&k=REPLACED-[0-9a-f]{12}$/,
  );
  const { finalUrl } = JSON.parse(textOf('addresses.json')) as { finalUrl: string };
  expect(finalUrl).toContain(`k=${siteSecrets.addressUnnamed}`);
});

test.each([
  ['source.bin', 'source-disclosure.bin'],
  ['dom.html', 'dom-disclosure.html'],
  ['page.mhtml', 'page-disclosure.mhtml'],
  ['page-facts.json', 'page-facts-disclosure.json'],
])('%s stays whole and sealed; its copy names it, and is the same but for the credentials', (name, copy) => {
  expect(named(name)?.credentials).toBe(true);
  expect(named(copy)).toMatchObject({ role: 'disclosure', copyOf: named(name)?.sha256 });
  expect(tells(name, done.bytes(name))).not.toEqual([]);
  expect(tells(copy, done.bytes(copy))).toEqual([]);
  const unbroken = (text: string) => text.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  const secretOrMark = new RegExp(
    [...Object.values(siteSecrets)].map((one) => one.replaceAll('.', '\\.')).join('|') + '|REPLACED(-[0-9a-f]{12})?',
    'g',
  );
  expect(unbroken(textOf(copy)).replace(secretOrMark, '*')).toBe(unbroken(textOf(name)).replace(secretOrMark, '*'));
});

test('the whole record of the computer is sealed; the one that is handed over says what was left out of it', () => {
  const whole = findSecrets('', Buffer.from(done.bytes('environment-sealed.json')), own());
  expect(whole).toEqual(expect.arrayContaining(['node: ', 'temporary: ']));
  expect(named('environment.json')).toMatchObject({ copyOf: named('environment-sealed.json')?.sha256, replaced: 9 });
  const { checks } = JSON.parse(textOf('environment.json')) as { checks: { check: string; disclosed: string }[] };
  expect(checks.filter(({ disclosed }) => disclosed === 'reduced').map(({ check }) => check)).toHaveLength(9);
  expect(textOf('environment.json')).toContain('--no-first-run');
});

test('words of a hidden part are kept without what lets somebody in, and whole under seal', () => {
  expect(named('text-positions.json')?.copyOf).toBe(named('text-positions-sealed.json')?.sha256);
  expect(named('text-positions-sealed.json')?.role).toBe('sealed-original');
  expect(textOf('text-positions.json')).toContain('公司已进入清算程序');
});

test('no carrier that is handed over repeats what lets somebody in; the package verifies', async () => {
  const { caseFile } = done;
  const { pdf } = await buildIn(caseFile);
  const out = join(freshFolder(), 'p.zip');
  const signal = new AbortController().signal;
  const page = new Uint8Array([1]);
  const { withheld } = await exportPackage(
    caseFile,
    out,
    { edition: 'filing', passphrase: null },
    { program: 'fascicle 0.0.0', page, signal, onFile: () => undefined, ask: null },
  );
  expect(withheld.map(({ name }) => name)).toEqual(expect.arrayContaining(['source.bin', 'dom.html', 'page.mhtml']));
  expect(tells('p.zip', readFileSync(out))).toEqual([]);
  expect(tells('bundle.pdf', readFileSync(pdf))).toEqual([]);
  for (const path of [out, pdf]) expect(findSecrets(path, readFileSync(path), own())).toEqual([]);
  const report = await verifyPackage(out, 'en', []);
  expect(report.checks.filter(({ verdict }) => verdict === 'FAILED')).toEqual([]);

  const packed = unzipSync(readFileSync(out));
  const told = Buffer.from(packed['DISCLOSURE.txt'] ?? []).toString('utf8');
  const [, whole = '', reduced = '', kept = ''] = told.split(/^ {2}\S.* · .*$/m);
  const namesIn = (part: string) => [...part.matchAll(/^ {4}(\S+)/gm)].map(([, name]) => name);
  const inside = Object.keys(packed).flatMap((path) => /^data\/items\/[^/]+\/(?:files\/)?(.+)$/.exec(path)?.[1] ?? []);
  expect([...namesIn(whole), ...namesIn(reduced)].sort()).toEqual(inside.sort());
  const stayed = done.record.artifacts.filter(({ name }) => !inside.includes(name));
  expect(namesIn(kept)).toEqual(stayed.map(({ name }) => name));
  for (const { sha256 } of stayed) expect(kept).toContain(sha256);
  // In one language, and below it in the other.
  const whyKept = (name: string) => new RegExp(`^ {4}${name} .*\n( +.*\n +.*)$`, 'm').exec(kept)?.[1]?.trim();
  expect(whyKept('environment-sealed.json')).toMatch(/^载有取证计算机的名称.*\n.*names, paths, network addresses/);
  expect(whyKept('page.wacz')).toMatch(/^通信原文.*\n.*raw traffic/);
  expect(namesIn(reduced)).toEqual(expect.arrayContaining(['environment.json', 'dom-disclosure.html']));

  const { archives, list } = await exportDigests(caseFile, freshFolder(), { signal, onEvent: () => undefined });
  expect(archives).toHaveLength(1);
  for (const { path } of [...archives, list]) expect(tells(path, readFileSync(path))).toEqual([]);
});
