import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

let caseFile: WritableCase;
beforeEach(() => {
  caseFile = freshCase();
});
afterEach(() => caseFile.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
/** All files below a folder of the case. */
const filesBelow = (folder: string) =>
  readdirSync(join(caseFile.folder, folder), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

describe('objects that are settled late', () => {
  test('stand under no name before, can be read meanwhile, and stand under theirs afterwards', async () => {
    const before = filesBelow('objects').length;
    const late = caseFile.lateObjects();
    const from = join(caseFile.scratch(), 'file');
    writeFileSync(from, 'from a file');
    const stored = [late.putBytes(bytesOf('from memory')), late.putFile(from)];
    const texts = ['from memory', 'from a file'];

    expect(stored.map(({ sha256 }) => textOf(late.readObject(sha256)))).toEqual(texts);
    expect(stored.map(({ sha256 }) => existsSync(caseFile.objectPath(sha256)))).toEqual([false, false]);
    expect(filesBelow('objects').length).toBe(before);

    await late.settle();
    expect(stored.map(({ sha256 }) => textOf(caseFile.readObject(sha256)))).toEqual(texts);
    expect(stored.map(({ sha256 }) => textOf(late.readObject(sha256)))).toEqual(texts);
    expect(stored.map(({ bytes }) => bytes)).toEqual([11, 11]);
  });

  test('an item is refused while a file of it is not settled', async () => {
    const late = caseFile.lateObjects();
    const record = someCapture(caseFile, '正文');
    const more = { role: 'dom', name: 'dom.html', mediaType: 'text/html', ...late.putBytes(bytesOf('<p>')) } as const;
    const item = { ...record, artifacts: [...record.artifacts, more] };
    expect(() => caseFile.addItem(item)).toThrow(expect.objectContaining({ code: 'object-missing' }));
    expect(caseFile.items()).toEqual([]);
    await late.settle();
    expect(caseFile.addItem(item).record.artifacts).toContainEqual(more);
  });

  test('leave nothing when they are discarded, whatever another work stored of the same bytes', async () => {
    const [kept, dropped] = [caseFile.lateObjects(), caseFile.lateObjects()];
    const { sha256 } = kept.putBytes(bytesOf('the same'));
    dropped.putBytes(bytesOf('the same'));
    const alone = dropped.putBytes(bytesOf('another'));
    await kept.settle();
    await dropped.discard();
    expect(textOf(caseFile.readObject(sha256))).toBe('the same');
    expect(existsSync(caseFile.objectPath(alone.sha256))).toBe(false);
    expect(filesBelow('tmp').filter(({ name }) => name.startsWith('object-'))).toEqual([]);
  });

  test('replace a damaged object of the same name, and keep a whole one', async () => {
    const { sha256 } = caseFile.objects.putBytes(bytesOf('whole'));
    const late = caseFile.lateObjects();
    late.putBytes(bytesOf('whole'));
    late.putBytes(bytesOf('whole'));
    await late.settle();
    expect(textOf(caseFile.readObject(sha256))).toBe('whole');
    expect(filesBelow('tmp').filter(({ name }) => name.startsWith('object-'))).toEqual([]);
  });
});
