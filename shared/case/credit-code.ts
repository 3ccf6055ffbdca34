import { z } from 'zod';
import { because } from '../cause.ts';

/** Digits of a unified social credit code (统一社会信用代码, GB 32100-2015): I, O, S, V and Z are left out. */
const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether a code has 18 digits of which the last is the check digit of the others: each digit's value times 3 to the power
 * of its place, the sum taken from 31.
 */
function isCreditCode(code: string): boolean {
  const values = code.split('').map((digit) => digits.indexOf(digit));
  if (values.length !== 18 || values.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31;
}

/** Refused with `credit-code` where a digit is wrong: a wrong code names another company, or none. */
export const creditCodeSchema = z.string().refine(isCreditCode, because('credit-code'));
