import { z } from 'zod';
import { because } from './cause.ts';
import { isInCalendar } from './order/day.ts';

/**
 * When a file that was made elsewhere was made, as whoever imports it states: a day, a minute of Beijing's clock
 * (`2019-05-05 21:06`), or that it is not known. That nobody stated anything is another thing, and has no value here.
 */
export const formedSchema = z.union([
  z.literal('unknown'),
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?: (?:[01]\d|2[0-3]):[0-5]\d)?$/)
    .refine((text) => isInCalendar(text.slice(0, 10)), because('no-such-day')),
]);
