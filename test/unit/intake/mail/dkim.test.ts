import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyHash, canonicalField } from '../../../../electron/intake/kinds/mail/dkim/canonical.ts';
import { askDns } from '../../../../electron/intake/kinds/mail/dkim/ask-dns.ts';
import { checkSignature, type KeyAnswer } from '../../../../electron/intake/kinds/mail/dkim/check-signature.ts';
import { messageParts } from '../../../../electron/intake/kinds/mail/dkim/message-parts.ts';
import { signatureFields } from '../../../../electron/intake/kinds/mail/dkim/signature-field.ts';
import { deviceServices } from '../../../../electron/workbench/services.ts';
import { createWorkbench } from '../../../../electron/workbench/workbench.ts';
import type { ImportRecord } from '../../../../shared/case/record.ts';
import { IntakeRoom } from '../intake-room.ts';
import { freshCase } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { cpuTime } from '../../../fixtures/runner/cpu-time.ts';

/** RFC 8463 Appendix A: the standard's own message, with both of its signatures and keys. */
const standard = {
  keys: {
    brisbane: 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    test:
      'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3id' +
      'Y6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lx' +
      'j+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB',
  },
  message: [
    'DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;',
    ' d=football.example.com; i=@football.example.com;',
    ' q=dns/txt; s=brisbane; t=1528637909; h=from : to :',
    ' subject : date : message-id : from : subject : date;',
    ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
    ' b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus',
    ' Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==',
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;',
    ' d=football.example.com; i=@football.example.com;',
    ' q=dns/txt; s=test; t=1528637909; h=from : to : subject :',
    ' date : message-id : from : subject : date;',
    ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
    ' b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3',
    ' DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz',
    ' dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=',
    'From: Joe SixPack <joe@football.example.com>',
    'To: Suzie Q <suzie@shopping.example.net>',
    'Subject: Is dinner ready?',
    'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
    'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
    '',
    'Hi.',
    '',
    'We lost the game.  Are you hungry yet?',
    '',
    'Joe.',
    '',
  ].join('\r\n'),
};

const verdicts = (message: string, answer: (selector: string) => KeyAnswer) => {
  const parts = messageParts(Buffer.from(message, 'latin1'));
  return signatureFields(parts.fields).map((one) =>
    'why' in one ? one.why : checkSignature(parts, one, answer(one.selector)),
  );
};
const records = (...texts: string[]): KeyAnswer => ({ as: 'records', texts });
const ofStandard = (selector: string) => records(standard.keys[selector as keyof typeof standard.keys]);
const valid = { verdict: 'valid', testing: false, unsignedOctets: 0 };

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keyText = (key: KeyObject, more = '') =>
  `v=DKIM1; k=rsa; ${more}p=${key.export({ format: 'der', type: 'spki' }).toString('base64')}`;

/** A mail signed here as a sender's server does it. */
function signed(fields: readonly string[], body: string, tags: string, key = rsa.privateKey): string {
  const [head, how] = /c=(\w+)\/(\w+)/.exec(tags)?.slice(1) as ['simple' | 'relaxed', 'simple' | 'relaxed'];
  const length = /\bl=(\d+)/.exec(tags)?.[1];
  const { hash } = bodyHash(Buffer.from(body, 'latin1'), how, length === undefined ? null : Number(length));
  const field = `DKIM-Signature: v=1; a=rsa-sha256; ${tags}; bh=${hash};\r\n\tb=`;
  const names = (/h=([\w:-]+)/.exec(tags)?.[1] ?? '').split(':');
  const left = [...fields];
  const chosen = names.flatMap((name) => {
    const at = left.findLastIndex((one) => one.toLowerCase().startsWith(`${name}:`));
    return at === -1 ? [] : left.splice(at, 1);
  });
  const data = chosen.map((one) => `${canonicalField(one, head)}\r\n`).join('') + canonicalField(field, head);
  const value = sign('sha256', Buffer.from(data, 'latin1'), key).toString('base64');
  return [`${field}${value.slice(0, 60)}\r\n ${value.slice(60)}`, ...fields, '', body].join('\r\n');
}

const fields = [
  'From: Wang <w@qinghe.example>',
  'To: b@c.example',
  'Subject:  Two   words\r\n\tfolded ',
  'Date: Mon, 6 May 2019 09:30:00 +0800',
];
const plain = 'd=qinghe.example; s=k1; c=relaxed/relaxed; h=from:to:subject:date';

describe('a DKIM signature', () => {
  test('of the standard’s own example is valid, by Ed25519 and by RSA', () => {
    expect(verdicts(standard.message, ofStandard)).toEqual([valid, valid]);
  });

  test('is valid for a mail that was saved with LF line ends, or in an mbox', () => {
    const mbox = `From joe Fri Jul 11 2003\n${standard.message.replaceAll('\r\n', '\n')}`;
    expect(verdicts(mbox, ofStandard)).toEqual([valid, valid]);
  });

  test('is valid in each canonicalization, also with an empty body and without a last line break', () => {
    for (const c of ['simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed'])
      for (const body of ['', 'One  line', ' \t\r\n\r\n', 'A \r\n\r\n\r\nB\t\tc \r\n\r\n\r\n'])
        expect(
          verdicts(signed(fields, body, plain.replace('relaxed/relaxed', c)), () => records(keyText(rsa.publicKey))),
        ).toEqual([valid]);
  });

  test('relaxed outlives other blanks; simple does not', () => {
    const key = () => records(keyText(rsa.publicKey));
    const changed = (message: string) =>
      message.replace('Subject:  Two   words', 'Subject: Two words').replace('a b', 'a  b');
    expect(verdicts(changed(signed(fields, 'a b\r\n', plain)), key)).toEqual([valid]);
    expect(
      verdicts(changed(signed(fields, 'a b\r\n', plain.replace('relaxed/relaxed', 'simple/simple'))), key),
    ).toMatchObject([{ verdict: 'invalid', why: 'body' }]);
  });

  test('any change of body or of a signed field is told, the body’s without a key', () => {
    const message = signed(fields, 'Pay 100\r\n', plain);
    const key = () => records(keyText(rsa.publicKey));
    const nobody = (): KeyAnswer => ({ as: 'unknown', why: 'ECONNREFUSED' });
    expect(verdicts(message.replace('Pay 100', 'Pay 900'), nobody)).toMatchObject([
      { verdict: 'invalid', why: 'body' },
    ]);
    expect(verdicts(message.replace('w@qinghe', 'x@qinghe'), key)).toMatchObject([
      { verdict: 'invalid', why: 'signature' },
    ]);
    expect(verdicts(message, nobody)).toEqual([{ verdict: 'not-checked', why: 'ECONNREFUSED' }]);
  });

  test('with l= says how many bytes anybody may have added', () => {
    const message = signed(fields, 'Signed.\r\n', `${plain}; l=9`);
    const key = () => records(keyText(rsa.publicKey));
    expect(verdicts(`${message}Added by others.\r\n`, key)).toEqual([{ ...valid, unsignedOctets: 18 }]);
    const short = message.replace('Signed.\r\n', 'Sig');
    expect(verdicts(short, key)).toMatchObject([{ verdict: 'invalid', why: 'length' }]);
  });

  test('covers only as many fields of one name as it lists, from the bottom up', () => {
    const message = signed(fields, 'x\r\n', plain);
    const second = message.replace('From: Wang', 'From: Evil <e@evil.example>\r\nFrom: Wang');
    expect(verdicts(second, () => records(keyText(rsa.publicKey)))).toEqual([valid]); // and the second is said to be unsigned
    const guarded = signed(fields, 'x\r\n', plain.replace('h=from', 'h=from:from'));
    const forged = guarded.replace('From: Wang', 'From: Evil <e@evil.example>\r\nFrom: Wang');
    expect(verdicts(forged, () => records(keyText(rsa.publicKey)))).toMatchObject([{ why: 'signature' }]);
  });

  test('is not valid by a key that is revoked, short, of another kind, or not for mail', () => {
    const message = signed(fields, 'x\r\n', plain);
    const by = (text: string) => verdicts(message, () => records(text))[0];
    const short = generateKeyPairSync('rsa', { modulusLength: 768 }).publicKey;
    expect(by('v=DKIM1; p=')).toEqual({ verdict: 'no-key', why: 'revoked' });
    expect(by(keyText(short))).toMatchObject({ verdict: 'invalid', why: 'key', detail: 'RSA 768' });
    expect(by(keyText(rsa.publicKey, 'h=sha1; '))).toMatchObject({ why: 'key', detail: 'h=' });
    expect(by(keyText(rsa.publicKey, 's=tlsrpt; '))).toMatchObject({ why: 'key', detail: 's=' });
    expect(by(keyText(rsa.publicKey).replace('DKIM1', 'DKIM2'))).toMatchObject({ why: 'key', detail: 'v=' });
    expect(by('v=DKIM1; p=AAAA')).toMatchObject({ why: 'key', detail: 'p=' });
    expect(by('any text')).toMatchObject({ why: 'key' });
    expect(by(keyText(rsa.publicKey, 't=y; '))).toMatchObject({ verdict: 'valid', testing: true });
  });

  test('that does not keep to the standard is said to be unusable, and why', () => {
    const of = (from: string, to: string) =>
      verdicts(signed(fields, 'x', plain).replace(from, to), () => records(''))[0];
    expect(of('a=rsa-sha256', 'a=rsa-sha1')).toBe('a=rsa-sha1');
    expect(of('h=from:', 'h=')).toBe('from-unsigned');
    expect(of('v=1;', 'v=1; v=1;')).toBe('tag-list');
    expect(of('d=qinghe.example', 'd=qinghe.example; i=@evil.example')).toBe('i=');
    expect(of('s=k1', 's=k1/../x')).toBe('d=, s=');
  });

  test('hostile heads cost no more than their length', async () => {
    const spent = await cpuTime(() => {
      verdicts(`DKIM-Signature: ${'v=1;'.repeat(200_000)}\r\n\r\n`, ofStandard);
      verdicts(`DKIM-Signature: ${' '.repeat(500_000)}x\r\n\r\n${' \t'.repeat(500_000)}`, ofStandard);
      verdicts(`${'A: b\r\n'.repeat(300_000)}\r\n${'\r\n'.repeat(500_000)}`, ofStandard);
    });
    expect(spent).toBeLessThan(6_000); // minutes, where it grows with the square
  });
});

/** A DNS server on loopback: TXT records by name; a name that is not there does not exist; `silent…` gets no answer. */
class DnsServer {
  readonly #socket: Socket = createSocket('udp4');
  readonly asked: string[] = [];

  async open(texts: Readonly<Record<string, string>>): Promise<string> {
    this.#socket.on('message', (query, { port, address }) => {
      const labels: string[] = [];
      let at = 12;
      for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
        labels.push(query.toString('latin1', at + 1, at + 1 + length));
        at += 1 + length;
      }
      const name = labels.join('.').toLowerCase();
      this.asked.push(name);
      if (name.startsWith('silent')) return;
      const text = texts[name];
      const head = Buffer.from(query.subarray(0, 12));
      head.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
      head.writeUInt16BE(text === undefined ? 0 : 1, 6);
      head.writeUInt32BE(0, 8);
      const strings = (text ?? '').match(/[^]{1,255}/g) ?? [];
      const data = Buffer.concat(
        strings.map((one) => Buffer.concat([Buffer.from([one.length]), Buffer.from(one, 'latin1')])),
      );
      const answer = Buffer.alloc(12);
      answer.writeUInt16BE(0xc00c, 0);
      answer.writeUInt16BE(16, 2);
      answer.writeUInt16BE(1, 4);
      answer.writeUInt32BE(60, 6);
      answer.writeUInt16BE(data.length, 10);
      const question = query.subarray(12, at + 5);
      this.#socket.send(
        Buffer.concat(text === undefined ? [head, question] : [head, question, answer, data]),
        port,
        address,
      );
    });
    await new Promise<void>((opened) => this.#socket.bind(0, '127.0.0.1', opened));
    return `127.0.0.1:${this.#socket.address().port}`;
  }

  close(): void {
    this.#socket.close();
  }
}

describe('an imported mail', () => {
  const room = new IntakeRoom();
  const dns = new DnsServer();
  let server = '';
  beforeAll(async () => {
    server = await dns.open({ 'k1._domainkey.qinghe.example': keyText(rsa.publicKey) });
  });
  afterAll(() => {
    dns.close();
    room.caseFile.close();
  });
  const take = (message: string) =>
    room.import('mail.eml', Buffer.from(message, 'latin1'), {
      askDns: askDns(server, () => new Date('2026-01-02T03:04:05Z')),
    });
  const dkimFacts = ({ facts }: ImportRecord) => facts.filter(({ source }) => source === 'DKIM check');
  const codes = ({ warnings }: ImportRecord) => warnings.map(({ code }) => code);

  test('has its signature checked with the key that the DNS gives, which is kept', async () => {
    const record = await take(signed(fields, 'Text.\r\n', plain));
    expect(dkimFacts(record)).toMatchObject([
      { name: 'DkimValid', value: expect.stringContaining('d=qinghe.example; s=k1') },
    ]);
    expect(codes(record)).toEqual(['dkim-valid']);
    expect(record.outcome).toBe('complete');
    const kept = JSON.parse(room.stored(record, 'dkim.json').toString('utf8')) as { questions: unknown[] };
    expect(kept.questions).toEqual([
      {
        name: 'k1._domainkey.qinghe.example',
        askedAt: '2026-01-02T03:04:05.000Z',
        servers: [server],
        answer: { as: 'records', texts: [keyText(rsa.publicKey)] },
      },
    ]);
    expect(dns.asked.at(-1)).toBe('k1._domainkey.qinghe.example');
  });

  test('says what its signature does not cover', async () => {
    const message = signed(fields, 'Text.\r\n', `d=qinghe.example; s=k1; c=relaxed/relaxed; h=from:date; l=7; x=1000`);
    const record = await take(`${message.replace('From: Wang', 'From: E <e@evil.example>\r\nFrom: Wang')}More.\r\n`);
    expect(codes(record)).toEqual([
      'dkim-valid',
      'dkim-signed-in-part',
      'dkim-fields-unsigned',
      'dkim-other-domain',
      'dkim-expired',
    ]);
    expect(record.warnings[2]?.params).toEqual({ domain: 'qinghe.example', fields: 'from, to, subject' });
  });

  test('whose key is gone is “no key”, one that was changed is invalid; both are taken in whole', async () => {
    const gone = await take(signed(fields, 'x\r\n', plain.replace('s=k1', 's=k0')));
    expect(dkimFacts(gone)).toMatchObject([{ name: 'DkimNoKey' }]);
    expect(codes(gone)).toEqual(['dkim-no-key']);
    const changed = await take(signed(fields, 'Pay 100\r\n', plain).replace('100', '900'));
    expect(dkimFacts(changed)).toMatchObject([{ name: 'DkimInvalid' }]);
    expect(codes(changed)).toEqual(['dkim-body-differs']);
    expect([gone.outcome, changed.outcome]).toEqual(['complete', 'complete']);
  });

  test('ends also where a server does not answer, and says so', async () => {
    const record = await take(signed(fields, 'x\r\n', plain.replace('s=k1', 's=silent')));
    expect(dkimFacts(record)).toMatchObject([{ name: 'DkimNotChecked' }]);
    expect(codes(record)).toEqual(['dkim-no-answer']);
    expect(record.steps).toContainEqual(expect.objectContaining({ step: 'check-dkim', outcome: 'skipped' }));
  });

  test('asks nobody when it is told so', async () => {
    const before = dns.asked.length;
    const record = await room.import('mail.eml', signed(fields, 'x\r\n', plain), { askDns: null });
    expect(codes(record)).toEqual(['dkim-not-asked']);
    expect(dns.asked).toHaveLength(before);
  });

  test('asks by the workbench only where the switch of the import is on', async () => {
    const services = {
      ...deviceServices(resolve(import.meta.dirname, '../../../..'), '0.0.0'),
      cacheFolder: freshFolder(),
      stateFolder: freshFolder(),
    };
    const workbench = createWorkbench(services);
    const quiet = { emit: () => undefined, signal: new AbortController().signal, language: 'en' } as const;
    const folder = freshFolder();
    const file = join(folder, 'mail.eml');
    writeFileSync(file, signed(fields, 'x\r\n', plain), 'latin1');
    const other = freshCase();
    other.close();
    const about = { title: null, source: null, receivedBy: null, receivedOn: null, account: null, operator: null };
    const asked = async (dkim: boolean) => {
      const before = dns.asked.length;
      const input = {
        case: other.folder,
        files: [file],
        category: 'other' as const,
        dkim,
        dnsServer: server,
        ...about,
      };
      await workbench.call('intake.import', { ...input, index: null, ocr: false }, quiet);
      return dns.asked.length - before;
    };
    expect(await asked(false)).toBe(0);
    expect(await asked(true)).toBe(1);
  });

  test('quotes what a server on the way says of ARC and SPF, as its words', async () => {
    const record = await take(
      `Received-SPF: pass\r\n${fields.join('\r\n')}\r\nARC-Authentication-Results: i=1; mx; arc=pass\r\n\r\nx\r\n`,
    );
    expect(record.facts).toContainEqual({ name: 'Received-SPF', value: 'pass', source: 'mail header' });
    expect(record.facts).toContainEqual({
      name: 'ARC-Authentication-Results',
      value: 'i=1; mx; arc=pass',
      source: 'mail header',
    });
    expect(dkimFacts(record)).toEqual([]);
  });
});
