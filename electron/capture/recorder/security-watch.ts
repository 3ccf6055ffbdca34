import type { Protocol } from 'puppeteer';
import type { CdpClient } from './cdp-client.ts';
import { within } from './within.ts';
import type { Exchange } from './exchange.ts';
import type { ConnectionSecurity } from './messages.ts';

/** Hosts whose chain is asked for; a page of a thousand trackers is not what a court looks at. */
const mostOrigins = 30;

/** The security of the page's own connection by the browser's last word, and the chains of all other hosts. */
export class SecurityWatch {
  #page: ConnectionSecurity | null = null;
  #url = '';
  #known: () => void = () => undefined;

  /** @param url of the page, as far as the recorder knows it now */
  event(params: unknown, url: string): void {
    const { visibleSecurityState } = params as Protocol.Security.VisibleSecurityStateChangedEvent; // as the protocol has it
    const { certificateSecurityState: found, securityState } = visibleSecurityState;
    if (!found || found.certificate.length === 0) return;
    this.#url = url;
    this.#page = {
      origin: originOf(url),
      chain: found.certificate.map((der) => Buffer.from(der, 'base64')),
      protocol: found.protocol,
      cipher: found.cipher,
      keyExchange: found.keyExchangeGroup ?? found.keyExchange,
      error: found.certificateNetworkError?.replace(/^net::/, '') ?? null,
      state: securityState,
    };
    this.#known();
  }

  /** Settles when the page's own connection is known, or after so long, in ms. */
  async pageKnown(patience: number): Promise<void> {
    if (this.#page !== null) return;
    await new Promise<void>((done) => {
      const late = setTimeout(done, patience);
      this.#known = () => {
        clearTimeout(late);
        done();
      };
    });
  }

  /** The page's connection first, then every other host that was spoken to by TLS and is told of within so many ms. */
  async all(cdp: CdpClient, exchanges: readonly Exchange[], patience: number): Promise<ConnectionSecurity[]> {
    const seen = new Map<string, Exchange>();
    for (const exchange of exchanges) {
      const origin = originOf(exchange.url);
      if (exchange.response?.securityDetails && !seen.has(origin) && seen.size < mostOrigins)
        seen.set(origin, exchange);
    }
    const own = this.#page && { ...this.#page, origin: originOf(this.#url) };
    const others = [...seen].filter(([origin]) => origin !== own?.origin);
    const asked = await Promise.all(
      others.map(([origin, exchange]) => within(patience, chainOf(cdp, origin, exchange))),
    );
    return [...(own ? [own] : []), ...asked.flatMap((one) => (one === null ? [] : [one]))];
  }
}

async function chainOf(cdp: CdpClient, origin: string, exchange: Exchange): Promise<ConnectionSecurity | null> {
  const details = exchange.response?.securityDetails;
  if (!details) return null;
  try {
    const { tableNames } = await cdp.send<Protocol.Network.GetCertificateResponse>(
      exchange.session,
      'Network.getCertificate',
      { origin },
    );
    return {
      origin,
      chain: tableNames.map((der) => Buffer.from(der, 'base64')),
      protocol: details.protocol,
      cipher: details.cipher,
      keyExchange: details.keyExchangeGroup ?? details.keyExchange,
      error: null,
      state: exchange.response?.securityState ?? 'unknown',
    };
  } catch {
    return null; // its target is gone
  }
}

function originOf(url: string): string {
  return URL.parse(url)?.origin ?? url;
}
