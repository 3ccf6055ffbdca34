import { expect, test } from 'vitest';
import { serverReach } from '../../../shared/case/capture/reach.ts';

const served = (host: string, address: string) => ({
  url: 'https://asked.example/',
  finalUrl: `https://${host}/a`,
  server: { host, address, port: 443, addressesOffered: [address] },
});

// Addresses and names of RFC 1122, 1918, 3927, 4193, 4291, 6598, 6761, 6762, 8375 and documentation ranges, by hand.
test.for([
  ['www.qijing.localhost', '127.0.0.1', 'here'],
  ['news.example', '127.8.9.10', 'here'], // a hosts file may say so
  ['news.example', '::1', 'here'],
  ['news.example', '0:0:0:0:0:0:0:1', 'here'],
  ['news.example', '::ffff:127.0.0.1', 'here'],
  ['news.example', '0.0.0.0', 'here'],
  ['LOCALHOST', '203.0.113.7', 'here'],
  ['news.example', '10.0.0.1', 'inside'],
  ['news.example', '100.63.255.255', 'elsewhere'],
  ['news.example', '100.64.0.0', 'inside'],
  ['news.example', '100.127.255.255', 'inside'],
  ['news.example', '100.128.0.0', 'elsewhere'],
  ['news.example', '169.254.7.7', 'inside'],
  ['news.example', '172.15.0.1', 'elsewhere'],
  ['news.example', '172.16.0.1', 'inside'],
  ['news.example', '172.31.255.255', 'inside'],
  ['news.example', '172.32.0.1', 'elsewhere'],
  ['news.example', '192.167.0.1', 'elsewhere'],
  ['news.example', '192.168.0.1', 'inside'],
  ['news.example', '::ffff:192.168.0.1', 'inside'],
  ['news.example', 'fd12:3456::1', 'inside'],
  ['news.example', 'fe80::1', 'inside'],
  ['news.example', '2400:3200::1', 'elsewhere'],
  ['news.example', '::2', 'elsewhere'],
  ['intranet', '203.0.113.7', 'inside'],
  ['wiki.local', '203.0.113.7', 'inside'],
  ['news.example', '203.0.113.7', 'elsewhere'],
  ['notlocalhost.example', '203.0.113.7', 'elsewhere'],
] as const)('a page from %s at %s came from: %s', ([host, address, reach]) => {
  expect(serverReach(served(host, address))).toBe(reach);
});

test.for([
  ['http://127.0.0.1:8080/a', 'here'],
  ['http://[::1]:8080/a', 'here'],
  ['http://a:b@127.0.0.1/a', 'here'],
  ['http://bbs.demo.localhost:39727/x', 'here'],
  ['http://192.168.1.9/a', 'inside'],
  ['http://wiki/a', 'inside'],
  ['https://news.example/a', 'unknown'],
  ['https://203.0.113.7/a', 'elsewhere'],
] as const)('where nobody recorded the server, its address alone says of %s: %s', ([finalUrl, reach]) => {
  expect(serverReach({ url: 'https://asked.example/', finalUrl, server: null })).toBe(reach);
});

test('an address of the capturing computer itself, and the address that answered in the end, go before others', () => {
  const { server, ...rest } = served('news.example', '203.0.113.7');
  expect(serverReach({ ...rest, server: { ...server, own: true } })).toBe('here');
  expect(serverReach({ url: 'https://a.example/', finalUrl: null, server: null })).toBe('unknown');
  expect(serverReach({ ...rest, server: null, servedUrl: 'http://localhost/' })).toBe('here');
});
