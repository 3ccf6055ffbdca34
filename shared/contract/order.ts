import { z } from 'zod';
import { caseLanguages } from '../language.ts';
import { channelStates, stopStates, termSides } from '../order/obligations.ts';
import { orderSchema } from '../order/order.ts';
import { pageStates } from '../watch/page-state.ts';
import { tableSchema } from './parts/table.ts';

/** What the methods of the order answer with: the parts of `contract.ts` that belong to the time after it. */
const natural = z.int().nonnegative();
const moment = z.string().nullable();

const whenSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('day'), day: z.string(), movedFrom: moment }),
  z.strictObject({ at: z.literal('moment'), moment: z.string() }),
  z.strictObject({ at: z.literal('window'), from: z.string(), to: z.string(), lastWorkingDay: moment }),
  z.strictObject({ at: z.literal('unknown'), missing: z.string() }),
]);

export const gapSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  why: z.enum(['unchecked', 'unclear', 'blocked', 'unreachable']),
});

const termSide = z.enum(termSides);
const obligation = { id: z.string(), due: moment };
const obligationFindingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...obligation,
    kind: z.literal('stop'),
    places: z.array(
      z.strictObject({
        channel: z.string(),
        address: z.string(),
        state: z.enum(stopStates),
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
        state: z.enum(channelStates),
        notSeen: z.strictObject({ accounts: natural, asOf: z.string(), term: termSide }).nullable(),
      }),
    ),
  }),
  z.strictObject({
    ...obligation,
    kind: z.literal('homepage'),
    lastSeen: moment,
    firstNotSeen: moment,
    days: z.array(
      z.strictObject({ day: z.string(), seen: z.enum(['yes', 'no', 'unknown', 'unchecked']), term: termSide }),
    ),
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

const orderStateSchema = z.strictObject({
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
  /** The same as people read it, row by row. `of`: id of the obligation that it is about, null for the deadlines. */
  tables: z.array(z.strictObject({ ...tableSchema.shape, of: z.string().nullable() })),
});

const ofCase = { case: z.string().min(1) };
const path = z.string().min(1);

/** The court’s order and what follows from it. */
export const orderMethods = {
  /**
   * Sets the order, or only reads it where `order` is null; writes its deadlines as a calendar file where `ics` says so, in
   * `language`, or where that is null in the user’s own.
   */
  'order.keep': {
    input: z.strictObject({
      ...ofCase,
      order: orderSchema.nullable(),
      ics: path.nullable(),
      language: z.enum(caseLanguages).nullable(),
    }),
    output: orderStateSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
