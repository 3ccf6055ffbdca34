import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CdpClient } from '../../../../electron/capture/recorder/cdp-client.ts';
import type { Exchange } from '../../../../electron/capture/recorder/exchange.ts';
import { SecurityWatch } from '../../../../electron/capture/recorder/security-watch.ts';
import { as } from '../../../fixtures/fake.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the page’s own certificate is kept where the browser is slow to tell of others', async () => {
  const watch = new SecurityWatch();
  const certificateSecurityState = { certificate: ['AQID'], protocol: 'TLS 1.3', cipher: 'x', keyExchange: 'y' };
  watch.event(
    { visibleSecurityState: { securityState: 'secure', certificateSecurityState } },
    'https://own.example/page',
  );
  const never = as<CdpClient>({ send: () => new Promise(() => undefined) });
  const other = as<Exchange>({ url: 'https://other.example/x', response: { securityDetails: {} }, session: '1' });
  const told = watch.all(never, [other], 3_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(
    (await told).map(({ origin, chain }) => [origin, chain.map((der) => Buffer.from(der).toString('hex'))]),
  ).toEqual([['https://own.example', ['010203']]]);
});
