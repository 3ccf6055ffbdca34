import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../electron/capture/gateway/address-policy.ts';

describe('the address policy', () => {
  test.for([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['169.254.169.254', 'metadata'],
    ['169.254.1.1', 'link-local'],
    ['0.0.0.0', 'this-network'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['198.18.0.5', 'benchmark'],
    ['::1', 'loopback'],
    ['::', 'this-network'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['fd00::1', 'private'],
    ['ff02::1', 'multicast'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:a00:1', 'private'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b::a9fe:a9fe', 'metadata'],
    ['::127.0.0.1', 'loopback'],
    ['2002:7f00:1::', 'reserved'],
    ['not an address', 'reserved'],
  ] as const)('%s is refused as %s', ([address, why]) => {
    expect(refusalOf(address)).toBe(why);
  });

  test.for([
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '8.8.8.8',
    '2606:4700::1111',
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
  ])('%s is public', (address) => {
    expect(refusalOf(address)).toBeNull();
  });

  /** First and last address of each range of the IANA registries, and what is next to it, counted by hand. */
  test.for([
    ['0.0.0.0', '0.255.255.255', 'this-network', null, '1.0.0.0'],
    ['10.0.0.0', '10.255.255.255', 'private', '9.255.255.255', '11.0.0.0'],
    ['100.64.0.0', '100.127.255.255', 'private', '100.63.255.255', '100.128.0.0'],
    ['127.0.0.0', '127.255.255.255', 'loopback', '126.255.255.255', '128.0.0.0'],
    ['169.254.0.0', '169.254.255.255', 'link-local', '169.253.255.255', '169.255.0.0'],
    ['172.16.0.0', '172.31.255.255', 'private', '172.15.255.255', '172.32.0.0'],
    ['192.0.0.0', '192.0.0.255', 'reserved', '191.255.255.255', '192.0.1.0'],
    ['192.0.2.0', '192.0.2.255', 'reserved', '192.0.1.255', '192.0.3.0'],
    ['192.88.99.0', '192.88.99.255', 'reserved', '192.88.98.255', '192.88.100.0'],
    ['192.168.0.0', '192.168.255.255', 'private', '192.167.255.255', '192.169.0.0'],
    ['198.18.0.0', '198.19.255.255', 'benchmark', '198.17.255.255', '198.20.0.0'],
    ['198.51.100.0', '198.51.100.255', 'reserved', '198.51.99.255', '198.51.101.0'],
    ['203.0.113.0', '203.0.113.255', 'reserved', '203.0.112.255', '203.0.114.0'],
    ['224.0.0.0', '239.255.255.255', 'multicast', '223.255.255.255', null],
    ['240.0.0.0', '255.255.255.255', 'reserved', null, null],
    ['fd00:ec2::254', 'fd00:ec2::254', 'metadata', null, null],
    ['100::', '100::ffff:ffff:ffff:ffff', 'reserved', 'ff:ffff::', '100:0:0:1::'],
    ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved', '2000:ffff::', '2001:200::'],
    ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved', '2001:db7:ffff::', '2001:db9::'],
    ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved', '2001:ffff::', '2003::'],
    ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved', '3ffe:ffff::', '3fff:1000::'],
    ['5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'reserved', '5eff:ffff::', '5f01::'],
    ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'private', 'fbff:ffff::', 'fe00::'],
    ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'link-local', 'fe7f:ffff::', null],
    ['fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'private', null, null],
    ['ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'multicast', null, null],
  ] as const)(
    '%s to %s is refused as %s to its very ends, and nothing beside it',
    ([first, last, why, before, after]) => {
      expect([refusalOf(first), refusalOf(last)]).toEqual([why, why]);
      for (const beside of [before, after])
        if (beside !== null) expect([beside, refusalOf(beside)]).toEqual([beside, null]);
    },
  );

  test('an address that IPv6 carries is judged as what it is, in each of the four forms', () => {
    for (const form of [
      '::ffff:a00:1',
      '::ffff:10.0.0.1',
      '::ffff:172.31.255.1',
      '64:ff9b::192.168.1.1',
      '64:ff9b::a00:1',
      '64:ff9b:1::a00:1',
      '64:ff9b:1:2:3:4:a00:1',
      '::a00:1',
      '0:0:0:0:0:ffff:a00:1',
    ])
      expect([form, refusalOf(form)]).toEqual([form, 'private']);
    for (const form of ['64:ff9b:1::808:808', '::808:808', '64:ff9b:0:0:0:0:808:808', '64:ff9b::8.8.8.8'])
      expect([form, refusalOf(form)]).toEqual([form, null]);
  });
});
