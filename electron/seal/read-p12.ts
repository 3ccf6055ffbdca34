import type { Cause } from '../../shared/text.ts';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { because } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { keyUses, readCertificate, type Certificate } from '../../shared/timestamp/certificate.ts';

/** What a person signs with. The key stays in memory and goes nowhere. */
export type SigningIdentity = Readonly<{
  key: KeyObject;
  kind: 'rsa' | 'ec';
  certificate: Certificate;
  /** Further certificates that came with it. */
  chain: readonly Certificate[];
}>;

const { oids } = forge.pki;

/** P-256, P-384 and P-521, by OpenSSL's names. */
const curves = ['prime256v1', 'secp384r1', 'secp521r1'];

/**
 * Reads a PKCS #12 file (RFC 7292), old encryptions included: RSA keys of 2048 bits or more and EC keys on the NIST
 * curves. The passphrase is used here and kept nowhere.
 *
 * @param name of the file, for what is said of it
 * @param now ms since 1970: a certificate that is not valid now signs nothing
 * @throws {FascicleError} `key-unreadable` | `key-unfit`
 */
export function readP12(bytes: Uint8Array, passphrase: string, name: string, now: number): SigningIdentity {
  const { keys, certificates } = openP12(bytes, passphrase, name);
  const [key, another] = keys;
  const unfit = (why: Cause) => new FascicleError('key-unfit', { path: name, why });
  if (!key || another) throw unfit(because('key-count', { count: keys.length }));
  const kind = signingKind(key, unfit);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const certificate = certificates.find((one) => spki.equals(one.spki));
  if (!certificate) throw unfit(because('key-without-certificate'));
  const { notBefore, notAfter } = certificate;
  if (now < notBefore || now > notAfter) {
    const day = (time: number) => new Date(time).toISOString().slice(0, 10);
    throw unfit(because('key-not-now', { from: day(notBefore), to: day(notAfter) }));
  }
  const uses = keyUses(certificate);
  if (uses && !uses.has(0) && !uses.has(1)) throw unfit(because('key-use'));
  return { key, kind, certificate, chain: certificates.filter((one) => one !== certificate) };
}

/** @throws what `unfit` gives, for a key that no PDF is signed with: of another kind, too short, on another curve */
function signingKind(key: KeyObject, unfit: (why: Cause) => FascicleError): SigningIdentity['kind'] {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {};
  const kind = key.asymmetricKeyType;
  if (kind !== 'rsa' && kind !== 'ec') throw unfit(because('key-type', { type: kind ?? '–' }));
  if (kind === 'rsa' && modulusLength < 2_048) throw unfit(because('key-short'));
  if (kind === 'ec' && !curves.includes(namedCurve ?? ''))
    throw unfit(because('key-curve', { curve: namedCurve ?? '–' }));
  return kind;
}

function openP12(
  bytes: Uint8Array,
  passphrase: string,
  name: string,
): Readonly<{ keys: readonly KeyObject[]; certificates: readonly Certificate[] }> {
  try {
    const p12 = parseP12(Buffer.from(bytes).toString('latin1'), passphrase);
    const bags = (type: string | undefined) => (type === undefined ? [] : (p12.getBags({ bagType: type })[type] ?? []));
    const keyBags = [...bags(oids['pkcs8ShroudedKeyBag']), ...bags(oids['keyBag'])];
    return { keys: keyBags.map(keyOf), certificates: bags(oids['certBag']).map(certificateOf) };
  } catch (error) {
    // Which of the two it was is not said by the format: a wrong passphrase gives wrong bytes.
    // What the library says is not passed on: it may quote the passphrase.
    const why = String(error).includes('MAC') ? because('key-passphrase') : because('key-form');
    throw new FascicleError('key-unreadable', { path: name, why });
  }
}

/**
 * A passphrase beyond ASCII is spelt in two ways in one file: the check code takes UTF-16 (RFC 7292 appendix B), the
 * modern encryption UTF-8 (RFC 8018), and node-forge has one spelling for both. So the check code, once it has passed, is
 * left out and the rest is opened with the other spelling.
 */
function parseP12(binary: string, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  const parse = (secret: string, checked: boolean) => {
    const pfx = forge.asn1.fromDer(forge.util.createBuffer(binary));
    if (!checked && Array.isArray(pfx.value)) pfx.value.length = Math.min(pfx.value.length, 2);
    return forge.pkcs12.pkcs12FromAsn1(pfx, false, secret);
  };
  try {
    return parse(passphrase, true);
  } catch (error) {
    const utf8 = forge.util.encodeUtf8(passphrase);
    if (utf8 === passphrase || String(error).includes('MAC')) throw error;
    return parse(utf8, false);
  }
}

/** node-forge knows RSA only; of other keys and certificates it gives the ASN.1 as it stood. */
function keyOf({ key, asn1 }: forge.pkcs12.Bag): KeyObject {
  const info = key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1;
  return createPrivateKey({ key: derOf(info), format: 'der', type: 'pkcs8' });
}

function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): Certificate {
  return readCertificate(derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1));
}

function derOf(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}
