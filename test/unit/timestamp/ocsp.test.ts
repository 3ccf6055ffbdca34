import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodePrimitives } from '../../../electron/seal/time/node-primitives.ts';
import { certificatesIn } from '../../../shared/timestamp/pem.ts';
import { readCertificate } from '../../../shared/timestamp/certificate.ts';
import { revocationFindings } from '../../../shared/timestamp/revocation.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { ocspRequest, revocationAddresses } from '../../../shared/timestamp/revocation-addresses.ts';
import { certificatePem, issue, keyPem, revocationList, uses, type Identity } from '../../fixtures/pki/certificates.ts';

// openssl is the responder: it writes the answers, and the requests that ours are held against.
const folder = freshFolder('fascicle-ocsp-');
const root = issue({ name: 'OCSP Root', ca: true });
const tsa = issue({ name: 'OCSP TSA', issuer: root, extendedUse: [uses.timeStamping] });
const neighbour = issue({ name: 'Neighbour', issuer: root, extendedUse: [uses.timeStamping] });
const responder = issue({ name: 'Responder', issuer: root, extendedUse: [uses.ocspSigning] });
const stranger = issue({ name: 'Other Root', ca: true });
const strange = issue({ name: 'Other Responder', issuer: stranger, extendedUse: [uses.ocspSigning] });

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { stdio: 'pipe', cwd: folder });
const rootFile = file('root.pem', certificatePem(root));

const known = new Map<string, Uint8Array>();

/** What openssl answers of a certificate. @param revoked `200101000000Z,keyCompromise`; null: it stands; undefined: not listed */
function answer(
  revoked: string | null | undefined,
  signer: Identity = root,
  { of = tsa, certificates = true } = {},
): Uint8Array {
  const key = [String(revoked), signer.certificate.subjectText, of.certificate.subjectText, certificates].join();
  const found = known.get(key);
  if (found) return Uint8Array.from(found);
  const serial = of.certificate.serial.toUpperCase();
  const line = [revoked ? 'R' : 'V', '491231235959Z', revoked ?? '', serial, 'unknown', '/CN=x'].join('\t');
  openssl('ocsp', '-issuer', rootFile, '-cert', file('asked.pem', certificatePem(of)), '-no_nonce', '-reqout', 'asked');
  openssl(
    'ocsp', '-index', file('index', revoked === undefined ? '' : `${line}\n`), '-CA', rootFile, '-reqin', 'asked',
    '-rsigner', file('signer.pem', certificatePem(signer)), '-rkey', file('signer.key', keyPem(signer)),
    '-respout', 'answer', ...(certificates ? [] : ['-resp_no_certs']),
  ); // prettier-ignore
  known.set(key, readFileSync(join(folder, 'answer')));
  return Uint8Array.from(known.get(key)!);
}

const stamped = Date.parse('2026-01-01T00:00:00Z');
const told = async (ocsp: readonly Uint8Array[], pool: readonly Identity[] = []) => {
  const path = [tsa.certificate, root.certificate];
  const answers = { crls: [], ocsp };
  const found = await revocationFindings(
    path,
    answers,
    stamped,
    pool.map((one) => one.certificate),
    nodePrimitives,
  );
  return found.map(({ rank, code, params }) => [rank, code, params['at']].filter(Boolean).join(' '));
};
const unchecked = ['note token-revocation-unchecked'];
const revokedAt = (day: string) => [`failed token-revoked ${day}T00:00:00.000Z`];

describe('an answer of a responder', () => {
  test('of the issuer that the certificate stands is enough; that it is revoked is a fault', async () => {
    expect(await told([])).toEqual(unchecked);
    expect(await told([answer(null)])).toEqual([]);
    expect(await told([answer('250101000000Z')])).toEqual(revokedAt('2025-01-01'));
    expect(await told([answer('260101000000Z')])).toEqual(revokedAt('2026-01-01')); // at the very moment
  });

  test.for([
    ['superseded', []],
    ['affiliationChanged', []],
    ['cessationOfOperation', []],
    ['unspecified', []],
    ['keyCompromise', revokedAt('2026-06-01')],
    ['CACompromise', revokedAt('2026-06-01')],
    ['certificateHold', revokedAt('2026-06-01')],
  ] as const)('revoked after the stamp, %s', async ([reason, findings]) => {
    expect(await told([answer(`260601000000Z,${reason}`)])).toEqual(findings);
  });

  test('revoked after the stamp without a reason, the key may have been in other hands before', async () => {
    expect(await told([answer('260601000000Z')])).toEqual(revokedAt('2026-06-01'));
  });

  test('may come from one to whom the issuer gave that purpose, its certificate inside or kept beside', async () => {
    expect(await told([answer(null, responder)])).toEqual([]);
    const bare = answer('250101000000Z', responder, { certificates: false });
    expect(await told([bare])).toEqual(unchecked);
    expect(await told([bare], [neighbour, responder])).toEqual(revokedAt('2025-01-01'));
  });

  test('says nothing where it is signed by another, is of another certificate, or was changed', async () => {
    expect(await told([answer(null, neighbour)])).toEqual(unchecked); // without that purpose
    expect(await told([answer(null, strange)])).toEqual(unchecked); // with it, from another issuer
    expect(await told([answer(null, stranger)])).toEqual(unchecked);
    expect(await told([answer(null, root, { of: neighbour })])).toEqual(unchecked);
    expect(await told([answer(undefined)])).toEqual(unchecked); // the responder does not know it
    const changed = answer(null, root, { certificates: false });
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
    expect(await told([changed])).toEqual(unchecked);
    expect(await told([Uint8Array.of(0x30, 3, 0x0a, 1, 6)])).toEqual(unchecked); // unauthorized
    expect(await told([Buffer.from('no answer')])).toEqual(unchecked);
  });

  test('that the certificate stands does not outweigh another that it is revoked, nor a damaged one a good one', async () => {
    expect(await told([answer(null), answer('250101000000Z')])).toEqual(revokedAt('2025-01-01'));
    expect(await told([Buffer.from('no answer'), answer(null)])).toEqual([]);
  });
});

describe('where and how an answer is asked for', () => {
  test('the request is openssl’s own, byte for byte', async () => {
    openssl('ocsp', '-issuer', rootFile, '-cert', file('t.pem', certificatePem(tsa)), '-no_nonce', '-reqout', 'theirs');
    const ours = await ocspRequest(tsa.certificate, root.certificate, nodePrimitives);
    expect(Buffer.from(ours).toString('hex')).toBe(readFileSync(join(folder, 'theirs')).toString('hex'));
  });

  test('lists and responders at http addresses are named by the certificate; nothing else in it is one', () => {
    openssl(
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'k', '-out', 'c.pem',
      '-subj', '/CN=places',
      '-addext', 'crlDistributionPoints=URI:http://a.example/crl,URI:ldap://a.example/crl,URI:HTTPS://b.example/crl',
      '-addext', 'authorityInfoAccess=caIssuers;URI:http://a.example/ca,OCSP;URI:http://a.example/ocsp',
    ); // prettier-ignore
    const [bytes] = certificatesIn(readFileSync(join(folder, 'c.pem')));
    expect(revocationAddresses(readCertificate(bytes!))).toEqual({
      crls: ['http://a.example/crl', 'HTTPS://b.example/crl'],
      ocsp: ['http://a.example/ocsp'],
    });
    expect(revocationAddresses(root.certificate)).toEqual({ crls: [], ocsp: [] });
  });
});

describe('a list', () => {
  const listed = async (crl: Uint8Array) => {
    const path = [tsa.certificate, root.certificate];
    const found = await revocationFindings(path, { crls: [crl], ocsp: [] }, stamped, [], nodePrimitives);
    return found.map(({ rank, code, params }) => [rank, code, params['at']].filter(Boolean).join(' '));
  };
  const revoked = (certificate = tsa.certificate, reason?: number) => [
    { certificate, at: '2026-06-01T00:00:00Z', ...(reason !== undefined && { reason }) },
  ];

  test('of the issuer is believed, of anybody else, or changed, says nothing', async () => {
    expect(await listed(revocationList(root, []))).toEqual([]);
    expect(await listed(revocationList(root, revoked(neighbour.certificate)))).toEqual([]);
    expect(await listed(revocationList(root, revoked()))).toEqual(revokedAt('2026-06-01'));
    expect(await listed(revocationList(root, revoked(tsa.certificate, 4)))).toEqual([]);
    expect(await listed(revocationList(root, revoked(tsa.certificate, 1)))).toEqual(revokedAt('2026-06-01'));
    expect(await listed(revocationList(stranger, revoked()))).toEqual(unchecked);
    expect(await listed(revocationList({ ...stranger, name: root.name }, revoked()))).toEqual(unchecked);
    const changed = Buffer.from(revocationList(root, revoked()));
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
    expect(await listed(changed)).toEqual(unchecked);
  });
});
