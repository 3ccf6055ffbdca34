import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationText } from '../../../shared/order/calendar-span.ts';
import { deadlinesOf } from '../../../shared/order/deadlines.ts';
import { icsText } from '../../../shared/order/ics.ts';
import { emptyOrder, type Order } from '../../../shared/order/order.ts';

type Part = Readonly<{ name: string; lines: ReadonlyMap<string, string>; parts: readonly Part[] }>;

/** A reader of RFC 5545 of its own: octets of lines, CR LF, folding, nesting, one value a property. */
function readCalendar(text: string): Part {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n]/);
  }
  const lines = physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const stack: { name: string; lines: Map<string, string>; parts: Part[] }[] = [
    { name: '', lines: new Map(), parts: [] },
  ];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe('');
    const top = stack.at(-1)!;
    if (name === 'BEGIN') stack.push({ name: value, lines: new Map(), parts: [] });
    else if (name === 'END') {
      expect(top.name).toBe(value);
      stack.pop();
      stack.at(-1)!.parts.push(top);
    } else {
      expect(top.lines.has(name), `${name} twice`).toBe(false);
      top.lines.set(name, value);
    }
  }
  expect(stack).toHaveLength(1);
  return stack[0]!.parts[0]!;
}

const plain = (value: string) => value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

/** `20190524T090000Z` or `20190524`, as milliseconds; days as midnight in UTC. */
const timeOf = (value: string) =>
  Date.parse(
    value.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/, (_, y, m, d, h = '00', i = '00', s = '00') =>
      [`${y as string}-${m as string}-${d as string}`, `${h as string}:${i as string}:${s as string}Z`].join('T'),
    ),
  );

/** `-P2DT15H` as milliseconds. */
function lengthOf(value: string): number {
  const [, sign, d = '0', h = '0', m = '0', s = '0'] =
    /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(value) ?? [];
  expect(sign, value).toBeDefined();
  return (sign === '-' ? -1 : 1) * (((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60 + Number(s)) * 1000;
}

const calendar = (order: Partial<Order>, more: Partial<Parameters<typeof icsText>[1]> = {}) =>
  readCalendar(
    icsText(deadlinesOf({ ...emptyOrder, ...order }), {
      caseId: 'c0',
      title: 'T',
      stampedAt: '2019-05-24T10:00:00.000Z',
      revision: 0,
      language: 'en',
      ...more,
    }),
  );

/** Start, end and alarms of each event, in its own words. */
const eventsOf = ({ parts }: Part) =>
  parts.map(({ lines, parts: alarms }) => ({
    start: lines.get('DTSTART') ?? lines.get('DTSTART;VALUE=DATE') ?? '',
    end: lines.get('DTEND') ?? lines.get('DTEND;VALUE=DATE') ?? '',
    alarms: alarms.map((alarm) => alarm.lines.get('TRIGGER') ?? ''),
  }));
const within = (hours: number, on: string) => ({
  served: [{ party: 'x', role: 'respondent' as const, way: 'direct' as const, on, item: null }],
  obligations: [
    {
      id: 'o',
      text: 'stop',
      due: { by: 'hours-from-service' as const, party: 'x', hours },
      kind: 'stop' as const,
      places: [],
    },
  ],
});

describe('an event ends when its period does, after it began', () => {
  test('hours: the last hour, with reminders a day, four hours and an hour before, all after the period began', () => {
    // 48 hours from 2019-05-22 08:10 UTC; no part of an hour is counted: 2019-05-24 09:00.
    expect(eventsOf(calendar({ received: '2019-05-22T08:10:00.000Z' }))).toEqual([
      { start: '20190524T080000Z', end: '20190524T090000Z', alarms: ['-PT23H', '-PT3H', 'PT0S'] },
    ]);
    const [six] = eventsOf(calendar(within(6, '2019-05-24T00:00:00.000Z'))).slice(0, 1);
    expect(six?.alarms).toEqual(['-PT3H', 'PT0S']);
  });

  test('a last day: nine in the morning three days before, the day before and on the day, but none before it began', () => {
    // Measure on Friday 2019-05-24, 30 days: Sunday 23 June, so Monday 2019-06-24.
    expect(eventsOf(calendar({ measureTaken: '2019-05-24' }))).toEqual([
      { start: '20190624', end: '20190625', alarms: ['-P2DT15H', '-PT15H', 'PT9H'] },
    ]);
    const due = { by: 'days-from-service' as const, party: 'x', days: 2 };
    const all = eventsOf(
      calendar({ ...within(1, '2019-05-21'), obligations: [{ id: 'o', text: 'stop', due, kind: 'stop', places: [] }] }),
    );
    // Served on Tuesday the 21st, two days: Thursday the 23rd. Three days before is before the service.
    expect(all).toContainEqual({ start: '20190523', end: '20190524', alarms: ['-PT15H', 'PT9H'] });
  });

  test('a window: when it opens, and before its last working day', () => {
    // Term ends on Sunday 2019-10-06: 29 September to 6 October, of which 30 September is the last that is worked.
    expect(eventsOf(calendar({ term: { until: 'day', day: '2019-10-06' } }))[0]).toEqual({
      start: '20190929',
      end: '20191007',
      alarms: ['PT9H', 'P1DT9H'],
    });
  });

  test('whatever is stated, no event is without a length and no alarm outside its period', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2017, 0, 1 + n)).toISOString().slice(0, 10));
    const moment = fc.tuple(day, fc.integer({ min: 0, max: 86_399 })).map(([on, second]) => {
      return new Date(Date.parse(on) + second * 1000).toISOString();
    });
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        moment,
        day,
        day,
        fc.integer({ min: 1, max: 72 }),
        name,
        moment,
        (received, on, until, hours, title, at) => {
          const order = {
            ...within(hours, at),
            received,
            measureTaken: on,
            term: { until: 'day' as const, day: until },
          };
          for (const language of ['zh-CN', 'en', 'zh-CN+en'] as const) {
            const read = calendar(order, { title, language });
            expect(read.parts.length).toBeGreaterThan(4);
            for (const { start, end, alarms } of eventsOf(read)) {
              expect(timeOf(end)).toBeGreaterThan(timeOf(start));
              for (const alarm of alarms) expect(timeOf(start) + lengthOf(alarm)).toBeLessThan(timeOf(end));
            }
            const ruling = read.parts.find(({ lines }) => lines.get('UID')?.startsWith('ruling@'));
            const begun = timeOf(ruling?.lines.get('DTSTART') ?? '');
            for (const { lines } of ruling?.parts ?? [])
              expect(begun + lengthOf(lines.get('TRIGGER') ?? '')).toBeGreaterThan(Date.parse(received));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('due at once: nothing is left to remind of', () => {
    const order = within(1, '2019-05-24T01:00:00.000Z');
    const obligations = order.obligations.map((one) => ({ ...one, due: { by: 'at-once' as const, party: 'x' } }));
    const found = eventsOf(calendar({ ...order, obligations })).find(({ end }) => end === '20190524T010000Z');
    expect(found).toEqual({ start: '20190524T000000Z', end: '20190524T010000Z', alarms: [] });
  });
});

describe('a calendar is read by programs', () => {
  test('each event has an identifier of its own, the same when it is made again, and a number that grows', () => {
    const twice = within(1, '2019-05-24');
    const served = [...twice.served, { ...twice.served[0]!, on: '2019-05-27' }];
    const ids = (revision: number) =>
      calendar({ ...twice, served }, { revision, stampedAt: `2019-06-0${revision + 1}T00:00:00.000Z` }).parts.map(
        ({ lines }) => [lines.get('UID'), lines.get('SEQUENCE')],
      );
    expect(ids(0).map(([id]) => id)).toEqual([
      'reconsideration-respondent-x@c0.fascicle.invalid',
      'reconsideration-respondent-x.2@c0.fascicle.invalid',
    ]);
    expect(ids(3)).toEqual(ids(0).map(([id]) => [id, '3']));
  });

  test('in one language or in both, signs escaped, with the exact end of a period of hours', () => {
    const order = { received: '2019-05-22T08:10:00.000Z' };
    const of = (language: 'zh-CN' | 'en' | 'zh-CN+en') => {
      const { lines } = calendar(order, { language, title: 'a\\b;c,d' }).parts[0]!;
      return { summary: plain(lines.get('SUMMARY') ?? ''), words: plain(lines.get('DESCRIPTION') ?? '').split('\n') };
    };
    expect(of('zh-CN').summary).toBe('法院应作出裁定（48 小时）');
    expect(of('en').summary).toBe('Court to rule (48 hours)');
    expect(of('zh-CN+en').summary).toBe('法院应作出裁定（48 小时） · Court to rule (48 hours)');
    expect(of('en').words.slice(0, 2)).toEqual(['a\\b;c,d', 'Due by 2019-05-24 17:00:00 +08:00']);
    expect(of('zh-CN+en').words).toEqual([...of('zh-CN').words, ...of('en').words.slice(1)]);
    expect(of('zh-CN').words.slice(1).join('')).not.toContain('; ');
  });

  test.each([
    [0, 'PT0S'],
    [-3780, '-P2DT15H'],
    [540, 'PT9H'],
    [-30, '-PT30M'],
    [1440, 'P1D'],
    [90, 'PT1H30M'],
  ])('%i minutes are %s', (minutes, text) => {
    expect(durationText(minutes)).toBe(text);
  });
});
