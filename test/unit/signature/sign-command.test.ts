import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openCaseToRead } from '../../../electron/casefile/open-case.ts';
import { parsePayload } from '../../../shared/custody/payload.ts';
import { readP12 } from '../../../electron/seal/read-p12.ts';
import { deviceServices } from '../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../electron/workbench/workbench.ts';
import { explain, FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { buildIn } from '../../fixtures/build-bundle.ts';
import { fascicle, freshFolder } from '../../fixtures/fascicle.ts';
import { fixedCase } from '../../fixtures/made/fixed-case.ts';
import { passphrase, signer, type Signer } from './signing-room.ts';

let folder: string;
let bundle: string;
let lawyer: Signer;
beforeAll(async () => {
  lawyer = signer('rsa');
  const caseFile = fixedCase();
  bundle = (await buildIn(caseFile)).pdf;
  folder = caseFile.folder;
  caseFile.close();
});

/** The same use case without a process of its own. */
const own = { cacheFolder: freshFolder(), stateFolder: freshFolder() };
const workbench = createWorkbench({ ...deviceServices(resolve(import.meta.dirname, '../../..'), '0.0.0'), ...own });
const caller = { emit: () => undefined, signal: new AbortController().signal, language: 'en' as const };
const verify = (path: string, ...anchors: string[]) => workbench.call('verify.run', { path, anchors }, caller);

describe('fascicle sign', () => {
  test('signs a bundle of a case beside the case, with sidecars that verify and sha256sum read; the secret is nowhere', async () => {
    const words = ['sign', bundle, '--p12', lawyer.p12, '--passphrase-env', 'FASCICLE_TEST_SECRET', '--json'];
    const env = { FASCICLE_TEST_SECRET: passphrase };
    const { code, last, stdout, stderr } = await fascicle(words, { env });
    expect(code, stderr + stdout).toBe(0);
    const beside = dirname(folder);
    const name = `${basename(bundle, '.pdf')}-signed`;
    const signed = join(beside, `${name}.pdf`);
    expect(last).toMatchObject({
      event: 'result',
      pdf: signed,
      level: 'PAdES B-B',
      signer: { name: 'CN=王律师 Lawyer Wang' },
      stamp: null,
    });
    const sums = `${name}.sha256`;
    expect(readFileSync(join(beside, sums), 'utf8')).toContain(`# base ${String(last['baseSha256'])}\n`);
    const checked = execFileSync('sha256sum', ['--strict', '-c', sums], { cwd: beside, encoding: 'utf8' });
    expect(checked).toMatch(/OK\n.*OK\n$/);
    expect(await verify(signed, lawyer.rootFile)).toMatchObject({
      verdict: 'PASSED',
      unaltered: 'yes',
      timeProven: 'none',
    });
    expect((await verify(folder)).verdict).toBe('PASSED');
    for (const file of readdirSync(beside).filter((one) => one.startsWith(name)))
      expect(readFileSync(join(beside, file), 'latin1')).not.toContain('Pass-7');
    expect(stdout + stderr).not.toContain('Pass-7');
  });

  test('in one go with the bundle leaves the unsigned bytes as its beginning, and an act in the custody log', async () => {
    const secret = join(freshFolder(), 'secret');
    writeFileSync(secret, `${passphrase}\n`);
    const words = ['bundle', folder, '--draft', '--sign', lawyer.p12, '--password-file', secret, '--json'];
    const { code, last, stdout, stderr } = await fascicle(words);
    expect(code, stderr + stdout).toBe(0);
    const [pdf, base] = [String(last['pdf']), String(last['baseSha256'])];
    expect(pdf).toMatch(/\d{5}-[0-9a-f]{16}-[^/]*-(?:证据册|evidence-bundle)-[^/]*-signed\.pdf$/);
    const bytes = readFileSync(pdf);
    const hash = (part: Uint8Array) => createHash('sha256').update(part).digest('hex');
    expect(hash(bytes)).toBe(last['sha256']);
    const caseFile = openCaseToRead(folder);
    const signed = caseFile.entries().findLast(({ act }) => act === 'bundle-signed');
    const payload = parsePayload(
      'bundle-signed',
      Buffer.from(caseFile.readObject(signed?.payload ?? '')).toString('utf8'),
    );
    caseFile.close();
    expect(payload).toMatchObject({ pdf, sha256: last['sha256'], base, signer: { name: 'CN=王律师 Lawyer Wang' } });
    expect(hash(bytes.subarray(0, payload.baseBytes))).toBe(base);
    expect(await verify(pdf, lawyer.rootFile)).toMatchObject({ verdict: 'PASSED', unaltered: 'yes' });
    expect((await verify(folder)).verdict).toBe('PASSED');
    expect(stdout + stderr).not.toContain('Pass-7');
  });

  test('a key that cannot be used stops the bundle before it is built', async () => {
    const before = readdirSync(join(folder, 'bundles')).length;
    const { code, last } = await fascicle(['bundle', folder, '--draft', '--sign', lawyer.p12, '--json']);
    expect(code).toBe(1);
    expect(last).toMatchObject({ event: 'error', code: 'key-unreadable' });
    expect(readdirSync(join(folder, 'bundles'))).toHaveLength(before);
  });

  test('writes nothing with a wrong passphrase, into a case, or over a changed bundle', async () => {
    const out = join(freshFolder(), 'out.pdf');
    const secret = join(freshFolder(), 'secret');
    writeFileSync(secret, `${passphrase}\n`);
    const changed = join(freshFolder(), 'evidence-bundle.pdf');
    writeFileSync(changed, readFileSync(bundle).subarray(0, -20));
    const usual = {
      pdf: bundle,
      out,
      p12: lawyer.p12,
      passphrase: { file: secret },
      services: [],
      policy: null,
      anchors: [],
    };
    const refused = [
      [{ passphrase: null }, 'key-unreadable'],
      [{ passphrase: { env: 'FASCICLE_TEST_UNSET' } }, 'key-unreadable'],
      [{ out: join(folder, 'bundles', 'signed.pdf') }, 'out-unwritable'],
      [{ pdf: changed }, 'not-signable'],
      [{ p12: null }, 'bad-call'],
    ] as const;
    for (const [change, code] of refused)
      await expect(workbench.call('bundle.sign', { ...usual, ...change }, caller), code).rejects.toMatchObject({
        code,
      });
    expect(existsSync(out)).toBe(false);
    expect((await verify(folder)).verdict).toBe('PASSED');
  });
});

describe('a key file', () => {
  const now = Date.parse('2026-11-24T00:00:00Z');
  const refusal = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      if (error instanceof FascicleError)
        return `${error.code}: ${explain(error.code, error.params, 'zh-CN+en').message}`;
      throw error;
    }
    return 'none';
  };

  test.each([
    ['modern', []],
    ['of 2010', ['-legacy', '-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
    ['without a check code', ['-nomac']],
  ])('%s is opened with a passphrase beyond ASCII, for RSA and EC', (_, how) => {
    for (const key of ['rsa', 'ec'] as const) {
      const { identity, own, root } = signer(key, how);
      expect(identity.kind).toBe(key);
      expect(Buffer.from(identity.certificate.bytes).equals(own.certificate.bytes)).toBe(true);
      expect(identity.chain.map(({ subjectText }) => subjectText)).toEqual([root.certificate.subjectText]);
    }
  });

  test('with a wrong passphrase, of no such form, or no longer valid is refused, and the passphrase is not repeated', () => {
    const bytes = readFileSync(lawyer.p12);
    const wrong = refusal(() => readP12(bytes, 'Wrong-9', 'wang.p12', now));
    expect(wrong).toMatch(/^key-unreadable: .*wang\.p12/);
    expect(wrong).not.toContain('Wrong-9');
    expect(refusal(() => readP12(Buffer.from('no key'), passphrase, 'x.p12', now))).toMatch(/^key-unreadable/);
    const later = Date.parse('2050-01-01T00:00:00Z');
    expect(refusal(() => readP12(bytes, passphrase, 'wang.p12', later))).toMatch(/^key-unfit: .*2049-01-01/);
  });
});
