import { z } from 'zod';
import { sha256Schema } from './digest.ts';

/** What the methods of sealing take and answer with: the parts of `contract.ts` that stand for time stamps and keys. */
const natural = z.int().nonnegative();

export const stampQueueSchema = z.strictObject({
  stamps: z.array(
    z.strictObject({
      request: natural,
      state: z.enum(['pending', 'rejected', 'granted', 'verified', 'expiring', 'renewed']),
      size: natural,
      askedAt: z.string(),
      service: z.string().nullable(),
      genTime: z.string().nullable(),
      why: z.string().nullable(),
    }),
  ),
  head: z.strictObject({ seq: natural, hash: sha256Schema }),
});

/** How far the log is ahead of what a third party has dated. */
export const sealLagSchema = z.strictObject({
  /** Entries that no granted stamp covers, the stamps' own not counted. */
  unsealed: natural,
  /** Requests that wait for an answer. */
  waiting: natural,
  /** Time that the newest granted stamp states; null where there is none. */
  lastTime: z.string().nullable(),
});

/** Something about the place where a case lies. */
export const placeFindingSchema = z.strictObject({
  code: z.string(),
  state: z.enum(['ok', 'warn', 'unknown']),
  message: z.string(),
});

/**
 * Where the passphrase of a key comes from: an environment variable, a file, or a person's keyboard. What was typed goes
 * from the window to the workbench of the same program and is written nowhere.
 */
export const passphraseSchema = z.union([
  z.strictObject({ env: z.string().min(1) }),
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ typed: z.string().max(1_000) }),
]);
