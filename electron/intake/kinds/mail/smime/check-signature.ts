import { because, causeOf } from '../../../../../shared/cause.ts';
import type { Reason } from '../../../../../shared/case/record.ts';
import { dataId } from '../../../../../shared/signature/cms.ts';
import type { Cause } from '../../../../../shared/text.ts';
import {
  extendedUses,
  extensionIds,
  keyUses,
  sameCertificate,
  type Certificate,
} from '../../../../../shared/timestamp/certificate.ts';
import { ascii, oidOf, sameBytes } from '../../../../../shared/timestamp/der-values.ts';
import { childrenOf, expectTag, readDer, sequence, tags } from '../../../../../shared/timestamp/der.ts';
import { findPath } from '../../../../../shared/timestamp/path.ts';
import { schemeOf, type Primitives } from '../../../../../shared/timestamp/primitives.ts';
import {
  attributeIds,
  isIdentifiedBy,
  namesCertificate,
  readSignedData,
} from '../../../../../shared/timestamp/signed-data.ts';

/** For protecting e-mail (RFC 5280 §4.2.1.12), and any purpose. */
const mailUse = '1.3.6.1.5.5.7.3.4';
const anyUse = '2.5.29.37.0';
const addressId = '1.2.840.113549.1.9.1';

export type SmimeServices = Readonly<{
  primitives: Primitives;
  /** Asked for only where a signature holds. */ anchors(): readonly Certificate[];
}>;

/**
 * What can be told of an S/MIME signature (RFC 8551) without asking anybody: whether it holds for these bytes, which
 * certificate it was made with, and whether that leads to a trusted root. When it was made is only its own claim: whether
 * the certificate was valid then is not told.
 *
 * @param signature CMS in definite lengths
 * @param signed the bytes that it may be over: any one of them fits
 */
export async function checkSmime(
  signature: Uint8Array,
  signed: readonly Uint8Array[],
  services: SmimeServices,
): Promise<readonly Reason[]> {
  try {
    const read = readSignedData(signature);
    const signer = read.certificates.find((one) => isIdentifiedBy(one, read.signer.id));
    if (!signer) return [unverified(because('signs-without-certificate'))];
    const fault = await faultOf(read, signer, signed, services.primitives);
    const { subjectText: name } = signer;
    if (fault !== null) return [{ code: 'smime-broken', params: { name, why: fault } }];
    const others = read.certificates.filter((one) => !sameCertificate(one, signer));
    return [
      { code: 'smime-holds', params: { name, addresses: addressesOf(signer).join(', ') || '–' } },
      await trustOf(signer, others, services),
      { code: 'smime-validity', params: { from: dayOf(signer.notBefore), until: dayOf(signer.notAfter) } },
    ];
  } catch (error) {
    return [unverified(causeOf(error))]; // an algorithm or a form that is not known here: neither good nor bad
  }
}

const unverified = (why: Cause): Reason => ({ code: 'smime-not-verified', params: { why } });
const dayOf = (ms: number): string => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : '–');

/** Why a signature does not hold for what stands there; null where it does. @throws where that cannot be told */
async function faultOf(
  { contentType, signer: info }: ReturnType<typeof readSignedData>,
  signer: Certificate,
  signed: readonly Uint8Array[],
  primitives: Primitives,
): Promise<Cause | null> {
  const type = info.attributes.get(attributeIds.contentType);
  if (contentType !== dataId || !type || oidOf(type) !== dataId) return because('signs-other');
  if (info.digest === 'SHA-1') throw new Error(because('signs-digest', { digest: info.digest }));
  const scheme = schemeOf(info.signatureAlgorithm, signer.spki, info.digest);
  const said = expectTag(info.attributes.get(attributeIds.messageDigest), tags.octetString).body;
  const digests = await Promise.all(signed.map((bytes) => primitives.digest(info.digest, bytes)));
  if (!digests.some((own) => sameBytes(own, said))) return because('signs-changed-mail');
  const named = [attributeIds.signingCertificate, attributeIds.signingCertificateV2];
  if (named.some((id) => info.attributes.has(id)) && !(await namesCertificate(info.attributes, signer, primitives)))
    return because('signs-other-certificate');
  const fits = await primitives.verify(scheme, signer.spki, info.signature, info.signedBytes);
  return fits ? null : because('signs-not-by-certificate');
}

/** Where its certificate leads, as of the day on which it begins to be valid: that it was valid later is not told. */
async function trustOf(
  signer: Certificate,
  others: readonly Certificate[],
  { anchors, primitives }: SmimeServices,
): Promise<Reason> {
  const untrusted = (why: Cause): Reason => ({ code: 'smime-untrusted', params: { name: signer.subjectText, why } });
  const bits = keyUses(signer);
  if (bits && !bits.has(0) && !bits.has(1)) return untrusted(because('key-other-use'));
  const uses = extendedUses(signer);
  if (uses && !uses.includes(mailUse) && !uses.includes(anyUse)) return untrusted(because('not-for-mail'));
  const found = await findPath(signer, others, anchors(), signer.notBefore, primitives, mailUse);
  if (!('path' in found)) return untrusted(found.unfit);
  return { code: 'smime-trusted', params: { name: signer.subjectText, anchor: found.path.at(-1)?.subjectText ?? '' } };
}

/** The addresses that a certificate is for: among its other names, or in its own (RFC 8550 §3). */
function addressesOf({ extensions, subject }: Certificate): readonly string[] {
  const names = extensions.get(extensionIds.subjectAltName);
  const own = sequence(readDer(subject))
    .flatMap((set) => childrenOf(set))
    .flatMap((pair) => {
      const [id, value] = sequence(pair);
      return value && oidOf(id) === addressId ? [ascii(value.body)] : [];
    });
  const others = names ? sequence(readDer(names.value)).filter(({ tag }) => tag === 0x81) : [];
  return [...new Set([...others.map(({ body }) => ascii(body)), ...own])].map((one) => one.slice(0, 254)).slice(0, 10);
}
