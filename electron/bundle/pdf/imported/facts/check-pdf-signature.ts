import { createHash, webcrypto } from 'node:crypto';
import { because, causeOf } from '../../../../../shared/cause.ts';
import { dataId } from '../../../../../shared/signature/cms.ts';
import type { Cause } from '../../../../../shared/text.ts';
import { expectTag, firstDer, tags } from '../../../../../shared/timestamp/der.ts';
import { oidOf, sameBytes } from '../../../../../shared/timestamp/der-values.ts';
import { schemeOf, UnknownAlgorithm, type HashName } from '../../../../../shared/timestamp/primitives.ts';
import {
  attributeIds,
  isIdentifiedBy,
  namesCertificate,
  readSignedData,
} from '../../../../../shared/timestamp/signed-data.ts';
import { readToken } from '../../../../../shared/timestamp/token.ts';
import { verifyToken } from '../../../../../shared/timestamp/verify-token.ts';
import { webCryptoPrimitives } from '../../../../../shared/timestamp/web-crypto.ts';
import type { WrittenSignature } from './signatures.ts';

/** How far the signed range of a signature goes in its file. */
export type SignedPart = Readonly<{ signed: number; end: number; whole: boolean }>;

/**
 * What is known of a signature without asking anybody: `intact` means that the signed bytes are those that were signed with
 * the key of the certificate in it. Whose certificate that is, nobody was asked.
 */
export type CheckedSignature = Readonly<{
  covered: SignedPart | null;
  certificate: string | null;
  stamped: string | null;
}> &
  (Readonly<{ is: 'intact' }> | Readonly<{ is: 'broken' | 'unverified'; why: Cause }>);

type Verdict = Readonly<{ certificate?: string; stamped?: string }> &
  (Readonly<{ is: 'intact' }> | Readonly<{ is: 'broken' | 'unverified'; why: Cause }>);

const primitives = webCryptoPrimitives(webcrypto.subtle);
const nodeNames: Readonly<Record<HashName, string>> = {
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** What is left open where no certificate is trusted: said of every signature. */
const ofTrust = new Set<string>(['token-untrusted', 'token-revocation-unchecked']);

const broken = (why: Cause) => ({ is: 'broken', why }) as const;
const unverified = (why: Cause) => ({ is: 'unverified', why }) as const;

/** @param file all its bytes */
export async function checkPdfSignature(file: Uint8Array, written: WrittenSignature): Promise<CheckedSignature> {
  const range = signedRange(file, written);
  if ('why' in range) return { covered: null, certificate: null, stamped: null, ...range };
  const { contents, parts, covered } = range;
  const verdict = await verdictOf(contents, parts, written.format);
  return { covered, certificate: null, stamped: null, ...verdict };
}

type SignedRange = Readonly<{ contents: Uint8Array; parts: readonly Uint8Array[]; covered: SignedPart }>;

/**
 * All but the signature itself must be signed, from the first byte on: a gap that holds anything else, or another
 * signature than the field's, leaves bytes out that nobody vouches for.
 */
function signedRange(file: Uint8Array, { range, contents }: WrittenSignature): SignedRange | ReturnType<typeof broken> {
  if (range === null) return broken(because('signs-no-range'));
  const [a, b, c, d] = range;
  const end = c + d;
  if (a !== 0 || b >= c || end > file.length) return broken(because('signs-no-range'));
  const gap = Buffer.from(file.subarray(b, c)).toString('latin1');
  const digits = /^<([0-9A-Fa-f\s]*)>$/.exec(gap)?.[1]?.replace(/\s/g, '');
  if (digits === undefined) return broken(because('signs-with-gap'));
  const held = Buffer.from(digits, 'hex');
  if (contents !== null && !sameBytes(held, contents)) return broken(because('signs-with-gap'));
  return {
    contents: held,
    parts: [file.subarray(0, b), file.subarray(c, end)],
    covered: { signed: b + d, end, whole: end === file.length },
  };
}

async function verdictOf(contents: Uint8Array, parts: readonly Uint8Array[], format: string): Promise<Verdict> {
  const digest = (hash: HashName) => {
    const made = createHash(nodeNames[hash]);
    for (const part of parts) made.update(part);
    return new Uint8Array(made.digest());
  };
  try {
    const { bytes } = firstDer(contents); // only zeros should follow: they are not signed, and say nothing
    if (format === 'ETSI.RFC3161') return await stampVerdict(bytes, digest);
    if (format !== 'adbe.pkcs7.detached' && format !== 'ETSI.CAdES.detached')
      return unverified(because('signs-in-format', { format: format.slice(0, 60) }));
    return await signatureVerdict(bytes, digest);
  } catch (error) {
    return unverified(causeOf(error));
  }
}

/** @throws {Error} where it is not as the standards have it, or of an algorithm that is not known here */
async function signatureVerdict(bytes: Uint8Array, digest: (hash: HashName) => Uint8Array): Promise<Verdict> {
  const { signer: info, content, contentType, certificates } = readSignedData(bytes);
  const type = info.attributes.get(attributeIds.contentType);
  if (content || contentType !== dataId || !type || oidOf(type) !== dataId) return unverified(because('signs-other'));
  const signer = certificates.find((one) => isIdentifiedBy(one, info.id));
  if (!signer) return unverified(because('signs-without-certificate'));
  const certificate = signer.subjectText;
  const said = expectTag(info.attributes.get(attributeIds.messageDigest), tags.octetString).body;
  if (!sameBytes(said, digest(info.digest))) return { certificate, ...broken(because('signs-changed-file')) };
  if (info.digest === 'SHA-1') return { certificate, ...unverified(because('signs-digest', { digest: info.digest })) };
  const named = [attributeIds.signingCertificate, attributeIds.signingCertificateV2];
  if (named.some((id) => info.attributes.has(id)) && !(await namesCertificate(info.attributes, signer, primitives)))
    return { certificate, ...broken(because('signs-other-certificate')) };
  try {
    const scheme = schemeOf(info.signatureAlgorithm, signer.spki, info.digest);
    const fits = await primitives.verify(scheme, signer.spki, info.signature, info.signedBytes);
    return { certificate, ...(fits ? { is: 'intact' } : broken(because('signs-not-by-certificate'))) };
  } catch (error) {
    if (error instanceof UnknownAlgorithm) return { certificate, ...unverified(causeOf(error)) };
    throw error;
  }
}

/** A time stamp over the file (ISO 32000-2 §12.8.5). Whose service that is, nobody was asked: no certificate is trusted here. */
async function stampVerdict(token: Uint8Array, digest: (hash: HashName) => Uint8Array): Promise<Verdict> {
  const { info } = readToken(token);
  const { hash } = info.imprint;
  const own = hash === 'SHA-256' || hash === 'SHA-384' || hash === 'SHA-512' ? hash : null;
  if (own === null) return unverified(because('signs-digest', { digest: hash }));
  const digests = { [own]: Buffer.from(digest(own)).toString('hex') };
  const { findings, signer } = await verifyToken({ token, digests, anchors: [] }, primitives);
  const stamped = new Date(info.genTime).toISOString();
  const certificate = signer?.name ?? '';
  const failed = findings.filter(({ rank }) => rank === 'failed');
  if (failed.some(({ code }) => code === 'token-imprint-differs'))
    return { certificate, stamped, ...broken(because('signs-changed-file')) };
  const codes = findings.filter(({ rank, code }) => rank !== 'note' && !ofTrust.has(code)).map(({ code }) => code);
  return codes.length === 0
    ? { certificate, stamped, is: 'intact' }
    : { certificate, stamped, ...unverified(because('token-fault', { codes: codes.join(', ') })) };
}
