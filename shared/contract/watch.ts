import { z } from 'zod';
import { captureRequestSchema } from '../case/capture/capture-request.ts';
import { pageStates } from '../watch/page-state.ts';
import { gapSchema } from './order.ts';
import { tableSchema } from './parts/table.ts';
import { watchListSchema } from '../watch/watch-list.ts';

/** What the methods of the watch take and answer with. */
const natural = z.int().nonnegative();
const moment = z.string().nullable();

const watchStateSchema = z.strictObject({
  list: watchListSchema,
  addresses: z.array(
    z.strictObject({
      url: z.string(),
      /** Captures of this address so far. */
      checks: natural,
      state: z.enum(pageStates).nullable(),
      /** Whether the last capture met the expectation; null where it cannot tell. */
      met: z.boolean().nullable(),
      lastSeen: moment,
      firstNotSeen: moment,
      seenAgain: moment,
      /** Null: at once. */
      nextAt: moment,
      gaps: z.array(gapSchema),
      events: z.array(
        z.strictObject({
          item: z.string(),
          at: z.string(),
          event: z.enum(['state', 'edited']),
          state: z.enum(pageStates),
          differences: z.array(
            z.strictObject({
              kind: z.enum(['edit', 'counter', 'clock', 'advert']),
              before: z.array(z.string()),
              after: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  ),
  table: tableSchema,
});

/** How a run of the watch captures: as `capture.run` does, the category comes from the list. */
const watchRunSchema = captureRequestSchema.omit({ category: true, byHand: true }).extend({
  /** `due-once`: what is due now; `all-once`: everything; `stopped`: whenever something is due, until cancelled. */
  until: z.enum(['due-once', 'all-once', 'stopped']),
  concurrency: z.int().min(1).max(8),
});

const ofCase = { case: z.string().min(1) };

/** Addresses that are watched. */
export const watchMethods = {
  /** Reads the watched addresses with what was seen of them, or sets the list first. */
  'watch.keep': { input: z.strictObject({ ...ofCase, list: watchListSchema.nullable() }), output: watchStateSchema },
  /** Captures watched addresses: once, or whenever they are due until cancelled. */
  'watch.run': {
    input: z.strictObject({ ...ofCase, ...watchRunSchema.shape }),
    output: watchStateSchema.extend({ rounds: natural, items: natural }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
