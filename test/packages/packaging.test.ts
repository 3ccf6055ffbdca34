import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Builder from 'electron-builder';
import type * as Asar from '@electron/asar';
import type * as OpenWindow from '../../electron/shells/chromium/open-window.ts';
import type * as WorkbenchFile from '../../electron/workbench/workbench.ts';
import type * as ServicesFile from '../../electron/workbench/services.ts';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../../electron/capture/browser/browser.ts';
import { packagedBrowser } from '../../electron/capture/browser/packaged-browser.ts';
import { findChromium } from '../../electron/setup/find-chromium.mjs';
import { build } from '../../electron/setup/build.mjs';
import beforePack, { bringBrowser, pinOf } from '../../electron/setup/package-browser.mjs';
import { shippedPackages } from '../../electron/setup/notices.mjs';
import { freshFolder } from '../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** Where `@electron/fuses` looks for the switches in Electron's program: behind this word, a version and their number. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const switches = 8;

/** electron-builder's own reading of its `files` rules; it publishes no types of it. */
type FileRules = {
  FileMatcher: new (
    from: string,
    to: string,
    macro: (text: string) => string,
    rules: readonly string[],
  ) => { createFilter(): (file: string, stat: Stats) => boolean };
};
const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** As electron-builder packs for Linux, around an Electron that is only its outside: the real one cannot be fetched here. */
describe('the package', { timeout: 240_000 }, () => {
  let folder: string;
  let files: readonly string[];

  beforeAll(async () => {
    await build(root);
    const out = freshFolder('fascicle-packages-');
    const { build: pack, Platform, Arch } = require('electron-builder') as typeof Builder;
    const browser = await browserStore();
    await bringBrowser(out, 'linux', 'x64', browser.pin, browser.store);
    const linux = { extraResources: [{ from: join(out, 'out/browser/linux'), to: 'browser', filter: ['${arch}/**'] }] };
    const config = { electronDist: stubElectron(), directories: { output: out }, beforePack: () => undefined, linux };
    const targets = Platform.LINUX.createTarget('dir', Arch.x64);
    await pack({ projectDir: root, targets, publish: 'never', config });
    folder = join(out, 'linux-unpacked');
    const { listPackage } = require('@electron/asar') as typeof Asar;
    files = listPackage(join(folder, 'resources', 'app.asar'), { isPack: false });
  }, 240_000);

  test('holds what runs, and nothing of the workshop', () => {
    const own = files.filter((file) => !file.startsWith('/node_modules'));
    const foreign = own.filter(
      (file) =>
        !/^\/(electron|shared)(\/|$)|^\/out($|\/(main\.mjs|preload\.cjs|cli\.mjs|program\.json|verify\.html|(children|chunks|renderer)(\/|$)))|^\/package\.json$/.test(
          file,
        ),
    );
    expect(foreign).toEqual([]);
    expect(own).toEqual(expect.arrayContaining(['/out/main.mjs', '/out/preload.cjs', '/out/renderer/index.html']));
    expect(own.filter((file) => /\.test\.|tsconfig|\.map$/.test(file))).toEqual([]);
  });

  test('holds every file that is started as a process of its own', () => {
    const children = readdirSync(join(root, 'electron'), { recursive: true })
      .map((name) => `/electron/${String(name).replaceAll('\\', '/')}`)
      .filter((name) => name.endsWith('-child.ts'));
    expect(children.length).toBeGreaterThan(10);
    expect(children.filter((name) => !files.includes(name))).toEqual([]);
    const bundled = children.map((name) => name.replace('/electron/', '/out/children/').replace(/\.ts$/, '.mjs'));
    expect(bundled.filter((name) => !files.includes(name))).toEqual([]);
  });

  test('its processes, bundled, start and answer over the port that Electron gives them', async () => {
    const shim = join(freshFolder(), 'port.mjs');
    writeFileSync(
      shim,
      `const send = process.send.bind(process);
      process.parentPort = { on: (_, heard) => process.on('message', (data) => heard({ data })), postMessage: (message) => send(message) };
      process.send = () => { throw new Error('there is no channel in a utility process'); };`,
    );
    const file = join(freshFolder(), 'written');
    writeFileSync(file, 'evidence');
    const child = fork(join(root, 'out', 'children', 'bundle', 'beside', 'beside-child.mjs'), [], {
      execArgv: ['--import', pathToFileURL(shim).href],
      serialization: 'advanced',
    });
    try {
      const answer = new Promise((done, fail) => {
        child.once('message', done);
        child.once('exit', (code) => fail(new Error(`it ended with ${String(code)}`)));
      });
      child.send({ work: 'hash-written', call: 1, path: file, to: 8 });
      expect(await answer).toEqual({ call: 1, answer: createHash('sha256').update('evidence').digest('hex') });
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('each of its processes is whole: it starts, waits, and ends with the one that started it', async () => {
    const folder_ = join(root, 'out', 'children');
    const names = readdirSync(folder_, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('-child.mjs'),
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const child = fork(join(folder_, name), [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.disconnect();
      const code = await new Promise((done) => child.once('exit', done));
      expect({ name, code, said }).toEqual({ name, code: 0, said: '' });
    }
  });

  test('holds no package but those whose licences are printed', () => {
    const names = new Set(
      files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(file)?.[1] ?? []),
    );
    const shipped = new Set(shippedPackages().map(({ name }) => name));
    expect([...names].filter((name) => !shipped.has(name))).toEqual([]);
    expect(names.has('better-sqlite3')).toBe(true);
  });

  test('holds the SQLite file of its platform only', () => {
    const natives = files.filter((file) => file.startsWith('/node_modules/better-sqlite3/') && file.endsWith('.node'));
    expect(natives.map((file) => file.replace(/^.*\/(?=[^/]+\/[^/]+$)/, ''))).toEqual(['prebuilds/linux-x64.node']);
  });

  test.each([
    ['win32', 'x64', ['win32-x64.node']],
    ['darwin', 'x64', ['darwin-arm64.node', 'darwin-x64.node']], // both halves of a universal package hold the same
    ['darwin', 'arm64', ['darwin-arm64.node', 'darwin-x64.node']],
  ])('by the same rules, for %s-%s: %j', (platform, arch, expected) => {
    const { FileMatcher } = require('app-builder-lib/out/fileMatcher') as FileRules;
    const rules = readFileSync(join(root, 'electron-builder.yml'), 'utf8').match(/(?<=- ')!node_modules.*(?=')/g) ?? [];
    const macro = (text: string) => text.replaceAll('${platform}', platform).replaceAll('${arch}', arch);
    const takes = new FileMatcher(root, '/nowhere', macro, ['**/*', ...rules]).createFilter();
    const prebuilds = join(root, 'node_modules/better-sqlite3/prebuilds');
    const taken = readdirSync(prebuilds).filter((name) =>
      takes(join(prebuilds, name), statSync(join(prebuilds, name))),
    );
    expect(taken).toEqual(expected);
  });

  test('names its main file, and the main file is there', () => {
    const { extractFile } = require('@electron/asar') as typeof Asar;
    const archive = join(folder, 'resources', 'app.asar');
    const { main } = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string }; // our own file
    expect(extractFile(archive, main).length).toBeGreaterThan(1_000);
  });

  test('has Electron’s dangerous switches off, in the program itself', () => {
    const program = readFileSync(join(folder, 'fascicle'));
    const at = program.indexOf(sentinel) + sentinel.length + 2;
    const [runAsNode, , nodeOptions, inspect, integrity, asarOnly] = program.subarray(at, at + switches).toString();
    expect({ runAsNode, nodeOptions, inspect }).toEqual({ runAsNode: '0', nodeOptions: '0', inspect: '0' });
    expect({ integrity, asarOnly }).toEqual({ integrity: '1', asarOnly: '1' });
  });

  test('brings its capture browser along, listed with its hashes, and captures with that', async () => {
    chmodSync(resolve(folder, '..'), 0o755); // as root, the browser runs as a user who must be able to read it
    const packaged = packagedBrowser(join(folder, 'resources', 'browser', 'x64'));
    const program = join(folder, 'resources', 'browser', 'x64', 'chrome-linux', 'chrome');
    const sha256 = createHash('sha256').update(readFileSync(program)).digest('hex');
    expect(packaged).toEqual({ product: 'Chromium, build 7', program, sha256 });
    const asked = { gatewayPort: 9, width: 800, height: 600, signal: AbortSignal.timeout(60_000) };
    const started = await startBrowser(asked, { packaged, sandboxWorks: null });
    try {
      expect({ program: started.program, listed: started.packagedSha256 }).toEqual({ program, listed: sha256 });
    } finally {
      await started.close();
    }
  });

  test('has what the program reads beside it: profiles, claims, anchors, the demo', () => {
    const beside = readdirSync(join(folder, 'resources', 'resources')).sort();
    expect(beside).toEqual(['anchors', 'claims', 'demo', 'profiles']);
  });

  test('its window opens under the Chromium shell, from the archive’s own files', async () => {
    const { extractAll } = require('@electron/asar') as typeof Asar;
    const unpacked = freshFolder('fascicle-unpacked-');
    extractAll(join(folder, 'resources', 'app.asar'), unpacked);
    const from = (path: string) => import(pathToFileURL(join(unpacked, path)).href) as Promise<unknown>;
    const { openChromiumWindow } = (await from('electron/shells/chromium/open-window.ts')) as typeof OpenWindow;
    const { createWorkbench } = (await from('electron/workbench/workbench.ts')) as typeof WorkbenchFile;
    const { deviceServices } = (await from('electron/workbench/services.ts')) as typeof ServicesFile;
    const cache = freshFolder();
    const services = { ...deviceServices(unpacked, '0.0.0'), cacheFolder: cache, stateFolder: cache };
    const window = await openChromiumWindow(createWorkbench(services), join(unpacked, 'out', 'renderer'), true);
    try {
      await window.page.waitForSelector('.window');
      await window.page.waitForFunction(() => document.body.innerText.includes('从链接到证据册，三步'));
    } finally {
      await window.close();
    }
  });
});

describe('the browser of a package', { timeout: 60_000 }, () => {
  test('is refused where its archive is not the pinned one', async () => {
    const { store, pin } = await browserStore();
    const root = freshFolder();
    const other = { ...pin, sha256: '0'.repeat(64) };
    await expect(bringBrowser(root, 'linux', 'x64', other, store)).rejects.toThrow(/Integrity check failed/);
    expect(packagedBrowser(join(root, 'out/browser/linux/x64'))).toBeNull();
  });

  test('is hashed anew at the next package: a file changed, added or taken away is named', async () => {
    const { store, pin } = await browserStore();
    const folder = await bringBrowser(freshFolder(), 'linux', 'x64', pin, store);
    const root = resolve(folder, '../../../..');
    const again = () => bringBrowser(root, 'linux', 'x64', null);
    await expect(again()).resolves.toBe(folder);
    writeFileSync(join(folder, 'chrome-linux/added.so'), '');
    await expect(again()).rejects.toThrow('added.so');
    rmSync(join(folder, 'chrome-linux/added.so'));
    writeFileSync(join(folder, 'chrome-linux/icudtl.dat'), 'other');
    await expect(again()).rejects.toThrow('icudtl.dat');
  });

  test('is pinned by the hash of what the store gives', async () => {
    const { store, pin } = await browserStore();
    expect(await pinOf('linux', 'x64', '7', store)).toEqual(pin);
    await expect(pinOf('linux', 'riscv', '7', store)).rejects.toThrow('no builds for linux-riscv');
  });

  test('is never a package’s by silence: without a pin packaging stops and says both ways on', async () => {
    await expect(beforePack({ electronPlatformName: 'win32', arch: 3 })).rejects.toThrow(
      /no capture browser is pinned for win-arm64: npm run pin-browser -- win arm64.*FASCICLE_PACKAGE_WITHOUT_BROWSER=1/,
    );
  });

  test.each([
    ['a program outside the folder', { program: '../chrome', files: [{ name: '../chrome', sha256: 'a'.repeat(64) }] }],
    ['a program that is not listed', { program: 'chrome', files: [] }],
    ['no list at all', null],
  ])('is not used with %s', (_what, list) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'browser.json'), JSON.stringify(list && { product: 'Chromium', ...list }));
    expect(packagedBrowser(folder)).toBeNull();
  });
});

/** A store of browser builds on loopback; its one build starts the browser of this computer. */
async function browserStore(): Promise<
  Readonly<{ store: string; pin: Readonly<{ revision: string; sha256: string }> }>
> {
  const script = `#!/bin/sh\nexec '${findChromium()?.path ?? ''}' "$@"\n`;
  const executable = { os: 3, attrs: 0o100755 << 16 };
  const zip = zipSync({
    'chrome-linux/chrome': [strToU8(script), executable],
    'chrome-linux/icudtl.dat': strToU8('data'),
  });
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/Linux_x64/7/chrome-linux.zip' ? 200 : 404;
    response.end(response.statusCode === 200 ? zip : '');
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has one
  const sha256 = createHash('sha256').update(zip).digest('hex');
  return { store: `http://127.0.0.1:${port}`, pin: { revision: '7', sha256 } };
}

/** The outside of Electron’s distribution: a program with its switches, the files that are always beside it. */
function stubElectron(): string {
  const stub = freshFolder('fascicle-stub-');
  for (const name of ['resources', 'locales']) mkdirSync(join(stub, name));
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, switches]), Buffer.from('1'.repeat(switches))]);
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(join(stub, name), name === 'electron' ? wire : '');
    chmodSync(join(stub, name), 0o755);
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(stub, name), '45.4.1');
  return stub;
}
