import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchElectron, withoutElectron, type Missing } from '../../../electron/shells/fetch-electron.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

/**
 * The package's own `install.js`, its own download code and its own check of sums, against a download server on loopback.
 * Only the archive is ours: a program of one line, with its sum in the package's list.
 */
const modules = resolve(import.meta.dirname, '../../../node_modules');
const archive = Buffer.from(
  zipSync({
    electron: [Buffer.from('#!/bin/sh\necho opened\n'), { os: 3, attrs: 0o755 << 16 }],
    version: Buffer.from(''),
  }),
);

type Habit = 'serves' | 'refuses' | 'hangs' | 'stops-half-way' | 'other-bytes';
let habit: Habit = 'serves';
let server: Server;
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
beforeEach(() => (asked = []));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function answer(response: ServerResponse): void {
  if (habit === 'refuses') response.writeHead(403).end('no');
  if (habit === 'serves') response.writeHead(200, { 'content-length': archive.length }).end(archive);
  if (habit === 'other-bytes') response.writeHead(200).end(Buffer.concat([archive, Buffer.from('!')]));
  if (habit === 'stops-half-way')
    response.writeHead(200, { 'content-length': archive.length }).write(archive.subarray(0, 50));
}

/** A folder whose `node_modules/electron` is the installed package, with our archive's sum for this system. */
function checkout(): string {
  const folder = freshFolder();
  const packageFolder = join(folder, 'node_modules', 'electron');
  mkdirSync(packageFolder, { recursive: true });
  for (const name of ['install.js', 'package.json']) cpSync(join(modules, 'electron', name), join(packageFolder, name));
  for (const name of ['@electron', '@electron-internal'])
    symlinkSync(join(modules, name), join(folder, 'node_modules', name));
  const sums = JSON.parse(readFileSync(join(modules, 'electron', 'checksums.json'), 'utf8')) as Record<string, string>;
  const sum = createHash('sha256').update(archive).digest('hex');
  const ours = Object.keys(sums).map((name) => [name, sum] as const);
  writeFileSync(join(packageFolder, 'checksums.json'), JSON.stringify(Object.fromEntries(ours)));
  return folder;
}

const from = (folder: string) => ({
  ...process.env,
  ELECTRON_MIRROR: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  electron_config_cache: join(folder, 'cache'),
});

async function missingOf(how: Habit): Promise<Missing> {
  habit = how;
  const folder = checkout();
  const fetched = await fetchElectron(folder, { env: from(folder), stallSeconds: 1 });
  if (fetched.program !== null) throw new Error('it was fetched');
  expect(existsSync(join(folder, 'node_modules', 'electron', 'path.txt'))).toBe(false);
  return fetched.missing;
}

test('a server that has it: the program is fetched once, and starts', async () => {
  habit = 'serves';
  const folder = checkout();
  const fetched = await fetchElectron(folder, { env: from(folder) });
  expect(fetched).toEqual({ program: join(folder, 'node_modules', 'electron', 'dist', 'electron') });
  expect(spawnSync(String(fetched.program), { encoding: 'utf8' }).stdout).toBe('opened\n');
  const again = await fetchElectron(folder, { env: from(folder) });
  expect(again).toEqual(fetched);
  expect(asked).toHaveLength(1);
});

test('a server that refuses: its status is told', async () => {
  expect(await missingOf('refuses')).toEqual({ why: 'refused', detail: '403' });
});

test.each(['hangs', 'stops-half-way'] as const)('a server that %s is given up', async (how) => {
  expect(await missingOf(how)).toEqual({ why: 'stalled', detail: '' });
});

test('bytes of another sum are thrown away, and that is told', async () => {
  expect(await missingOf('other-bytes')).toEqual({ why: 'wrong-sum', detail: '' });
});

test('no server at all, and no package', async () => {
  const folder = checkout();
  const nobody = { ...from(folder), ELECTRON_MIRROR: 'http://127.0.0.1:9/' };
  expect(await fetchElectron(folder, { env: nobody })).toMatchObject({ missing: { why: 'unreachable' } });
  rmSync(join(folder, 'node_modules', 'electron', 'install.js'));
  expect(await fetchElectron(folder, { env: nobody })).toMatchObject({ missing: { why: 'no-package' } });
});

test('what is said names the reason and the remedy, one line a language', () => {
  expect(withoutElectron({ why: 'refused', detail: '403' })).toBe(
    '没有 Electron：下载服务器拒绝提供（HTTP 403）。获取办法：能上网时运行 npm run start:electron；内网可设 ELECTRON_MIRROR 指向镜像。\n' +
      'Electron is missing: the download server refused (HTTP 403). To get it: npm run start:electron with internet access, or set ELECTRON_MIRROR to a mirror.\n',
  );
});
