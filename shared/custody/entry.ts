import { z } from 'zod';
import { canonicalBytes } from '../canonical-json.ts';
import { sha256Of, sha256Schema, type NewSha256, type Sha256 } from '../digest.ts';
import { instantSchema } from '../instant.ts';

/** One entry of the custody log. Its RFC 8785 bytes are the RFC 6962 leaf. */
export const entrySchema = z.strictObject({
  v: z.literal(1),
  /** 128 random bits, 32 hexadecimal digits; the same in every entry. */
  caseId: z.string().regex(/^[0-9a-f]{32}$/),
  /** 0, 1, 2 … without a gap. */
  seq: z.int().nonnegative(),
  /** Leaf hash of the entry before; 64 zeros for entry 0. */
  prev: sha256Schema,
  wall: instantSchema,
  /** The monotonic clock, nanoseconds as decimal text. */
  mono: z.string().regex(/^\d+$/),
  actor: z.strictObject({ person: z.string().nullable(), program: z.string() }),
  act: z.string(),
  /** The item's id, or the case's id where the act is on the whole case. */
  subject: z.string(),
  /** Digest of the payload object: canonical JSON `{salt, value}`, so that it can be erased without breaking the chain. */
  payload: sha256Schema,
});
export type Entry = Readonly<z.infer<typeof entrySchema>>;

export const noPrevious: Sha256 = '0'.repeat(64);

/** RFC 6962 §2.1 leaf hash: SHA-256(0x00 ‖ entry bytes). It is also the link of the chain. */
export function leafHash(entry: Entry, newSha256: NewSha256): Sha256 {
  return sha256Of(newSha256, Uint8Array.of(0), canonicalBytes(entry));
}
