import { describe, expect, test } from 'vitest';
import type { Json } from '../../../shared/canonical-json.ts';
import { disclosedCheck } from '../../../electron/capture/environment/disclosed-environment.ts';
import { made, unmade } from '../../../electron/capture/environment/made-check.ts';

/** What a firm does not hand to the other side, in every field that a check may have. */
const own = [
  '/home/wang/tools/node',
  'C:\\Users\\wang\\tmp',
  '192.168.7.21',
  'fe80::21',
  'files.firm.example',
  'proxy.firm.example',
  '10.9.8.7',
  'firm-root.crt',
];
const reduced = (check: Parameters<typeof made>[0], detail: string, raw: Json, noted = false) => {
  const told = disclosedCheck(made(check, detail, raw, noted));
  const text = JSON.stringify(told);
  return { ...told, leaks: own.filter((one) => text.includes(JSON.stringify(one).slice(1, -1))) };
};

describe('a check as others are handed it', () => {
  test('the hosts file says how many entries could lead this capture elsewhere, not which', () => {
    const raw = {
      path: '/etc/hosts',
      text: own.join(),
      entries: 5,
      unusual: [`10.9.8.7 ${own[4]}`, 'b'],
      concerned: 1,
    };
    expect(reduced('hosts-file', '10.9.8.7 files.firm.example; b', raw, true)).toMatchObject({
      outcome: 'noted',
      detail: '2 entries of other names; 1 entries of hosts of this capture',
      raw: { entries: 5, ofOtherNames: 2, ofThisCapture: 1 },
      leaks: [],
    });
  });

  test('the computer’s addresses are a number', () => {
    const raw = [
      { name: 'lo', address: '127.0.0.1', family: 'IPv4', internal: true },
      { name: 'eth0', address: '192.168.7.21', family: 'IPv4', internal: false },
      { name: 'eth0', address: 'fe80::21', family: 'IPv6', internal: false },
    ];
    expect(reduced('network-interfaces', 'eth0 192.168.7.21, eth0 fe80::21', raw)).toMatchObject({
      detail: '2 addresses outward',
      leaks: [],
    });
    expect(
      reduced('dns-servers', '10.9.8.7', { servers: ['10.9.8.7'], file: 'search files.firm.example' }),
    ).toMatchObject({
      detail: '1 servers',
      leaks: [],
    });
  });

  test('a proxy that was used is named, as the record does; one that only was set is not', () => {
    const set = { capturedThrough: null, inEnvironment: 'http://proxy.firm.example:3128' };
    expect(reduced('proxy', 'direct, although http://proxy.firm.example:3128 is set', set, true)).toMatchObject({
      detail: 'direct, although a proxy is set',
      leaks: [],
    });
    const used = { capturedThrough: 'http://proxy.firm.example:3128', inEnvironment: null };
    expect(reduced('proxy', 'through http://proxy.firm.example:3128', used, true).detail).toContain(
      'proxy.firm.example',
    );
  });

  test('flags stay, paths and local addresses in them do not', () => {
    const flags = [
      own[0]!,
      '--no-first-run',
      `--user-data-dir=${own[1]}`,
      '--proxy-server=127.0.0.1:40123',
      '--lang=zh-CN',
    ];
    expect(reduced('command-line', '4 flags', flags)).toMatchObject({
      raw: ['--no-first-run', '--user-data-dir=(withheld)', '--proxy-server=(withheld)', '--lang=zh-CN'],
      leaks: [],
    });
  });

  test('programs keep their hashes and lose their paths', () => {
    const raw = { product: 'Chrome/1', file: own[0]!, sha256: 'ab' };
    expect(reduced('browser', 'Chrome/1, ab', raw)).toMatchObject({
      raw: { product: 'Chrome/1', sha256: 'ab' },
      leaks: [],
    });
    expect(disclosedCheck(unmade('runtime', 'not-readable', { path: own[0]! })).raw).toBeNull();
  });

  test('certificates beside the browser’s own are counted', () => {
    const raw = {
      nssDatabase: 'fresh',
      browserPolicies: [],
      systemStore: [`/usr/local/${own[7]}`],
      variables: ['SSL_CERT_FILE'],
    };
    expect(reduced('root-certificates', `/usr/local/${own[7]}, SSL_CERT_FILE`, raw, true)).toMatchObject({
      detail: '2 files or settings',
      outcome: 'noted',
      leaks: [],
    });
  });
});
