import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Which addresses a capture may dial. Everything that is not the public internet is refused unless the user says
 * otherwise: a hostile page must not make her computer talk to itself, to her office or to a cloud's metadata service.
 * Ranges: IANA special-purpose registries (RFC 6890 and its updates).
 */
const refused4: readonly (readonly [string, number, RefusedKind])[] = [
  ['0.0.0.0', 8, 'this-network'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'private'], // carrier-grade NAT
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.169.254', 32, 'metadata'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'reserved'],
  ['192.88.99.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'benchmark'], // where VPN programs put their invented answers
  ['198.51.100.0', 24, 'reserved'],
  ['203.0.113.0', 24, 'reserved'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
];
const refused6: readonly (readonly [string, number, RefusedKind])[] = [
  ['::', 128, 'this-network'],
  ['::1', 128, 'loopback'],
  ['fd00:ec2::254', 128, 'metadata'],
  ['100::', 64, 'reserved'],
  ['2001::', 23, 'reserved'], // Teredo and other assignments
  ['2001:db8::', 32, 'reserved'],
  ['2002::', 16, 'reserved'], // 6to4: carries an IPv4 address of its own
  ['3fff::', 20, 'reserved'],
  ['5f00::', 16, 'reserved'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'private'],
  ['ff00::', 8, 'multicast'],
];
export const refusedKinds = [
  'this-network',
  'private',
  'loopback',
  'metadata',
  'link-local',
  'reserved',
  'benchmark',
  'multicast',
] as const;
export type RefusedKind = (typeof refusedKinds)[number];

const lists = [
  ...refused4.map(([net, bits, kind]) => ({ kind, list: listOf(net, bits, 'ipv4'), family: 'ipv4' as const })),
  ...refused6.map(([net, bits, kind]) => ({ kind, list: listOf(net, bits, 'ipv6'), family: 'ipv6' as const })),
];

function listOf(net: string, bits: number, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  list.addSubnet(net, bits, family);
  return list;
}

/** Why an address may not be dialled, or null where it may. */
export function refusalOf(address: string): RefusedKind | null {
  const plain = (address.split('%')[0] ?? '').toLowerCase();
  const inside = isIPv4(plain) ? plain : carriedIPv4(plain);
  const family = isIPv4(inside ?? plain) ? 'ipv4' : 'ipv6';
  if (!isIP(inside ?? plain)) return 'reserved';
  return lists.find((one) => one.family === family && one.list.check(inside ?? plain, family))?.kind ?? null;
}

/** The IPv4 address inside an IPv6 one: mapped ::ffff:0:0/96, compatible ::/96, NAT64 64:ff9b::/96 and 64:ff9b:1::/48. */
function carriedIPv4(address: string): string | null {
  if (!isIP(address)) return null;
  const words = wordsOf(address);
  const head = words.slice(0, 6).join(':');
  const carries =
    head === '0:0:0:0:0:ffff' || head === '64:ff9b:0:0:0:0' || words.slice(0, 3).join(':') === '64:ff9b:1';
  const compatible = head === '0:0:0:0:0:0' && !(words[6] === '0' && (words[7] === '0' || words[7] === '1'));
  if (!carries && !compatible) return null;
  const [high, low] = words.slice(6).map((word) => Number.parseInt(word, 16));
  return high === undefined || low === undefined ? null : [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Eight hexadecimal words of an IPv6 address, without leading zeros. */
function wordsOf(address: string): string[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const plain = dotted
    ? address.slice(0, dotted.index) +
      [0, 2].map((at) => ((Number(dotted[at + 1]) << 8) | Number(dotted[at + 2])).toString(16)).join(':')
    : address;
  const [before = '', after] = plain.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const middle = after === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...middle, ...right].map((word) => word.replace(/^0+(?=.)/, ''));
}
