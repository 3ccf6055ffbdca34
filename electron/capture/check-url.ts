import { isIP } from 'node:net';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { visibleText } from '../../shared/visible-text.ts';
import type { Place } from './gateway/resolver.ts';

/**
 * An address as a person wrote it, as a URL that may be captured: http or https, no user name or password in it.
 * @throws {FascicleError} `not-a-url`
 */
export function checkUrl(text: string): URL {
  const url = URL.parse(text.trim());
  const refuse = (why: string) => new FascicleError('not-a-url', { url: visibleText(text).slice(0, 300), why });
  if (!url) throw refuse('it cannot be read as one');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refuse(`it begins with ${url.protocol}, not http: or https:`);
  if (url.username !== '' || url.password !== '') throw refuse('it holds a user name or password');
  if (url.hostname === '') throw refuse('it names no host');
  return url;
}

/**
 * The requested address itself must be public, or allowed: such a refusal is an error and makes no item.
 * @throws {FascicleError} `address-refused`
 */
export function refuseIfPrivate(url: URL, place: Place): void {
  if (place.at !== 'refused') return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const address = isIP(host) ? host : `${host} → ${place.offered.join(', ')}`;
  throw new FascicleError('address-refused', { url: visibleText(url.href).slice(0, 300), address, why: place.why });
}
