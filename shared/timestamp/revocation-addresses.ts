import { extensionIds, type Certificate } from './certificate.ts';
import { childrenOf, der, derNatural, derOid, readDer, sequence, tags, type Der } from './der.ts';
import { ascii, bitStringOctets, fromHex, oidOf } from './der-values.ts';
import type { Primitives } from './primitives.ts';

const ocspAccess = '1.3.6.1.5.5.7.48.1';

/** Where a certificate says that its revocation can be asked for: http(s) addresses of lists and of responders. */
export function revocationAddresses({ extensions }: Certificate): Readonly<{ crls: string[]; ocsp: string[] }> {
  const crls = extensions.get(extensionIds.crlDistributionPoints);
  const access = extensions.get(extensionIds.authorityInfoAccess);
  return {
    crls: crls ? addressesIn(readDer(crls.value)) : [],
    ocsp: (access ? sequence(readDer(access.value)) : []).flatMap((one) =>
      oidOf(sequence(one)[0]) === ocspAccess ? addressesIn(one) : [],
    ),
  };
}

/** Every `uniformResourceIdentifier` ([6]) inside, however deep. */
function addressesIn(element: Der): string[] {
  if (element.tag === 0x86) return /^https?:\/\//i.test(ascii(element.body)) ? [ascii(element.body)] : [];
  return (element.tag & 0x20) === 0 ? [] : childrenOf(element).flatMap(addressesIn);
}

/** An OCSP request for one certificate (RFC 6960 §4.1), named by SHA-1 as every responder takes it. */
export async function ocspRequest(
  certificate: Certificate,
  issuer: Certificate,
  primitives: Primitives,
): Promise<Uint8Array> {
  const key = bitStringOctets(sequence(readDer(issuer.spki))[1]);
  const id = der(
    tags.sequence,
    der(tags.sequence, derOid('1.3.14.3.2.26'), der(tags.null)),
    der(tags.octetString, await primitives.digest('SHA-1', issuer.subject)),
    der(tags.octetString, await primitives.digest('SHA-1', key)),
    derNatural(fromHex(certificate.serial)),
  );
  return der(tags.sequence, der(tags.sequence, der(tags.sequence, der(tags.sequence, id))));
}
