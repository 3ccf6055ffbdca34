import { z } from 'zod';
import { orderSchema } from './order/order.ts';
import { pageStates } from './watch/page-state.ts';

/** What the methods of the order answer with: the parts of `contract.ts` that belong to the time after it. */
const natural = z.int().nonnegative();
const moment = z.string().nullable();

export const tableSchema = z.strictObject({
  title: z.string(),
  notes: z.array(z.string()),
  columns: z.array(z.strictObject({ name: z.string(), share: z.number() })),
  rows: z.array(z.array(z.string())),
});

const whenSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('day'), day: z.string(), movedFrom: moment }),
  z.strictObject({ at: z.literal('moment'), moment: z.string() }),
  z.strictObject({ at: z.literal('window'), from: z.string(), to: z.string(), lastWorkingDay: z.string() }),
  z.strictObject({ at: z.literal('unknown'), missing: z.string() }),
]);

export const gapSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  why: z.enum(['unchecked', 'blocked', 'unreachable']),
});

const obligation = { id: z.string(), due: moment };
const obligationFindingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...obligation,
    kind: z.literal('stop'),
    places: z.array(
      z.strictObject({
        channel: z.string(),
        address: z.string(),
        state: z.enum(['not-seen', 'still-seen', 'seen-before-due', 'cannot-tell', 'not-checked']),
        lastSeen: moment,
        firstNotSeen: moment,
        seenAgain: moment,
        gaps: z.array(gapSchema),
      }),
    ),
  }),
  z.strictObject({
    ...obligation,
    kind: z.literal('clarify'),
    channels: z.array(
      z.strictObject({
        channel: z.string(),
        state: z.enum(['seen', 'not-seen', 'not-checked']),
        notSeen: z.strictObject({ accounts: natural, asOf: z.string() }).nullable(),
      }),
    ),
  }),
  z.strictObject({
    ...obligation,
    kind: z.literal('homepage'),
    lastSeen: moment,
    firstNotSeen: moment,
    days: z.array(z.strictObject({ day: z.string(), seen: z.enum(['yes', 'no', 'unknown', 'unchecked']) })),
    captures: z.array(
      z.strictObject({
        item: z.string(),
        at: z.string(),
        state: z.enum(pageStates),
        onHomepage: z.boolean().nullable(),
        withoutScrolling: z.boolean().nullable(),
      }),
    ),
  }),
]);

export const orderStateSchema = z.strictObject({
  order: orderSchema,
  deadlines: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      from: moment,
      when: whenSchema,
      basis: z.array(z.string()),
      doubts: z.string(),
    }),
  ),
  obligations: z.array(obligationFindingSchema),
  /** The same as people read it, row by row. */
  tables: z.array(tableSchema),
});
