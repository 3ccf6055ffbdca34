import { describe, expect, test } from 'vitest';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import { moved } from '../../../shared/plan/moved.ts';

const exhibit = (item: string, group = '一'): Exhibit => ({ item, group, title: item, source: 's', purpose: 'p' });
const five = ['a', 'b', 'c', 'd', 'e'].map((item) => exhibit(item));
const order = (exhibits: readonly Exhibit[]) => exhibits.map(({ item }) => item).join('');

describe('exhibits that are moved in the arrangement', () => {
  test.for([
    ['b', 'd', 'acbde'],
    ['d', 'b', 'adbce'],
    ['a', 'e', 'bcdae'],
    ['e', 'a', 'eabcd'],
    ['c', 'd', 'abcde'],
    ['a', null, 'bcdea'],
    ['e', null, 'abcde'],
    ['bd', 'a', 'bdace'],
    ['db', 'e', 'acbde'],
    ['ae', 'c', 'baecd'],
    ['ab', 'a', 'cdeab'],
    ['c', 'nobody', 'abdec'],
  ] as const)('%s before %s: %s, none lost, none twice', ([items, to, expected]) => {
    expect(order(moved(five, new Set(items), to))).toBe(expected);
  });

  test('take the group that they come into, the one before them first, and keep their own beside it', () => {
    const two = [exhibit('a', '一'), exhibit('b', '一'), exhibit('c', '二'), exhibit('d', '二')];
    const groups = (items: string, to: string | null) =>
      moved(two, new Set(items), to)
        .map(({ item, group }) => item + group)
        .join(' ');
    expect(groups('a', 'd')).toBe('b一 c二 a二 d二');
    expect(groups('d', 'a')).toBe('d一 a一 b一 c二');
    expect(groups('a', 'c')).toBe('b一 a一 c二 d二');
    expect(groups('d', 'c')).toBe('a一 b一 d二 c二');
    expect(groups('a', null)).toBe('b一 c二 d二 a二');
    expect(moved([exhibit('x', '独')], new Set('x'), null)).toEqual([exhibit('x', '独')]);
  });
});
