import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeStoredZip, type StoredMember } from '../../../electron/archive/zip-writer.ts';
import { because } from '../../../shared/cause.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What was written, as a file would hold it. */
async function zipOf(members: Iterable<StoredMember> | AsyncIterable<StoredMember>): Promise<Buffer> {
  let file = Buffer.alloc(0);
  const write = (piece: Uint8Array, at: number) => {
    const before = file;
    file = Buffer.alloc(Math.max(before.length, at + piece.length));
    before.copy(file);
    file.set(piece, at);
  };
  const length = await writeStoredZip(write, members);
  expect(length).toBe(file.length);
  return file;
}

async function* slowly(...pieces: readonly string[]) {
  for (const piece of pieces) {
    await Promise.resolve();
    yield bytes(piece);
  }
}

describe('the one writer of ZIP files', () => {
  test('stores members in the order given, from bytes at hand and from streams, as another reader finds them', async () => {
    const zip = await zipOf([
      { name: 'b/two.txt', bytes: 9, pieces: slowly('one', '', 'two', 'six') },
      { name: 'a.txt', bytes: 0, pieces: [] },
      { name: 'c.txt', bytes: 1, pieces: [bytes('c')] },
    ]);
    const read = Object.entries(unzipSync(zip)).map(([name, content]) => [name, new TextDecoder().decode(content)]);
    expect(read).toEqual([
      ['b/two.txt', 'onetwosix'],
      ['a.txt', ''],
      ['c.txt', 'c'],
    ]);
    expect(zip.includes('onetwosix')).toBe(true); // stored
  });

  test('asks for a member once the one before it is written: one file is open at a time', async () => {
    const open: string[] = [];
    async function* members(): AsyncGenerator<StoredMember> {
      for (const name of ['a', 'b']) {
        await Promise.resolve();
        open.push(name);
        yield { name, bytes: 1, pieces: [bytes('x')] };
        expect(open).toEqual([name]);
        open.pop();
      }
    }
    await zipOf(members());
    expect(open).toEqual([]);
  });

  test.each([
    ['shorter', 'ab'],
    ['longer', 'abcd'],
  ])('writes no ZIP around a file that became %s while it was read', async (_what, content) => {
    const member = { name: 'a.warc', bytes: 3, pieces: slowly(content) };
    await expect(zipOf([member])).rejects.toThrow(
      because('changed-while-read', { name: 'a.warc', came: content.length, bytes: 3 }),
    );
  });
});
