import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listArchive } from '../../../../electron/intake/kinds/archive/list-archive.ts';
import { unpackArchive } from '../../../../electron/intake/kinds/archive/unpack-archive.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../../../fixtures/pki/authority.ts';
import { IntakeRoom } from '../intake-room.ts';

const have = (tool: string, word: string) => spawnSync(tool, [word]).status === 0;
const haveTools = have('bsdtar', '--version') && have('7z', 'i') && have('unzip', '-v');
if (!haveTools) console.warn('SKIPPED what needs 7z, bsdtar and unzip: not installed');

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const codes = (notes: readonly Readonly<{ code: string }>[]) => notes.map(({ code }) => code);
const line = (name: string, bytes: Uint8Array) => [name, `${bytes.length} B · SHA-256 ${sha256(bytes)}`];

async function listed(bytes: Uint8Array) {
  const folder = freshFolder();
  writeFileSync(join(folder, 'archive'), bytes);
  const answer = await listArchive(join(folder, 'archive'), folder);
  if (answer.as === 'none') return { lines: [], notes: [answer.reason] };
  return { lines: answer.body.split('\n'), notes: answer.notes };
}

/** A folder with files of a chat, a link, and a file that another name has too. */
function madeFolder(): Readonly<{ folder: string; files: ReadonlyMap<string, Buffer> }> {
  const folder = freshFolder();
  const files = new Map([
    ['聊天/微信截图.txt', Buffer.from('清算 '.repeat(20_000))],
    ['b.bin', Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * at) % 251))],
  ]);
  mkdirSync(join(folder, '聊天'));
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return { folder, files };
}

/** A RAR of one file that is stored and not packed (RAR 5.0 archive format: numbers of 7 bits a byte, lowest first). */
function rarOf(name: string, content: Buffer): Buffer {
  const number = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...number(value >> 7)]);
  const le32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return [...bytes];
  };
  const block = (fields: readonly number[]) => {
    const sized = Buffer.from([...number(fields.length), ...fields]);
    return Buffer.concat([Buffer.from(le32(crc32(sized))), sized]);
  };
  const path = [...Buffer.from(name)];
  const [main, file, end] = [
    [1, 0, 0],
    [
      2,
      2,
      ...number(content.length),
      4,
      ...number(content.length),
      ...number(0o100644),
      ...le32(crc32(content)),
      0,
      1,
      ...number(path.length),
      ...path,
    ],
    [5, 0, 0],
  ] as const;
  return Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), block(main), block(file), content, block(end)]);
}

describe('gzip', () => {
  test('of one file: its name, its length, the hash of what is in it, as gzip unpacks it', async () => {
    const { folder } = madeFolder();
    execFileSync('sh', ['-c', 'gzip -k b.bin'], { cwd: folder });
    const unpacked = execFileSync('sh', ['-c', 'gzip -dc b.bin.gz'], { cwd: folder, maxBuffer: 1 << 24 });
    const { lines, notes } = await listed(readFileSync(join(folder, 'b.bin.gz')));
    expect(lines).toEqual(line('1. b.bin', unpacked));
    expect(codes(notes)).toEqual(['archive-listed']);
  });

  test('of a tar: each file in it, as in the tar', async () => {
    const { folder, files } = madeFolder();
    const tgz = execFileSync('tar', ['-C', folder, '-czf', '-', ...files.keys()], { maxBuffer: 1 << 24 });
    const { lines } = await listed(tgz);
    expect(lines).toEqual([...files].flatMap(([name, bytes], at) => line(`${at + 1}. ${name}`, bytes)));
  });

  test('that was cut or changed has no hash, and is said to be damaged', async () => {
    const whole = gzipSync(Buffer.from('清算'.repeat(9_000)));
    const changed = Buffer.from(whole);
    changed.writeUInt8((changed[20] ?? 0) ^ 0xff, 20);
    for (const bytes of [whole.subarray(0, whole.length - 6), changed]) {
      const { lines, notes } = await listed(bytes);
      expect(lines.every((one) => !/[0-9a-f]{64}/.test(one))).toBe(true);
      expect(codes(notes)).toEqual(expect.arrayContaining(['archive-directory-cut', 'archive-members-damaged']));
    }
  });
});

describe('what is no file in an archive, or is named to harm, is said', () => {
  test('links and pipes of a tar are listed as such and none of them is followed', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.txt'), 'first');
    linkSync(join(folder, 'a.txt'), join(folder, 'hard'));
    symlinkSync('/etc/passwd', join(folder, 'soft'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const tar = execFileSync('tar', ['-C', folder, '-cf', '-', 'a.txt', 'hard', 'soft', 'pipe']);
    const { lines, notes } = await listed(tar);
    expect(lines).toEqual([
      ...line('1. a.txt', Buffer.from('first')),
      ...['2. hard → a.txt', '0 B · SHA-256 –', '3. soft → /etc/passwd', '0 B · SHA-256 –'],
      ...['4. pipe', '0 B · SHA-256 –'],
    ]);
    expect(notes).toContainEqual({ code: 'archive-members-links', params: { count: 2 } });
    expect(notes).toContainEqual({ code: 'archive-members-special', params: { count: 1 } });
  });

  test.skipIf(!haveTools)('links of a ZIP, as zip writes them and unzip knows them', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.txt'), 'first');
    symlinkSync('/etc/passwd', join(folder, 'soft'));
    execFileSync('zip', ['-q', '--symlinks', 'a.zip', 'a.txt', 'soft'], { cwd: folder });
    expect(execFileSync('unzip', ['-Z', 'a.zip', 'soft'], { cwd: folder, encoding: 'utf8' })).toMatch(/^l/);
    expect(codes((await listed(readFileSync(join(folder, 'a.zip')))).notes)).toContain('archive-members-links');
  });

  test('names that lead out of the folder', async () => {
    const out = ['../../evil.sh', '/etc/cron.d/x', 'C:\\Windows\\x.dll', 'a/../../b'];
    const zip = Buffer.from(zipSync(Object.fromEntries([...out, 'a..b', 'c/d'].map((name) => [name, strToU8(name)]))));
    expect((await listed(zip)).notes).toContainEqual({ code: 'archive-names-lead-out', params: { count: out.length } });
  });

  test('a file with holes, which tar keeps in a form of its own', async () => {
    const folder = freshFolder();
    execFileSync('sh', ['-c', 'truncate -s 1M holes && printf end >> holes'], { cwd: folder });
    const tar = execFileSync('tar', ['-C', folder, '--sparse', '--format=pax', '-cf', '-', 'holes']);
    const { lines, notes } = await listed(tar);
    expect(lines.join()).not.toMatch(/[0-9a-f]{64}/);
    expect(codes(notes)).toContain('archive-members-packed-otherwise');
  });
});

test('members beyond the limit are counted, and those before are taken out whole', async () => {
  const folder = freshFolder();
  const many = Object.fromEntries(Array.from({ length: 2_003 }, (_, at) => [`${at}.txt`, strToU8(`${at}`)]));
  writeFileSync(join(folder, 'many.zip'), zipSync(many));
  const { members, beyond } = await unpackArchive(join(folder, 'many.zip'), folder);
  expect([members.length, beyond]).toEqual([2_000, 3]);
  expect(members[1_234]).toEqual({
    name: '1234.txt',
    content: { file: 'member-1235', bytes: 4, sha256: sha256('1234') },
  });
  expect(readFileSync(join(folder, 'member-1235'), 'utf8')).toBe('1234');
});

describe.skipIf(!haveTools)('archives that the computer’s own bsdtar opens', () => {
  const room = new IntakeRoom();
  const pack = (...words: readonly string[]) => {
    const { folder, files } = madeFolder();
    symlinkSync('b.bin', join(folder, 'link'));
    execFileSync('7z', ['a', '-bd', ...words, 'x.7z', ...files.keys(), 'link', '-snl'], {
      cwd: folder,
      stdio: 'ignore',
    });
    return { files, folder, bytes: readFileSync(join(folder, 'x.7z')) };
  };

  test('a 7z is listed with names, sizes and hashes as 7z packed them', async () => {
    const { files, bytes } = pack();
    const record = await room.import('x.7z', bytes);
    const { body } = JSON.parse(room.stored(record, 'page-text.json').toString('utf8')) as { body: string };
    for (const [name, content] of files) {
      expect(body).toContain(` ${name}\n${content.length} B · SHA-256 ${sha256(content)}`);
    }
    expect(codes(record.warnings)).toEqual(expect.arrayContaining(['archive-opened-by', 'archive-members-links']));
  });

  test('a RAR is listed with the hash of what is in it', async () => {
    const content = Buffer.from('what was in the RAR');
    const record = await room.import('x.rar', rarOf('聊天/记录.txt', content));
    const { body } = JSON.parse(room.stored(record, 'page-text.json').toString('utf8')) as { body: string };
    expect(body.split('\n')).toEqual(line('1. 聊天/记录.txt', content));
  });

  test('one that is encrypted is said to be, its names too', async () => {
    for (const words of [['-psecret'], ['-psecret', '-mhe=on']]) {
      const record = await room.import('x.7z', pack(...words).bytes);
      expect(codes(record.warnings)).toContain('archive-encrypted');
      expect(record.pages.as).toBe('none');
    }
  });

  test('one that is damaged lists what was read, or nothing, and says so', async () => {
    const { bytes } = pack();
    const record = await room.import('x.7z', bytes.subarray(0, bytes.length - 40));
    const told = [...codes(record.warnings), record.pages.as === 'none' ? record.pages.reason.code : ''];
    expect(told).toEqual(
      expect.arrayContaining([expect.stringMatching(/^archive-(?:not-read|tool-ended)$/) as string]),
    );
  });

  test('where there is no such program, that is said, with what to install', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = freshFolder();
    try {
      const record = await room.import('x.rar', Buffer.from('Rar!\x1a\x07\x01\x00 and more', 'latin1'));
      expect(codes(record.warnings)).toContain('archive-tool-missing');
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('a program that fails and wrote nothing leaves no pages, and no error', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'bsdtar'), '#!/bin/sh\ncase "$1" in --version) echo bsdtar 1;; *) exit 3;; esac\n');
    chmodSync(join(folder, 'bsdtar'), 0o755);
    const path = process.env['PATH'];
    process.env['PATH'] = [folder, path].join(delimiter);
    try {
      const record = await room.import('x.7z', pack().bytes);
      expect(record.pages.as).toBe('none');
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('time stamps among the files of an archive', () => {
  let authority: Authority;
  beforeAll(async () => (authority = await startAuthority()));
  afterAll(() => authority.close());

  test('are held against the other files by their own hash, whole answers too', async () => {
    const folder = freshFolder();
    const evidence = Buffer.from('what was deposited');
    writeFileSync(join(folder, 'data'), evidence);
    const stamp = (hash: string) => {
      const words = ['ts', '-query', '-data', 'data', `-${hash}`, '-cert', '-out', 'q'];
      execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
      return authority.reply(readFileSync(join(folder, 'q')));
    };
    const [answer256, answer512, sm3] = [stamp('sha256'), stamp('sha512'), stamp('sm3')];
    writeFileSync(join(folder, 'r'), answer256);
    execFileSync('openssl', ['ts', '-reply', '-in', 'r', '-token_out', '-out', 't'], { cwd: folder, stdio: 'ignore' });
    const token = readFileSync(join(folder, 't'));
    const held = { 'a/证据.txt': evidence, 'b.tsa': token, 'c.tsr': answer512, 'd.tsr': sm3 };
    const { notes } = await listed(Buffer.from(zipSync(held)));
    const told = notes.filter(({ code }) => code.startsWith('archive-token'));
    expect(told).toMatchObject([
      { code: 'archive-token-holds', params: { token: '2. b.tsa', members: '1. a/证据.txt', hash: 'SHA-256' } },
      { code: 'archive-token-holds', params: { token: '3. c.tsr', members: '1. a/证据.txt', hash: 'SHA-512' } },
      { code: 'archive-token-unknown-hash', params: { token: '4. d.tsr', hash: 'SM3' } },
    ]);
    const other = { 'a/证据.txt': Buffer.from('what was put in its stead'), 'b.tsa': token };
    expect(codes((await listed(Buffer.from(zipSync(other)))).notes)).toContain('archive-token-of-none');
  });
});
