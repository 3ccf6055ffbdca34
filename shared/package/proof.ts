import { z } from 'zod';
import { sha256Schema } from '../digest.ts';

/**
 * One line of `custody/proofs.jsonl`: how an item hangs on the checkpoint. The entry's own text is the leaf; its payload
 * names the record; the hashes lead from the leaf to the root (RFC 6962 §2.1.1). Entries of items that are not handed
 * over stay unseen: only their hashes are needed.
 */
export const proofSchema = z.strictObject({
  item: z.uuid(),
  entry: z.string().max(10_000),
  payload: z.string().max(10_000),
  proof: z.array(sha256Schema).max(64),
  /** The same entry under earlier, stamped checkpoints: the folder of the stamp, and its way to that root. */
  stamps: z
    .array(z.strictObject({ stamp: z.int().nonnegative(), proof: z.array(sha256Schema).max(64) }))
    .max(1_000)
    .optional(),
});
export type Proof = Readonly<z.infer<typeof proofSchema>>;
