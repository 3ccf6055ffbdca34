import { z } from 'zod';
import { daySchema } from './day.ts';

/** The days off of one year as the State Council's notice arranges them. Editable: an order may bring its own years. */
export const holidayYearSchema = z.strictObject({
  year: z.int().min(1992).max(2200),
  /** First and last day of each holiday, weekends in it included. */
  off: z.array(z.tuple([daySchema, daySchema])),
  /** Saturdays and Sundays that are worked instead (调休上班). */
  worked: z.array(daySchema),
  /** Where the days are from. */
  source: z.string(),
  /** Whether somebody compared them with the notice itself; the program prints "not verified" where not. */
  verified: z.boolean(),
});

export type HolidayYear = Readonly<z.infer<typeof holidayYearSchema>>;
