import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesNamed } from '../../../../electron/intake/folder/files-named.ts';
import { fileAtPath } from '../../../../electron/intake/folder/name-on-disk.ts';
import { importFile } from '../../../../electron/intake/import-file.ts';
import { FascicleError } from '../../../../shared/errors/fascicle-error.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { IntakeRoom, unstated } from '../intake-room.ts';

// From the tables of GB 2312: 微信截图, 微信图片, 通话记录.
const gbk = {
  截图: Buffer.from('cea2d0c5bdd8cdbc', 'hex'),
  图片: Buffer.from('cea2d0c5cdbcc6ac', 'hex'),
  记录: Buffer.from('cda8bbb0bcc7c2bc', 'hex'),
} as const;
const inside = (folder: string, ...name: readonly (Buffer | string)[]) =>
  Buffer.concat([Buffer.from(`${folder}/`), ...name.map((part) => Buffer.from(part))]);

/** A folder as it is when a ZIP of Chinese Windows was unpacked on Linux. */
function oddFolder(): string {
  const folder = freshFolder();
  writeFileSync(inside(folder, gbk.截图, '.png'), 'one');
  writeFileSync(inside(folder, gbk.图片, '.png'), 'two');
  mkdirSync(inside(folder, gbk.记录));
  writeFileSync(inside(folder, gbk.记录, '/', gbk.截图, '.txt'), 'three');
  return folder;
}

/** What the command is handed: whoever starts a program gives bytes, and Node makes text of them. */
const asHanded = (path: Buffer) => path.toString('utf8');

describe('a name on disk that is not UTF-8', () => {
  it('is read with the other names of its folder, whole paths of such names too', () => {
    const folder = oddFolder();
    const { files } = filesNamed([folder]);
    expect(files.map(({ shown }) => shown)).toEqual(
      ['微信图片.png', '微信截图.png', '通话记录/微信截图.txt'].map((name) => join(folder, name)),
    );
  });

  it('imports, from its folder and by its path, with its bytes in a warning', async () => {
    const folder = freshFolder();
    writeFileSync(inside(folder, 'c-', gbk.截图, '.txt'), 'what was said');
    const room = new IntakeRoom();
    const { record } = await importFile(asHanded(inside(folder, 'c-', gbk.截图, '.txt')), unstated, room.services);
    if (record.kind !== 'import') throw new Error('no import');
    expect(record.fileName).toBe('c-微信截图.txt');
    expect(record.artifacts[0]?.bytes).toBe('what was said'.length);
    expect(record.warnings).toContainEqual({
      code: 'name-not-utf8',
      params: { charset: 'GB18030', bytes: '632dcea2d0c5bdd8cdbc2e747874' },
    });
  });

  it('that two files share once it is text is refused by its path, and both import by the folder', () => {
    // 甲 and 丁: no byte of either is UTF-8, and as text both are two U+FFFD.
    const twins = freshFolder();
    for (const name of ['bcd7', 'b6a1']) writeFileSync(inside(twins, Buffer.from(name, 'hex')), name);
    expect(() => fileAtPath(asHanded(inside(twins, Buffer.from('bcd7', 'hex'))))).toThrow(FascicleError);
    expect(filesNamed([twins]).files.map(({ shown }) => shown)).toEqual([join(twins, '丁'), join(twins, '甲')]);
  });

  it('in a folder of such a name is found by its path', () => {
    const folder = oddFolder();
    const { name, path } = fileAtPath(asHanded(inside(folder, gbk.记录, '/', gbk.截图, '.txt')));
    expect(name).toBe('微信截图.txt');
    expect(Buffer.from(path)).toEqual(inside(folder, gbk.记录, '/', gbk.截图, '.txt'));
  });

  it('holding a real U+FFFD is that file and no other', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a\ufffd.txt'), 'itself');
    writeFileSync(inside(folder, 'a', Buffer.from([0xff]), '.txt'), 'another');
    expect(fileAtPath(join(folder, 'a\ufffd.txt'))).toMatchObject({ name: 'a\ufffd.txt', judged: null });
  });
});

describe('a folder that is imported', () => {
  it('means each file in it and below, numbers in their order, as find(1) finds them', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, '2/sub'), { recursive: true });
    for (const name of ['10.jpg', '9.jpg', '2/b.txt', '2/a.txt', '2/sub/c.txt', '100.jpg', '010.jpg'])
      writeFileSync(join(folder, name), name);
    const { files, leftOut } = filesNamed([folder]);
    const shown = files.map((one) => one.shown);
    const found = execFileSync('find', [folder, '-type', 'f'], { encoding: 'utf8' }).trim().split('\n');
    expect(shown.toSorted()).toEqual(found.toSorted());
    expect(shown.map((path) => path.slice(folder.length + 1))).toEqual([
      '2/a.txt',
      '2/b.txt',
      '2/sub/c.txt',
      '9.jpg',
      '010.jpg',
      '10.jpg',
      '100.jpg',
    ]);
    expect(leftOut).toEqual([]);
  });

  it('tells what lies in it and is not imported: links, pipes, hidden files, folders that cannot be opened, nothing at all', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.txt'), 'a');
    symlinkSync('/etc', join(folder, 'away'));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const name of ['.DS_Store', 'Thumbs.db', '~$letter.docx']) writeFileSync(join(folder, name), '');
    const empty = freshFolder();
    const { files, leftOut } = filesNamed([folder, empty]);
    expect(files.map(({ shown }) => shown)).toEqual([join(folder, 'a.txt')]);
    expect(leftOut.map(({ shown, as, why }) => [shown.replace(`${folder}/`, ''), as, why])).toEqual([
      ['.DS_Store', 'system', 'cause:left-by-system'],
      ['Thumbs.db', 'system', 'cause:left-by-system'],
      ['away', 'other', 'cause:is-link'],
      ['b.txt', 'other', 'cause:is-link'],
      ['pipe', 'other', 'cause:not-a-file'],
      ['~$letter.docx', 'system', 'cause:left-by-system'],
      [empty, 'other', 'cause:folder-empty'],
    ]);
  });

  it('of a case has nothing to import, and that is told once', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'a.fascicle', 'objects'), { recursive: true });
    for (const name of ['a.fascicle/case.db', 'a.fascicle/objects/00', 'b.txt'])
      writeFileSync(join(folder, name), name);
    const { files, leftOut } = filesNamed([folder]);
    expect(files.map(({ shown }) => shown)).toEqual([join(folder, 'b.txt')]);
    expect(leftOut.map(({ shown, as, why }) => [shown, as, why])).toEqual([
      [join(folder, 'a.fascicle'), 'other', 'cause:folder-of-case'],
    ]);
  });

  it('nested without end is refused before anything of it is imported', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, ...Array.from({ length: 14 }, () => 'd')), { recursive: true });
    expect(() => filesNamed([folder])).toThrow(expect.objectContaining({ code: 'folder-too-deep' }) as Error);
  });
});
