import { describe, expect, test } from 'vitest';
import { disclosedFrames, learnFrames } from '../../../electron/archive/frames.ts';
import { Secrets } from '../../../electron/archive/secrets.ts';

const values = {
  address: 'Aa11Bb22Cc33Dd44Ee55',
  cookie: 'Ff66Gg77Hh88Ii99Jj00',
  protocol: 'Kk12Ll34Mm56Nn78Oo90',
  sent: 'Pp13Qq24Rr35Ss46Tt57',
  received: 'Uu68Vv79Ww80Xx91Yy02',
  bytes: 'Zz14Ab25Cd36Ef47Gh58',
} as const;
const line = (event: string, at: unknown) => JSON.stringify({ event, at });
const url = `wss://ws.example/live?access_token=${values.address}`;
const binary = Buffer.from(JSON.stringify({ type: 'hello', session_token: values.bytes })).toString('base64');
const log = Buffer.from(
  [
    line('webSocketWillSendHandshakeRequest', {
      requestId: '1',
      request: { headers: { Cookie: `t=${values.cookie}; lang=zh`, Origin: 'https://a.example' } },
    }),
    line('webSocketHandshakeResponseReceived', {
      requestId: '1',
      response: {
        status: 101,
        headers: { 'X-Auth-Token': values.protocol, Upgrade: 'websocket' },
        headersText: `HTTP/1.1 101 Switching\r\nX-Auth-Token: ${values.protocol}\r\nUpgrade: websocket\r\n\r\n`,
        requestHeadersText: `GET /live HTTP/1.1\r\nCookie: t=${values.cookie}; lang=zh\r\n\r\n`,
      },
    }),
    line('webSocketFrameSent', {
      requestId: '1',
      response: { opcode: 1, mask: true, payloadData: JSON.stringify({ op: 'auth', token: values.sent }) },
    }),
    line('webSocketFrameReceived', {
      requestId: '1',
      response: { opcode: 1, mask: false, payloadData: JSON.stringify({ ticket: values.received, price: '600519' }) },
    }),
    line('webSocketFrameReceived', { requestId: '1', response: { opcode: 2, mask: false, payloadData: binary } }),
    'no line of ours',
    '',
  ].join('\n'),
);

describe('what goes over a WebSocket', () => {
  const secrets = new Secrets();
  learnFrames(url, log, secrets);

  test('is learnt: of the address, the opening, text and bytes', () => {
    expect([...secrets.known].sort()).toEqual(Object.values(values).sort());
    // A page that keeps one of them under no name that tells is cleaned of it.
    expect(Buffer.from(secrets.body(Buffer.from(`<i data-x="${values.bytes}">`))).toString()).not.toContain(
      values.bytes,
    );
  });

  test('is handed over without what lets somebody in, line for line; all else is as it was', () => {
    const clean = Buffer.from(disclosedFrames(log, secrets)).toString('utf8');
    const lines = clean.split('\n');
    expect(lines).toHaveLength(7);
    const payload = (at: number) =>
      (JSON.parse(lines[at] ?? '') as { at: { response: { payloadData: string } } }).at.response.payloadData;
    const read = `${clean}${Buffer.from(payload(4), 'base64').toString('utf8')}`;
    for (const value of Object.values(values)) expect(read).not.toContain(value);
    expect(read).not.toContain(binary);
    expect(payload(3)).toMatch(/^\{"ticket":"REPLACED-[0-9a-f]{12}","price":"600519"\}$/);
    expect(clean).toContain('; lang=');
    expect(clean).toContain('Upgrade: websocket');
    expect(clean).toContain('no line of ours');
  });

  test('is the same bytes where there is nothing', () => {
    const plain = Buffer.from(`${line('webSocketFrameReceived', { response: { opcode: 1, payloadData: '公司' } })}\n`);
    expect(disclosedFrames(plain, new Secrets())).toBe(plain);
  });
});
