import { z } from 'zod';

const ofCase = { case: z.string().min(1) };

const challengeSchema = z.strictObject({
  code: z.string(),
  /** *stop*: a paper would be untrue. *attack*: to be mended, or answered. *note*: to be looked at. */
  rank: z.enum(['stop', 'attack', 'note']),
  /** An exhibit’s number, an element’s id, an event’s time, or `case`. */
  where: z.string(),
  /** The item of the exhibit that it is about; null where it is about several, or about none. */
  item: z.uuid().nullable(),
  attack: z.string(),
  /** What helps: by a command of the terminal, by a control of the window. */
  remedy: z.strictObject({ command: z.string(), window: z.string() }),
  /** The reason with which somebody answered it; null where nobody did. */
  answered: z.string().nullable(),
});

/** The bundle as opposing counsel would attack it. */
export const challengeMethods = {
  'challenge.make': {
    input: z.strictObject({
      ...ofCase,
      /**
       * Answers findings of this code, those of one `where` or all of them; for working editions. Null: only look. A
       * `reason` that is null withdraws the answer.
       */
      answer: z
        .strictObject({
          code: z.string().min(1),
          where: z.string().min(1).nullable(),
          reason: z.string().min(1).nullable(),
        })
        .nullable(),
      /** A court profile, for the numbers of exhibits; null: the case’s own. */
      profile: z.string().nullable().default(null),
    }),
    output: z.strictObject({
      challenges: z.array(challengeSchema),
      exhibits: z.int().nonnegative(),
      /** Exhibits of which no words are stored: nothing in them was looked at. */
      wordless: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
