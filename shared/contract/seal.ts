import { z } from 'zod';
import { sha256Schema } from '../digest.ts';
import { fileSchema } from './parts/files.ts';
import { attachmentKinds, attachmentSchema } from '../case/attachment.ts';

/** What the methods of sealing take and answer with: the parts of `contract.ts` that stand for time stamps and keys. */
const natural = z.int().nonnegative();

const stampQueueSchema = z.strictObject({
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

const ofCase = { case: z.string().min(1) };
const path = z.string().min(1);

/** What third parties give: digests for them, time stamps, proofs, attachments. */
export const sealMethods = {
  'digests.export': {
    input: z.strictObject({ ...ofCase, out: path.nullable() }),
    output: z.strictObject({
      list: fileSchema,
      sums: fileSchema,
      archives: z.array(z.strictObject({ item: z.string(), path, sha256: sha256Schema, bytes: natural })),
      /** Originals of redacted copies and older captures that hold credentials, of which no ZIP is written. */
      withheld: z.array(z.string()),
      /** Files in the ZIPs, or parts of them, that hold a credential which a capture of the case learnt. */
      carried: z.array(z.string()),
    }),
  },
  'attachments.add': {
    input: z.strictObject({
      ...ofCase,
      item: z.string(),
      file: path,
      kind: z.enum(attachmentKinds),
      number: z.string().min(1).nullable(),
    }),
    output: attachmentSchema,
  },
  'stamps.ask': {
    input: z.strictObject({
      ...ofCase,
      /** Addresses of time-stamp services, asked one after the other; with none the request waits. */
      services: z.array(z.url({ protocol: /^https?$/ })),
      /** Object identifier of the policy to ask for, or null for the service's own. */
      policy: z.string().nullable(),
      /** Certificate files of roots that are trusted beside those that came with the program. */
      anchors: z.array(path),
    }),
    output: stampQueueSchema,
  },
  /** Writes a proof that leaves the house: the log's head, one item's place in it, that an earlier head is its beginning. */
  'proof.make': {
    input: z.strictObject({ ...ofCase, item: z.string().nullable(), since: path.nullable(), out: path }),
    output: z.strictObject({
      path,
      sha256: sha256Schema,
      item: z.string().nullable(),
      size: natural,
      root: sha256Schema,
      stamps: natural,
      checkpoint: z.string(),
    }),
  },
  /** The queue of time stamps as it stands; asks nobody, writes nothing. */
  'stamps.list': {
    input: z.strictObject({ ...ofCase, anchors: z.array(z.string().min(1)) }),
    output: stampQueueSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
