import { because } from '../cause.ts';
import { z } from 'zod';
import { categories } from '../case/category.ts';

/** What is expected of an address (`expectation.ts`), as it is written down. */
const expectationSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['gone', 'contains', 'lacks']), words: z.string().min(1).max(500) }),
  z.strictObject({ is: z.literal('unchanged') }),
]);

/** The addresses that are captured again and again: payload of the act `watch-set`. The whole list is set anew each time. */
export const watchListSchema = z
  .array(
    z.strictObject({
      url: z.url({ protocol: /^https?$/ }).max(4_000),
      expect: expectationSchema,
      /** Minutes from the beginning of one capture to that of the next: from one to thirty days. */
      everyMinutes: z.int().min(1).max(43_200),
      category: z.enum(categories),
    }),
  )
  .max(2_000)
  .refine((list) => new Set(list.map(({ url }) => url)).size === list.length, because('address-twice'));
export type WatchList = Readonly<z.infer<typeof watchListSchema>>;
export type Watched = WatchList[number];

/**
 * When an address is to be captured next: as long after the last capture began as the list says; at once without one.
 *
 * @param lastAt when its last capture began, or null
 * @returns milliseconds since 1970, UTC
 */
export function nextCheck({ everyMinutes }: Watched, lastAt: string | null): number {
  return lastAt === null ? 0 : Date.parse(lastAt) + everyMinutes * 60_000;
}
