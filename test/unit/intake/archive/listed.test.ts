import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { listArchive } from '../../../../electron/intake/kinds/archive/list-archive.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';

const folder = freshFolder();
let made = 0;

async function listed(bytes: Uint8Array) {
  const path = join(folder, `a-${String((made += 1))}`);
  writeFileSync(path, bytes);
  const answer = await listArchive(path, freshFolder());
  if (answer.as === 'none') return { lines: [], notes: [answer.reason] };
  return { lines: answer.body.split('\n'), notes: answer.notes };
}
const codes = (notes: readonly Readonly<{ code: string }>[]) => notes.map(({ code }) => code);
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const zip = (files: Zippable) => Buffer.from(zipSync(files));

describe('the pages of an archive list what is in it', () => {
  test('each file of a ZIP by name, size and the hash of its content, packed or not', async () => {
    const long = strToU8('清算 '.repeat(50_000));
    const { lines, notes } = await listed(zip({ 'b/长.txt': long, 'a.txt': [strToU8('x'), { level: 0 }] }));
    expect(lines).toEqual([
      '1. b/长.txt',
      `${long.length} B · SHA-256 ${sha256(long)}`,
      '2. a.txt',
      `1 B · SHA-256 ${sha256('x')}`,
    ]);
    expect(notes).toEqual([{ code: 'archive-listed', params: { count: 2 } }]);
  });

  test('names of a Chinese Windows are read as such, and that is said', async () => {
    const bytes = zip({ 'AAAAAAAA.txt': strToU8('x') });
    const name = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: '微信截图' });
    const patched = Buffer.from(bytes.toString('latin1').replaceAll('AAAAAAAA', name.toString('latin1')), 'latin1');
    const { lines, notes } = await listed(patched);
    expect(lines[0]).toBe('1. 微信截图.txt');
    expect(notes[1]).toEqual({ code: 'archive-names-judged', params: { charset: 'GB18030' } });
  });

  test('a tar of the computer’s own tool, long names too', async () => {
    const long = `${'很长的名字'.repeat(12)}.txt`;
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', long), 'content');
    for (const format of ['gnu', 'pax']) {
      const tar = execFileSync('tar', ['-C', folder, `--format=${format}`, '-cf', '-', 'in']);
      const { lines, notes } = await listed(tar);
      expect(lines).toEqual([`1. in/${long}`, `7 B · SHA-256 ${sha256('content')}`]);
      expect(codes(notes)).toEqual(['archive-listed']);
    }
  });
});

describe('what an archive hides, breaks or claims is said', () => {
  test('a file that unfolds beyond its stated size is not followed, and has no hash', async () => {
    const bomb = zip({ 'bomb.bin': new Uint8Array(5_000_000) });
    const directory = bomb.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    bomb.writeUInt32LE(10, directory + 24);
    const { lines, notes } = await listed(bomb);
    expect(lines[1]).toBe('10 B · SHA-256 –');
    expect(codes(notes)).toEqual(['archive-listed', 'archive-members-damaged']);
  });

  test('a changed byte, an encrypted file, an unknown packing, two names of one file', async () => {
    const stored = zip({ 'a.txt': [strToU8('hello'), { level: 0 }] });
    const changed = Buffer.from(stored);
    changed.write('j', changed.indexOf('hello'));
    expect(codes((await listed(changed)).notes)).toContain('archive-members-damaged');
    const directory = stored.indexOf('PK\x01\x02', 0, 'latin1');
    const with2 = (at: number, value: number) => {
      const copy = Buffer.from(stored);
      copy.writeUInt16LE(value, directory + at);
      return copy;
    };
    expect(codes((await listed(with2(8, 1))).notes)).toContain('archive-members-encrypted');
    expect(codes((await listed(with2(10, 14))).notes)).toContain('archive-members-packed-otherwise');
    const other = Buffer.from(stored);
    other.write('b', stored.indexOf('a.txt', directory));
    expect(codes((await listed(other)).notes)).toContain('archive-headers-differ');
    const twice = await listed(zip({ 'A.txt': strToU8('1'), 'a.TXT': strToU8('2') }));
    expect(codes(twice.notes)).toContain('archive-names-twice');
  });

  test('one that was cut off lists what can be read, or says that nothing can; no cut is an error', async () => {
    const bytes = zip({ 'a.txt': [strToU8('first'), { level: 0 }], 'b.txt': strToU8('second') });
    const cut = await listed(bytes.subarray(0, bytes.length - 30));
    expect(cut.lines[1]).toBe(`5 B · SHA-256 ${sha256('first')}`);
    expect(codes(cut.notes)).toContain('archive-directory-cut');
    expect(codes((await listed(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]))).notes)).toEqual([
      'archive-not-read',
    ]);
    for (let length = 4; length < bytes.length; length += 3) await listed(bytes.subarray(0, length));
  });
});
