import { statSync } from 'node:fs';
import type { DkimAnswer } from '../mail-words.ts';
import { mostOfMail } from '../limits.ts';
import { checkSignature, type KeyAnswer, type DkimVerdict } from './check-signature.ts';
import { messageParts, nameOf, type MessageParts } from './message-parts.ts';
import { signatureFields, type SignatureField } from './signature-field.ts';
import { readRegular } from '../../../../casefile/files/regular-file.ts';

/** Signatures of one mail that are checked. */
const mostSignatures = 5;

/** Fields that a reader relies on: one that is not signed is said. */
const reliedOn = ['from', 'to', 'cc', 'subject', 'date'];

/**
 * Checks the DKIM signatures of a saved mail against the keys that the DNS gave.
 * @param answers by the name that was asked for; a name that is not there was not asked
 */
export function checkMail(path: string, answers: Readonly<Record<string, KeyAnswer>>): DkimAnswer {
  if (statSync(path).size > mostOfMail.bytes) return { mended: false, fromDomain: null, signatures: [] };
  const parts = messageParts(readRegular(path, 'followed'));
  const signatures = signatureFields(parts.fields).slice(0, mostSignatures);
  return {
    mended: parts.mended,
    fromDomain: fromDomainOf(parts),
    signatures: signatures.map((one) => {
      const named = { domain: one.domain, selector: one.selector, algorithm: one.algorithm };
      if ('why' in one) return { ...named, question: null, verdict: { verdict: 'unusable', why: one.why } };
      const question = `${one.selector}._domainkey.${one.domain}`;
      const answer = answers[question] ?? { as: 'unknown', why: 'not-asked' };
      const verdict: DkimVerdict = checkSignature(parts, one, answer);
      return {
        ...named,
        question,
        verdict,
        canonicalization: `${one.head}/${one.body}`,
        signed: one.signed.slice(0, 100).map((name) => name.slice(0, 76)),
        unsigned: unsignedIn(parts, one),
        bodyLength: one.bodyLength,
        signedAt: one.signedAt,
        expires: one.expires,
      };
    }),
  };
}

/** Fields of which the message has more than the signature covers: a second From is how a signed mail is misused. */
function unsignedIn({ fields }: MessageParts, { signed }: SignatureField): string[] {
  const count = (names: readonly string[], name: string) => names.filter((one) => one === name).length;
  const present = fields.map(nameOf);
  return reliedOn.filter((name) => count(present, name) > count(signed, name));
}

function fromDomainOf({ fields }: MessageParts): string | null {
  const from = fields.find((field) => nameOf(field) === 'from') ?? '';
  return /@([a-z0-9.-]{1,253})>?\s*(?:\([^)]*\)\s*)?$/i.exec(from.replace(/\r\n/g, ''))?.[1]?.toLowerCase() ?? null;
}
