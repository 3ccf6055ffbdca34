import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attachFile } from '../../../electron/seal/attach-file.ts';
import { checkAttached } from '../../../electron/seal/check-attached.ts';
import { exportDigests } from '../../../electron/seal/packages/export-digests.ts';
import { checkedInWords } from '../../../electron/workbench/items/attached.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { issue, uses } from '../../fixtures/pki/certificates.ts';
import { answerAround, forgeToken } from '../../fixtures/pki/tokens.ts';
import { firstItem, sealingRoom, secondItem } from './sealing-room.ts';

const root = issue({ name: 'Deposit Root', ca: true });
const tsa = issue({ name: 'Deposit TSA', issuer: root, extendedUse: [uses.timeStamping] });
const anchors = [root.certificate];

/** What an item's attached file is found to be. */
async function found(bytes: (item: { record: string; file: string; zip: string }) => Uint8Array, trusted = anchors) {
  const { caseFile, out } = sealingRoom();
  const { archives } = await exportDigests(caseFile, out(), {
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });
  const state = caseFile.item(firstItem);
  const zip = archives.find(({ item }) => item === firstItem)?.sha256 ?? '';
  const file = join(freshFolder(), 'deposit.tsa');
  writeFileSync(file, bytes({ record: state.recordSha256, file: state.record.artifacts[0]?.sha256 ?? '', zip }));
  await attachFile(caseFile, { item: firstItem, file, kind: 'deposit', number: '存字2号' });
  const [checked] = await checkAttached(caseFile, caseFile.item(firstItem), trusted);
  expect(await checkAttached(caseFile, caseFile.item(secondItem), trusted)).toEqual([]);
  caseFile.close();
  if (!checked) throw new Error('nothing was checked');
  return checkedInWords(checked, 'en');
}

describe('a token that a deposit service gave back', () => {
  test('is good over the item’s record, one of its files, or the ZIP that was made of it, and says over which', async () => {
    const token = (digest: string) => forgeToken({ signer: tsa, digest, embedded: [tsa, root] });
    expect(await found(({ record }) => token(record))).toMatchObject({
      verdict: 'good',
      detail: expect.stringContaining('record.json'),
    });
    expect(await found(({ file }) => token(file))).toMatchObject({
      verdict: 'good',
      detail: expect.stringContaining('source.html'),
    });
    const zip = await found(({ zip: digest }) => answerAround(token(digest)));
    expect(zip).toMatchObject({
      verdict: 'good',
      number: '存字2号',
      detail: expect.stringContaining(`${firstItem}.zip`),
    });
    expect(zip.detail).toContain('Deposit TSA');
  });

  test('over anything else is bad; of a service that is not trusted here it is unknown, with the reason', async () => {
    const other = await found(() => forgeToken({ signer: tsa, digest: 'ab'.repeat(32), embedded: [tsa, root] }));
    expect(other.verdict).toBe('bad');
    const stranger = await found(
      ({ record }) => forgeToken({ signer: tsa, digest: record, embedded: [tsa, root] }),
      [],
    );
    expect(stranger).toMatchObject({ verdict: 'unknown', detail: expect.stringContaining('record.json') });
  });

  test('that is none is said not to be checked', async () => {
    expect(await found(() => Buffer.from('%PDF-1.4 certificate'))).toMatchObject({ verdict: 'not-checked' });
    expect(await found(() => Buffer.alloc(300_000, 0x30))).toMatchObject({ verdict: 'not-checked' });
    expect(await found(() => Buffer.alloc(0))).toMatchObject({ verdict: 'not-checked' });
  });
});
