import type { Cause } from '../text.ts';
import { because, causeOf } from '../cause.ts';
import type { NewSha256 } from '../digest.ts';
import type { SignatureFindingCode } from '../messages/verify/signature-messages.ts';
import type { TokenFindingCode } from '../messages/verify/token-messages.ts';
import { keyUses, sameCertificate, type Certificate } from '../timestamp/certificate.ts';
import { expectTag, sequence, tags } from '../timestamp/der.ts';
import { fromHex, hex, oidOf, sameBytes } from '../timestamp/der-values.ts';
import { findPath } from '../timestamp/path.ts';
import { schemeOf, UnknownAlgorithm, type Primitives } from '../timestamp/primitives.ts';
import {
  attributeIds,
  isIdentifiedBy,
  namesCertificate,
  readSignedData,
  type SignedData,
} from '../timestamp/signed-data.ts';
import { verifyToken } from '../timestamp/verify-token.ts';
import type { ByteSource } from '../verify/byte-source.ts';
import { noTime, type CheckFindings, type Finding, type TimeHeading, type TimeReport } from '../verify/findings.ts';
import { dataId, rsaEncryption, signatureStampId, signedData } from './cms.ts';
import type { AppendedRevision } from './read-revisions.ts';

type SignatureFinding = Finding<SignatureFindingCode>;
type TimeFinding = Finding<SignatureFindingCode | TokenFindingCode>;

/** What signatures are held against, and the cryptography. */
export type Trust = Readonly<{
  /** Certificates that the person or the program trusts, never from the file. */
  anchors: readonly Certificate[];
  primitives: Primitives;
}>;

/** What the rules need beside the file. */
type SignatureServices = Trust & Readonly<{ newSha256: NewSha256 }>;

/** Signatures decide with the content, time stamps apart from it. */
export type SignaturesChecked = Readonly<{
  check: CheckFindings<SignatureFindingCode>;
  time: TimeReport;
}>;

const piece = 1 << 20;

/**
 * Checks every signature and time stamp that was appended to a bundle: the digest of all it covers, the signature, that
 * it names its certificate, the certificate's way to a trusted one where there is any, the time stamp over it.
 */
export async function checkSignatures(
  source: ByteSource,
  revisions: readonly AppendedRevision[],
  services: SignatureServices,
): Promise<SignaturesChecked> {
  const findings: SignatureFinding[] = [];
  const time: TimeFinding[] = [];
  let stamps = 0;
  /** For each good stamp the number of its revision, and its time: it is over all up to there. */
  const good: Readonly<{ n: number; genTime: number }>[] = [];
  const stamped = async (token: Uint8Array, digest: Uint8Array, code: SignatureFindingCode, n: number) => {
    stamps += 1;
    const asked = { token, digests: { 'SHA-256': hex(digest) }, anchors: services.anchors };
    const verdict = await verifyToken(asked, services.primitives);
    time.push(...verdict.findings);
    if (!verdict.good || !verdict.info) return null;
    const { genTime } = verdict.info;
    good.push({ n, genTime });
    time.push(note(code, { n, at: new Date(genTime).toISOString(), name: verdict.signer?.name ?? '' }));
    return genTime;
  };
  for (const [at, revision] of revisions.entries()) {
    const n = at + 1;
    const digest = await digestOf(source, revision, services.newSha256);
    if (revision.kind === 'time-stamp') {
      await stamped(revision.contents, digest, 'document-stamped', n);
      continue;
    }
    const read = await readSignature(revision, digest, services);
    if ('finding' in read) {
      findings.push({ ...read.finding, params: { ...read.finding.params, n } });
      continue;
    }
    const { data, signer } = read;
    findings.push(note('signature-good', { n, name: signer.subjectText, at: revision.at ?? '–' }));
    const token = data.signer.unsigned.get(signatureStampId);
    const over = await services.primitives.digest('SHA-256', data.signer.signature);
    const proven = token ? await stamped(token.bytes, over, 'signature-stamped', n) : null;
    findings.push(await trustOf(data, signer, proven ?? Date.parse(revision.at ?? ''), services));
  }
  const failed = time.some(({ rank }) => rank === 'failed');
  return {
    check: { check: 'signatures', looked: revisions.length, findings },
    time: {
      ...(failed ? { timeProven: 'failed', timeScope: null } : headingOf(good, revisions.length)),
      checks: stamps === 0 ? [] : [{ check: 'time-stamps', looked: stamps, findings: time }],
    },
  };
}

/** The whole file where a stamp is over its last revision; else the bundle alone, as far as the earliest goes. */
function headingOf(good: readonly Readonly<{ n: number; genTime: number }>[], revisions: number): TimeHeading {
  if (good.length === 0) return noTime;
  const last = good.filter(({ n }) => n === revisions);
  const at = new Date(Math.min(...(last.length > 0 ? last : good).map(({ genTime }) => genTime))).toISOString();
  return { timeProven: last.length > 0 ? 'proven' : 'partly', timeScope: { over: 'file', at } };
}

/** SHA-256 of everything before and behind the contents, up to the end of their revision. */
async function digestOf(
  source: ByteSource,
  { from, to, end }: Readonly<{ from: number; to: number; end: number }>,
  newSha256: NewSha256,
): Promise<Uint8Array> {
  const hash = newSha256();
  for (const [begin, stop] of [
    [0, from],
    [to, end],
  ] as const)
    for (let at = begin; at < stop; at += piece) hash.update(await source.read(at, Math.min(piece, stop - at)));
  return fromHex(hash.digestHex());
}

type Read = Readonly<{ data: SignedData; signer: Certificate }> | Readonly<{ finding: SignatureFinding }>;

async function readSignature(
  { contents }: AppendedRevision,
  digest: Uint8Array,
  { primitives }: SignatureServices,
): Promise<Read> {
  const bad = (why: Cause) => ({ finding: { rank: 'failed', code: 'signature-bad', params: { why } } }) as const;
  try {
    const data = readSignedData(contents);
    const { signer: info, content, contentType } = data;
    const signer = data.certificates.find((one) => isIdentifiedBy(one, info.id));
    const type = info.attributes.get(attributeIds.contentType);
    if (content || contentType !== dataId || !type || oidOf(type) !== dataId) return bad(because('signs-other'));
    if (!signer) return bad(because('signs-without-certificate'));
    if (info.digest !== 'SHA-256') return bad(because('signs-digest', { digest: info.digest }));
    const said = expectTag(info.attributes.get(attributeIds.messageDigest), tags.octetString).body;
    if (!sameBytes(said, digest)) return bad(because('signs-changed-file'));
    if (!(await namesCertificate(info.attributes, signer, primitives))) return bad(because('signs-other-certificate'));
    const scheme = schemeOf(info.signatureAlgorithm, signer.spki, info.digest);
    if (!(await primitives.verify(scheme, signer.spki, info.signature, info.signedBytes)))
      return bad(because('signs-not-by-certificate'));
    if (!isAsWritten(contents, data, signer)) return bad(because('signs-otherwise'));
    const damaged = await damagedCertificate(data, signer, primitives);
    return damaged === null ? { data, signer } : bad(because('signs-damaged-certificate', { name: damaged }));
  } catch (error) {
    // An algorithm that is not known here too: this program signs with no such one.
    return bad(causeOf(error));
  }
}

/** What a signature does not cover (versions, order, names of algorithms) is known from its being written again. */
function isAsWritten(contents: Uint8Array, { certificates, signer: info }: SignedData, signer: Certificate): boolean {
  const chain = certificates.filter((one) => one !== signer);
  const key = oidOf(sequence(info.signatureAlgorithm)[0]) === rsaEncryption ? 'rsa' : 'ec';
  const token = info.unsigned.get(signatureStampId)?.bytes ?? null;
  const { signedBytes: attributes, signature } = info;
  return sameBytes(contents, signedData({ attributes, signature, signer, chain, key, token }));
}

/** A certificate of the chain that its issuer, where that is here too, did not sign so; null where there is none. */
async function damagedCertificate(
  { certificates }: SignedData,
  signer: Certificate,
  primitives: Primitives,
): Promise<string | null> {
  for (const one of certificates) {
    const issuers = certificates.filter(({ subject }) => sameBytes(subject, one.issuer));
    if (one === signer || issuers.length === 0) continue; // the signature names its own certificate by its hash
    try {
      const fits = issuers.map(({ spki }) =>
        primitives.verify(schemeOf(one.signatureAlgorithm, spki, null), spki, one.signature, one.tbs),
      );
      if (!(await Promise.all(fits)).includes(true)) return one.subjectText;
    } catch (error) {
      if (!(error instanceof UnknownAlgorithm)) throw error; // an old root signs itself with SHA-1: nothing to be told
    }
  }
  return null;
}

/** Whether the certificate leads to a trusted one. That it does not is said, and makes no content doubtful. */
async function trustOf(
  { certificates }: SignedData,
  signer: Certificate,
  at: number,
  { anchors, primitives }: SignatureServices,
): Promise<SignatureFinding> {
  const name = signer.subjectText;
  const untrusted = (why: Cause) => note('signature-untrusted', { name, why });
  const uses = keyUses(signer);
  if (uses && !uses.has(0) && !uses.has(1)) return untrusted(because('key-other-use'));
  try {
    const others = certificates.filter((one) => !sameCertificate(one, signer));
    const found = await findPath(signer, others, anchors, at, primitives, null);
    if ('path' in found) return note('signature-trusted', { name, anchor: found.path.at(-1)?.subjectText ?? '' });
    return untrusted(
      found.why === 'issuer-unfit' || found.why === 'unknown-algorithm'
        ? because('at-path', { path: found.name, why: found.unfit })
        : found.unfit,
    );
  } catch (error) {
    return untrusted(causeOf(error));
  }
}

const note = (code: SignatureFindingCode, params: SignatureFinding['params']): SignatureFinding => ({
  rank: 'note',
  code,
  params,
});
