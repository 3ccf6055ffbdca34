import { z } from 'zod';
import { sha256Schema } from '../../digest.ts';
import { instantSchema } from '../../instant.ts';
import { reasonSchema } from '../reason.ts';

/** What is compared between the browser's copy of the main document and the program's own. */
export const comparedFields = [
  'answer', // whether there was one at all
  'status',
  'final-url',
  'address',
  'tls-certificate',
  'media-type',
  'charset',
  'header', // one header, all of its values in order
  'body', // bytes, content coding undone
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** Causes of a difference that can be known from the two answers themselves. Everything else has none. */
const differenceCauses = [
  'made-per-answer', // the header is defined to change: Date, Age (RFC 9110, 9111), Server-Timing
  'request-identifier', // a header documented to name one single request
  'cookie-per-visitor', // the same cookies by name, each visitor with values of its own
  'content-coding', // the same content in another coding, or in none
  'http-version', // a header of the connection that HTTP/2 does not have (RFC 9113 §8.2.2)
  'counted-from-date', // Expires lies as far after Date in both
  'nonce', // a value made for one answer, which both carry in the same place
  'clock', // the time of the answer, written into it
  'follows-body', // it describes the body, which differs
  'several-addresses', // one name, several addresses, both of them among its answers
  'dns-answer', // the two questions for the name were answered differently
  'key-type', // one name, two certificates: one key type each, same issuer and names
  'vary', // the server declares (Vary) that its answer depends on a header in which the two asked differently
] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

const differenceSchema = z.strictObject({
  field: z.enum(comparedFields),
  /** Of `header`: its name, lower case. */
  name: z.string().optional(),
  /** What the browser has and what the second path has; null: nothing, or a value that is kept sealed. */
  browser: z.string().nullable(),
  own: z.string().nullable(),
  /** Null: not known. It is never guessed. */
  cause: z.enum(differenceCauses).nullable(),
});
export type SecondPathDifference = Readonly<z.infer<typeof differenceSchema>>;

const certificateSchema = z.strictObject({ sha256: sha256Schema, subject: z.string(), validTo: z.string() });

/**
 * The second path of a capture: a fetch of the same address by the program itself, with a DNS question and a TLS
 * connection of its own, compared with what the browser got. Its log and its bytes are artifacts.
 */
export const secondPathSchema = z.discriminatedUnion('ran', [
  z.strictObject({ ran: z.literal(false), reason: reasonSchema }),
  z.strictObject({
    ran: z.literal(true),
    startedAt: instantSchema,
    endedAt: instantSchema,
    /** As it went out; null: nothing was sent. Of older programs: as it was to be sent, and then the program's own name. */
    userAgent: z.string().nullable(),
    /** As it went out; null: not sent. Absent in records of older programs, which sent none. */
    acceptLanguage: z.string().nullable().optional(),
    /** Null: there was an answer. Else why there was none, or not all of it. */
    short: reasonSchema.nullable(),
    status: z.int().nullable(),
    finalUrl: z.string().nullable(),
    /** Address of the last server that was dialled. */
    address: z.string().nullable(),
    tls: z
      .strictObject({
        protocol: z.string(),
        cipher: z.string(),
        /** Null where nothing was found wrong. By the root certificates that the log names, not by the browser's. */
        certificateError: z.string().nullable(),
        /** Leaf first. */
        chain: z.array(certificateSchema),
      })
      .nullable(),
    /** Bytes of the body as they came, content coding and all. */
    bytes: z.int().nonnegative().nullable(),
    same: z.array(z.enum(comparedFields)),
    differences: z.array(differenceSchema),
    /** Differences beyond those that are listed here; the log has all. */
    more: z.int().nonnegative().optional(),
  }),
]);
export type SecondPath = Readonly<z.infer<typeof secondPathSchema>>;
export type SecondPathRun = Extract<SecondPath, { ran: true }>;

/** What a difference in says something about the page itself; headers and addresses are listed and weigh less. */
const material: ReadonlySet<ComparedField> = new Set(
  comparedFields.filter((field) => field !== 'header' && field !== 'address'),
);

/** The differences in what the page is that have no known cause. */
export function unexplained(path: SecondPathRun): readonly SecondPathDifference[] {
  return path.differences.filter(({ field, cause }) => cause === null && material.has(field));
}
