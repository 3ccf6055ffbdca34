import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForToken, type AskedToken } from '../../../electron/seal/time/ask-for-token.ts';
import { signPdf, type SignedPdf } from '../../../electron/seal/sign-pdf.ts';
import { verifyBundle } from '../../../electron/verify/verify-bundle.ts';
import { signatureStampId } from '../../../shared/signature/cms.ts';
import { readSignedData } from '../../../shared/timestamp/signed-data.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { startAuthority, type Authority } from '../../fixtures/pki/authority.ts';
import { certificatePem } from '../../fixtures/pki/certificates.ts';
import { refusal } from '../../fixtures/pki/tokens.ts';
import { have, outsideTool } from '../pdf/pdf-room.ts';
import { bundleAlone, putSigned, signedParts, signer, type Signer } from './signing-room.ts';

const haveTools = have('pdfsig', 'qpdf');
const now = Date.parse('2026-11-24T22:00:00Z');

let pdf: string;
let rsa: Signer;
let ec: Signer;
let authority: Authority;
beforeAll(async () => {
  authority = await startAuthority();
  rsa = signer('rsa');
  ec = signer('ec', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']);
  pdf = await bundleAlone();
});
afterAll(() => authority.close());

const stamp = (digest: string): Promise<AskedToken> =>
  askForToken(digest, [{ url: authority.url, policy: null }], {
    fetch: globalThis.fetch,
    random: randomBytes,
    anchors: [authority.root.certificate],
    signal: new AbortController().signal,
    pauses: [],
  });

async function sign(
  from: string,
  by: Signer | null,
  how: { stamped?: boolean } = {},
): Promise<SignedPdf & { path: string }> {
  const out = join(freshFolder(), 'signed.pdf');
  const request = { pdf: from, out, identity: by?.identity ?? null, stamp: how.stamped ? stamp : null, now };
  return { ...(await signPdf(request)), path: out };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const amiss = async (path: string, by?: Signer) => {
  const anchors = [...(by ? [by.root.certificate] : []), authority.root.certificate];
  const report = await verifyBundle(path, 'en', anchors);
  return {
    ...report,
    said: report.checks.map(({ check, verdict, detail }) => `${verdict} ${check}: ${detail}`).join('\n'),
  };
};

describe('a signed bundle', () => {
  test('begins with the bundle, byte for byte, and says its hash', async () => {
    const signed = await sign(pdf, rsa);
    const base = readFileSync(pdf);
    const bytes = readFileSync(signed.path);
    expect(bytes.subarray(0, base.length).equals(base)).toBe(true);
    expect(signed).toMatchObject({
      baseSha256: sha256(base),
      baseBytes: base.length,
      sha256: sha256(bytes),
      token: null,
    });
    expect(signed.bytes).toBe(bytes.length);
  });

  test('in its bundle’s place is the bundle that the hash list names, with a signature', async () => {
    const signed = await sign(pdf, rsa);
    const signedPdf = putSigned(pdf, signed.path);
    const { verdict, unaltered, timeProven, said } = await amiss(signedPdf);
    expect({ verdict, unaltered, timeProven }, said).toEqual({
      verdict: 'PASSED',
      unaltered: 'yes',
      timeProven: 'none',
    });
    expect(said).toContain('1 signature or time stamp was appended');
    expect(said).toContain(signed.baseSha256);
    expect(said).toContain(
      'signature 1 is valid: certificate “CN=王律师 Lawyer Wang”, states that it was signed at 2026-11-24 22:00:00 UTC',
    );
    expect(said).toContain('was not verified to an authority');
    expect((await amiss(signedPdf, rsa)).said).toContain(
      'was issued under the trusted root “CN=测试签名根 Signing Root”',
    );
  });

  test('with a time stamp proves the time, and is not "not good" for want of a root', async () => {
    const signed = await sign(pdf, ec, { stamped: true });
    const signedPdf = putSigned(pdf, signed.path);
    const { verdict, timeProven, said } = await amiss(signedPdf, ec);
    expect({ verdict, timeProven }, said).toEqual({ verdict: 'PASSED', timeProven: 'proven' });
    expect(said).toMatch(/signature 1 existed before 20\d\d-/);
    const untrusting = await verifyBundle(signedPdf, 'en', []);
    expect(untrusting).toMatchObject({ verdict: 'INDETERMINATE', unaltered: 'yes', timeProven: 'none' });
  });

  test('is not written where the time stamp that was asked for is refused', async () => {
    const out = join(freshFolder(), 'signed.pdf');
    authority.misbehave(() => ({ body: refusal('余额不足') }));
    await expect(signPdf({ pdf, out, identity: rsa.identity, stamp, now })).rejects.toMatchObject({
      code: 'stamp-refused',
      params: { why: expect.stringContaining(encodeURIComponent(encodeURIComponent('余额不足'))) },
    });
    authority.misbehave(null);
    expect(existsSync(out)).toBe(false);
  });

  test('can be signed again and stamped as a whole; all of it is checked', async () => {
    const one = await sign(pdf, rsa);
    const two = await sign(one.path, ec, { stamped: true });
    const three = await sign(two.path, null, { stamped: true });
    const { verdict, timeProven, said } = await amiss(putSigned(pdf, three.path), rsa);
    expect({ verdict, timeProven }, said).toEqual({ verdict: 'PASSED', timeProven: 'proven' });
    expect(said).toContain('3 signatures or time stamps');
    expect(said).toContain('signature 2 is valid');
    expect(said).toMatch(/everything before time stamp 3 existed before/);
    if (!haveTools) return;
    expect(outsideTool('qpdf', '--check', three.path)).toContain('No syntax or stream encoding errors');
    expect(outsideTool('pdfsig', '-nocert', three.path).match(/Signature is Valid/g)).toHaveLength(2);
  });

  /** Flips a bit at each of these places in turn. */
  async function flipped(file: string, offsets: readonly number[]): Promise<void> {
    const clean = readFileSync(file);
    for (const [n, offset] of offsets.entries()) {
      const bytes = Buffer.from(clean);
      bytes[offset]! ^= 1 << (n % 8);
      writeFileSync(file, bytes);
      expect((await amiss(file, rsa)).verdict, `byte ${offset}`).toBe('FAILED');
    }
    writeFileSync(file, clean);
  }
  const spread = (from: number, to: number, count: number) =>
    Array.from({ length: count }, (_, n) => from + Math.floor(((to - from) * (n + 0.5)) / count));

  test('of which any byte is changed is FAILED, even where only the bundle’s own hash is known', async () => {
    const { path, bytes, baseBytes } = await sign(pdf, rsa);
    const signedPdf = putSigned(pdf, path);
    const contents = readFileSync(signedPdf, 'latin1').indexOf('/Contents <', baseBytes) + 11;
    const used = signedParts(path).contents.length * 2;
    await flipped(signedPdf, [
      ...spread(0, baseBytes, 6),
      ...spread(baseBytes, contents, 4),
      ...spread(contents, contents + used, 24),
      ...spread(contents + used, bytes, 8),
      bytes - 1,
    ]);
    const clean = readFileSync(signedPdf);
    for (const tail of ['\n', clean.subarray(baseBytes).toString('latin1')]) {
      writeFileSync(signedPdf, Buffer.concat([clean, Buffer.from(tail, 'latin1')]));
      expect((await amiss(signedPdf, rsa)).verdict, 'appended').toBe('FAILED');
    }
  });

  test('whose own hash is listed covers the time stamp’s bytes as well', async () => {
    const { path, bytes, baseBytes, sha256: hash, baseSha256 } = await sign(pdf, rsa, { stamped: true });
    const signedPdf = putSigned(pdf, path);
    const sums = signedPdf.replace(/\.pdf$/, '.sha256');
    const [, manifest] = readFileSync(sums, 'utf8').split('\n');
    const list = (base: string) =>
      writeFileSync(sums, `${hash}  ${basename(signedPdf)}\n${manifest}\n# base ${base}\n`);
    list(baseSha256);
    expect((await amiss(signedPdf, rsa)).verdict).toBe('PASSED');
    await flipped(signedPdf, spread(baseBytes, bytes, 12));
    list(hash);
    expect((await amiss(signedPdf, rsa)).said).toContain('the bundle before signing has SHA-256');
  });

  test('to which a page was added along with a signature is FAILED: only what a signature needs may be appended', async () => {
    const signed = await sign(pdf, rsa);
    const signedPdf = putSigned(pdf, signed.path);
    const text = readFileSync(signedPdf, 'latin1');
    writeFileSync(signedPdf, text.replace(/\/F 132 \/Rect \[0 0 0 0\]/, '/F 132 /Rect [0 0 9 9]'), 'latin1');
    expect(await amiss(signedPdf)).toMatchObject({ verdict: 'FAILED' });
    expect((await amiss(signedPdf)).said).toContain('something was appended that this program would not append');
  });
});

describe.skipIf(!haveTools)('other programs', () => {
  test.each([
    ['RSA, a modern file', () => rsa, false],
    ['RSA with a time stamp', () => rsa, true],
    ['EC, a file of an old encryption', () => ec, false],
    ['EC with a time stamp', () => ec, true],
  ])('call a signature valid: %s', async (_, by, stamped) => {
    const signed = await sign(pdf, by(), { stamped });
    expect(outsideTool('qpdf', '--check', signed.path)).toContain('No syntax or stream encoding errors');
    const said = outsideTool('pdfsig', '-nocert', signed.path);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('ETSI.CAdES.detached');
    expect(said).toContain('Total document signed');

    const { covered, contents } = signedParts(signed.path);
    const folder = freshFolder();
    const file = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const words = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', file('signature.der', contents)];
    execFileSync(
      'openssl',
      [
        ...words,
        '-content',
        file('covered', covered),
        '-CAfile',
        by().rootFile,
        '-purpose',
        'any',
        '-cades',
        '-out',
        join(folder, 'out'),
      ],
      { stdio: 'pipe' },
    );
    if (!stamped) return;
    const data = readSignedData(contents).signer;
    const token = data.unsigned.get(signatureStampId)!;
    const trust = [
      '-CAfile',
      authority.anchorFile,
      '-untrusted',
      file('chain.pem', certificatePem(authority.intermediate)),
    ];
    const over = ['-data', file('value', data.signature), '-in', file('token.der', token.bytes), '-token_in'];
    expect(outsideTool('openssl', 'ts', '-verify', ...over, ...trust)).toContain('OK');
  });

  test('accept a document time stamp over all that stands before it', async () => {
    const { path } = await sign(pdf, null, { stamped: true });
    const { covered, contents } = signedParts(path);
    const folder = freshFolder();
    writeFileSync(join(folder, 'covered'), covered);
    writeFileSync(join(folder, 'token.der'), contents);
    writeFileSync(join(folder, 'chain.pem'), certificatePem(authority.intermediate));
    const over = ['-data', join(folder, 'covered'), '-in', join(folder, 'token.der'), '-token_in'];
    const trust = ['-CAfile', authority.anchorFile, '-untrusted', join(folder, 'chain.pem')];
    expect(outsideTool('openssl', 'ts', '-verify', ...over, ...trust)).toContain('OK');
    expect(await amiss(putSigned(pdf, path))).toMatchObject({ verdict: 'PASSED', timeProven: 'proven' });
  });

  test('see a changed page too', async () => {
    const signed = await sign(pdf, rsa);
    const bytes = readFileSync(signed.path);
    bytes[Math.floor(readFileSync(pdf).length / 2)]! ^= 1;
    writeFileSync(signed.path, bytes);
    expect(outsideTool('pdfsig', '-nocert', signed.path)).toContain('Digest Mismatch');
  });
});
