import { BlockList, isIP } from 'node:net';
import type { StoredRecord } from './stored-record.ts';

const listOf = (...nets: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[]) => {
  const list = new BlockList();
  for (const net of nets) list.addSubnet(...net);
  return list;
};
const here = listOf(['127.0.0.0', 8, 'ipv4'], ['0.0.0.0', 8, 'ipv4'], ['::', 127, 'ipv6']);
const inside = listOf(
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
);

/** Where the server of a capture was, by the record: on the device, in its network, elsewhere, or nobody knows. */
export function whereServed({ server, url, finalUrl }: StoredRecord): 'here' | 'inside' | 'elsewhere' | 'unknown' {
  const name = (server?.host ?? new URL(finalUrl ?? url ?? 'http://none.invalid').hostname).replace(/[[\]]/gu, '');
  const address = server?.address ?? (isIP(name) > 0 ? name : null);
  if (server?.own || /(?:^|\.)localhost$/iu.test(name)) return 'here';
  const family = address !== null && isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (address !== null && here.check(address, family)) return 'here';
  if (address !== null && inside.check(address, family)) return 'inside';
  if (isIP(name) === 0 && (!name.includes('.') || /\.(?:local|internal|lan|home\.arpa)$/iu.test(name))) return 'inside';
  return address === null ? 'unknown' : 'elsewhere';
}
