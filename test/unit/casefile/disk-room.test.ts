import { mkdirSync, readdirSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../electron/intake/import-file.ts';
import { receivePackage } from '../../../electron/intake/packages/receive-package.ts';
import { attachFile } from '../../../electron/seal/attach-file.ts';
import { openPackage } from '../../../electron/workbench/packages/open-package.ts';
import { explain } from '../../../shared/errors/fascicle-error.ts';
import { someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { IntakeRoom, unstated } from '../intake/intake-room.ts';

/** A file that states more bytes than the disk has room for, and has none of them. */
function tooLarge(folder = freshFolder()): string {
  const { bavail, bsize } = statfsSync(folder);
  const path = join(folder, 'vast.pdf');
  writeFileSync(path, '%PDF-1.7\n');
  truncateSync(path, bavail * bsize + 2 ** 30);
  return path;
}

/** Everything of a case that is an object, or on its way to become one. */
function stored(folder: string): readonly string[] {
  return ['objects', 'tmp'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

describe('a file that the disk has no room for is refused before a byte of it is copied', () => {
  const { caseFile, services } = new IntakeRoom();
  const { item } = caseFile.addItem(someCapture(caseFile, '一'));
  const vast = tooLarge();
  const importVast = () => importFile(vast, unstated, services);

  const writes: Readonly<Record<string, () => unknown>> = {
    import: importVast,
    attach: () => attachFile(caseFile, { item, file: vast, kind: 'deposit', number: null }),
    receive: () => {
      const folder = freshFolder();
      mkdirSync(join(folder, 'data'));
      tooLarge(join(folder, 'data'));
      return openPackage(folder).then(({ source }) =>
        receivePackage(caseFile, source, {
          path: folder,
          signal: services.signal,
          onFile: () => undefined,
          verify: () => Promise.reject(new Error('it was copied')),
        }),
      );
    },
  };

  test.each(Object.keys(writes))('%s', async (name) => {
    const before = stored(caseFile.folder);
    await expect(Promise.resolve().then(() => writes[name]?.())).rejects.toMatchObject({ code: 'no-room' });
    expect(stored(caseFile.folder)).toEqual(before);
  });

  test('and that is said with both sizes, and what to do', async () => {
    const error = await importVast().catch((one: unknown) => one);
    const { params } = error as { params: Record<string, string | number> };
    expect(Number(params['needed'])).toBeGreaterThan(Number(params['free']));
    expect(explain('no-room', params, 'en').message).toContain(vast);
    expect(explain('no-room', params, 'en').evidence).toMatch(/Nothing was stored/);
    expect(explain('no-room', params, 'zh-CN').evidence).toMatch(/未写入任何内容/);
  });
});
