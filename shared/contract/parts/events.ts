import { z } from 'zod';
import { roles, stepOutcomes } from '../../case/record.ts';
import { answersSchema, headSchema } from './answers.ts';
import { jobSchema } from '../capture.ts';
import { sha256Schema } from '../../digest.ts';

const path = z.string().min(1);
const natural = z.int().nonnegative();
const fileSchema = z.strictObject({ path, sha256: sha256Schema });

/** What happens while a method runs: items as they come in, progress, and errors of single addresses or files. */
export const events = {
  item: z.strictObject({
    item: z.string(),
    url: z.string().nullable(),
    finalUrl: z.string().nullable(),
    fileName: z.string().nullable(),
    /** The worst of the four answers. */
    outcome: headSchema,
    answers: answersSchema,
    httpStatus: natural.nullable(),
    title: z.string().nullable(),
    startedAt: z.string(),
    endedAt: z.string(),
    record: fileSchema,
    artifacts: z.array(
      z.strictObject({
        role: z.enum(roles),
        path,
        mediaType: z.string(),
        bytes: natural,
        sha256: sha256Schema,
        x: natural.optional(),
        y: natural.optional(),
        width: natural.optional(),
        height: natural.optional(),
      }),
    ),
    steps: z.array(
      z.strictObject({ step: z.string(), outcome: z.enum(stepOutcomes), ms: natural, reason: z.string().optional() }),
    ),
    warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  }),
  /** An address of the queue came into another state. */
  job: jobSchema,
  /** `of` is null where the end is not known. */
  progress: z.strictObject({
    stage: z.string(),
    subject: z.string().nullable(),
    done: natural,
    of: natural.nullable(),
    /** How the step of a capture ended, `stage` having its name; absent where it begins. */
    outcome: z.enum(stepOutcomes).optional(),
  }),
  /** One address or file of many was refused; the others go on. */
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    evidence: z.string(),
    next: z.string(),
    subject: z.string(),
  }),
  /** Something a person should know before or while the work runs: a proxy in the way, a sandbox that is off. */
  notice: z.strictObject({ code: z.string(), message: z.string() }),
} as const satisfies Record<string, z.ZodType>;

type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
export type WorkbenchEvent = { [E in EventName]: { event: E } & EventPayload<E> }[EventName];
