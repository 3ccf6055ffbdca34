import { createHash } from 'node:crypto';
import { getServers } from 'node:dns';
import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { refusalOf } from '../gateway/address-policy.ts';
import { upstreamOf } from '../gateway/upstream.ts';
import { made, unmade, type MadeCheck } from './made-check.ts';

const longestRaw = 20_000;

/**
 * What stands between this device and the servers.
 *
 * @param through the proxy that the capture went through, or null
 * @param hosts names that the capture asked for, in lower case
 */
export function networkChecks(through: string | null, hosts: ReadonlySet<string>): readonly MadeCheck[] {
  const interfaces = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).map(({ address, family, internal }) => ({ name, address, family, internal })),
  );
  const outward = interfaces.filter(({ internal }) => !internal);
  const servers = getServers();
  const set = upstreamOf(process.env)?.shown ?? null;
  const proxies = { capturedThrough: through, inEnvironment: set };
  return [
    hostsFile(hosts),
    through === null && set === null
      ? made('proxy', 'none', proxies)
      : made('proxy', through === null ? `direct, although ${set} is set` : `through ${through}`, proxies, true),
    made(
      'dns-servers',
      servers.join(', ') || 'none',
      { servers, file: textOf('/etc/resolv.conf') },
      servers.some((server) => refusalOf(server.replace(/:\d+$/, '')) === 'benchmark'),
    ),
    made(
      'network-interfaces',
      outward.map(({ name, address }) => `${name} ${address}`).join(', ') || 'none',
      interfaces,
    ),
    unmade('egress-address', 'no-outside-service-asked'),
  ];
}

/** Whether an address is one of this computer's: whoever answers there goes by the same clock. */
export const isOwnAddress = (address: string): boolean =>
  refusalOf(address) === 'loopback' ||
  Object.values(networkInterfaces()).some((some) => (some ?? []).some((one) => one.address === address));

/** Names of loopback and multicast that systems put there themselves, and the device's own. */
const usual =
  /^(localhost|localhost\.localdomain|ip6-[a-z]+|broadcasthost|kubernetes\.docker\.internal|host\.docker\.internal)$/;

function hostsFile(hosts: ReadonlySet<string>): MadeCheck {
  const path = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts';
  const text = textOf(path);
  if (text === null) return unmade('hosts-file', 'not-readable', { path });
  const own = new Set([hostname(), hostname().split('.')[0]]);
  const entries = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean);
  const unusual = entries.filter((line) =>
    line
      .split(/\s+/)
      .slice(1)
      .some((name) => !usual.test(name) && !own.has(name)),
  );
  const concerned = unusual.filter((line) =>
    line
      .split(/\s+/)
      .slice(1)
      .some((name) => hosts.has(name.toLowerCase())),
  );
  return made(
    'hosts-file',
    unusual.length === 0 ? `${entries.length} entries, all of this device` : unusual.slice(0, 10).join('; '),
    {
      path,
      sha256: createHash('sha256').update(text).digest('hex'),
      text: text.slice(0, longestRaw),
      entries: entries.length,
      unusual,
      concerned: concerned.length,
    },
    unusual.length > 0,
  );
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').toWellFormed().slice(0, 1_000_000);
  } catch {
    return null;
  }
}
