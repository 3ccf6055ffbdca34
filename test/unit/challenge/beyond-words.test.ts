import { describe, expect, test } from 'vitest';
import { daysNamedIn } from '../../../shared/challenge/named-days.ts';
import { exhibit, foundIn } from './challenge-room.ts';

/** Of `someCapture`: its clock says the evening of 5 May 2019 in Beijing. */
const page = '晨渡财经讯 5月6日 07:42：网传青禾小贷疑似清算，阅读 128,406 次，涉及资金约1.2亿元。有商户称先不还钱。';
const said = (purpose: string, says: string | null = page) =>
  foundIn({ exhibits: [exhibit('1', { says, exhibit: { purpose } })] });

describe('a purpose that says more than the page', () => {
  test.each([
    ['证明2019年5月6日该报道发布'],
    ['证明阅读量达128406次'],
    ['证明报道称涉及1.2亿元'],
    ['证明报道称涉及12000万元'],
    ['证明报道使商户停止还款'],
    ['证明报道称其疑似清算'],
    ['证明申请人并未破产'],
    ['证明报道与事实不符，申请人没有被注销'],
    ['证明2次报道、3名评论者'],
    ['证明报道载有“2018年3月1日破产”'], // what is quoted is held against the page letter by letter, elsewhere
  ])('bears out: %s', (purpose) => {
    expect(said(purpose).filter((one) => one.includes('beyond'))).toEqual([]);
  });

  test.each([
    ['证明2019年5月7日该报道仍在传播'],
    ['证明阅读量达128407次'],
    ['证明传播造成30%的用户流失'],
    ['证明报道称涉及12亿元'],
    ['证明申请人破产'],
    ['证明其被吊销执照'],
    ['shows that the lender was declared bankrupt'],
  ])('does not bear out: %s', (purpose) => {
    expect(said(purpose)).toEqual(['beyond-words 1']);
  });

  test.each([
    ['足以使商户误认为申请人破产'],
    ['shows that the lender may have gone bankrupt'],
    ['shows what the Harbour Lantern Wire said'],
  ])('is to be looked at: %s', (purpose) => {
    expect(said(purpose)).toEqual(['perhaps-beyond-words 1']);
  });

  test('is not asked where no words are stored, and only looked at where a machine read them', () => {
    expect(said('证明申请人破产', null)).toEqual([]);
    const byMachine = {
      ...exhibit('1', { exhibit: { purpose: '证明申请人破产' } }),
      words: () => ({ text: null, machineRead: page }),
    };
    expect(foundIn({ exhibits: [byMachine] })).toEqual(['perhaps-beyond-words 1']);
  });

  test('names a year that the page names otherwise; of a page that names none nothing is known', () => {
    const told = (says: string) => said('证明2018年5月6日该报道发布', says);
    expect(told('2019年5月6日')).toEqual(['beyond-words 1']);
    expect(told('2018-05-06')).toEqual([]);
    expect(told('5月6日')).toEqual([]);
  });

  test('may say the day of the capture and what the catalogue states, which no page need say', () => {
    const own = { purpose: '证明截至2019年5月6日仍在；2019年4月1日出具', date: '2019-04-01' };
    expect(foundIn({ exhibits: [exhibit('1', { says: '清算', exhibit: own })] })).toEqual([]);
    expect(foundIn({ exhibits: [exhibit('1', { says: '清算', exhibit: { ...own, date: '2019-04-02' } })] })).toEqual([
      'beyond-words 1',
    ]);
  });

  test('may point to another exhibit, whose words then count', () => {
    const own = exhibit('1', { says: '清算', exhibit: { purpose: '证明其破产，见证据2' } });
    expect(foundIn({ exhibits: [own, exhibit('2', { says: '宣告破产' })] })).toEqual([]);
    expect(foundIn({ exhibits: [own, exhibit('2', { says: '一切如常' })] })).toEqual(['beyond-words 1']);
    expect(foundIn({ exhibits: [own, exhibit('2', { says: null })] })).toEqual([]); // perhaps it is there
  });

  test('names a party whom the page does not: to be looked at', () => {
    const facts = { applicants: ['青禾市青禾小额贷款有限公司'], respondents: [] };
    const purpose = '证明报道指向青禾市青禾小额贷款有限公司';
    const told = (says: string) => foundIn({ facts, exhibits: [exhibit('1', { says, exhibit: { purpose } })] });
    expect(told('青禾小贷清算')).toEqual(['perhaps-beyond-words 1']);
    expect(told('青禾市青禾小额\n贷款有限公司清算')).toEqual([]);
  });

  test('an event is held against the exhibits that it names, and against none where it names none', () => {
    const one = exhibit('1', { says: '清算' });
    const event = (items?: string[]) =>
      foundIn({
        exhibits: [one],
        plan: { chronology: [{ when: '2019-05-05', what: '宣告破产', ...(items && { items }) }] },
      });
    expect(event()).toEqual([]);
    expect(event([one.record.item])).toEqual(['beyond-words 2019-05-05']);
  });
});

test.each<[string, readonly (readonly [number | null, number, number | null])[]]>([
  [
    '2019年5月6日、5月7日',
    [
      [2019, 5, 6],
      [null, 5, 7],
    ],
  ],
  ['2015年11月备案', [[2015, 11, null]]],
  ['2019-05-06 07:42', [[2019, 5, 6]]],
  ['2019/5/6', [[2019, 5, 6]]],
  ['on 6 May 2019', [[2019, 5, 6]]],
  ['May 6th, 2019', [[2019, 5, 6]]],
  ['128,406 次，13月40日', []],
])('days in %s', (text, days) => {
  expect(daysNamedIn(text).map(({ year, month, day }) => [year, month, day])).toEqual(days);
});
