import { expect, test } from 'vitest';
import { because } from '../../../shared/cause.ts';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import type { SecondPath } from '../../../shared/case/capture/second-path.ts';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import type { FieldSources } from '../../../shared/fields/field.ts';
import { fieldNames } from '../../../shared/messages/names/field-messages.ts';
import { noFacts, nothingElse } from '../../fixtures/made/field-sources.ts';

const record: CaptureRecord = {
  v: 1,
  kind: 'capture',
  item: '0198c7d2-0000-7000-8000-000000000001',
  category: 'coverage',
  title: '报道',
  outcome: 'complete',
  startedAt: '2019-05-06T01:30:00.000Z',
  endedAt: '2019-05-06T01:30:09.000Z',
  monotonic: { start: '1', end: '2' },
  utcOffsetMinutes: 480,
  operator: null,
  program: { name: 'Fascicle', version: '0.1.0' },
  artifacts: [],
  steps: [{ step: 'load', outcome: 'ok', ms: 9 }],
  warnings: [],
  url: 'http://news.example/a',
  finalUrl: 'http://news.example/a',
  httpStatus: 200,
  redirects: [],
  server: null,
  view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
  picture: null,
  file: null,
  browser: null,
};
const sources: FieldSources = { ...nothingElse, record, caseFacts: { ...noFacts, applicants: ['青禾小贷'] } };
const field = (id: string, from: FieldSources = sources) => fieldsOf(from, 'en').find((one) => one.id === id);

test('every field is there, with a value or with the reason why none is recorded, in both languages', () => {
  for (const language of ['zh-CN', 'en', 'zh-CN+en'] as const) {
    const fields = fieldsOf(sources, language);
    expect(fields.map(({ id }) => id)).toEqual(Object.keys(fieldNames));
    for (const one of fields) expect('notRecorded' in one ? one.notRecorded : one.values.join('')).not.toBe('');
  }
});

test('what an older record lacks is not recorded, and never shown as fine', () => {
  expect(field('hosts-file')).toMatchObject({ notRecorded: expect.stringContaining('version') as string });
  expect(field('published')).toMatchObject({ notRecorded: expect.stringContaining('version') as string });
  expect(field('tls-certificate')).toMatchObject({ notRecorded: expect.stringContaining('not encrypted') as string });
  expect(field('clock')).toMatchObject({
    values: [expect.any(String), expect.stringContaining('not verified')] as string[],
  });
});

test('facts of the page carry their place; a silent page is said to be silent', () => {
  const from = {
    ...sources,
    record: { ...record, pageFacts: [{ name: 'Published', value: '2019-05-06', source: 'visible text' }] },
  };
  expect(field('published', from)).toMatchObject({ values: ['2019-05-06 (visible text)'] });
  expect(field('author', from)).toMatchObject({
    notRecorded: expect.stringContaining('the program does not guess') as string,
  });
});

test('a page that states two different days says so in one line', () => {
  const fact = {
    name: 'Published',
    value: '2018-06-09',
    source: 'visible text',
    part: 'head',
    standing: 'chosen',
  } as const;
  const other = { ...fact, value: '2016-01-01', source: 'meta a', part: 'markup', standing: 'differs' } as const;
  expect(field('published', { ...sources, record: { ...record, pageFacts: [fact, other] } })).toMatchObject({
    values: ['the page states different things: 2018-06-09 (visible text); 2016-01-01 (meta a)'],
  });
});

test('a second path says that it ran and what it found, or why it did not, in both languages', () => {
  expect(field('second-path')).toMatchObject({ notRecorded: expect.stringContaining('version') as string });
  const withPath = (secondPath: SecondPath) => ({ ...sources, record: { ...record, secondPath } });
  const skipped = withPath({
    ran: false,
    reason: {
      code: 'second-path-token',
      params: { where: because('token-in-query'), what: because('token-parameter', { name: 'sig' }) },
    },
  });
  expect(field('second-path', skipped)).toMatchObject({
    values: [expect.stringContaining('(in the query: parameter sig)')] as string[],
  });
  const run: SecondPath = {
    ran: true,
    startedAt: '2019-05-06T01:30:09.000Z',
    endedAt: '2019-05-06T01:30:10.000Z',
    userAgent: 'fascicle/0.1.0',
    short: null,
    status: 200,
    finalUrl: 'http://news.example/a',
    address: '93.184.216.34',
    tls: null,
    bytes: 12,
    same: ['status', 'final-url'],
    differences: [
      { field: 'header', name: 'date', browser: 'a', own: 'b', cause: 'made-per-answer' },
      { field: 'header', name: 'set-cookie', browser: null, own: null, cause: 'cookie-per-visitor' },
    ],
  };
  const said = (secondPath: SecondPath) => {
    const shown = field('second-path', withPath(secondPath));
    return shown && 'values' in shown ? shown.values.join('\n') : '';
  };
  expect(said(run)).toContain('in 2 points, all of known kinds');
  expect(said(run)).not.toContain('body identical byte for byte');
  expect(said({ ...run, same: ['body'] })).toContain('body identical byte for byte');
  expect(said({ ...run, same: ['body'], differences: [] })).not.toContain('body identical byte for byte'); // then all is the same
  expect(said(run)).toContain('set-cookie: browser (value sealed)');
  const body = { field: 'body', browser: '1 B', own: '2 B', cause: null } as const;
  expect(said({ ...run, differences: [...run.differences, body] })).toContain('in 3 points, 1 of unknown cause');
  expect(said({ ...run, differences: [] })).toContain('no difference found');
  expect(fieldsOf(withPath(run), 'zh-CN').find(({ id }) => id === 'second-path')).toMatchObject({
    values: expect.arrayContaining([expect.stringContaining('均属已知类别')]) as string[],
  });
});

test('the connection is shown with its verdict, its certificates, and by which connection it was seen', () => {
  const chain = [{ sha256: 'cd'.repeat(32), subject: 'CN=news.example', validTo: '2027-01-01T00:00:00.000Z' }];
  const connection = {
    origin: 'https://news.example',
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    keyExchange: 'X25519',
    certificateError: 'CERT_HAS_EXPIRED',
    chain,
  };
  const blocked = { ...record, outcome: 'blocked', url: 'https://news.example/a', finalUrl: null, connection } as const;
  const from = (seenBy: 'browser' | 'second-path') => ({
    ...sources,
    record: { ...blocked, connection: { ...connection, seenBy } },
  });
  expect(field('connection', from('second-path'))).toMatchObject({
    values: [expect.stringMatching(/TLSv1\.3.*CERT_HAS_EXPIRED.*second fetch/)] as string[],
  });
  expect(field('connection', from('browser'))).toMatchObject({
    values: [expect.stringContaining('own connection')] as string[],
  });
  expect(field('tls-certificate', from('browser'))).toMatchObject({
    values: [expect.stringContaining('cd'.repeat(32))] as string[],
  });
  expect(field('connection')).toMatchObject({ notRecorded: expect.stringContaining('not encrypted') as string });
});
