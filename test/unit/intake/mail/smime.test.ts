import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodePrimitives } from '../../../../electron/seal/time/node-primitives.ts';
import { openedSmime } from '../../../../electron/intake/kinds/mail/smime/opened.ts';
import { readCertificate } from '../../../../shared/timestamp/certificate.ts';
import { pageTextSchema } from '../../../../shared/page/page-text.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { IntakeRoom } from '../intake-room.ts';

const room = new IntakeRoom();
afterAll(() => room.caseFile.close());
const folder = freshFolder();
const file = (name: string) => join(folder, name);
const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
const inner = [
  'Content-Type: multipart/mixed; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain; charset=utf-8',
  '',
  '合同已签。',
  '--c',
  'Content-Type: application/octet-stream; name=a.bin',
  'Content-Transfer-Encoding: base64',
  '',
  'AAECAw==',
  '--c--',
  '',
].join('\r\n');

/** A mail of openssl, from an authority and a signer that were made by it. */
const signed = (...more: readonly string[]): Buffer => {
  const head = ['-from', 'Li <li@qinghe.example>', '-to', 'b@x.example', '-subject', 's'];
  openssl('cms', '-sign', '-in', 'inner', '-signer', 'li.pem', '-inkey', 'li.key', ...head, '-out', 'out', ...more);
  return readFileSync(file('out'));
};
beforeAll(() => {
  writeFileSync(file('inner'), inner);
  const own = (name: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-subj', `/CN=${name}`];
  openssl('req', '-x509', ...own('root'), '-out', 'root.pem', '-days', '900');
  openssl('req', ...own('li'), '-out', 'li.csr');
  writeFileSync(file('ext'), 'subjectAltName=email:li@qinghe.example\nextendedKeyUsage=emailProtection\n');
  openssl(
    'x509',
    '-req',
    '-in',
    'li.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-extfile',
    'ext',
    '-out',
    'li.pem',
  );
  openssl('x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der');
});

const textOf = (record: ImportRecord) =>
  pageTextSchema.parse(JSON.parse(room.stored(record, 'page-text.json').toString('utf8')));
const codes = (record: ImportRecord) => textOf(record).notes.map(({ code }) => code);
const holds = ['smime-holds', 'smime-untrusted', 'smime-validity'];

describe('a mail signed by S/MIME', () => {
  test.each([
    ['in definite lengths', []],
    ['in BER, as it is streamed', ['-stream']],
  ])('with its content inside (%s) is opened, and its signature checked', async (_, more) => {
    const record = await room.import('opaque.eml', signed('-nodetach', ...more));
    expect(textOf(record).body.trim()).toBe('合同已签。');
    expect(textOf(record).attachments.map(({ name, bytes }) => [name, bytes])).toEqual([['a.bin', 4]]);
    expect(textOf(record).fields).toContainEqual({ name: 'Subject', value: 's' });
    expect(textOf(record).head).toContain('pkcs7-mime');
    expect(codes(record)).toEqual(['smime-opened', ...holds]);
    expect(textOf(record).notes[1]?.params).toEqual({ name: 'CN=li', addresses: 'li@qinghe.example' });
  });

  test.each([
    ['as it was sent', (mail: Buffer) => mail],
    [
      'saved with other line ends',
      (mail: Buffer) => Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
    ],
  ])('beside its content is checked, %s', async (_, saved) => {
    const record = await room.import('detached.eml', saved(signed()));
    expect(textOf(record).body.trim()).toBe('合同已签。');
    expect(codes(record)).toEqual(holds);
  });

  test('and changed afterwards is said not to hold; the content is shown all the same', async () => {
    const record = await room.import('changed.eml', signed().toString('latin1').replace('AAECAw==', 'AAECBA=='));
    expect(codes(record)).toEqual(['smime-broken']);
    expect(textOf(record).notes[0]?.params).toEqual({ name: 'CN=li', why: 'cause:signs-changed-mail' });
  });

  test('by a certificate for another address than the sender’s is said to be so', async () => {
    const record = await room.import('other.eml', signed('-from', 'wang@qinghe.example'));
    expect(textOf(record).notes.at(-1)).toEqual({
      code: 'smime-other-sender',
      params: { from: 'wang@qinghe.example', addresses: 'li@qinghe.example' },
    });
  });

  test('is not vouched for where a part stands behind the signature, or its head says its type twice', async () => {
    const mail = signed().toString('latin1');
    const mark = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
    const more = mail.replace(`--${mark}--`, `--${mark}\r\nContent-Type: text/plain\r\n\r\nmore\r\n--${mark}--`);
    expect(codes(await room.import('more.eml', more))).toContain('smime-not-checked');
    const twice = await room.import('twice.eml', `Content-Type: text/plain\r\n${mail}`);
    expect(codes(twice)).not.toContain('smime-holds');
  });

  test('without signed attributes is opened, and what it is worth not told', async () => {
    const record = await room.import('bare.eml', signed('-nodetach', '-noattr'));
    expect(textOf(record).body.trim()).toBe('合同已签。');
    expect(codes(record)).toEqual(['smime-opened', 'smime-not-verified']);
  });

  test('leads to a root only where that root is trusted', async () => {
    const anchors = [readCertificate(readFileSync(file('root.der')))];
    const { notes } = await openedSmime(signed(), { primitives: nodePrimitives, anchors: () => anchors });
    expect(notes[1]).toEqual({ code: 'smime-trusted', params: { name: 'CN=li', anchor: 'CN=root' } });
  });
});

test('an encrypted mail is said to be encrypted, and nothing of it is taken for its text', async () => {
  openssl('cms', '-encrypt', '-in', 'inner', '-from', 'li@qinghe.example', '-out', 'out', 'li.pem');
  const record = await room.import('sealed.eml', readFileSync(file('out')));
  expect(codes(record)).toContain('smime-encrypted');
  expect(codes(record)).toContain('mail-part-not-opened');
  expect(textOf(record)).toMatchObject({ body: '', absent: 'not-read' });
});

test('what only calls itself S/MIME is not opened, with the reason', async () => {
  const head = 'From: a@b.example\nSubject: s\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n';
  const record = await room.import('false.eml', `${head}Content-Transfer-Encoding: base64\n\nMIIBAEZyb206\n`);
  expect(codes(record)).toEqual(expect.arrayContaining(['smime-not-read', 'mail-part-not-opened']));
});
