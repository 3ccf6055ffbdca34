import { expect, test } from 'vitest';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { fieldsOf } from '../../../shared/fields/fields-of.ts';
import type { FieldSources } from '../../../shared/fields/field.ts';
import { fieldNames } from '../../../shared/messages/field-messages.ts';

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
const sources: FieldSources = {
  record,
  recordSha256: 'ab'.repeat(32),
  caseFacts: {
    title: 't',
    court: null,
    cause: null,
    applicants: ['青禾小贷'],
    respondents: [],
    operator: null,
    language: 'zh-CN',
  },
  exhibit: null,
  pages: null,
  excluded: null,
  attachments: [],
  custody: [],
  folder: null,
  offsetMinutes: 480,
};
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
  expect(field('author', from)).toMatchObject({ notRecorded: expect.stringContaining('nothing is guessed') as string });
});
