import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const root = resolve(import.meta.dirname, '../../..');
const services = { ...deviceServices(root, '0.0.0'), cacheFolder: freshFolder(), stateFolder: freshFolder() };
const workbench = createWorkbench(services);
const quiet = { emit: () => undefined, signal: new AbortController().signal, language: 'en' } as const;
const verify = (path: string) => workbench.call('verify.run', { path, anchors: [] }, quiet);

/** A package as a folder; its name is not plain. */
let folder: string;
beforeAll(async () => {
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '一'.repeat(5_000)));
  caseFile.close();
  folder = join(freshFolder(), '移交包 (副本)');
  await workbench.call(
    'package.export',
    { case: caseFile.folder, out: folder, edition: 'whole', services: [], anchors: [] },
    quiet,
  );
});

const paths = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));

/** The package in a ZIP of this test's own making. */
function zipped(change: (files: Zippable) => Zippable = (files) => files, prefix = ''): string {
  const files: Zippable = Object.fromEntries(
    paths().map((path) => [prefix + path, [readFileSync(join(folder, path)), {}]]),
  );
  const to = join(freshFolder(), 'again.zip');
  writeFileSync(to, zipSync(change(files)));
  return to;
}

const has = (program: string) => spawnSync('which', [program]).status === 0;

describe('a package that an ordinary program zipped again is read, and is unaltered', () => {
  const programs: Readonly<Record<string, (to: string) => [string, string[], string]>> = {
    'zip -r': (to) => ['zip', ['-qr', to, '.'], '.'],
    'zip -rD': (to) => ['zip', ['-qrD', to, '.'], '.'],
    'zip -r -0': (to) => ['zip', ['-qr', '-0', to, '.'], '.'],
    'zip of the folder': (to) => ['zip', ['-qr', to, '移交包 (副本)'], '..'],
    'zip to a pipe': (to) => ['sh', ['-c', `zip -qr - . > '${to}'`], '.'],
    '7z': (to) => ['7z', ['a', '-bd', to, '.'], '.'],
    '7z of the folder': (to) => ['7z', ['a', '-bd', to, '移交包 (副本)'], '..'],
    'bsdtar to a pipe': (to) => ['sh', ['-c', `bsdtar --format zip -cf - * > '${to}'`], '.'],
    'python with a comment': (to) => [
      'python3',
      [
        '-c',
        `import shutil, zipfile; shutil.make_archive('${to.slice(0, -4)}', 'zip', '.')
with zipfile.ZipFile('${to}', 'a') as z: z.comment = '张律师'.encode()`,
      ],
      '.',
    ],
    bsdtar: (to) => ['bsdtar', ['-a', '-cf', to, '.'], '.'],
    'bsdtar of the folder': (to) => ['bsdtar', ['-a', '-cf', to, '移交包 (副本)'], '..'],
    python: (to) => ['python3', ['-c', `import shutil; shutil.make_archive('${to.slice(0, -4)}', 'zip', '.')`], '.'],
  };
  for (const [name, made] of Object.entries(programs)) {
    const program = name.startsWith('python') ? 'python3' : name.replace(/ .*/, '');
    test.skipIf(!has(program))(name, async () => {
      const to = join(freshFolder(), 'again.zip');
      const [command, args, where] = made(to);
      execFileSync(command, args, { cwd: join(folder, where), stdio: 'pipe' });
      const report = await verify(to);
      expect(report.checks.filter(({ verdict }) => verdict !== 'PASSED')).toEqual([]);
      expect(report).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
      expect(report.checks.map(({ detail }) => detail).join('\n')).toContain('repacked by another program');
    });
  }

  test('in a folder within a folder', async () => {
    expect(await verify(zipped((files) => files, '案卷/移交包/'))).toMatchObject({
      verdict: 'PASSED',
      unaltered: 'yes',
    });
  });

  test('with what a Mac leaves in it', async () => {
    const path = zipped(
      (files) => ({
        ...files,
        'p/.DS_Store': new Uint8Array(6),
        '__MACOSX/p/._bagit.txt': new Uint8Array(6),
        'p/data/Thumbs.db': new Uint8Array(3),
      }),
      'p/',
    );
    const report = await verify(path);
    expect(report).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
    expect(report.checks.filter(({ finding }) => finding === 'noted').length).toBeGreaterThan(3);
  });

  test.each([
    ['beside the files', '', '新建文件夹/'],
    ['in the folder around', 'p/', 'p/新建 文件夹/'],
    ['with another in it', '', 'data/x y/z/'],
  ])('with an empty folder that somebody made %s', async (_where, prefix, name) => {
    const report = await verify(zipped((files) => ({ ...files, [name]: new Uint8Array() }), prefix));
    expect(report.checks.filter(({ verdict }) => verdict !== 'PASSED')).toEqual([]);
    expect(report).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
  });

  test('and can be taken over', async () => {
    const into = { kind: 'new', folder: join(freshFolder(), 'n.fascicle'), title: null, operator: null } as const;
    const received = await workbench.call('package.receive', { package: zipped(), into, anchors: [] }, quiet);
    expect(received.items).toBe(1);
    expect((await verify(into.folder)).verdict).toBe('PASSED');
  });
});

test.skipIf(!has('7z')).each([
  ['another compression', ['-mm=BZip2']],
  ['a passphrase', ['-pgeheim']],
  ['a passphrase (AES)', ['-pgeheim', '-mem=AES256']],
])('of a ZIP with %s nothing is told, and it is not called altered', async (_what, options) => {
  const to = join(freshFolder(), 'again.zip');
  const program = '7z';
  execFileSync(program, ['a', '-bd', ...options, to, '.'], { cwd: folder, stdio: 'pipe' });
  expect(await verify(to)).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
});

test.each<[string, string, (files: Zippable) => Zippable]>([
  ['a folder was made beside the package’s', 'p/', (files) => ({ ...files, '新建文件夹/': new Uint8Array() })],
  ['a letter lies beside the package’s folder', 'p/', (files) => ({ ...files, '致法院的信.docx': new Uint8Array(3) })],
  [
    'names have backslashes, as older programs of Windows write them',
    '',
    (files) => Object.fromEntries(Object.entries(files).map(([name, file]) => [name.replaceAll('/', '\\'), file])),
  ],
])('of a ZIP where %s nothing is told before it is unpacked', async (_what, prefix, change) => {
  expect(await verify(zipped(change, prefix))).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
});

test.each([
  ['..\\evil.txt', ''],
  ['../evil.txt', 'p/'],
  ['x:evil.txt', 'p/'],
  ['../evil/', ''],
  ['新/evil.txt', ''],
  ['q/bagit.txt', 'p/'],
])('a ZIP with %s beside a package is refused', async (name, prefix) => {
  const path = zipped((files) => ({ ...files, [name]: new Uint8Array(name.endsWith('/') ? 0 : 3) }), prefix);
  expect(await verify(path)).toMatchObject({ verdict: 'FAILED' });
});

describe('line ends that a mail program or an editor changed', () => {
  const changed = (path: string, change: (text: string) => string) => {
    const to = join(freshFolder(), 'package');
    cpSync(folder, to, { recursive: true });
    writeFileSync(join(to, path), change(readFileSync(join(to, path), 'utf8')));
    return verify(to);
  };
  const crlf = (text: string) => text.replaceAll('\n', '\r\n');

  test.each(['VERIFY.txt', 'bagit.txt', 'bag-info.txt'])('of %s are noted: its words are the same', async (path) => {
    for (const change of [crlf, (text: string) => `\uFEFF${text}`]) {
      const report = await changed(path, change);
      expect(report.checks.filter(({ verdict }) => verdict !== 'PASSED')).toEqual([]);
      expect(report.checks.map(({ detail }) => detail).join('\n')).toContain(`line ends of ${path}`);
    }
  });

  test('with a word changed it is altered', async () => {
    const other = (text: string) => crlf(text).replace('sha256sum', 'sha255sum');
    expect(await changed('VERIFY.txt', other)).toMatchObject({ unaltered: 'no' });
  });

  test('of a file of evidence are neither passed nor called altered, and are put back where it is taken over', async () => {
    const to = join(freshFolder(), 'package');
    cpSync(folder, to, { recursive: true });
    const [evidence = ''] = paths().filter((path) => path.endsWith('/record.json'));
    const lines = [evidence, 'custody/proofs.jsonl', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'];
    for (const path of lines) writeFileSync(join(to, path), crlf(readFileSync(join(to, path), 'utf8')));
    writeFileSync(join(to, evidence), `\uFEFF${readFileSync(join(to, evidence), 'utf8')}`);
    const report = await verify(to);
    expect(report).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'unknown' });
    expect(report.checks.map(({ detail }) => detail).join('\n')).toContain(`line ends of ${evidence}`);
    const into = { kind: 'new', folder: join(freshFolder(), 'n.fascicle'), title: null, operator: null } as const;
    await workbench.call('package.receive', { package: to, into, anchors: [] }, quiet);
    expect((await verify(into.folder)).verdict).toBe('PASSED');
  });
});

test('a folder in a folder, empty or with what systems leave, makes no package altered', async () => {
  const to = join(freshFolder(), 'package');
  cpSync(folder, to, { recursive: true });
  mkdirSync(join(to, '新 建', '内'), { recursive: true });
  mkdirSync(join(to, 'data', 'empty', '空'), { recursive: true });
  writeFileSync(join(to, '新 建', '.DS_Store'), 'x');
  const report = await verify(to);
  expect(report).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
  expect(report.checks.map(({ detail }) => detail).join('\n')).toContain('新 建/');
  writeFileSync(join(to, '新 建', '内', 'x.txt'), 'x');
  expect(await verify(to)).toMatchObject({ verdict: 'FAILED' });
});

test('a second end record behind the first is not taken for a comment', async () => {
  const path = zipped();
  const end = Buffer.from(readFileSync(path).subarray(-22));
  end.writeUInt16LE(22, 20); // a comment as long as what comes
  writeFileSync(path, Buffer.concat([readFileSync(path).subarray(0, -22), end, readFileSync(path).subarray(-22)]));
  expect(await verify(path)).toMatchObject({ verdict: 'FAILED' });
});

describe('a ZIP in which two readers could see two things is refused', () => {
  /** Overwrites bytes of the local header, or of the directory's, of a member. */
  function patched(signature: number, change: (at: DataView, header: number) => void): string {
    const path = zipped();
    const bytes = readFileSync(path);
    const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let here = 0; here < bytes.length - 4; here++)
      if (at.getUint32(here, true) === signature) {
        change(at, here);
        break;
      }
    writeFileSync(path, bytes);
    return path;
  }
  const local = 0x04034b50;
  const directory = 0x02014b50;

  test.each<[string, number, (at: DataView, header: number) => void]>([
    ['the local method', local, (at, h) => at.setUint16(h + 8, 0, true)],
    ['the local encryption bit', local, (at, h) => at.setUint16(h + 6, 1, true)],
    ['the local descriptor bit', local, (at, h) => at.setUint16(h + 6, 8, true)],
    ['the local size', local, (at, h) => at.setUint32(h + 22, 10, true)],
    ['the local check sum', local, (at, h) => at.setUint32(h + 14, 10, true)],
    ['the directory’s size', directory, (at, h) => at.setUint32(h + 24, 10, true)],
    ['the directory’s check sum', directory, (at, h) => at.setUint32(h + 16, 10, true)],
    ['the directory’s method', directory, (at, h) => at.setUint16(h + 10, 12, true)],
    ['the member’s kind', directory, (at, h) => at.setUint32(h + 38, 0xa1ff0000, true)],
  ])('%s', async (_what, signature, change) => {
    expect(await verify(patched(signature, change))).toMatchObject({ verdict: 'FAILED' });
  });

  test('a second name in an extra field', async () => {
    const path = zipped((files) =>
      Object.fromEntries(
        Object.entries(files).map(([name, file], n) => {
          const [bytes] = file as [Uint8Array, object];
          const other = new TextEncoder().encode(n === 0 ? 'data/other.txt' : name);
          return [name, [bytes, { extra: { 0x7075: Uint8Array.of(1, 0, 0, 0, 0, ...other) } }]];
        }),
      ),
    );
    expect(await verify(path)).toMatchObject({ verdict: 'FAILED' });
  });

  test('a file that is a folder as well, a path that climbs, a name twice in other letters', async () => {
    for (const name of ['bagit.txt/x', '../evil', 'BAGIT.TXT', 'a\\b'])
      expect(await verify(zipped((files) => ({ ...files, [name]: new Uint8Array(1) })))).toMatchObject({
        verdict: 'FAILED',
      });
  });
});

test('files of the operating system in the folder of a package or case are noted; what is nobody’s is not', async () => {
  writeFileSync(join(folder, '.DS_Store'), 'x');
  writeFileSync(join(folder, 'data', 'desktop.ini'), 'x');
  mkdirSync(join(folder, 'System Volume Information'));
  mkdirSync(join(folder, '.cache'));
  expect(await verify(folder)).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
  const caseFile = freshCase();
  caseFile.close();
  writeFileSync(join(caseFile.folder, 'Thumbs.db'), 'x');
  writeFileSync(join(caseFile.folder, 'bundles', '._x'), 'x');
  mkdirSync(join(caseFile.folder, '.cache'));
  expect(await verify(caseFile.folder)).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
  writeFileSync(join(caseFile.folder, 'notes.txt'), 'x');
  expect(await verify(caseFile.folder)).toMatchObject({ verdict: 'FAILED' });
  writeFileSync(join(folder, 'notes.txt'), 'x');
  expect(await verify(folder)).toMatchObject({ verdict: 'FAILED' });
});
