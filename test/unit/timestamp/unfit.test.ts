import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { causeText } from '../../../shared/cause.ts';
import { findPath, unfitSigner } from '../../../shared/timestamp/path.ts';
import { webCryptoPrimitives } from '../../../shared/timestamp/web-crypto.ts';
import { issue, uses, type Identity, type Wanted } from '../../fixtures/pki/certificates.ts';

const primitives = webCryptoPrimitives(webcrypto.subtle);
const at = Date.parse('2026-01-01T00:00:00Z');
const nameConstraints = '2.5.29.30';
let root: Identity;
beforeAll(() => {
  root = issue({ name: 'Root', ca: true });
});

/** A list of uses that is empty: none is stated. */
const signer = ({ extendedUse = [uses.timeStamping], ...more }: Partial<Wanted>) =>
  issue({ name: 'Signer', issuer: root, ...(extendedUse.length > 0 && { extendedUse }), ...more });

describe('why a certificate may not sign time stamps', () => {
  test.for<readonly [string | null, Partial<Wanted>]>([
    [null, {}],
    ['it has no extended key usage', { extendedUse: [] }],
    ['its extended key usage is not time stamping', { extendedUse: [uses.codeSigning] }],
    ['its extended key usage has others than time stamping', { extendedUse: [uses.timeStamping, uses.codeSigning] }],
    ['its extended key usage is not critical', { extendedUseCritical: false }],
    ['its key is for other use', { keyUse: [0, 2] }],
    ['it has an unknown critical extension 2.5.29.30', { critical: nameConstraints }],
  ])('%s', ([why, wanted]) => {
    const found = unfitSigner(signer(wanted).certificate);
    expect(found === null ? null : causeText(found, 'en')).toBe(why);
  });
});

describe('why a certificate may not issue those that do', () => {
  const unfit = async (more: Partial<Wanted>, between = 0) => {
    let issuer = issue({ name: 'Issuer', issuer: root, ca: true, ...more });
    const pool = [issuer.certificate];
    for (let n = 0; n < between; n++) {
      issuer = issue({ name: `Below ${n}`, issuer, ca: true });
      pool.push(issuer.certificate);
    }
    const { certificate } = issue({ name: 'Signer', issuer, extendedUse: [uses.timeStamping] });
    const found = await findPath(certificate, pool, [root.certificate], at, primitives);
    return 'path' in found ? null : causeText(found.unfit, 'en');
  };

  test.for<readonly [string | null, Partial<Wanted>, number]>([
    [null, {}, 0],
    [null, { pathLength: 1 }, 1],
    [null, { extendedUse: [uses.timeStamping] }, 0],
    ['it is not a certification authority', { ca: false }, 0],
    ['there are too many issuers below it', { pathLength: 1 }, 2],
    ['its key may not sign certificates', { keyUse: [6] }, 0],
    ['it may not issue for time stamping', { extendedUse: [uses.codeSigning] }, 0],
    ['it has an unknown critical extension 2.5.29.30', { critical: nameConstraints }, 0],
  ])('%s (%o, %i below)', async ([why, wanted, between]) => {
    expect(await unfit(wanted, between)).toBe(why);
  });
});
