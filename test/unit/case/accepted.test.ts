import { expect, test } from 'vitest';
import { acceptedReason, withAnswer } from '../../../shared/plan/accepted.ts';

const general = { code: 'purpose-missing', where: null, reason: '全部' };
const own = { code: 'purpose-missing', where: '3', reason: '本处' };
const other = { code: 'cell-empty', where: '3', reason: '另一项' };

test('the answer of a place goes before the one for all places', () => {
  const at = (where: string) => acceptedReason([general, own, other], { code: 'purpose-missing', where });
  expect([at('3'), at('4')]).toEqual(['本处', '全部']);
  expect(acceptedReason([own], { code: 'purpose-missing', where: '4' })).toBeNull();
});

test('a new answer takes the place of the one for the same place, and of no other', () => {
  const said = { ...own, reason: '改写' };
  expect(withAnswer([general, own, other], said)).toEqual([general, other, said]);
  const all = { ...general, reason: '改写' };
  expect(withAnswer([general, own, other], all)).toEqual([own, other, all]);
});

test('what is withdrawn at a place is what holds there, so that nothing answered stays that was taken back', () => {
  const withdrawn = { code: 'purpose-missing', where: '3', reason: null };
  expect(withAnswer([general, own, other], withdrawn)).toEqual([general, other]);
  expect(withAnswer([general, other], withdrawn)).toEqual([other]);
  expect(withAnswer([general, own, other], { ...withdrawn, where: null })).toEqual([own, other]);
  expect(withAnswer([other], withdrawn)).toEqual([other]);
});
