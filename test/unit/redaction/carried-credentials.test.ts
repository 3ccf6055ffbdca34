import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealCredentials } from '../../../electron/capture/seal-credentials.ts';
import { Cleaner } from '../../../electron/capture/sealing/cleaner.ts';
import type { WritableCase } from '../../../electron/casefile/case-handles.ts';
import { credentialsCarried, learntCredentials } from '../../../electron/casefile/learnt-credentials.ts';
import { exportDigests } from '../../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../../electron/seal/packages/export-package.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { context, freshCase, someCapture } from '../../fixtures/case-room.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { spawnChild } from '../../fixtures/runner/spawn-child.ts';
import { importedRecord } from '../../fixtures/made/imported-record.ts';

const token = 'Qm7xR2vT9kLp4Wz8Yd3N';
const { signal } = new AbortController();
const salt = new Uint8Array(16).fill(7);

let caseFile: WritableCase;
beforeEach(() => {
  caseFile = freshCase();
});
afterEach(() => caseFile.close());

/** A capture that learnt the token. */
async function captured(text = '一篇报道', change: Partial<CaptureRecord> = {}, carried: readonly string[] = [token]) {
  const objects = caseFile.lateObjects();
  const cleaner = new Cleaner(spawnChild, objects, () => caseFile.scratch());
  const record = { ...someCapture(caseFile, text), ...change };
  const sealed = await sealCredentials(objects, record, carried, salt, cleaner);
  await objects.settle();
  return caseFile.addItem(sealed);
}

async function pdfSaying(text: string): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  made.addPage([400, 300]).drawText(text, { font, size: 12, x: 20, y: 200 });
  return made.save();
}

function imported(name: string, mediaType: string, content: Uint8Array, pages = 1) {
  const as = mediaType === 'application/pdf' ? ({ as: 'document', count: pages } as const) : ({ as: 'text' } as const);
  return caseFile.addItem({
    ...importedRecord(itemId(9, context.clockAndRandom.random(10)), as),
    artifacts: [{ role: 'original', name, mediaType, ...caseFile.objects.putBytes(content) }],
  });
}

const link = `https://a.example/r?sid=${token}`;
const mail = `From: a@b.example\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`见 ${link}`).toString('base64')}\r\n`;
const carriers: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>, RegExp])[] = [
  ['a.pdf', 'application/pdf', () => pdfSaying(link), /^a\.pdf#\d+$/],
  ['a.eml', 'message/rfc822', () => strToU8(mail), /^a\.eml$/],
  ['a.zip', 'application/zip', () => zipSync({ 'b.eml': strToU8(mail) }), /^a\.zip!\/b\.eml$/],
  ['a.gz', 'application/gzip', () => gzipSync(Buffer.from(`x${link}`, 'utf16le')), /^a\.gz!$/],
  [
    'a.docx',
    'application/vnd.openxmlformats',
    () => zipSync({ 'word/document.xml': strToU8(`<w:t>Qm7xR2vT9kL</w:t><w:t>p4Wz8Yd3N</w:t>`) }),
    /^a\.docx!\/word\/document\.xml$/,
  ],
];

describe('a credential that a capture learnt', () => {
  test.each(carriers)('is found in %s', async (name, mediaType, content, where) => {
    await captured();
    const values = learntCredentials(caseFile, caseFile.items());
    expect(values).toEqual([token]);
    const found = await credentialsCarried(caseFile, imported(name, mediaType, await content()), values, signal);
    expect(found).toEqual([expect.stringMatching(where)]);
    const other = imported(`o-${name}`, 'text/plain', strToU8('https://a.example/r?sid=Another7Token2Of3Others9'));
    expect(await credentialsCarried(caseFile, other, values, signal)).toEqual([]);
  });

  test('is kept sealed, salted, and without what the page shows or a login session carried', async () => {
    const { record } = await captured();
    const kept = record.artifacts.find(({ role }) => role === 'credentials');
    expect(JSON.parse(Buffer.from(caseFile.readObject(kept?.sha256 ?? '')).toString())).toEqual({
      v: 1,
      salt: '07'.repeat(16),
      values: [token],
    });
    const shown = await captured(`你的邀请码：${token}`, { item: itemId(2, new Uint8Array(10)) });
    expect(shown.record.artifacts.some(({ role }) => role === 'credentials')).toBe(false);
    expect(shown.record.warnings.map(({ code }) => code)).toContain('credential-shown');
    const session = {
      session: itemId(4, new Uint8Array(10)),
      since: '2019-05-06T00:00:00.000Z',
      address: 'https://a.example/',
      cookies: 1,
    };
    const inside = await captured('x', { item: itemId(3, new Uint8Array(10)), session });
    expect(inside.record.artifacts.some(({ role }) => role === 'credentials')).toBe(false);
  });

  test('and a one-time code is said where the page shows it; nothing of the words is replaced', async () => {
    const text = '【青禾小贷】您的验证码是482913，5分钟内有效。';
    const { record } = await captured(text, {}, []);
    expect(record.warnings).toContainEqual({ code: 'one-time-code-shown', params: { count: 1 } });
    const kept = record.artifacts.find(({ role }) => role === 'text');
    expect(Buffer.from(caseFile.readObject(kept?.sha256 ?? '')).toString()).toContain('482913');
    const none = await captured('输入验证码后登录', { item: itemId(2, new Uint8Array(10)) }, []);
    expect(none.record.warnings.map(({ code }) => code)).not.toContain('one-time-code-shown');
  });

  test('of an older capture is that of its address', () => {
    caseFile.addItem({ ...someCapture(caseFile, 'x'), url: link, finalUrl: link });
    expect(learntCredentials(caseFile, caseFile.items())).toContain(token);
  });

  test('of some hundred others, each in many spellings, is found as well', async () => {
    const others = Array.from({ length: 300 }, (_, n) => `Zk${n}q7X${n * 7}vB3w${n}`).filter((one) => one.length >= 12);
    await captured('x', {}, [...others, token]);
    const values = learntCredentials(caseFile, caseFile.items());
    expect(values.length).toBeGreaterThan(250);
    const hex = Buffer.concat([
      Buffer.from([0, 1, 2]),
      Buffer.from(Buffer.from(token).toString('hex')),
      Buffer.alloc(9),
    ]);
    expect(await credentialsCarried(caseFile, imported('a.bin', 'application/x', hex), values, signal)).toEqual([
      'a.bin',
    ]);
    const none = Buffer.concat([Buffer.from([0, 1, 2]), Buffer.alloc(60_000, 'Zk1q7')]);
    expect(await credentialsCarried(caseFile, imported('b.bin', 'application/x', none), values, signal)).toEqual([]);
  });
});

describe('an imported file that carries it', () => {
  test('is named with the bundle, the package and the ZIP for a deposit; the credential itself is not', async () => {
    const capture = await captured();
    const document = imported('a.pdf', 'application/pdf', await pdfSaying(link));
    const exhibit = { group: 'g', source: 's', purpose: 'p' };
    caseFile.logEvent('exhibits-set', {
      exhibits: [
        { ...exhibit, item: capture.item, title: 't' },
        { ...exhibit, item: document.item, title: 'u' },
      ],
    });
    const built = await buildIn(caseFile);
    const named = built.problems.filter(({ code }) => code === 'credential-carried');
    expect(named).toMatchObject([
      { where: '2', rank: 'warn', message: expect.stringMatching(/^a\.pdf#\d+ /) as string },
    ]);
    expect(JSON.stringify(built.problems)).not.toContain(token);

    const out = join(freshFolder(), 'p');
    const services = { program: 'p', page: new Uint8Array(), signal, onFile: () => undefined, ask: null };
    const handed = await exportPackage(caseFile, out, { edition: 'filing', passphrase: null }, services);
    const inPackage = expect.stringMatching(new RegExp(`^data/items/${document.item}/files/a\\.pdf#\\d+$`)) as string;
    expect(handed.carried).toEqual([inPackage]);
    expect(readFileSync(join(out, 'DISCLOSURE.txt'), 'utf8')).toContain('credentials.json');

    const deposit = freshFolder();
    const { carried, archives } = await exportDigests(caseFile, deposit, { signal, onEvent: () => undefined });
    expect(carried).toHaveLength(1);
    expect(carried[0]).toMatch(new RegExp(`^${document.item}\\.zip!/${document.item}/files/a\\.pdf#\\d+$`));
    const zip = archives.find(({ item }) => item === capture.item);
    const files = unzipSync(readFileSync(zip?.path ?? ''));
    const list = strFromU8(files[`${capture.item}/DISCLOSURE.txt`] ?? new Uint8Array());
    expect(list).toContain('credentials.json');
    expect(Object.keys(files).filter((name) => name.endsWith('credentials.json'))).toEqual([]);
  });
});
