import { z } from 'zod';
import { sha256Schema } from '../digest.ts';

/** Base64 of a small file: a token, a revocation list. */
const smallFile = z.base64().max(24 * 1024 * 1024);
const checkpoint = z.string().max(1_000);
const hashes = z.array(sha256Schema).max(64);

/**
 * A proof that leaves the house as one small file: the head of a case's custody log; one item with its record, whose
 * digests name its files, and its way to that head; that an earlier head is its beginning; the time stamps that were
 * taken over the log. Nothing else of the case is in it: other entries stay unseen behind hashes.
 */
export const proofFileSchema = z.strictObject({
  format: z.literal('fascicle-proof'),
  v: z.literal(1),
  program: z.string().max(200),
  /** C2SP tlog-checkpoint. */
  checkpoint,
  item: z
    .strictObject({
      item: z.uuid(),
      /** The custody entry's own text: the leaf. Its payload names the record. */
      entry: z.string().max(10_000),
      payload: z.string().max(10_000),
      record: z.string().max(32 * 1024 * 1024),
      /** C2SP tlog-proof: entry to checkpoint. */
      proof: z.string().max(10_000),
    })
    .nullable(),
  /** An earlier checkpoint, and its consistency proof (RFC 6962 §2.1.2). */
  since: z.strictObject({ checkpoint, proof: hashes }).nullable(),
  stamps: z
    .array(
      z.strictObject({
        checkpoint,
        token: smallFile,
        answers: z.array(z.strictObject({ kind: z.enum(['crl', 'ocsp']), content: smallFile })).max(20),
        /** That the stamped checkpoint is the beginning of the log as it stands here. */
        consistency: hashes,
        /** C2SP tlog-proof of the item under the stamped checkpoint; null where it came in later, or no item is shown. */
        proof: z.string().max(10_000).nullable(),
      }),
    )
    .max(1_000),
});
export type ProofFile = Readonly<z.infer<typeof proofFileSchema>>;
