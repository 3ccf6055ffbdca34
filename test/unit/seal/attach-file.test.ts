import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachFile } from '../../../electron/seal/attach-file.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { firstItem, sealingRoom } from './sealing-room.ts';

const file = join(freshFolder(), '存证证书.pdf');
writeFileSync(file, '%PDF-1.4 certificate');

describe('what a preservation service gave back', () => {
  it('is kept byte for byte and named in the custody log', async () => {
    const { caseFile, acts } = sealingRoom();
    const attachment = await attachFile(caseFile, {
      item: firstItem.slice(0, 36),
      file,
      kind: 'certificate',
      number: '存字1号',
    });
    expect(attachment).toMatchObject({
      item: firstItem,
      kind: 'certificate',
      number: '存字1号',
      file: { name: '存证证书.pdf' },
    });
    expect(readFileSync(caseFile.objectPath(attachment.file.sha256), 'utf8')).toBe('%PDF-1.4 certificate');
    expect(acts()).toEqual([{ act: 'attachment-added', subject: firstItem, value: attachment }]);
    expect(caseFile.item(firstItem).attachments).toEqual([attachment]);
  });

  it('is not attached twice, but may come again under another number', async () => {
    const { caseFile } = sealingRoom();
    await attachFile(caseFile, { item: firstItem, file, kind: 'deposit', number: '1' });
    await expect(attachFile(caseFile, { item: firstItem, file, kind: 'deposit', number: '1' })).rejects.toMatchObject({
      code: 'already-attached',
    });
    await attachFile(caseFile, { item: firstItem, file, kind: 'deposit', number: '2' });
    expect(caseFile.item(firstItem).attachments.map(({ number }) => number)).toEqual(['1', '2']);
  });

  it('that is missing or a folder is refused, and nothing is noted', async () => {
    const { caseFile, acts } = sealingRoom();
    const given = { item: firstItem, kind: 'deposit', number: null } as const;
    await expect(attachFile(caseFile, { ...given, file: `${file}.not` })).rejects.toMatchObject({
      code: 'file-missing',
    });
    await expect(attachFile(caseFile, { ...given, file: tmpdir() })).rejects.toMatchObject({ code: 'file-is-folder' });
    expect(acts()).toEqual([]);
  });
});
