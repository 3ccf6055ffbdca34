import { because } from '../../../shared/cause.ts';
import { tokensIn, type AddressToken } from '../../../shared/redaction/address-tokens.ts';
import type { Cause } from '../../../shared/text.ts';

/** What in a link may let somebody in, or may work only once: such a link is never fetched a second time. */
export type TokenSign = Readonly<{ where: AddressToken['where']; what: Cause }>;

/** The first sign that a link carries a token, or null. */
export function tokenIn(url: URL): TokenSign | null {
  for (const { where, by, name } of tokensIn(url)) return { where, what: causeOfToken(by, name) };
  return null;
}

/** @param name of a parameter, as the link has it; empty for a part of the path */
function causeOfToken(by: AddressToken['by'], name: string): Cause {
  if (by === 'user') return because('token-user');
  if (name !== '') return because('token-parameter', { name: name.slice(0, 60) });
  return because(by === 'web-token' ? 'token-web' : 'token-random');
}

/** The sign as a record holds it. */
export const tokenParams = ({ where, what }: TokenSign) => ({ where: because(`token-in-${where}`), what });
