import { describe, expect, test } from 'vitest';
import { WorkCalendar } from '../../../shared/order/calendar.ts';
import { deadlinesOf, surelyOverdueFrom, type Deadline } from '../../../shared/order/deadlines.ts';
import { holidayYears } from '../../../shared/order/holidays.ts';
import { icsText } from '../../../shared/order/ics.ts';
import { bases, legalBasisText, type BasisCode } from '../../../shared/law/legal-basis.ts';
import { emptyOrder, type Obligation, type Order, type Service } from '../../../shared/order/order.ts';

const served = (on: string, way: Service['way'] = 'direct'): Service => ({
  party: '企镜',
  role: 'respondent',
  way,
  on,
  item: null,
});
const home = (due: Obligation['due']): Obligation => ({
  id: 'h',
  kind: 'homepage',
  text: 't',
  due,
  address: 'a',
  words: 'w',
  days: null,
});
const of = (order: Partial<Order>, id: string): Deadline =>
  deadlinesOf({ ...emptyOrder, ...order }).find((one) => one.id === id)!;

/** By hand from the texts: article numbers of 2017 and of 2023, and how far this program’s makers read them. */
const law = {
  counting: [
    '《民事诉讼法》（2017年修正）第八十二条（据转载文本）；民诉法解释第一百二十五条（据转载文本）',
    '《民事诉讼法》（2023年修正）第八十五条（据转载文本）；民诉法解释第一百二十五条（据转载文本）',
  ],
  ruling48h: [
    '《民事诉讼法》（2017年修正）第一百零一条第二款（据转载文本）',
    '《民事诉讼法》（2023年修正）第一百零四条第二款（已核对条文原文）',
  ],
  suit30d: [
    '《民事诉讼法》（2017年修正）第一百零一条第三款（据转载文本）',
    '《民事诉讼法》（2023年修正）第一百零四条第三款（已核对条文原文）',
  ],
  reconsideration5d: ['民诉法解释第一百七十一条（已核对条文原文）', '民诉法解释第一百七十一条（已核对条文原文）'],
  review10d: ['法释〔2018〕21号第十四条（已核对条文原文）', '法释〔2018〕21号第十四条（已核对条文原文）'],
  renewal7d: ['法释〔2018〕21号第十三条（已核对条文原文）', '法释〔2018〕21号第十三条（已核对条文原文）'],
  security: [
    '法释〔2018〕21号第十一条（已核对条文原文）；《民事诉讼法》（2017年修正）第一百零一条（据转载文本）',
    '法释〔2018〕21号第十一条（已核对条文原文）；《民事诉讼法》（2023年修正）第一百零四条（已核对条文原文）',
  ],
  orderItself: ['裁定书所定期限（未核实）', '裁定书所定期限（未核实）'],
  serviceDirect: [
    '《民事诉讼法》（2017年修正）第八十四条、第八十五条（未核实）',
    '《民事诉讼法》（2023年修正）第八十七条、第八十八条（据转载文本）',
  ],
  serviceLeft: [
    '《民事诉讼法》（2017年修正）第八十六条（未核实）',
    '《民事诉讼法》（2023年修正）第八十九条（据转载文本）',
  ],
  serviceElectronic: [
    '法释〔2018〕16号第十五条至第十七条（限互联网法院）（据转载文本）',
    '《人民法院在线诉讼规则》第二十九条至第三十一条（据转载文本）；《民事诉讼法》（2023年修正）第九十条（据转载文本）',
  ],
  serviceMail: [
    '《民事诉讼法》（2017年修正）第八十八条（据转载文本）',
    '《民事诉讼法》（2023年修正）第九十一条（据转载文本）',
  ],
  servicePublic: [
    '《民事诉讼法》（2017年修正）第九十二条（未核实）',
    '《民事诉讼法》（2023年修正）第九十五条（据转载文本）',
  ],
} as const satisfies Record<BasisCode, readonly [of2019: string, of2024: string]>;

describe('every rule is cited as it stood', () => {
  test.for(Object.entries(law))('%s', ([code, [then, now]]) => {
    expect(legalBasisText(code as BasisCode, '2019-05-24')['zh-CN']).toBe(then);
    expect(legalBasisText(code as BasisCode, '2024-03-01')['zh-CN']).toBe(now);
    const plain = (text: string) => text.replaceAll(/（(据转载文本|已核对条文原文|未核实)）/g, '');
    expect(legalBasisText(code as BasisCode, '2019-05-24', false)['zh-CN']).toBe(plain(then));
  });

  test.for([
    ['2012-12-31', 'no rule cited: none known for that day'],
    ['2013-01-01', 'Civil Procedure Law (as amended 2012) art. 101 ¶3'],
    ['2017-06-30', 'Civil Procedure Law (as amended 2012) art. 101 ¶3'],
    ['2017-07-01', 'Civil Procedure Law (as amended 2017) art. 101 ¶3'],
    ['2021-12-31', 'Civil Procedure Law (as amended 2017) art. 101 ¶3'],
    ['2022-01-01', 'Civil Procedure Law (as amended 2021) art. 104 ¶3'],
    ['2023-12-31', 'Civil Procedure Law (as amended 2021) art. 104 ¶3'],
    ['2024-01-01', 'Civil Procedure Law (as amended 2023) art. 104 ¶3'],
  ] as const)('the amendment of the law in force on %s', ([day, text]) => {
    expect(legalBasisText('suit30d', day, false).en).toBe(text);
  });

  test.for([
    ['serviceElectronic', '2018-09-06', 'no rule cited: none known for that day'],
    ['serviceElectronic', '2018-09-07', 'Fa Shi [2018] No. 16 arts. 15–17 (Internet courts only)'],
    ['serviceElectronic', '2021-07-31', 'Fa Shi [2018] No. 16 arts. 15–17 (Internet courts only)'],
    ['serviceElectronic', '2021-08-01', 'Online Litigation Rules of the People’s Courts arts. 29–31'],
    ['review10d', '2018-12-31', 'no rule cited: none known for that day'],
    ['review10d', '2019-01-01', 'Fa Shi [2018] No. 21 art. 14'],
    ['reconsideration5d', '2015-02-03', 'no rule cited: none known for that day'],
    ['reconsideration5d', '2015-02-04', 'Interpretation of the Civil Procedure Law art. 171'],
    ['orderItself', null, 'the period set by the ruling'],
    ['suit30d', null, 'no rule cited: the date that determines its version is not stated'],
  ] as const)('%s on %s: %s', ([code, day, text]) => {
    expect(legalBasisText(code, day, false).en).toBe(text);
  });

  test('no rule is without a citation on a day of this decade', () => {
    for (const code of Object.keys(bases) as BasisCode[])
      expect(legalBasisText(code, '2026-01-05').en, code).not.toContain('no rule cited');
  });
});

describe('what a date rests on, and what is missing for one', () => {
  const party = '企镜';
  test.for<readonly [string, Partial<Order>, string, readonly BasisCode[]]>([
    ['the court’s 48 hours', {}, 'ruling', ['ruling48h', 'counting']],
    ['the suit', {}, 'suit', ['suit30d', 'counting']],
    [
      'reconsideration',
      { served: [served('2019-05-24', 'left')] },
      'reconsideration-respondent-企镜',
      ['reconsideration5d', 'counting', 'serviceLeft'],
    ],
    ['its review', { reconsideration: [{ party, received: '2019-05-24' }] }, 'review-企镜', ['review10d', 'counting']],
    ['a term not stated', {}, 'term', ['renewal7d']],
    ['a term', { term: { until: 'day', day: '2019-10-08' } }, 'term', ['orderItself', 'renewal7d']],
    ['its renewal', { term: { until: 'day', day: '2019-10-08' } }, 'renewal', ['renewal7d']],
    ['further security', { security: { given: null, furtherBy: '2019-06-08' } }, 'security', ['security']],
    ['a day', { obligations: [home({ by: 'day', on: '2019-05-28' })] }, 'obligation-h', ['orderItself']],
    ['nobody served', { obligations: [home({ by: 'at-once', party })] }, 'obligation-h', ['orderItself', 'counting']],
    [
      'days from service',
      { served: [served('2019-05-24')], obligations: [home({ by: 'days-from-service', days: 3, party })] },
      'obligation-h',
      ['orderItself', 'counting', 'serviceDirect'],
    ],
    [
      'hours from service',
      { served: [served('2019-05-24')], obligations: [home({ by: 'hours-from-service', hours: 3, party })] },
      'obligation-h',
      ['orderItself', 'counting', 'serviceDirect'],
    ],
    [
      'at once',
      { served: [served('2019-05-24', 'public-notice')], obligations: [home({ by: 'at-once', party })] },
      'obligation-h',
      ['orderItself', 'servicePublic'],
    ],
  ])('%s', ([, order, id, basis]) => {
    expect(of(order, id).basis).toEqual(basis);
  });

  test.for<readonly [Partial<Order>, string, string]>([
    [{}, 'ruling', '未填写法院收到申请的时间'],
    [{}, 'suit', '未填写采取保全措施之日'],
    [{}, 'term', '未填写保全措施的期限'],
    [{ term: { until: 'judgment' } }, 'term', '至案件裁判生效时止，无固定日期'],
    [{ obligations: [home({ by: 'not-stated' })] }, 'obligation-h', '裁定未载明履行期限'],
    [{ obligations: [home({ by: 'at-once', party })] }, 'obligation-h', '未填写送达'],
    [
      { served: [served('2019-05-24')], obligations: [home({ by: 'hours-from-service', hours: 3, party })] },
      'obligation-h',
      '送达只有日期，没有时刻',
    ],
    [{ obligations: [{ ...home({ by: 'not-stated' }), days: 7 } as Obligation] }, 'standing-h', '起算日未知'],
  ])('%o, %s: %s', ([order, id, missing]) => {
    expect(of(order, id)).toMatchObject({ when: { at: 'unknown', missing: { 'zh-CN': missing } }, from: null });
  });

  test('days from service in a year whose days off are not known have no end that is sure, on a weekday either', () => {
    const order = { ...emptyOrder, served: [served('2031-06-04')] };
    expect(surelyOverdueFrom({ by: 'days-from-service', days: 3, party }, order)).toBeNull();
  });
});

describe('days off', () => {
  const calendar = new WorkCalendar();

  test('of the years that come with the program were compared with no notice, and none is said to be', () => {
    expect(holidayYears.map(({ year, verified }) => [year, verified])).toEqual(
      [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => [year, false]),
    );
  });

  test.for<readonly [string, boolean, boolean]>([
    ['2018-12-29', false, true], // a Saturday that the notice of the next year made a working day
    ['2018-12-31', true, true], // Monday of New Year, by the notice of the next year
    ['2016-12-30', false, false],
    ['2026-12-24', false, true],
    ['2026-12-26', true, false], // a Saturday: the notice of 2027 may make it a working day
    ['2019-01-01', true, true],
    ['2019-05-04', true, true],
    ['2019-05-05', false, true], // a Sunday that is worked
    ['2019-05-06', false, true],
    ['2019-05-11', true, true],
    ['2024-05-11', false, true], // a Saturday that is worked
    ['2031-05-10', true, false], // a Saturday: whether it is worked is not known
    ['2031-05-09', false, false],
  ])('%s: off %s, known %s', ([day, off, known]) => {
    expect(calendar.of(day)).toEqual({ off, known, verified: false });
  });

  test('the working day from or up to a day stops where nothing is known', () => {
    expect(calendar.knownWorkingDayFrom('2019-10-01')).toBe('2019-10-08');
    expect(calendar.knownWorkingDayFrom('2019-10-08')).toBe('2019-10-08');
    expect(calendar.knownWorkingDayUpTo('2019-10-06')).toBe('2019-09-30');
    expect(calendar.knownWorkingDayUpTo('2019-09-30')).toBe('2019-09-30');
    expect(calendar.knownWorkingDayUpTo('2019-01-01')).toBe('2018-12-29');
    expect(calendar.knownWorkingDayUpTo('2017-01-01')).toBeNull();
    expect(calendar.knownWorkingDayUpTo('2031-05-09')).toBeNull();
    const own = { year: 2019, off: [], worked: [], source: '', verified: true };
    expect(new WorkCalendar([own]).of('2019-05-01')).toEqual({ off: false, known: true, verified: true });
  });
});

describe('the calendar file, as RFC 5545 has it', () => {
  const events = (order: Partial<Order>, title = 'T') =>
    icsText(deadlinesOf({ ...emptyOrder, ...order }), {
      caseId: 'c0',
      title,
      stampedAt: '2019-05-24T10:00:00.000Z',
      revision: 0,
      language: 'en',
    });

  test('a line is folded where it is over 75 octets, at 74 and then every 75, with a space before the rest', () => {
    const line = (length: number) => {
      const lines = events({ measureTaken: '2019-05-24' }, 'x'.repeat(length)).split('\r\n');
      const at = lines.findIndex((one) => one.startsWith('DESCRIPTION:x'));
      const rest = lines.slice(at + 1).findIndex((one) => !one.startsWith(' '));
      return lines.slice(at, at + 1 + rest);
    };
    const [first, second, third] = line(300);
    expect([first?.length, second?.length, third?.length]).toEqual([74, 75, 75]);
    expect(first).toBe(`DESCRIPTION:${'x'.repeat(62)}`);
    expect(second).toBe(` ${'x'.repeat(74)}`);
    expect(
      line(300)
        .map((one, at) => (at === 0 ? one : one.slice(1)))
        .join(''),
    ).toMatch(/^DESCRIPTION:x{300}\\n/);
  });

  test('has for each date a span, and an identifier of plain letters', () => {
    const text = events({ term: { until: 'day', day: '2019-10-06' }, received: '2019-05-22T08:10:00.000Z' });
    expect(text).toContain('DTSTART;VALUE=DATE:20190929\r\nDTEND;VALUE=DATE:20191007\r\n');
    expect(text).toContain('DTSTART:20190524T080000Z\r\nDTEND:20190524T090000Z\r\n');
    expect(text.match(/^UID:.*$/gm)?.map((one) => one.trim())).toEqual([
      'UID:ruling@c0.fascicle.invalid',
      'UID:renewal@c0.fascicle.invalid',
      'UID:term@c0.fascicle.invalid',
    ]);
    expect(text).toContain('DTSTAMP:20190524T100000Z\r\n');
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    const party = events({ reconsideration: [{ party: 'A 甲', received: '2019-05-24' }] });
    expect(party).toContain('UID:review-4120e794b2@c0.fascicle.invalid\r\n'); // 'A 甲' is 41 20 e7 94 b2 in UTF-8
  });

  test('signs that mean something to it are escaped, and a line break stays one', () => {
    const text = events({ measureTaken: '2019-05-24' }, 'a\\b;c,d').replaceAll('\r\n ', '');
    expect(text).toContain('DESCRIPTION:a\\\\b\\;c\\,d\\n');
  });
});
