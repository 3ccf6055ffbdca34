import type { Canonicalization } from './canonical.ts';
import { nameOf } from './message-parts.ts';
import { tagList, unfoldedValue } from './tag-list.ts';

/** A DKIM-Signature field that can be checked (RFC 6376 §3.5). */
export type SignatureField = Readonly<{
  /** The field as it stands in the message. */
  field: string;
  algorithm: 'rsa-sha256' | 'ed25519-sha256';
  domain: string;
  selector: string;
  /** `i=`, or `@` and the domain. */
  identity: string;
  head: Canonicalization;
  body: Canonicalization;
  /** Names of the signed fields, in order, in lower case. */
  signed: readonly string[];
  bodyHash: string;
  bodyLength: number | null;
  signature: Buffer;
  /** Seconds since 1970, as the signature states them. */
  signedAt: number | null;
  expires: number | null;
}>;

/** Who a signature names, also of one that cannot be checked. `why`: the tags that do not keep to the standard, `tag-list` where there are none, `from-unsigned`. */
export type UnusableSignature = Readonly<{ domain: string; selector: string; algorithm: string; why: string }>;

const domainName =
  /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;

/** Every DKIM-Signature of a message, from the top down. */
export function signatureFields(fields: readonly string[]): readonly (SignatureField | UnusableSignature)[] {
  return fields.filter((field) => nameOf(field) === 'dkim-signature').map(signatureField);
}

function signatureField(field: string): SignatureField | UnusableSignature {
  const tags = tagList(field.slice(field.indexOf(':') + 1));
  const of = (name: string): string => unfoldedValue(tags?.get(name) ?? '');
  const named = {
    domain: of('d').toLowerCase().slice(0, 253) || '?',
    selector: of('s').toLowerCase().slice(0, 253) || '?',
    algorithm: of('a').slice(0, 40) || '?',
  };
  const no = (why: string): UnusableSignature => ({ ...named, why });
  if (!tags) return no('tag-list');
  if (of('v') !== '1') return no('v=');
  for (const name of ['a', 'b', 'bh', 'd', 'h', 's']) if (of(name) === '') return no(`${name}=`);
  const { algorithm } = named;
  if (algorithm !== 'rsa-sha256' && algorithm !== 'ed25519-sha256') return no(`a=${algorithm}`);
  if (!domainName.test(named.domain) || !domainName.test(named.selector)) return no('d=, s=');
  if (!/^(?:|.*\bdns\/txt\b.*)$/.test(of('q'))) return no('q=');
  const coding = canonicalizations(of('c'));
  if (coding === null) return no('c=');
  const signed = of('h').toLowerCase().split(':');
  if (!signed.includes('from')) return no('from-unsigned');
  const identity = of('i') || `@${named.domain}`;
  if (!isUnder(identity, named.domain)) return no('i=');
  if (!['l', 't', 'x'].every((name) => /^\d{0,15}$/.test(of(name)))) return no('l=, t=, x=');
  const number = (name: 'l' | 't' | 'x') => (of(name) === '' ? null : Number(of(name)));
  return {
    ...named,
    algorithm,
    field,
    identity,
    ...coding,
    signed,
    bodyHash: of('bh'),
    bodyLength: number('l'),
    signature: Buffer.from(of('b'), 'base64'),
    signedAt: number('t'),
    expires: number('x'),
  };
}

/** `c=`: of the head and of the body, `simple` where it does not say; null for one that nobody knows (RFC 6376 §3.4). */
function canonicalizations(value: string): Pick<SignatureField, 'head' | 'body'> | null {
  const [head = 'simple', body = 'simple'] = (value || 'simple').toLowerCase().split('/');
  return isCanonicalization(head) && isCanonicalization(body) ? { head, body } : null;
}

/** The identity's domain is the signing one, or lies under it (RFC 6376 §3.5, `i=`). */
function isUnder(identity: string, domain: string): boolean {
  const host = identity.slice(identity.lastIndexOf('@') + 1).toLowerCase();
  return host === domain || host.endsWith(`.${domain}`);
}

const isCanonicalization = (word: string): word is Canonicalization => word === 'simple' || word === 'relaxed';
