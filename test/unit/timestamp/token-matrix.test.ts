import { execFileSync } from 'node:child_process';
import { createHash, webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { because } from '../../../shared/cause.ts';
import { readAnswer, timeStampRequest } from '../../../shared/timestamp/request.ts';
import { verifyToken, type TokenQuestion } from '../../../shared/timestamp/verify-token.ts';
import { webCryptoPrimitives } from '../../../shared/timestamp/web-crypto.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';
import {
  certificatePem,
  issue,
  revocationList,
  uses,
  type Identity,
  type Wanted,
} from '../../fixtures/pki/certificates.ts';
import { forgeToken, type TokenWishes } from '../../fixtures/pki/tokens.ts';

const primitives = webCryptoPrimitives(webcrypto.subtle);
const data = Buffer.from('保全数据 what is stamped');
const hashed = (name: string, bytes: Buffer = data) => createHash(name).update(bytes).digest('hex');
const digests = { 'SHA-256': hashed('sha256'), 'SHA-384': hashed('sha384'), SM3: hashed('sm3') };

let authority: Authority;
let root: Identity;
let tsa: Identity;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fascicle-matrix-'));
  authority = await startAuthority();
  root = issue({ name: 'Matrix Root', ca: true });
  tsa = issue({ name: 'Matrix TSA', issuer: root, extendedUse: [uses.timeStamping] });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await authority.close();
});

const ask = (token: Uint8Array, more: Partial<TokenQuestion> = {}) =>
  verifyToken({ token, digests, anchors: [root.certificate], ...more }, primitives);
const forge = (wishes: Partial<TokenWishes> = {}) => forgeToken({ signer: tsa, digest: digests['SHA-256'], ...wishes });
const issued = (more: Partial<Wanted>) =>
  issue({ name: 'Odd TSA', issuer: root, extendedUse: [uses.timeStamping], ...more });

/** What `openssl ts -verify` says of the same token: printed beside ours, as the reference's matrix has it. */
function openssl(token: Uint8Array, anchor: Identity = root, at?: string): boolean {
  const file = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  try {
    execFileSync(
      'openssl',
      [
        'ts', '-verify', '-data', file('data', data), '-token_in', '-in', file('token', token),
        '-CAfile', file('root.pem', certificatePem(anchor)), '-untrusted', file('untrusted.pem', certificatePem(tsa)),
        ...(at === undefined ? [] : ['-attime', String(Date.parse(at) / 1000)]),
      ], // prettier-ignore
      { stdio: 'ignore' },
    );
    return true;
  } catch {
    return false;
  }
}

describe('a token that must be refused', () => {
  const rows: [string, string, () => Promise<{ token: Uint8Array; more?: Partial<TokenQuestion> }> | { token: Uint8Array; more?: Partial<TokenQuestion> }, boolean?][] = [
    ['signed by a certificate without extended key usage', 'token-signer-unfit', () => ({ token: forge({ signer: issue({ name: 'No EKU', issuer: root }) }) })],
    ['signed by a code-signing certificate', 'token-signer-unfit', () => ({ token: forge({ signer: issued({ extendedUse: [uses.codeSigning] }) }) })],
    ['whose key usage is not critical', 'token-signer-unfit', () => ({ token: forge({ signer: issued({ extendedUseCritical: false }) }) })],
    ['whose certificate has another use beside', 'token-signer-unfit', () => ({ token: forge({ signer: issued({ extendedUse: [uses.timeStamping, uses.codeSigning] }) }) })],
    ['whose key may encipher keys too', 'token-signer-unfit', () => ({ token: forge({ signer: issued({ keyUse: [0, 2] }) }) })],
    ['whose key may only encipher keys', 'token-signer-unfit', () => ({ token: forge({ signer: issued({ keyUse: [2] }) }) })],
    ['whose key may sign certificates too', 'token-signer-unfit', () => ({ token: forge({ signer: issued({ keyUse: [0, 1, 5] }) }) })],
    ['whose key may be used for nothing', 'token-signer-unfit', () => ({ token: forge({ signer: issued({ keyUse: [] }) }) })],
    ['whose signer is named by another key', 'token-signer-missing', () => ({ token: forge({ byKeyOf: issue({ name: 'Matrix TSA', issuer: root }) }) })],
    ['whose signature names no certificate', 'token-certificate-unbound', () => ({ token: forge({ bound: null }) })],
    ['that another authority signed again', 'token-certificate-unbound', () => ({ token: forge({ signer: issued({ name: 'Other TSA' }), bound: tsa }) })],
    ['with bytes behind it', 'token-unreadable', () => ({ token: Buffer.concat([forge(), Buffer.of(0, 0)]) }), true],
    ['over a SHA-1', 'token-weak-imprint', () => ({ token: forge({ digest: hashed('sha1'), hashId: '1.3.14.3.2.26' }) }), true],
    ['with another nonce than asked for', 'token-nonce-differs', () => ({ token: forge({ nonce: '0102030405060708' }), more: { nonce: '0807060504030201' } }), true],
    ['over other data', 'token-imprint-differs', () => ({ token: forge({ digest: hashed('sha256', Buffer.from('other')) }) })],
    ['of an authority with another root', 'token-untrusted', () => ({ token: forge({ signer: issue({ name: 'Evil', issuer: issue({ name: 'Evil Root', ca: true }), extendedUse: [uses.timeStamping] }) }) })],
    ['that brings its own root', 'token-untrusted', () => {
      const evil = issue({ name: 'Matrix Root', ca: true });
      const signer = issue({ name: 'Evil', issuer: evil, extendedUse: [uses.timeStamping] });
      return { token: forge({ signer, embedded: [signer, evil] }) };
    }],
    ['whose certificate was expired at the time it states', 'token-not-valid-then', () => ({ token: forge({ signer: issued({ to: '2025-01-01T00:00:00Z' }) }) })],
    ['whose content was changed after signing', 'token-content-differs', () => ({ token: forge({ afterHash: (content) => { const copy = content.slice(); copy[copy.length - 3] = 0x31; return copy; } }) })],
    ['issued by a certificate that is no authority', 'token-issuer-unfit', () => {
      const signer = issue({ name: 'Sub', issuer: tsa, extendedUse: [uses.timeStamping] });
      return { token: forge({ signer, embedded: [signer, tsa] }) };
    }],
    ['under another policy than asked for', 'token-policy-differs', () => ({ token: forge(), more: { policy: '1.2.3.4.9' } }), true],
    ['whose certificate was revoked before', 'token-revoked', () => ({ token: forge(), more: { revocation: { crls: [revocationList(root, [{ certificate: tsa.certificate, at: '2025-06-01T00:00:00Z', reason: 4 }])], ocsp: [] } } }), true],
    ['whose key was compromised, even later', 'token-revoked', () => ({ token: forge(), more: { revocation: { crls: [revocationList(root, [{ certificate: tsa.certificate, at: '2026-06-01T00:00:00Z', reason: 1 }])], ocsp: [] } } }), true],
    ['that is no token at all', 'token-unreadable', () => ({ token: Buffer.from('not a token') })],
    ['cut short', 'token-unreadable', () => ({ token: forge().subarray(0, 300) })],
    ['that is empty', 'token-unreadable', () => ({ token: new Uint8Array(0) })],
  ]; // prettier-ignore

  test.each(rows)('%s (%s)', async (_, code, make, opensslIsNotAsked) => {
    const { token, more } = await make();
    const { good, findings } = await ask(token, more);
    expect(good).toBe(false);
    expect(findings.map((finding) => finding.code)).toContain(code);
    if (!opensslIsNotAsked) expect(openssl(token, root, '2026-01-01T00:00:00Z')).toBe(false);
  });
});

describe('a token that must be accepted', () => {
  const issuedByOther = issue({ name: 'Long gone', ca: true });
  test.each<[string, () => { token: Uint8Array; more?: Partial<TokenQuestion> }, 'openssl agrees'?]>([
    ['plain', () => ({ token: forge() }), 'openssl agrees'],
    ['with the old ESSCertID', () => ({ token: forge({ essVersion: 1 }) }), 'openssl agrees'],
    ['whose certificate expired since', () => ({ token: forge({ signer: issued({ to: '2026-02-01T00:00:00Z' }) }) }), 'openssl agrees'],
    ['over an SM3', () => ({ token: forge({ digest: digests.SM3, hashId: '1.2.156.10197.1.401' }) }), 'openssl agrees'],
    ['without its certificate inside, where it was kept beside', () => ({ token: forge({ embedded: [] }), more: { pool: [tsa.certificate] } })],
    ['whose key is for signatures alone', () => ({ token: forge({ signer: issued({ keyUse: [0] }) }) }), 'openssl agrees'],
    ['whose key is for commitments alone', () => ({ token: forge({ signer: issued({ keyUse: [1] }) }) }), 'openssl agrees'],
    ['whose signer is named by its key', () => ({ token: forge({ byKeyOf: tsa }) })],
    ['signed with RSA', () => ({ token: forge({ signer: issued({ key: 'rsa' }) }) }), 'openssl agrees'],
    ['with foreign certificates inside', () => ({ token: forge({ embedded: [issuedByOther, tsa] }) })],
    ['whose certificate was superseded later', () => ({ token: forge(), more: { revocation: { crls: [revocationList(root, [{ certificate: tsa.certificate, at: '2026-06-01T00:00:00Z', reason: 4 }])], ocsp: [] } } })],
    ['with a good revocation list', () => ({ token: forge(), more: { revocation: { crls: [revocationList(root, [])], ocsp: [] } } })],
  ])('%s', async (_, make, kept) => {
    const { token, more } = make();
    const { good, findings } = await ask(token, more);
    expect(findings.filter(({ rank }) => rank !== 'note')).toEqual([]);
    expect(good).toBe(true);
    if (kept === 'openssl agrees') expect(openssl(token, root, '2026-01-01T00:00:00Z')).toBe(true);
  }); // prettier-ignore
});

test('a certificate with extensions is of version 3; without them it may be of any', () => {
  const versionOf = (wanted: Partial<Wanted>) => () =>
    issue({ name: 'Old', ca: true, ...wanted }).certificate.extensions.size;
  expect([versionOf({ extended: false, version: 0 })(), versionOf({ extended: false, version: 2 })()]).toEqual([0, 0]);
  expect(versionOf({ version: 2 })()).toBe(3);
  for (const version of [0, 1, 3]) expect(versionOf({ version })).toThrow(because('der-extensions-version'));
});

test('a token of openssl’s own authority is good, and its bits cannot be turned without notice', async () => {
  const nonce = 'a1b2c3d4e5f60718';
  const answer = readAnswer(authority.reply(timeStampRequest(digests['SHA-256'], nonce, null)));
  if ('refused' in answer) throw new Error(answer.refused);
  const question = { digests, anchors: [authority.root.certificate], nonce };
  const verdict = await verifyToken({ ...question, token: answer.token }, primitives);
  expect(verdict.findings.filter(({ rank }) => rank !== 'note')).toEqual([]);
  expect(verdict.path?.map(({ subjectText }) => subjectText)).toEqual([
    'CN=测试时间戳服务 Test TSA',
    'CN=测试中间证书 Test Intermediate',
    'CN=测试根证书 Test Root',
  ]);
  const good = verdict.info;
  let accepted = 0;
  for (let at = 0; at < answer.token.length; at += 3) {
    const flipped = answer.token.slice();
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    const { good: still, info } = await verifyToken({ ...question, token: flipped }, primitives);
    if (!still) continue;
    accepted += 1;
    expect(info).toEqual(good); // unsigned wrapping may be malleable; what is stated may not
  }
  expect(accepted).toBeLessThan(answer.token.length / 12);
});
