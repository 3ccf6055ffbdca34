import { describe, expect, test } from 'vitest';
import type { ArchivedExchange } from '../../../electron/archive/archived.ts';
import { Secrets } from '../../../electron/archive/secrets.ts';

/** Nothing about it looks like a secret: only where it was carried says so. */
const value = 'harvest moon over the lake';
const spelled = encodeURIComponent(value);

const empty: ArchivedExchange = {
  url: 'https://news.example/a',
  date: '2026-11-24T04:32:59.222Z',
  method: 'GET',
  requestHeaders: [],
  requestBody: null,
  response: null,
  address: null,
  protocols: [],
  cipherSuite: null,
  about: {},
  failure: null,
};
const answering = (...headers: [string, string][]): ArchivedExchange => ({
  ...empty,
  response: { status: 200, statusText: 'OK', headers, body: null, truncated: null },
});

/** One exchange that carries the value in one place only. */
const exchanges: Record<string, ArchivedExchange> = {
  'a cookie that was set': answering(['Set-Cookie', `visit=${value}; Path=/; HttpOnly`]),
  'a cookie of the older kind': answering(['Set-Cookie2', `visit=${value}`]),
  'a cookie that was sent': { ...empty, requestHeaders: [['Cookie', `a=1; visit=${value}`]] },
  'a header of credentials': { ...empty, requestHeaders: [['Authorization', `Bearer ${value}`]] },
  'a token header that was sent': { ...empty, requestHeaders: [['X-Csrf-Token', value]] },
  'a token header that came': answering(['X-Session', value]),
  'the address': { ...empty, url: `https://news.example/a?page=1&token=${spelled}` },
  'the address it came from': { ...empty, requestHeaders: [['Referer', `https://news.example/?sid=${spelled}`]] },
  'the address it was sent to': answering(['Location', `/next?ticket=${spelled}`]),
  'a form that was sent': {
    ...empty,
    method: 'POST',
    requestBody: new TextEncoder().encode(`q=1&password=${spelled}`),
  },
};

describe('a secret that one place alone carries', () => {
  test.for(Object.entries(exchanges))('is learnt from %s, and replaced wherever it stands', ([, exchange]) => {
    const secrets = new Secrets();
    expect(secrets.text(`said: ${value}.`)).toContain(value);
    secrets.learn(exchange);
    expect(secrets.text(`said: ${value}.`)).not.toContain(value);
    const page = new TextEncoder().encode(`<p>${value}</p>`);
    expect(new TextDecoder().decode(secrets.body(page))).not.toContain(value);
  });

  test('a password sent as Basic is found as it was typed', () => {
    const secrets = new Secrets();
    const pair = Buffer.from('wang:tiger7').toString('base64');
    secrets.learn({ ...empty, requestHeaders: [['Authorization', `Basic ${pair}`]] });
    expect(secrets.text('tiger7')).not.toContain('tiger7');
  });

  test('an ordinary header or parameter teaches nothing', () => {
    const secrets = new Secrets();
    secrets.learn({ ...answering(['X-Served-By', value]), url: `https://news.example/a?q=${spelled}` });
    expect([secrets.count, secrets.text(value)]).toEqual([0, value]);
  });
});
