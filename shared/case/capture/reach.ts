import type { CaptureRecord } from '../record.ts';

/**
 * Where the server of a capture was, as far as its record shows: *here*, on the computer that captured; *inside*, in a
 * network that others cannot reach by the same address; *elsewhere*; *unknown* where neither its address nor its name says.
 */
export type Reach = 'here' | 'inside' | 'elsewhere' | 'unknown';

type Located = Pick<CaptureRecord, 'url' | 'finalUrl' | 'servedUrl' | 'server'>;

export function serverReach({ url, finalUrl, servedUrl, server }: Located): Reach {
  const name = (server?.host ?? hostOf(servedUrl ?? finalUrl ?? url)).replace(/^\[|\]$/g, '');
  if (server?.own === true || isLocalName(name)) return 'here';
  const all = [reachOfAddress(server?.address ?? name), reachOfName(name)];
  return all.find((one) => one === 'here') ?? all.find((one) => one === 'inside') ?? all[0] ?? 'unknown';
}

const hostOf = (url: string): string => /^\w+:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/.exec(url)?.[1] ?? '';

/** Names that lead each computer to itself (RFC 6761, section 6.3), whatever a resolver would say. */
export const isLocalName = (host: string): boolean => /^(?:.+\.)?localhost\.?$/i.test(host);

/** Names that only one network knows: without a dot, or in a domain that is kept for such networks. */
function reachOfName(host: string): Reach {
  if (host === '' || /^[\d.]+$|:/.test(host)) return 'unknown';
  return !host.includes('.') || /\.(?:local|internal|home\.arpa|lan)\.?$/i.test(host) ? 'inside' : 'unknown';
}

function reachOfAddress(address: string): Reach {
  const mapped = /^::ffff:(?<v4>[\d.]+)$/i.exec(address)?.groups?.['v4'] ?? address;
  const parts = mapped.split('.').map(Number);
  if (parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256))
    return reachOfV4(parts);
  if (!address.includes(':')) return 'unknown';
  if (/^(?:::|(?:0{1,4}:){7})0{0,3}1?$/.test(address)) return 'here';
  return /^(?:f[cd]|fe[89a-f])/i.test(address) ? 'inside' : 'elsewhere';
}

/** First bytes of the networks that others cannot reach, from `a.low` to `a.high`. */
const inside4 = [
  { a: 10, low: 0, high: 255 },
  { a: 100, low: 64, high: 127 }, // carrier-grade NAT
  { a: 169, low: 254, high: 254 },
  { a: 172, low: 16, high: 31 },
  { a: 192, low: 168, high: 168 },
] as const;

function reachOfV4([first = 0, second = 0]: readonly number[]): Reach {
  if (first === 127 || first === 0) return 'here';
  const isInside = inside4.some(({ a, low, high }) => first === a && second >= low && second <= high);
  return isInside ? 'inside' : 'elsewhere';
}
