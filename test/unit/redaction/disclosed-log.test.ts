import { describe, expect, test } from 'vitest';
import { disclosedLog } from '../../../electron/capture/gateway/disclosed-log.ts';
import { newDial, type GatewayLog } from '../../../electron/capture/gateway/gateway-log.ts';

const at = '2019-05-06T01:02:03.004Z';
const log: GatewayLog = {
  questions: [
    { host: 'a.example', askedAt: at, ms: 12, answers: ['93.184.216.34', '10.9.8.7', 'fe80::21'], error: null },
  ],
  dials: [
    {
      ...newDial('a.example', 443, at, 50_123),
      outcome: 'open',
      address: '93.184.216.34',
      connectedAt: at,
      closedAt: at,
      sent: 517,
      received: 9_000,
    },
    { ...newDial('files.a.example', 80, at, 50_124), outcome: 'refused-by-policy', detail: 'private: 192.168.7.21' },
    {
      ...newDial('b.example', 80, at, 50_125),
      outcome: 'connection-refused',
      address: '192.168.7.22',
      detail: 'connect ECONNREFUSED 192.168.7.22:80',
    },
    { ...newDial('c.example', 80, at, null), outcome: 'unreachable', detail: 'proxy.firm.example said no' },
    { ...newDial('d.example', 80, at, null), outcome: 'reset', detail: 'ECONNRESET' },
  ],
  ownTraffic: [{ ...newDial('update.googleapis.com', 443, at, 50_126), outcome: 'refused-own-traffic' }],
  through: 'socks5://proxy.firm.example:1080',
};
const own = [/10\.9\.8\.7/, /fe80/, /192\.168/, /5012\d/, /proxy\.firm/, /googleapis/];

describe('the log of connections as others are handed it', () => {
  const { told, reduced } = disclosedLog(log);

  test('says hosts, times, public addresses and outcomes', () => {
    expect(told.questions).toEqual([
      { host: 'a.example', askedAt: at, ms: 12, answers: ['93.184.216.34', '(private)', '(link-local)'], error: null },
    ]);
    expect(
      told.dials.map(({ host, port, address, outcome, detail }) => [host, port, address, outcome, detail]),
    ).toEqual([
      ['a.example', 443, '93.184.216.34', 'open', null],
      ['files.a.example', 80, null, 'refused-by-policy', 'private'],
      ['b.example', 80, '(private)', 'connection-refused', 'ECONNREFUSED'],
      ['c.example', 80, null, 'unreachable', '(withheld)'],
      ['d.example', 80, null, 'reset', 'ECONNRESET'],
    ]);
    expect(told.dials[0]).toMatchObject({ sent: 517, received: 9_000, connectedAt: at });
    expect([told.ownTraffic, told.throughProxy]).toEqual([1, true]);
  });

  test('says nothing of the network around the computer, and how much was left out', () => {
    expect(own.map((one) => one.test(JSON.stringify(log)))).toEqual(own.map(() => true));
    expect(own.map((one) => one.test(JSON.stringify(told)))).toEqual(own.map(() => false));
    // Two answers, three ports, three details, an address, what the browser asked for itself, the proxy.
    expect(reduced).toBe(11);
  });
});
