import { describe, expect, test } from 'vitest';
import { sameDate, sameName, weigh } from '../../../../shared/page/facts/choose-fact.ts';
import { statedFact } from '../../../../shared/page/facts/stated-fact.ts';
import type { StatedFact } from '../../../../shared/page/facts/stated-facts.ts';

const named = (value: string, plain: StatedFact['plain'] = 2, part: StatedFact['part'] = 'head'): StatedFact => {
  return { value, iso: null, source: 's', part, plain };
};
const dated = (iso: string | null): StatedFact => ({ ...named(''), iso });
const markup = (value: string, plain: StatedFact['plain'] = 2) => named(value, plain, 'markup');
/** What becomes of each value: `value: standing`, the chosen one first. */
const weighed = (stated: readonly StatedFact[], seen: readonly StatedFact[]) =>
  weigh(stated, seen, sameName).map(({ fact, standing }) => `${fact.value}: ${standing}`);

describe('of what markup and page say of one thing', () => {
  test('what is seen is chosen before the markup, where they differ', () => {
    expect(weighed([markup('王某')], [named('李某')])).toEqual(['李某: chosen', '王某: differs']);
  });

  test('the markup’s is chosen where it is the same, or the only one, or all of the markup agree', () => {
    expect(weighed([markup('Jane Doe')], [named('Jane')])).toEqual(['Jane Doe: chosen', 'Jane: agrees']);
    expect(weighed([markup('王某')], [])).toEqual(['王某: chosen']);
    expect(weighed([markup('Jane'), markup('Jane Doe')], [])).toEqual(['Jane: chosen', 'Jane Doe: agrees']);
    expect(weighed([markup('王某'), markup('李某')], [])).toEqual(['王某: differs', '李某: differs']);
    expect(weighed([markup('王某'), markup('李某'), markup('王某')], [])).toEqual([
      '王某: differs',
      '李某: differs',
      '王某: differs',
    ]);
  });

  test('of two that are seen alike the markup settles which; else neither is chosen', () => {
    const two = [named('王某'), named('李某')];
    expect(weighed([markup('李某')], two)).toEqual(['李某: chosen', '李某: agrees', '王某: left']);
    expect(weighed([], two)).toEqual(['王某: differs', '李某: differs']);
    expect(weighed([markup('赵某')], two)).toEqual(['王某: differs', '李某: differs', '赵某: left']);
    expect(weighed([], [named('Jane'), named('Jane Doe')])).toEqual(['Jane: chosen', 'Jane Doe: agrees']);
    expect(weighed([], [named('Jane'), named('Jane Doe'), named('Ann')])).toEqual([
      'Jane: differs',
      'Jane Doe: differs',
      'Ann: differs',
    ]);
  });

  test('the plainest is chosen, and of these that of the nearest part', () => {
    expect(weighed([], [named('王某', 2), named('李某', 3)])).toEqual(['李某: chosen', '王某: left']);
    expect(weighed([], [named('王某', 3, 'end'), named('李某', 3, 'head')])).toEqual(['李某: chosen', '王某: left']);
    expect(weighed([], [named('王某', 3, 'end'), named('李某', 3, 'lead')])).toEqual(['李某: chosen', '王某: left']);
    expect(weighed([], [named('王某', 3, 'lead'), named('李某', 3, 'above')])).toEqual(['李某: chosen', '王某: left']);
  });

  test('what only stands there is no other opinion where nothing is chosen', () => {
    expect(weighed([], [named('王某', 1), named('李某', 1)])).toEqual(['王某: left', '李某: left']);
    expect(weighed([], [named('王某', 2), named('李某', 2), named('赵某', 1)])).toEqual([
      '王某: differs',
      '李某: differs',
      '赵某: left',
    ]);
  });

  test('what is not said plainly is left, wherever it is from', () => {
    expect(weighed([markup('王某', 0)], [named('李某', 0)])).toEqual(['王某: left', '李某: left']);
    expect(weighed([markup('王某', 0), markup('李某')], [named('李某', 0)])).toEqual([
      '李某: chosen',
      '王某: left',
      '李某: left',
    ]);
  });
});

describe('two values are the same', () => {
  test('dates: of one day; of two that lie side by side where a zone is told', () => {
    const same = (one: string | null, other: string | null) => sameDate(dated(one), dated(other));
    expect(same('2019-05-06', '2019-05-06T09:30')).toBe(true);
    expect(same('2019-05-06', '2019-05-07')).toBe(false);
    expect(same('2019-05-06T23:00Z', '2019-05-07')).toBe(true);
    expect(same('2019-05-07', '2019-05-06T23:00+08:00')).toBe(true);
    expect(same('2019-05-06T23:00Z', '2019-05-08')).toBe(false);
    expect(same('2019-05-06', null)).toBe(false);
    expect(same(null, '2019-05-06')).toBe(false);
    expect(same(null, null)).toBe(false);
  });

  test('names: one holds the other, whatever their case and signs; an empty one is nobody’s', () => {
    const same = (one: string, other: string) => sameName(named(one), named(other));
    expect(same('Devindra', 'DEVINDRA Hardawar')).toBe(true);
    expect(same('Devindra Hardawar', 'Devindra')).toBe(true);
    expect(same('O’Neil', 'ONeil')).toBe(true);
    expect(same('王某', '李某')).toBe(false);
    expect(same('—', '王某')).toBe(false);
    expect(same('王某', '')).toBe(false);
  });
});

test('the one value of a name is not that of another name', () => {
  const fact = { value: '王某', source: 's' };
  const facts = [
    { ...fact, name: 'Channel' },
    { ...fact, name: 'Author', value: '李某' },
    { ...fact, name: 'Published', standing: 'differs' as const },
  ];
  expect(statedFact(facts, 'Author')).toBe('李某');
  expect(statedFact(facts, 'Published')).toBeNull();
});
