import type { Cause } from '../../../shared/text.ts';
import { isIP } from 'node:net';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { Resolution } from '../gateway/resolver.ts';

/**
 * An address as a person wrote it, as a URL that may be captured: http or https, no user name or password in it.
 * @throws {FascicleError} `not-a-url`
 */
export function checkUrl(text: string): URL {
  const url = URL.parse(text.trim());
  const refuse = (why: Cause) => new FascicleError('not-a-url', { url: visibleText(text).slice(0, 300), why });
  if (!url) throw refuse(because('url-unreadable'));
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refuse(because('url-scheme', { scheme: url.protocol }));
  if (url.username !== '' || url.password !== '') throw refuse(because('url-user'));
  if (url.hostname === '') throw refuse(because('url-host'));
  return url;
}

/**
 * The requested address itself must be public, or allowed: such a refusal is an error and makes no item.
 * @throws {FascicleError} `address-refused`
 */
export function refuseIfPrivate(url: URL, resolution: Resolution): void {
  if (resolution.at !== 'refused') return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const address = isIP(host) ? host : `${host} → ${resolution.offered.join(', ')}`;
  throw new FascicleError('address-refused', {
    url: visibleText(url.href).slice(0, 300),
    address,
    why: because(`address-${resolution.why}`),
  });
}
