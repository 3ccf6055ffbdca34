import { z } from 'zod';
import { instantSchema } from '../instant.ts';
import { holidayYearSchema } from './holiday-year.ts';
import { daySchema } from './day.ts';

/**
 * The order and what it asks for, as a person reads it from the ruling: payload of the act `order-set`. Nothing here is
 * computed; deadlines and the state of each obligation are derived from it and from the captures of the case.
 */

/** How the ruling reached somebody; each way has its own day of service. */
const serviceWays = ['direct', 'left', 'mail', 'electronic', 'public-notice'] as const;

const serviceSchema = z.strictObject({
  /** Name of the party, as in the case. */
  party: z.string().min(1),
  role: z.enum(['applicant', 'respondent']),
  way: z.enum(serviceWays),
  /**
   * The moment where it is known (hours are counted from it), else the day in Beijing: signed for, left, on the receipt
   * of the mail, arrived in the system, or published.
   */
  on: z.union([instantSchema, daySchema]),
  /** The item that shows it: the receipt. */
  item: z.uuid().nullable(),
  /**
   * Of electronic service, what makes `on` its day: it reached an address that the party gave or confirmed (送达地址确认书),
   * or the party replied, acted in the proceedings, or was reported to have read it. Absent: not stated; then nothing is
   * held against anybody by it.
   */
  completedBy: z.enum(['confirmed-address', 'acknowledged']).optional(),
});
export type Service = Readonly<z.infer<typeof serviceSchema>>;

/** When an obligation must be met: at a moment that the order names, a period from service, or not said. */
const dueSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('moment'), at: instantSchema }),
  z.strictObject({ by: z.literal('day'), on: daySchema }),
  z.strictObject({ by: z.literal('days-from-service'), days: z.int().positive(), party: z.string() }),
  z.strictObject({ by: z.literal('hours-from-service'), hours: z.int().positive(), party: z.string() }),
  z.strictObject({ by: z.literal('at-once'), party: z.string() }),
  z.strictObject({ by: z.literal('not-stated') }),
]);
export type Due = Readonly<z.infer<typeof dueSchema>>;

const common = { id: z.string().regex(/^[a-z0-9-]{1,40}$/), text: z.string().min(1), due: dueSchema };

/** One look by a control account (核查账号) at a channel: the item that shows what it saw. */
const lookSchema = z.strictObject({
  item: z.uuid(),
  /** Where the item has no text of its own (a phone screenshot): what a person sees in it. Null: read from its text. */
  seen: z.boolean().nullable(),
});

/** A registered control account: it received the original on this channel, which `original` shows. */
const controlAccountSchema = z.strictObject({
  account: z.string().min(1),
  original: z.uuid().nullable(),
  looks: z.array(lookSchema),
});

const obligationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('stop'),
    /** Every place that must no longer show the message, with words that mark it. */
    places: z
      .array(
        z.strictObject({
          channel: z.string(),
          account: z.string().nullable(),
          address: z.string(),
          words: z.string().min(1),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('clarify'),
    /** Words that only the clarification has. */
    words: z.string().min(1),
    /** The channels on which the original went out. */
    channels: z
      .array(
        z.strictObject({
          channel: z.string().min(1),
          originals: z.array(z.uuid()),
          clarifications: z.array(z.uuid()),
          /** Scope as quoted by the other side, word for word: 「推送对象：全部监控用户」. */
          scopeOfOriginal: z.string().nullable(),
          scopeOfClarification: z.string().nullable(),
          accounts: z.array(controlAccountSchema),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('homepage'),
    address: z.string().min(1),
    words: z.string().min(1),
    /** Days for which it must stand, counted from the first day; null where the order does not say. */
    days: z.int().positive().nullable(),
  }),
]);
export type Obligation = Readonly<z.infer<typeof obligationSchema>>;
export type ObligationOf<K extends Obligation['kind']> = Extract<Obligation, { kind: K }>;

export const orderSchema = z.strictObject({
  /** 案号 of the ruling. */
  number: z.string().nullable(),
  /** The item that holds the ruling. */
  item: z.uuid().nullable(),
  /** When the court took in the application for conduct preservation before action; the 48 hours run from it. */
  received: instantSchema.nullable(),
  ruled: daySchema.nullable(),
  /** 采取保全措施之日: the 30 days to sue run from it. */
  measureTaken: daySchema.nullable(),
  served: z.array(serviceSchema),
  /** Term of the measure: its last day, until the judgment takes effect, or not stated. */
  term: z.discriminatedUnion('until', [
    z.strictObject({ until: z.literal('day'), day: daySchema }),
    z.strictObject({ until: z.literal('judgment') }),
    z.strictObject({ until: z.literal('not-stated') }),
  ]),
  /** Day on which the court took in an application for reconsideration, with who made it. */
  reconsideration: z.array(z.strictObject({ party: z.string(), received: daySchema })),
  /** Security given, and a further one that the court asked for with its last day. */
  security: z.strictObject({ given: z.string().nullable(), furtherBy: daySchema.nullable() }),
  obligations: z.array(obligationSchema),
  /** Years of days off that go before the program's own. */
  calendar: z.array(holidayYearSchema),
});
export type Order = Readonly<z.infer<typeof orderSchema>>;

/** What `fascicle order CASE` prints while no order was set: a form to fill in. */
export const emptyOrder: Order = {
  number: null,
  item: null,
  received: null,
  ruled: null,
  measureTaken: null,
  served: [],
  term: { until: 'not-stated' },
  reconsideration: [],
  security: { given: null, furtherBy: null },
  obligations: [],
  calendar: [],
};
