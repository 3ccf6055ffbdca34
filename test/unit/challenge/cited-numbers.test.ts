import { describe, expect, test } from 'vitest';
import { challengesOf, toldChallenges } from '../../../shared/challenge/challenge.ts';
import { citedNumbers } from '../../../shared/challenge/cited-numbers.ts';
import { exhibit, foundIn, nothing } from './challenge-room.ts';

describe('numbers of exhibits that a text cites', () => {
  test.each<[string, readonly [string, string?][]]>([
    ['见证据7', [['7']]],
    ['见证据 3、5和12，第8页', [['3'], ['5'], ['12']]],
    ['证据7（《清算之夜》）', [['7', '清算之夜']]],
    ['证据 88-1《补充页面》', [['88-1', '补充页面']]],
    ['证据3、2019年5月', [['3']]],
    ['依据证据规定第19条，共有证据10份', []],
    ['对方证据3不实', []],
    ['see exhibits 3, 5 and 12', [['3'], ['5'], ['12']]],
    ['exhibit TAK-7, “Night of liquidation”', [['TAK-7', 'Night of liquidation']]],
    ['the respondent’s exhibit 3', []],
    ['an exhibition of 12 works', []],
  ])('%s', (text, cited) => {
    expect(citedNumbers(text)).toEqual(cited.map(([number, title = null]) => ({ number, title })));
  });
});

describe('one number that means two things', () => {
  const two = [
    exhibit('1', { says: '甲报', exhibit: { title: '《甲报》的报道' } }),
    exhibit('2', { says: '乙刊', exhibit: { title: '论坛帖' } }),
  ];
  const event = (what: string) => foundIn({ exhibits: two, plan: { chronology: [{ when: '2019-05-05', what }] } });

  test('is untrue where a paper cites what is not there, or by the title of another', () => {
    expect(event('报道，见证据2')).toEqual([]);
    expect(event('报道，见证据3')).toEqual(['cites-unknown 2019-05-05']);
    expect(event('报道，见证据1（《甲报》）')).toEqual([]);
    expect(event('报道，见证据2《乙刊》')).toEqual([]); // by the page’s own words
    expect(event('报道，见证据2《甲报》')).toEqual(['cites-other 2019-05-05']);
    const purposes = [exhibit('1', { exhibit: { purpose: '与证据4一致' } }), ...two.slice(1)];
    expect(foundIn({ exhibits: purposes })).toEqual(['cites-unknown 1']);
    const elements = [{ id: 'a', fact: '见证据9' }];
    const ranks = toldChallenges(
      challengesOf({ ...nothing, exhibits: two, plan: { ...nothing.plan, elements } }),
      [],
      'en',
    );
    expect(ranks.find(({ code }) => code === 'cites-unknown')).toMatchObject({ where: 'a', rank: 'stop' });
  });

  test('is open to attack in a draft, which nobody files as it is', () => {
    const drafts = [{ title: '代理词', text: '证据8证明传播，证据2（《甲报》）证明来源，证据1证明推送' }];
    expect(foundIn({ exhibits: two, plan: { drafts } })).toEqual([
      'draft-cites-unknown 代理词',
      'draft-cites-other 代理词',
    ]);
  });

  test('is told of papers that were built: a report to be named, a filing to be looked at', () => {
    const [one] = two;
    const before = (paper: 'bundle' | 'report', number: string, item: string) => ({
      paper,
      number,
      item,
      title: '裁定书',
    });
    expect(foundIn({ exhibits: two, earlier: [before('report', '1', one?.record.item ?? '')] })).toEqual([]);
    expect(foundIn({ exhibits: two, earlier: [before('bundle', '7', 'elsewhere')] })).toEqual([]);
    const earlier = [before('report', '1', 'x'), before('report', '2', 'y'), before('bundle', '2', 'y')];
    const told = toldChallenges(challengesOf({ ...nothing, exhibits: two, earlier }), [], 'zh-CN');
    expect(told.map(({ code, rank, where }) => [code, rank, where])).toEqual([
      ['number-in-report', 'attack', 'case'],
      ['number-moved', 'note', 'case'],
    ]);
    expect(told[0]?.attack).toBe(
      '证据 1、2 的编号在已生成的核查报告中另有所指：例如证据 1，报告中为“裁定书”，本册为“《甲报》的报道”',
    );
  });
});
