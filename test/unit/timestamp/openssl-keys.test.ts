import { causeText } from '../../../shared/cause.ts';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodePrimitives } from '../../../electron/seal/time/node-primitives.ts';
import { der, derOid, readDer, tags } from '../../../shared/timestamp/der.ts';
import { readCertificate, type Certificate } from '../../../shared/timestamp/certificate.ts';
import { findPath } from '../../../shared/timestamp/path.ts';
import { certificatesIn } from '../../../shared/timestamp/pem.ts';
import { schemeOf } from '../../../shared/timestamp/primitives.ts';
import { longestToken, readToken } from '../../../shared/timestamp/token.ts';
import { verifyToken } from '../../../shared/timestamp/verify-token.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { issue, uses, type Identity } from '../../fixtures/pki/certificates.ts';
import { forgeToken, type TokenWishes } from '../../fixtures/pki/tokens.ts';

const folder = freshFolder('fascicle-keys-');

const known = new Map<string, Certificate>();

const saying = (cause: string) => String(causeText(cause, 'en'));

/** What a refusal says to a reader of English. */
function thrown(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return saying(error instanceof Error ? error.message : String(error));
  }
  return 'nothing was refused';
}

/** A certificate that signs itself, made by openssl; the same one for the same words, since keys take their time. */
function selfSigned(...words: readonly string[]): Certificate {
  const found = known.get(words.join(' '));
  if (found) return found;
  const out = join(folder, 'c.pem');
  const common = ['-x509', '-nodes', '-keyout', join(folder, 'k'), '-out', out, '-subj', '/CN=x', '-newkey'];
  execFileSync('openssl', ['req', ...common, ...words], { stdio: 'pipe' });
  const made = readCertificate(certificatesIn(readFileSync(out))[0]!);
  known.set(words.join(' '), made);
  return made;
}
const ec = (curve: string, hash: string) => selfSigned('ec', '-pkeyopt', `ec_paramgen_curve:${curve}`, `-${hash}`);
const pss = (hash: string, salt: number) =>
  selfSigned('rsa:2048', `-${hash}`, '-sigopt', 'rsa_padding_mode:pss', '-sigopt', `rsa_pss_saltlen:${salt}`);

describe('a signature of openssl', () => {
  test.for<readonly [string, () => Certificate, object]>([
    ['RSA, SHA-256', () => selfSigned('rsa:2048', '-sha256'), { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
    ['RSA, SHA-384', () => selfSigned('rsa:2048', '-sha384'), { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' }],
    ['RSA, SHA-512', () => selfSigned('rsa:2048', '-sha512'), { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }],
    ['RSA-PSS, SHA-256', () => pss('sha256', 32), { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 }],
    ['RSA-PSS, SHA-384, salt of 20', () => pss('sha384', 20), { name: 'RSA-PSS', hash: 'SHA-384', saltLength: 20 }],
    ['P-256', () => ec('P-256', 'sha256'), { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' }],
    ['P-384', () => ec('P-384', 'sha384'), { name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384' }],
    ['P-521', () => ec('P-521', 'sha512'), { name: 'ECDSA', hash: 'SHA-512', namedCurve: 'P-521' }],
    ['P-256 with SHA-512', () => ec('P-256', 'sha512'), { name: 'ECDSA', hash: 'SHA-512', namedCurve: 'P-256' }],
    ['Ed25519', () => selfSigned('ed25519'), { name: 'Ed25519' }],
  ])('%s fits, and no other text under it does', async ([, make, scheme]) => {
    const { signatureAlgorithm, spki, signature, tbs } = make();
    const found = schemeOf(signatureAlgorithm, spki, null);
    expect(found).toEqual(scheme);
    expect(await nodePrimitives.verify(found, spki, signature, tbs)).toBe(true);
    const changed = Uint8Array.from(tbs, (octet, at) => (at === 30 ? octet ^ 1 : octet));
    expect(await nodePrimitives.verify(found, spki, signature, changed)).toBe(false);
    expect(await nodePrimitives.verify(found, spki, signature.subarray(1), tbs)).toBe(false);
  });

  test.for<readonly [string, () => Certificate, string]>([
    ['RSA of 1024 bits', () => selfSigned('rsa:1024', '-sha256'), 'too short'],
    ['RSA-PSS of 1024 bits', () => selfSigned('rsa:1024', '-sha256', '-sigopt', 'rsa_padding_mode:pss'), 'too short'],
    ['RSA of 2040 bits', () => selfSigned('rsa:2040', '-sha256'), 'RSA key of about 2040 bits is too short'],
    ['RSA with SHA-1', () => selfSigned('rsa:2048', '-sha1'), 'unknown algorithm 1.2.840.113549.1.1.5'],
    ['a curve that WebCrypto lacks', () => ec('secp256k1', 'sha256'), 'unknown curve 1.3.132.0.10'],
    ['RSA-PSS with SHA-1', () => pss('sha1', 20), 'RSA-PSS with parameters that are unknown here'],
  ])('%s is refused', ([, make, words]) => {
    const { signatureAlgorithm, spki } = make();
    expect(thrown(() => schemeOf(signatureAlgorithm, spki, null))).toContain(words);
  });
});

describe('parameters of RSA-PSS, put together by hand (RFC 4055 §3.1)', () => {
  const list = (...parts: readonly Uint8Array[]) => der(tags.sequence, ...parts);
  const [sha256, sha512] = ['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.3'];
  const hash = (oid: string) => der(0xa0, list(derOid(oid)));
  const mask = (oid: string) => der(0xa1, list(derOid('1.2.840.113549.1.1.8'), list(derOid(oid))));
  const salt = der(0xa2, der(0x02, Uint8Array.of(32)));
  const schemeWith = (...parameters: readonly Uint8Array[]) =>
    schemeOf(readDer(list(derOid('1.2.840.113549.1.1.10'), list(...parameters))), rsaKey().spki, null);
  const rsaKey = () => selfSigned('rsa:2048', '-sha256');

  test('name the hash, the mask with the same hash, and the salt, which has 20 octets where it is left out', () => {
    const scheme = { name: 'RSA-PSS', hash: 'SHA-256' };
    expect(schemeWith(hash(sha256), mask(sha256), salt)).toEqual({ ...scheme, saltLength: 32 });
    expect(schemeWith(hash(sha256), mask(sha256))).toEqual({ ...scheme, saltLength: 20 });
  });

  test.for<readonly [string, readonly Uint8Array[]]>([
    ['no hash, which is SHA-1', [mask(sha256), salt]],
    ['no mask, which is of SHA-1', [hash(sha256), salt]],
    ['a mask of another hash', [hash(sha256), mask(sha512), salt]],
    ['SHA-1 and a mask of it', [hash('1.3.14.3.2.26'), mask('1.3.14.3.2.26'), salt]],
    ['nothing', []],
  ])('with %s are refused', ([, parameters]) => {
    expect(thrown(() => schemeWith(...parameters))).toContain('RSA-PSS with parameters that are unknown here');
  });

  test('an algorithm that is not known is named by its number, also beside a hash that is', () => {
    const ed448 = readDer(list(derOid('1.3.101.113')));
    expect(thrown(() => schemeOf(ed448, rsaKey().spki, 'SHA-256'))).toContain('unknown algorithm 1.3.101.113');
  });
});

describe('the way to an anchor', () => {
  const at = Date.parse('2026-01-01T00:00:00Z');
  const root = issue({ name: 'Path Root', ca: true });
  const way = (signer: Identity, pool: readonly Identity[], anchors: readonly Identity[] = [root], when = at) =>
    findPath(
      signer.certificate,
      pool.map((one) => one.certificate),
      anchors.map((one) => one.certificate),
      when,
      nodePrimitives,
    );
  const leaf = (issuer: Identity, more: object = {}) =>
    issue({ name: 'Leaf', issuer, extendedUse: [uses.timeStamping], ...more });
  const names = (found: Awaited<ReturnType<typeof way>>) =>
    'path' in found
      ? found.path.map(({ subjectText }) => subjectText)
      : [
          found.why,
          ['untrusted', 'expired'].includes(found.why) ? found.name : `${found.name}: ${saying(found.unfit)}`,
        ];

  test('has as many issuers as an issuer allows below it, and not one more (RFC 5280 §4.2.1.9)', async () => {
    for (const [pathLength, one, two] of [
      [0, false, false],
      [1, true, false],
      [2, true, true],
    ] as const) {
      const bounded = issue({ name: 'Bounded', ca: true, issuer: root, pathLength });
      const first = issue({ name: 'First', ca: true, issuer: bounded });
      const below = issue({ name: 'Second', ca: true, issuer: first });
      expect(names(await way(leaf(bounded), [bounded]))).toEqual(['CN=Leaf', 'CN=Bounded', 'CN=Path Root']);
      expect('path' in (await way(leaf(first), [bounded, first]))).toBe(one);
      expect('path' in (await way(leaf(below), [bounded, first, below]))).toBe(two);
      if (!one)
        expect(names(await way(leaf(first), [bounded, first]))).toEqual([
          'issuer-unfit',
          'CN=Bounded: there are too many issuers below it',
        ]);
    }
  });

  test('is valid on its first and its last moment, and on no other day', async () => {
    const brief = leaf(root, { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' });
    const then = async (time: string) => names(await way(brief, [], [root], Date.parse(time)));
    expect(await then('2025-12-31T23:59:59.999Z')).toEqual(['expired', 'CN=Leaf']);
    expect(await then('2026-01-01T00:00:00Z')).toHaveLength(2);
    expect((await then('2026-01-02T00:00:00Z'))[0]).toBe('CN=Leaf');
    expect(await then('2026-01-02T00:00:00.001Z')).toEqual(['expired', 'CN=Leaf']);
  });

  test('goes over issuers that may issue, by signatures that fit, and ends at an anchor', async () => {
    const other = issue({ name: 'Other Root', ca: true });
    expect(names(await way(leaf(root), [], [other]))).toEqual(['untrusted', 'CN=Leaf']);
    const plain = issue({ name: 'Plain', issuer: root });
    expect(names(await way(leaf(plain), [plain]))).toEqual([
      'issuer-unfit',
      'CN=Plain: it is not a certification authority',
    ]);
    const signing = issue({ name: 'Code', ca: true, issuer: root, extendedUse: [uses.codeSigning] });
    expect(names(await way(leaf(signing), [signing]))).toEqual([
      'issuer-unfit',
      'CN=Code: it may not issue for time stamping',
    ]);
    const twin = issue({ name: 'Path Root', ca: true }); // the same name, another key
    expect(names(await way(leaf(root), [], [twin]))).toEqual(['untrusted', 'CN=Leaf']);
    expect(names(await way(leaf(root), [], [twin, root]))).toEqual(['CN=Leaf', 'CN=Path Root']);
    expect(names(await way(leaf(root), [], [leaf(root)]))).toEqual(['untrusted', 'CN=Leaf']);
    const odd = issue({ name: 'Odd', ca: true, key: 'koblitz' });
    expect(names(await way(leaf(odd), [], [odd]))).toEqual([
      'unknown-algorithm',
      'CN=Leaf: unknown curve 1.3.132.0.10',
    ]);
  });
});

describe('what a token binds', () => {
  const root = issue({ name: 'Bound Root', ca: true });
  const tsa = issue({ name: 'Bound TSA', issuer: root, extendedUse: [uses.timeStamping] });
  const digests = { 'SHA-256': createHash('sha256').update('x').digest('hex') };
  const ask = async (wishes: Partial<TokenWishes> = {}, given: object = digests) => {
    const token = forgeToken({ signer: tsa, digest: digests['SHA-256'], ...wishes });
    const { good, findings } = await verifyToken(
      { token, digests: given, anchors: [root.certificate] },
      nodePrimitives,
    );
    return [good, ...findings.filter(({ rank }) => rank !== 'note').map(({ rank, code }) => `${rank} ${code}`)];
  };
  const { issuer, serial } = tsa.certificate;

  test('the issuer and serial beside the hash are those of the certificate, where they are given', async () => {
    expect(await ask({ boundBy: { issuer, serial } })).toEqual([true]);
    expect(await ask({ boundBy: { issuer, serial }, essVersion: 1 })).toEqual([true]);
    expect(await ask({ boundBy: { issuer, serial: '05' } })).toEqual([false, 'failed token-certificate-unbound']);
    expect(await ask({ boundBy: { issuer: tsa.certificate.subject, serial } })).toEqual([
      false,
      'failed token-certificate-unbound',
    ]);
  });

  test('the name of the authority is its certificate’s, where it is given; another version is not read', async () => {
    expect(await ask({ named: tsa.certificate.subject })).toEqual([true]);
    expect(await ask({ named: root.certificate.subject })).toEqual([false, 'failed token-name-differs']);
    const token = (version: number) => forgeToken({ signer: tsa, digest: digests['SHA-256'], version });
    expect(readToken(token(1)).info.tsa).toBeNull();
    expect(thrown(() => readToken(token(2)))).toContain('version');
    expect((await ask({ version: 2 }))[0]).toBe(false);
  });

  test('a digest that nobody has at hand, and an algorithm that is not known, are unknown and not good', async () => {
    expect(await ask({}, { 'SHA-384': 'x' })).toEqual([false, 'unknown token-imprint-unchecked']);
    const odd = issue({ name: 'Odd TSA', issuer: root, extendedUse: [uses.timeStamping], key: 'koblitz' });
    expect(await ask({ signer: odd })).toEqual([false, 'unknown token-algorithm-unknown']);
  });

  test('one of over 256 KB is not read at all, and what is wrong with it is said in plain words', async () => {
    expect(longestToken).toBe(262_144);
    expect(thrown(() => readToken(new Uint8Array(262_145)))).toContain('262144');
    expect(thrown(() => readToken(new Uint8Array(262_144)))).not.toContain('262144');
    const { findings } = await verifyToken({ token: new Uint8Array(262_145), digests, anchors: [] }, nodePrimitives);
    expect(saying(String(findings[0]?.params['why']))).toContain('262144');
  });
});
