import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Builder from 'electron-builder';
import type * as Asar from '@electron/asar';
import type * as OpenWindow from '../../electron/shells/chromium/open-window.ts';
import type * as WorkbenchFile from '../../electron/workbench/workbench.ts';
import type * as ServicesFile from '../../electron/workbench/services.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../electron/setup/build.mjs';
import { shippedPackages } from '../../electron/setup/notices.mjs';
import { freshFolder } from '../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** Where `@electron/fuses` looks for the switches in Electron's program: behind this word, a version and their number. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const switches = 8;

/** As electron-builder packs for Linux, around an Electron that is only its outside: the real one cannot be fetched here. */
describe('the package', { timeout: 240_000 }, () => {
  let folder: string;
  let files: readonly string[];

  beforeAll(async () => {
    await build(root);
    const out = freshFolder('fascicle-packages-');
    const { build: pack, Platform, Arch } = require('electron-builder') as typeof Builder;
    const config = { electronDist: stubElectron(), directories: { output: out } };
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
        !/^\/(electron|shared)(\/|$)|^\/out($|\/(main\.mjs|preload\.cjs|cli\.mjs|verify\.html|children(\/|$)|renderer(\/|$)))|^\/package\.json$/.test(
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
    const child = fork(join(root, 'out', 'children', 'bundle', 'pdf', 'hash-child.mjs'), [], {
      execArgv: ['--import', pathToFileURL(shim).href],
      serialization: 'advanced',
    });
    try {
      const answer = new Promise((done, fail) => {
        child.once('message', done);
        child.once('exit', (code) => fail(new Error(`it ended with ${String(code)}`)));
      });
      child.send({ path: file, to: 8, last: true });
      expect(await answer).toEqual({ sha256: createHash('sha256').update('evidence').digest('hex') });
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
