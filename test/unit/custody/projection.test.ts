import { describe, expect, test } from 'vitest';
import { eventTypes, type EventType } from '../../../shared/custody/event-types.ts';
import { causeText } from '../../../shared/cause.ts';
import { namedObjects } from '../../../shared/custody/named-objects.ts';
import { isContent, parsePayload } from '../../../shared/custody/payload.ts';
import { project, tables, type CustodyEvent } from '../../../shared/custody/projection.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

const hash = (digit: string) => digit.repeat(64);
const id = '01890000-0000-7000-8000-000000000001';
const job = '01890000-0000-7000-8000-000000000002';
const stored = (digit: string) => ({ sha256: hash(digit), bytes: 7 });

/** One event with what the projection looks at of it; the rest is no matter here. */
function rowsOf(act: EventType, value: unknown, item?: unknown) {
  const event = {
    entry: { seq: 5, act },
    hash: hash('1'),
    act,
    value,
    item,
    entryObject: stored('2'),
    payloadObject: stored('3'),
  };
  return project(event as unknown as CustodyEvent);
}
const tellTale = (act: EventType, value: unknown) =>
  rowsOf(act, value)
    .slice(3)
    .map(({ table, cells }) => [table, cells]);

describe('every event of the log leaves the rows that its reader needs, and no other', () => {
  test('its entry and its two objects first', () => {
    const rows = rowsOf('session-begun', {});
    expect(rows.map(({ table }) => table)).toEqual(['entry', 'object', 'object']);
    expect(rows[0]?.cells).toMatchObject({ seq: 5, hash: hash('1'), object: hash('2') });
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([stored('2'), stored('3')]);
  });

  test.for<readonly [EventType, unknown, readonly unknown[]]>([
    ['case-created', { a: 1 }, [['facts', { seq: 5, body: '{"a":1}' }]]],
    ['facts-edited', { a: 1 }, [['facts', { seq: 5, body: '{"a":1}' }]]],
    ['item-excluded', { item: id, reason: '无关' }, [['decision', { seq: 5, item: id, excluded: '无关' }]]],
    ['item-included', { item: id, reason: 'r' }, [['decision', { seq: 5, item: id, excluded: null }]]],
    ['item-marked', { item: id, tags: [] }, [['mark', { seq: 5, item: id, body: `{"item":"${id}","tags":[]}` }]]],
    ['exhibits-set', { exhibits: [{ n: 1 }] }, [['arrangement', { seq: 5, body: '[{"n":1}]' }]]],
    ['plan-set', { p: 1 }, [['plan', { seq: 5, body: '{"p":1}' }]]],
    [
      'captures-queued',
      {
        jobs: [
          { job, url: 'u' },
          { job: id, url: 'v' },
        ],
        order: { o: 1 },
      },
      [
        ['job', { job, seq: 5, place: 0, url: 'u', body: '{"o":1}' }],
        ['job', { job: id, seq: 5, place: 1, url: 'v', body: '{"o":1}' }],
        ['job_event', { event: `5 ${job}`, seq: 5, job, state: 'waiting', body: '{}' }],
        ['job_event', { event: `5 ${id}`, seq: 5, job: id, state: 'waiting', body: '{}' }],
      ],
    ],
    ['capture-begun', { job }, [['job_event', { event: `5 ${job}`, seq: 5, job, state: 'begun', body: '{}' }]]],
    [
      'captures-decided',
      { jobs: [job], state: 'cancelled', reason: 'x' },
      [['job_event', { event: `5 ${job}`, seq: 5, job, state: 'cancelled', body: '{"reason":"x"}' }]],
    ],
    ['queue-held', { reason: null }, [['queue_hold', { seq: 5, body: '{"reason":null}' }]]],
    ['watch-set', { list: [1] }, [['matter', { seq: 5, kind: 'watch', body: '[1]' }]]],
    ['spread-set', { s: 1 }, [['matter', { seq: 5, kind: 'spread', body: '{"s":1}' }]]],
    ['claims-set', { c: 1 }, [['matter', { seq: 5, kind: 'claims', body: '{"c":1}' }]]],
    ['order-set', { order: { o: 1 } }, [['matter', { seq: 5, kind: 'order', body: '{"o":1}' }]]],
    ['package-received', { package: hash('4'), files: [{ path: 'p', ...stored('5') }] }, [['object', stored('5')]]],
    ['stamp-requested', { checkpoint: stored('6'), size: 3 }, [['object', stored('6')]]],
    [
      'stamp-answered',
      { request: 1, token: stored('7'), answers: [{ kind: 'crl', ...stored('8') }] },
      [
        ['object', stored('7')],
        ['object', stored('8')],
      ],
    ],
    ['stamp-answered', { request: 1, token: null, answers: [] }, []],
    [
      'bundle-built',
      { pdf: 'b.pdf', sha256: hash('9') },
      [['bundle', { seq: 5, pdf: 'b.pdf', sha256: hash('9'), body: `{"pdf":"b.pdf","sha256":"${hash('9')}"}` }]],
    ],
    ...(
      [
        'session-begun',
        'session-erased',
        'digests-exported',
        'history-accepted',
        'notice-read',
        'package-exported',
        'objects-restored',
        'bundle-signed',
      ] as const
    ).map((act) => [act, {}, []] as const),
  ])('%s', ([act, value, rows]) => {
    expect(tellTale(act, value)).toEqual(rows);
    for (const { table, cells } of rowsOf(act, value)) expect(Object.keys(cells)).toEqual([...tables[table]]);
  });

  test('attachment-added: the attachment and its file', () => {
    const file = { name: 'f', ...stored('4') };
    expect(tellTale('attachment-added', { item: id, file })).toMatchObject([
      ['attachment', { seq: 5, item: id }],
      ['object', stored('4')],
    ]);
  });

  test('item-added: its record, its files, and its job only where this case queued it', () => {
    const caseFile = freshCase();
    const record = { ...someCapture(caseFile, '甲'), job };
    const added = (received?: string, of = record) =>
      rowsOf('item-added', { item: record.item, ...(received && { received }) }, { record: of, object: stored('4') })
        .slice(3)
        .map(({ table }) => table);
    expect(added()).toEqual(['object', 'item', 'object', 'job_event']);
    expect(added(hash('a'))).toEqual(['object', 'item', 'object']);
    const alone = someCapture(caseFile, '乙');
    expect(added(undefined, { ...alone, job: undefined } as unknown as typeof record)).toEqual([
      'object',
      'item',
      'object',
    ]);
    expect(() => rowsOf('item-added', { item: record.item })).toThrow('comes with its record');
    caseFile.close();
  });
});

describe('what an event names beside an item’s record', () => {
  test('is said with what it is there for', () => {
    const of = (act: EventType, value: unknown) =>
      namedObjects(act, value as never).map(({ sha256, use }) => [sha256[0], causeText(use, 'en')]);
    expect(of('stamp-requested', { checkpoint: stored('6'), size: 3 })).toEqual([['6', 'checkpoint of 3 entries']]);
    expect(
      of('stamp-answered', { request: 1, token: stored('7'), answers: [{ kind: 'ocsp', ...stored('8') }] }),
    ).toEqual([
      ['7', 'time stamp 1'],
      ['8', 'time stamp 1, ocsp'],
    ]);
    expect(of('package-received', { package: 'abcdef012345678', files: [{ path: 'p/q', ...stored('5') }] })).toEqual([
      ['5', 'received package abcdef012345, p/q'],
    ]);
    expect(of('item-excluded', { item: id, reason: 'r' })).toEqual([]);
  });
});

describe('which events a bundle shows', () => {
  const shown = [
    'case-created',
    'item-added',
    'item-excluded',
    'item-included',
    'exhibits-set',
    'facts-edited',
    'plan-set',
    'attachment-added',
    'watch-set',
    'spread-set',
    'claims-set',
    'order-set',
  ];

  test('is fixed for each, and an event of a newer program counts as shown', () => {
    expect(Object.keys(eventTypes).filter((act) => isContent(act))).toEqual(
      expect.arrayContaining(['item-added', 'exhibits-set', 'facts-edited']),
    );
    expect(Object.keys(eventTypes).filter((act) => isContent(act) && !shown.includes(act))).toEqual([]);
    expect([isContent('session-begun'), isContent('item-marked'), isContent('of-a-newer-program')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('content of an event is refused where it is not of its form', () => {
  const salt = 'ab'.repeat(16);
  const parse = (act: EventType, value: unknown) => parsePayload(act, JSON.stringify({ salt, value }));

  test('an empty reason, list or name, a field too many, a wrong salt', () => {
    expect(parse('item-excluded', { item: id, reason: 'x' })).toEqual({ item: id, reason: 'x' });
    expect(() => parse('item-excluded', { item: id, reason: '' })).toThrow();
    expect(() => parse('item-excluded', { item: id, reason: 'x', more: 1 })).toThrow();
    expect(() => parse('item-marked', { item: id, accepted: true, tags: [''] })).toThrow();
    expect(() => parse('objects-restored', { objects: [], from: 'x' })).toThrow();
    expect(parse('objects-restored', { objects: [hash('a'), hash('b')], from: 'x' })).toBeDefined();
    expect(() => parse('stamp-requested', { checkpoint: stored('a'), size: 0, root: hash('b') })).toThrow();
    expect(() => parsePayload('queue-held', JSON.stringify({ salt: 'ab', value: { reason: null } }))).toThrow();
  });

  test('what is kept with a time stamp is a list of revoked certificates or an answer about one, and no other', () => {
    const kept = (kind: string) => ({ kind, ...stored('b') });
    const answered = (...answers: readonly object[]) => ({
      request: 1,
      service: 'https://tsa.example/',
      token: stored('a'),
      genTime: '2026-01-01T00:00:00.000Z',
      answers,
      why: null,
    });
    const both = answered(kept('crl'), kept('ocsp'));
    expect(parse('stamp-answered', both)).toEqual(both);
    expect(() => parse('stamp-answered', answered(kept('certificate')))).toThrow('answers');
    expect(() => parse('stamp-answered', answered(stored('b')))).toThrow('answers');
  });

  test('a list with more than one is taken whole', () => {
    const received = {
      package: hash('a'),
      edition: 'whole',
      from: 'ab'.repeat(16),
      size: 1,
      root: hash('b'),
      items: [id],
    };
    const files = ['x', 'y'].map((path) => ({ path, ...stored('c') }));
    expect(parse('package-received', { ...received, files })).toMatchObject({ files });
    expect(() => parse('package-received', { ...received, files: [] })).toThrow();
    const built = {
      pdf: 'p',
      inside: true,
      sha256: hash('a'),
      manifest: { path: 'm', sha256: hash('a') },
      sums: { path: 's', sha256: hash('a') },
      pages: 1,
      exhibits: 1,
      draft: false,
    };
    for (const edition of ['filing', 'working'])
      expect(parse('bundle-built', { ...built, edition })).toMatchObject({ edition });
    expect(() => parse('bundle-built', { ...built, edition: 'whole' })).toThrow();
    expect(parse('bundle-built', { ...built, report: 'compliance' })).toMatchObject({ report: 'compliance' });
    expect(() => parse('bundle-built', { ...built, report: '' })).toThrow();
  });
});
