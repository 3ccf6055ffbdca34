import { expect, test } from 'vitest';
import { sidesOf } from '../../../shared/bilingual.ts';
import { basisIn, suggestionBasisText } from '../../../shared/messages/papers/spread-messages.ts';
import type { SpreadSuggestion } from '../../../shared/spread/suggest.ts';

const suggested = {
  direction: 'stated',
  reasons: [{ by: 'attribution', words: '据甲 / 乙报道' }],
} as unknown as SpreadSuggestion; // what is read of it

test('a basis that was suggested in both languages is printed in the paper’s own', () => {
  const both = suggestionBasisText(suggested, 'zh-CN+en');
  expect(both).toBe('称：“据甲 / 乙报道”；传播方向：据文字 / states: “据甲 / 乙报道”; direction: from the text');
  expect(basisIn(both, 'zh-CN')).toBe('称：“据甲 / 乙报道”；传播方向：据文字');
  expect(basisIn(both, 'en')).toBe('states: “据甲 / 乙报道”; direction: from the text');
  expect(sidesOf(basisIn(both, 'zh-CN+en'))).toEqual([basisIn(both, 'zh-CN'), basisIn(both, 'en')]);
});

test('a person’s own words, one language, and what was cut short stand as they are', () => {
  for (const basis of ['见第3段 / see para. 3', suggestionBasisText(suggested, 'en'), '传播方向：据文字 / states: “x'])
    expect(basisIn(basis, 'zh-CN')).toBe(basis);
});
