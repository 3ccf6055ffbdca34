import { z } from 'zod';
import { captureRequestSchema } from '../case/capture/capture-request.ts';
import { jobStates } from '../case/job.ts';
import { sessionSchema } from '../case/capture/session.ts';

/** The part of the contract about capturing: at once, by a person's hand, in a login session, through the queue. */
const ofCase = { case: z.string().min(1) };
const natural = z.int().nonnegative();

/** One address of the queue. `item`: what it last became. */
export const jobSchema = z.strictObject({
  job: z.string(),
  url: z.string(),
  state: z.enum(jobStates),
  reason: z.string().nullable(),
  attempts: natural,
  item: z.string().nullable(),
});

/** What a run did; `waiting` is what is left in the queue, `held` why it stands still. */
const queueSummarySchema = z.strictObject({
  items: natural,
  complete: natural,
  partial: natural,
  blocked: natural,
  failed: natural,
  refused: natural,
  cancelled: natural,
  waiting: natural,
  held: z.string().nullable(),
});

export const captureMethods = {
  'capture.run': {
    input: z.strictObject({
      ...ofCase,
      ...captureRequestSchema.shape,
      urls: z.array(z.string()).min(1),
      concurrency: z.int().min(1).max(8),
    }),
    output: queueSummarySchema,
  },
  /** What is on the screen is to be captured: the word for a page that a person works in. */
  'capture.take': { input: z.strictObject({ ...ofCase }), output: z.strictObject({ taken: z.boolean() }) },
  /** Opens a browser in which a person logs in; `capture.take` says when it is done. One session a case; the new one replaces it. */
  'session.begin': {
    input: z.strictObject({
      ...ofCase,
      url: z.string(),
      account: z.string().min(1).nullable(),
      allowPrivateNetwork: z.boolean(),
      throughProxy: z.boolean(),
      operator: z.string().min(1).nullable(),
    }),
    output: sessionSchema.extend({ cookies: natural }),
  },
  /** Erases the case's login session, where there is one. */
  'session.end': { input: z.strictObject({ ...ofCase }), output: z.strictObject({ erased: z.boolean() }) },
  /** Puts addresses into the queue; whoever runs it takes them up. */
  'queue.add': {
    input: z.strictObject({ ...ofCase, ...captureRequestSchema.shape, urls: z.array(z.string()).min(1) }),
    output: z.strictObject({ jobs: z.array(z.string()) }),
  },
  'queue.list': {
    input: z.strictObject({ ...ofCase }),
    output: z.strictObject({
      /** Why it stands still, or null. */
      held: z.string().nullable(),
      /** The login session that addresses can be captured in, or null. */
      session: sessionSchema.nullable(),
      jobs: z.array(jobSchema.extend({ offers: z.array(z.enum(['cancel', 'retry', 'finish'])) })),
    }),
  },
  /** Captures all that waits, and ends when nothing does or the queue is held. A hold from before is lifted. */
  'queue.run': {
    input: z.strictObject({ ...ofCase, concurrency: z.int().min(1).max(8) }),
    output: queueSummarySchema,
  },
  'queue.hold': {
    input: z.strictObject({ ...ofCase, reason: z.string().min(1) }),
    output: z.strictObject({ held: z.string().nullable() }),
  },
  /** Jobs by id or its beginning; null: all that wait or are at work. */
  'queue.cancel': {
    input: z.strictObject({ ...ofCase, jobs: z.array(z.string()).min(1).nullable(), reason: z.string().min(1) }),
    output: z.strictObject({ jobs: z.array(z.string()) }),
  },
  /** A blocked address, by its row or its item, is captured again by a person's hand, at once; the new item names the blocked one. */
  'queue.finish': {
    input: z.strictObject({ ...ofCase, row: z.string().min(1), account: z.string().min(1).nullable() }),
    output: queueSummarySchema,
  },
  'queue.retry': {
    input: z.strictObject({ ...ofCase, jobs: z.array(z.string()).min(1), reason: z.string().min(1) }),
    output: z.strictObject({ jobs: z.array(z.string()) }),
  },
} as const;
