import { describe, expect, test } from 'vitest';
import { WorkCalendar } from '../../../shared/order/calendar.ts';
import { addMonths, dayOf, daySchema, momentIn } from '../../../shared/order/day.ts';
import { deadlinesOf, doubtsText, overdueFrom, type Deadline } from '../../../shared/order/deadlines.ts';
import { holidayYears } from '../../../shared/order/holidays.ts';
import { icsText } from '../../../shared/order/ics.ts';
import { bases, legalBasisText } from '../../../shared/law/legal-basis.ts';
import { emptyOrder, orderSchema, type Order, type Service } from '../../../shared/order/order.ts';
import { periodInDays, periodInHours } from '../../../shared/order/periods.ts';

const calendar = new WorkCalendar();
const of = (order: Partial<Order>, id: string): Deadline => {
  const found = deadlinesOf({ ...emptyOrder, ...order }).find((one) => one.id === id);
  if (!found) throw new Error(`no deadline ${id}`);
  return found;
};
const served = (on: string, way: Service['way'] = 'direct', party = '企镜'): Service => ({
  party,
  role: 'respondent',
  way,
  on,
  item: null,
});

describe('a period in days', () => {
  test.for([
    // event, days, last day, moved from, why
    ['2019-05-29', 30, '2019-06-28', null, 'thirty days, a Friday'],
    ['2019-05-24', 5, '2019-05-29', null, 'the day of the event is not counted'],
    ['2019-05-31', 5, '2019-06-05', null, 'a weekend inside the period is counted'],
    ['2019-06-02', 5, '2019-06-10', '2019-06-07', 'ends on Dragon Boat, moves over the weekend to Monday'],
    ['2019-04-25', 5, '2019-04-30', null, 'the day before the holiday stays'],
    ['2019-04-26', 5, '2019-05-05', '2019-05-01', 'moves to a Sunday that is worked'],
    ['2019-04-30', 5, '2019-05-05', null, 'ends on a Sunday that is worked'],
    ['2019-09-03', 30, '2019-10-08', '2019-10-03', 'moves over the whole of National Day'],
    ['2019-09-12', 30, '2019-10-12', null, 'ends on a Saturday that is worked'],
    ['2019-05-25', 5, '2019-05-30', null, 'the event may fall on a day off'],
    ['2025-09-26', 5, '2025-10-09', '2025-10-01', 'eight days off in 2025'],
    ['2026-01-28', 20, '2026-02-24', '2026-02-17', 'the spring festival of 2026, nine days'],
    ['2026-02-09', 5, '2026-02-14', null, 'a Saturday worked before the spring festival'],
    ['2026-09-15', 5, '2026-09-20', null, 'a Sunday worked before National Day'],
    ['2024-02-24', 5, '2024-02-29', null, 'a leap day'],
    ['2019-12-27', 5, '2020-01-02', '2020-01-01', 'New Year, by the notice of the next year'],
    ['2024-01-19', 30, '2024-02-18', null, 'a Sunday that was worked'],
    ['2024-04-23', 5, '2024-04-28', null, 'another'],
    ['2018-12-24', 5, '2018-12-29', null, 'a Saturday that the notice of the next year made a working day'],
    ['2018-12-25', 5, '2019-01-02', '2018-12-30', 'days off that begin in the year before'],
    ['2020-01-27', 5, '2020-02-03', '2020-02-01', 'a Saturday that was to be worked until the holiday was made longer'],
    ['2026-12-21', 5, '2026-12-26', null, 'a Saturday that the notice of 2027 may make a working day'],
    ['2031-03-03', 5, '2031-03-08', null, 'a Saturday of a year to come: the earlier day'],
  ] as const)('%s and %i days: %s', ([event, days, day, movedFrom]) => {
    expect(periodInDays(event, days, calendar)).toMatchObject({ day, movedFrom });
  });

  test('of a year without holiday data says that it is unknown, and of any other that it is not verified', () => {
    expect(periodInDays('2031-03-03', 5, calendar).calendarKnown).toBe(false);
    expect(doubtsText(of({ measureTaken: '2031-03-03' }, 'suit').doubts).en).toContain('no holiday schedule known');
    expect(doubtsText(of({ measureTaken: '2019-05-29' }, 'suit').doubts)['zh-CN']).toContain('休假日安排未核实');
  });

  test('counts by a calendar of the case where one is given: holidays are data', () => {
    const own = {
      year: 2031,
      off: [['2031-03-08', '2031-03-10']] as [string, string][],
      worked: [],
      source: 'x',
      verified: true,
    };
    const { when, doubts } = of({ measureTaken: '2031-02-06', calendar: [own] }, 'suit');
    expect(when).toEqual({ at: 'day', day: '2031-03-11', movedFrom: '2031-03-08' });
    expect(doubts).not.toContain('calendar-not-verified');
  });
});

describe('a period in hours', () => {
  test('does not count the hour of the event, and is not moved', () => {
    expect(periodInHours('2019-05-10T02:20:00.000Z', 48)).toBe('2019-05-12T03:00:00.000Z');
    expect(periodInHours('2019-05-10T02:00:00.000Z', 48)).toBe('2019-05-12T03:00:00.000Z');
  });
});

describe('days are Beijing’s', () => {
  test.for([
    ['2019-05-06T15:59:59.999Z', '2019-05-06'],
    ['2019-05-06T16:00:00.000Z', '2019-05-07'],
    ['2019-12-31T16:30:00.000Z', '2020-01-01'],
  ] as const)('%s is %s', ([instant, day]) => {
    expect(dayOf(instant)).toBe(day);
  });

  test('a service late in the evening UTC counts from the day it was in Beijing', () => {
    const late = of({ served: [served('2019-05-23T17:00:00.000Z')] }, 'reconsideration-respondent-企镜');
    expect(late).toMatchObject({ from: '2019-05-24', when: { day: '2019-05-29' } });
  });

  test('days that do not exist, and times before 1992, are refused', () => {
    expect(daySchema.safeParse('2019-02-29').success).toBe(false);
    expect(() => dayOf('1991-06-01T00:00:00.000Z')).toThrow(RangeError);
    expect(addMonths('2019-01-31', 1)).toBe('2019-02-28');
    expect(momentIn('2019-05-06', '09:30')).toBe('2019-05-06T01:30:00.000Z');
  });
});

describe('the clocks of an order', () => {
  test('30 days to sue run from the measure', () => {
    expect(of({ measureTaken: '2019-05-24' }, 'suit').when).toEqual({
      at: 'day',
      day: '2019-06-24',
      movedFrom: '2019-06-23',
    });
  });

  test('each party has its own 5 days for reconsideration, by its own way of service', () => {
    const order = {
      served: [
        served('2019-05-24'),
        { ...served('2019-05-27', 'mail', '青禾小贷'), role: 'applicant' as const },
        served('2019-05-24', 'public-notice', '某站'),
      ],
    };
    expect(of(order, 'reconsideration-respondent-企镜').when).toMatchObject({ day: '2019-05-29' });
    expect(of(order, 'reconsideration-applicant-青禾小贷').when).toMatchObject({
      day: '2019-06-03',
      movedFrom: '2019-06-01',
    });
    expect(of(order, 'reconsideration-respondent-某站')).toMatchObject({
      from: '2019-07-23', // sixty days until the end of 2021
      when: { day: '2019-07-29', movedFrom: '2019-07-28' },
    });
  });

  test('renewal is asked for in the seven days before expiry, and never after it', () => {
    const { when } = of({ term: { until: 'day', day: '2019-10-06' } }, 'renewal');
    expect(when).toEqual({ at: 'window', from: '2019-09-29', to: '2019-10-06', lastWorkingDay: '2019-09-30' });
  });

  test('a day that the court named does not move by computation; a day off is pointed out', () => {
    const { when, doubts } = of({ security: { given: null, furtherBy: '2019-06-08' } }, 'security');
    expect(when).toMatchObject({ day: '2019-06-08', movedFrom: null });
    expect(doubts).toContain('named-day-off');
  });

  test('the 48 hours of the court run from the hour after the application came in', () => {
    expect(of({ received: '2019-05-22T08:10:00.000Z' }, 'ruling').when).toEqual({
      at: 'moment',
      moment: '2019-05-24T09:00:00.000Z',
    });
  });

  test('what is not stated is unknown and says what is missing: nothing is guessed', () => {
    const unknown = deadlinesOf(emptyOrder).filter(({ when }) => when.at === 'unknown');
    expect(unknown.map(({ id }) => id).sort()).toEqual(['ruling', 'suit', 'term']);
    for (const { when } of unknown) expect(when).toMatchObject({ missing: { en: expect.stringMatching(/\w/) } });
  });

  test('an obligation is due as the order says: by day, by hours from service, at once', () => {
    const order: Order = orderSchema.parse({
      ...emptyOrder,
      served: [served('2019-05-24T07:05:00.000Z', 'electronic')],
      obligations: [
        {
          id: 'stop',
          kind: 'stop',
          text: '停止传播',
          due: { by: 'at-once', party: '企镜' },
          places: [{ channel: 'a', account: null, address: 'x', words: 'y' }],
        },
        {
          id: 'home',
          kind: 'homepage',
          text: '首页声明',
          due: { by: 'hours-from-service', hours: 24, party: '企镜' },
          address: 'x',
          words: 'y',
          days: 7,
        },
        {
          id: 'late',
          kind: 'homepage',
          text: '无送达',
          due: { by: 'days-from-service', days: 3, party: '他人' },
          address: 'x',
          words: 'y',
          days: null,
        },
      ],
    });
    expect(of(order, 'obligation-stop').when).toEqual({ at: 'moment', moment: '2019-05-24T07:05:00.000Z' });
    expect(of(order, 'obligation-home').when).toEqual({ at: 'moment', moment: '2019-05-25T08:00:00.000Z' });
    expect(of(order, 'standing-home').when).toMatchObject({ day: '2019-05-31' });
    expect(of(order, 'obligation-late').when.at).toBe('unknown');
    expect(overdueFrom(order.obligations[2]!.due, order)).toBeNull();
    expect(overdueFrom({ by: 'day', on: '2019-05-29' }, order)).toBe('2019-05-29T16:00:00.000Z');
  });

  test('every date says its rule, how far the rule was read, and "check with counsel", in both languages', () => {
    const all = deadlinesOf({
      ...emptyOrder,
      measureTaken: '2019-05-24',
      served: [served('2019-05-24')],
      term: { until: 'day', day: '2019-10-06' },
    });
    for (const { basis, doubts } of all) {
      expect(basis.length).toBeGreaterThan(0);
      expect(doubtsText(doubts).en).toContain('check with counsel');
      expect(doubtsText(doubts)['zh-CN']).toContain('请与律师核对');
    }
    expect(legalBasisText('serviceLeft', '2019-05-01').en).toContain('not verified');
    for (const parts of Object.values(bases))
      for (const { rule } of parts.flat()) expect(rule['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
  });

  test('every year of days off that comes with the program names its source', () => {
    for (const { source, off, worked } of holidayYears) {
      expect(source).not.toBe('');
      for (const [from, to] of off) expect(from <= to).toBe(true);
      for (const day of worked) expect(off.some(([from, to]) => from <= day && day <= to)).toBe(false);
    }
  });
});

describe('law has days', () => {
  const rules = (day: string | null) =>
    (Object.keys(bases) as (keyof typeof bases)[]).map((code) => legalBasisText(code, day));

  test.for([
    ['2019-05-24', '（2017年修正）第一百零一条第三款', '（2017年修正）第八十二条', '第九十二条'],
    ['2022-03-01', '（2021年修正）第一百零四条第三款', '（2021年修正）第八十五条', '第九十五条'],
    ['2024-03-01', '（2023年修正）第一百零四条第三款', '（2023年修正）第八十五条', '第九十五条'],
  ] as const)('on %s the Civil Procedure Law is cited as it was numbered', ([day, suit, counting, notice]) => {
    expect(legalBasisText('suit30d', day)['zh-CN']).toContain(suit);
    expect(legalBasisText('counting', day)['zh-CN']).toContain(counting);
    expect(legalBasisText('servicePublic', day)['zh-CN']).toContain(notice);
  });

  test('no version is cited where the day is not known, or where none of that day is', () => {
    for (const { 'zh-CN': text } of rules(null)) expect(text).toMatch(/依据未列|裁定书所定期限/);
    expect(legalBasisText('suit30d', '2011-01-01').en).toContain('no rule cited');
    const [unknown] = deadlinesOf(emptyOrder).filter(({ id }) => id === 'suit');
    expect(unknown?.lawDay).toBeNull();
  });

  test('a notice counts as served after 60 days until the end of 2021, after 30 since', () => {
    const day = (on: string) =>
      of({ served: [served(on, 'public-notice', '某站')] }, 'reconsideration-respondent-某站').from;
    expect(day('2021-12-31')).toBe('2022-03-01');
    expect(day('2022-01-01')).toBe('2022-01-31');
  });

  test('electronic service of a ruling before 2022 is doubted, and rests on no article that left rulings out', () => {
    const before = of({ served: [served('2019-05-24', 'electronic')] }, 'reconsideration-respondent-企镜');
    expect(before.doubts).toContain('service-electronic-ruling');
    expect(legalBasisText('serviceElectronic', '2019-05-24')['zh-CN']).not.toContain('民事诉讼法');
    expect(legalBasisText('serviceElectronic', '2019-05-24')['zh-CN']).not.toContain('在线诉讼规则');
    expect(legalBasisText('serviceElectronic', '2023-05-24')['zh-CN']).toContain('第九十条');
  });
});

describe('the calendar file', () => {
  const text = icsText(
    deadlinesOf({
      ...emptyOrder,
      measureTaken: '2019-05-24',
      received: '2019-05-22T08:10:00.000Z',
      served: [served('2019-05-24')],
    }),
    {
      caseId: 'c0',
      title: '青禾小贷, 诉前; 行为保全',
      stampedAt: '2019-05-24T10:00:00.000Z',
      revision: 0,
      language: 'zh-CN',
    },
  );

  test('has whole days as dates and moments in UTC, and leaves out what is unknown', () => {
    expect(text).toContain('DTSTART;VALUE=DATE:20190624\r\nDTEND;VALUE=DATE:20190625\r\n');
    expect(text).toContain('DTEND:20190524T090000Z');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  });

  test('has lines of at most 75 octets that end in CR LF, and signs escaped', () => {
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain('青禾小贷\\, 诉前\\; 行为保全');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});
