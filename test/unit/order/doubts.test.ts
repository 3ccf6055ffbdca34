import { describe, expect, test } from 'vitest';
import {
  deadlinesOf,
  doubtsText,
  governingText,
  overdueFrom,
  surelyOverdueFrom,
  type Deadline,
} from '../../../shared/order/deadlines.ts';
import { emptyOrder, orderSchema, type Obligation, type Order, type Service } from '../../../shared/order/order.ts';

type Due = Obligation['due'];
const served = (
  on: string,
  way: Service['way'] = 'direct',
  role: Service['role'] = 'respondent',
  party = '企镜',
): Service => ({ party, role, way, on, item: null });
const of = (order: Partial<Order>, id: string): Deadline =>
  deadlinesOf({ ...emptyOrder, ...order }).find((one) => one.id === id)!;
const home = (due: Due, days: number | null = null): Obligation => ({
  id: 'h',
  kind: 'homepage',
  text: 't',
  due,
  address: 'a',
  words: 'w',
  days,
});
/** 2019 has days off that nobody compared with the notice; 2031 has none here. 2019-06-08 is a Saturday of Dragon Boat. */
const unverified = 'calendar-not-verified';

describe('what counsel has to look at, date by date', () => {
  test.for<readonly [string, Partial<Order>, string, readonly string[]]>([
    ['the court’s 48 hours', {}, 'ruling', ['courts-own-period', 'hours-and-days-off']],
    ['a suit', { measureTaken: '2019-05-24' }, 'suit', ['which-day-measure', unverified]],
    [
      'electronic service to an address that was confirmed',
      { served: [{ ...served('2024-05-24', 'electronic'), completedBy: 'confirmed-address' }] },
      'reconsideration-respondent-企镜',
      ['service-electronic', unverified],
    ],
    [
      'electronic service that the party replied to',
      { served: [{ ...served('2024-05-24', 'electronic'), completedBy: 'acknowledged' }] },
      'reconsideration-respondent-企镜',
      ['service-electronic-acknowledged', unverified],
    ],
    [
      'a suit of a year without holidays',
      { measureTaken: '2031-05-24' },
      'suit',
      ['which-day-measure', 'calendar-unknown'],
    ],
    ['a suit of which the day is not stated', {}, 'suit', ['which-day-measure']],
    ['reconsideration', { served: [served('2019-05-24')] }, 'reconsideration-respondent-企镜', [unverified]],
    [
      '… by mail',
      { served: [served('2019-05-24', 'mail')] },
      'reconsideration-respondent-企镜',
      ['service-mail', unverified],
    ],
    [
      '… left',
      { served: [served('2019-05-24', 'left')] },
      'reconsideration-respondent-企镜',
      ['service-left', unverified],
    ],
    [
      '… electronic, of then',
      { served: [served('2019-05-24', 'electronic')] },
      'reconsideration-respondent-企镜',
      ['service-electronic', 'service-electronic-unconfirmed', 'service-electronic-ruling', unverified],
    ],
    [
      '… electronic, of now',
      { served: [served('2031-01-01', 'electronic')] },
      'reconsideration-respondent-企镜',
      ['service-electronic', 'service-electronic-unconfirmed', 'calendar-unknown'],
    ],
    [
      '… by notice, of then',
      { served: [served('2021-12-31', 'public-notice')] },
      'reconsideration-respondent-企镜',
      ['service-public-60', unverified],
    ],
    [
      '… by notice, of now',
      { served: [served('2022-01-01', 'public-notice')] },
      'reconsideration-respondent-企镜',
      ['service-public', unverified],
    ],
    [
      'the review',
      { reconsideration: [{ party: '企镜', received: '2019-05-24' }] },
      'review-企镜',
      ['courts-own-period', unverified],
    ],
    ['the term', { term: { until: 'day', day: '2019-10-08' } }, 'term', ['term-text']],
    ['a term until the judgment', { term: { until: 'judgment' } }, 'term', ['term-text']],
    ['renewal', { term: { until: 'day', day: '2019-10-08' } }, 'renewal', ['window-reading', unverified]],
    [
      'renewal in a year without holidays',
      { term: { until: 'day', day: '2031-10-08' } },
      'renewal',
      ['window-reading', 'calendar-unknown'],
    ],
    [
      'further security',
      { security: { given: null, furtherBy: '2019-06-08' } },
      'security',
      ['named-day-off', unverified],
    ],
    [
      'further security on a day of work',
      { security: { given: null, furtherBy: '2019-06-11' } },
      'security',
      [unverified],
    ],
    [
      'an obligation by a day',
      { obligations: [home({ by: 'day', on: '2019-05-28' })] },
      'obligation-h',
      ['order-text'],
    ],
    [
      'an obligation by a day off',
      { obligations: [home({ by: 'day', on: '2019-06-08' })] },
      'obligation-h',
      ['order-text', 'named-day-off'],
    ],
    [
      'an obligation of which nothing is stated',
      { obligations: [home({ by: 'not-stated' })] },
      'obligation-h',
      ['order-text'],
    ],
    [
      'an obligation of a party nobody served',
      { obligations: [home({ by: 'at-once', party: '企镜' })] },
      'obligation-h',
      [],
    ],
    [
      'days from service',
      {
        served: [served('2019-05-24', 'mail')],
        obligations: [home({ by: 'days-from-service', days: 3, party: '企镜' })],
      },
      'obligation-h',
      ['order-text', 'service-mail', unverified],
    ],
    [
      'hours from service',
      {
        served: [served('2019-05-24', 'mail')],
        obligations: [home({ by: 'hours-from-service', hours: 3, party: '企镜' })],
      },
      'obligation-h',
      ['order-text', 'hours-and-days-off', 'service-mail'],
    ],
    [
      'at once',
      { served: [served('2019-05-24', 'mail')], obligations: [home({ by: 'at-once', party: '企镜' })] },
      'obligation-h',
      ['order-text', 'service-mail'],
    ],
    [
      'how long it must stand',
      { obligations: [home({ by: 'day', on: '2019-05-28' }, 7)] },
      'standing-h',
      ['standing-from'],
    ],
  ])('%s', ([, order, id, doubts]) => {
    expect(of(order, id).doubts).toEqual(doubts);
  });

  test('a filing says only by what a date is counted, counsel reads all; each once, in both languages', () => {
    const all = ['order-text', 'hours-and-days-off', 'service-mail', 'order-text'] as const;
    const parts = (text: { en: string; 'zh-CN': string }) => [
      text.en.split('; ').length,
      text['zh-CN'].split('；').length,
    ];
    expect(doubtsText(all)['zh-CN'].split('；').length).toBeGreaterThanOrEqual(4);
    expect(governingText(['hours-and-days-off'])).toEqual({ en: '', 'zh-CN': '' });
    const [en, zh] = parts(governingText(['order-text', 'service-mail']));
    expect([en, zh]).toEqual([
      governingText(['order-text']).en.split('; ').length + governingText(['service-mail']).en.split('; ').length,
      governingText(['order-text'])['zh-CN'].split('；').length +
        governingText(['service-mail'])['zh-CN'].split('；').length,
    ]);
    expect(governingText(all)).toEqual(governingText(['order-text', 'service-mail']));
  });
});

describe('the day whose law governs a date', () => {
  test.for<readonly [Partial<Order>, string, string | null]>([
    [{}, 'ruling', null],
    [{ ruled: '2019-05-27' }, 'ruling', '2019-05-27'],
    [{ ruled: '2019-05-27', received: '2019-05-26T17:00:00.000Z' }, 'ruling', '2019-05-27'],
    [{ received: '2019-05-26T15:00:00.000Z', ruled: '2019-05-28' }, 'ruling', '2019-05-26'],
    [{ ruled: '2019-05-27', measureTaken: '2019-05-28' }, 'suit', '2019-05-28'],
    [{ ruled: '2019-05-27', measureTaken: '2019-05-28' }, 'term', '2019-05-27'],
    [{ measureTaken: '2019-05-28', received: '2019-05-20T00:00:00.000Z' }, 'term', '2019-05-28'],
    [{ received: '2019-05-20T17:00:00.000Z', served: [served('2019-05-01')] }, 'term', '2019-05-21'],
    [
      { served: [served('2019-05-24'), served('2019-05-20T17:00:00.000Z', 'electronic', 'applicant', '青禾')] },
      'term',
      '2019-05-21',
    ],
  ])('%o, %s: %s', ([order, id, day]) => {
    expect(of(order, id).lawDay).toBe(day);
  });

  test('dates stand in the order in which they fall, unknown ones last', () => {
    const order = {
      measureTaken: '2019-05-24',
      received: '2019-05-22T08:10:00.000Z',
      term: { until: 'day', day: '2019-06-01' } as const,
      security: { given: null, furtherBy: '2019-05-30' },
    };
    expect(deadlinesOf({ ...emptyOrder, ...order }).map(({ id }) => id)).toEqual([
      'ruling',
      'renewal',
      'security',
      'term',
      'suit',
    ]);
    expect(deadlinesOf({ ...emptyOrder, received: '2019-05-22T08:10:00.000Z' }).map(({ id }) => id)).toEqual([
      'ruling',
      'suit',
      'term',
    ]);
  });

  test('a term until the judgment, and one not stated, are unknown each for its own reason; both forms are taken', () => {
    const why = (until: 'judgment' | 'not-stated') =>
      of({ term: orderSchema.parse({ ...emptyOrder, term: { until } }).term }, 'term').when;
    expect(why('judgment')).toMatchObject({ at: 'unknown' });
    expect(why('judgment')).not.toEqual(why('not-stated'));
  });
});

describe('when an obligation is overdue', () => {
  const order = (change: Partial<Order> = {}): Order => ({ ...emptyOrder, ...change });
  const day = (on: string): Due => ({ by: 'day', on });
  const sent = '2019-05-24T07:05:00.000Z';

  test('is the end of its last day in Beijing, or its moment; unknown where it cannot be computed', () => {
    expect(overdueFrom(day('2019-05-28'), order())).toBe('2019-05-28T16:00:00.000Z');
    expect(overdueFrom({ by: 'moment', at: '2019-05-28T04:00:00.000Z' }, order())).toBe('2019-05-28T04:00:00.000Z');
    expect(overdueFrom({ by: 'not-stated' }, order())).toBeNull();
    expect(
      overdueFrom({ by: 'hours-from-service', hours: 1, party: '企镜' }, order({ served: [served('2019-05-24')] })),
    ).toBeNull();
    const byNotice = order({ served: [served(sent, 'public-notice')] });
    expect(overdueFrom({ by: 'hours-from-service', hours: 1, party: '企镜' }, byNotice)).toBeNull();
    expect(overdueFrom({ by: 'at-once', party: '企镜' }, byNotice)).toBe('2019-07-23T16:00:00.000Z');
    expect(overdueFrom({ by: 'at-once', party: '企镜' }, order({ served: [served(sent, 'electronic')] }))).toBe(sent);
  });

  test('is surely so only after the ruling, after each respondent was reached, and on the later reading of a day off', () => {
    const early = { served: [served('2019-05-01')] };
    const surely = (due: Due, change: Partial<Order> = {}) => surelyOverdueFrom(due, order({ ...early, ...change }));
    expect(surely(day('2019-05-28'))).toBe('2019-05-28T16:00:00.000Z');
    expect(surely(day('2019-06-08'))).toBe('2019-06-10T16:00:00.000Z'); // over Dragon Boat to Monday
    expect(surely(day('2031-06-07'))).toBeNull(); // a Saturday of a year without holidays
    expect(surely(day('2031-06-10'))).toBe('2031-06-10T16:00:00.000Z');
    expect(surely({ by: 'moment', at: '2019-06-08T04:00:00.000Z' })).toBe('2019-06-10T16:00:00.000Z');
    expect(surely(day('2019-05-28'), { ruled: '2019-06-03' })).toBe('2019-06-02T16:00:00.000Z');
    expect(surely(day('2019-05-28'), { served: [served('2019-06-03')] })).toBe('2019-06-03T16:00:00.000Z');
    const sent = served('2019-06-03T01:00:00.000Z', 'electronic');
    for (const completedBy of ['confirmed-address', 'acknowledged'] as const)
      expect(surely(day('2019-05-28'), { served: [{ ...sent, completedBy }] })).toBe('2019-06-03T01:00:00.000Z');
    expect(surely(day('2019-05-28'), { served: [sent] })).toBeNull(); // it may not have been completed
    const toApplicant = served('2019-06-03', 'direct', 'applicant', '青禾');
    expect(surely(day('2019-05-28'), { served: [...early.served, toApplicant] })).toBe('2019-05-28T16:00:00.000Z');
    // whom nobody served nothing binds
    expect(surely(day('2019-05-28'), { served: [toApplicant] })).toBeNull();
    expect(surely(day('2019-05-28'), { served: [] })).toBeNull();
    expect(
      surely({ by: 'at-once', party: '某站' }, { served: [served('2019-06-08', 'direct', 'third' as never, '某站')] }),
    ).toBe('2019-06-08T16:00:00.000Z');
    expect(surely({ by: 'days-from-service', days: 3, party: '企镜' }, { served: [served('2031-06-05')] })).toBeNull();
    expect(surely({ by: 'not-stated' })).toBeNull();
  });
});
