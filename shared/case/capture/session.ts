import { z } from 'zod';
import { instantSchema } from '../../instant.ts';

/** A login session has an id, so that the custody log can say when it was erased. */
const sessionId = z.uuid({ version: 'v7' });

/** Why a login session was erased. */
const erasureCauses = ['queue-done', 'logged-out', 'replaced', 'left-by-crash', 'too-old'] as const;
export type ErasureCause = (typeof erasureCauses)[number];

const about = {
  session: sessionId,
  /** The account as the operator states it; null: not stated. */
  account: z.string().min(1).nullable(),
  /** Where the person began to log in, without query and fragment. */
  address: z.string(),
};

/** What the custody log keeps of a login: never a cookie, nor anything that was typed. */
export const sessionBegunSchema = z.strictObject({ ...about, cookies: z.int().nonnegative() });

export const sessionErasedSchema = z.strictObject({
  session: sessionId,
  cause: z.enum(erasureCauses),
  /** When its files were removed; after a crash that is earlier than the entry, which needs the case's writer. */
  at: instantSchema,
});

/** A session as people see it. */
export const sessionSchema = z.strictObject({ ...about, since: instantSchema });
export type Session = Readonly<z.infer<typeof sessionSchema>>;

/** What a record keeps of the session that it was captured in. `cookies`: how many the browser began with. */
export const sessionOfRecordSchema = z.strictObject({
  session: sessionId,
  since: instantSchema,
  address: z.string(),
  cookies: z.int().nonnegative(),
});
