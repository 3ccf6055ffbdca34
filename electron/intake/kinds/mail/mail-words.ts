import { z } from 'zod';
import type { TextRequest } from '../../text-words.ts';
import { toldSchema } from '../../told-words.ts';
import type { KeyAnswer } from './dkim/check-signature.ts';

/** What intake and the process that reads mails say to each other. The answer is parsed: hostile bytes were handled. */
export type MailRequest =
  | TextRequest
  | Readonly<{ task: 'head'; path: string }>
  /** Answers of the DNS by the name that was asked for. */
  | Readonly<{ task: 'dkim'; path: string; answers: Readonly<Record<string, KeyAnswer>> }>;

const natural = z.int().nonnegative();

const verdictSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('valid'), testing: z.boolean(), unsignedOctets: natural }),
  z.strictObject({
    verdict: z.literal('invalid'),
    why: z.enum(['body', 'signature', 'length', 'key']),
    detail: z.string(),
  }),
  z.strictObject({ verdict: z.enum(['no-key', 'not-checked', 'unusable']), why: z.string() }),
]);

export const dkimAnswerSchema = z.strictObject({
  /** The file's line ends were made CRLF for the check. */
  mended: z.boolean(),
  fromDomain: z.string().nullable(),
  signatures: z.array(
    z.strictObject({
      domain: z.string(),
      selector: z.string(),
      algorithm: z.string(),
      /** The name under which the key stands in the DNS; null where the signature cannot be checked. */
      question: z.string().nullable(),
      verdict: verdictSchema,
      canonicalization: z.string().optional(),
      signed: z.array(z.string()).optional(),
      unsigned: z.array(z.string()).optional(),
      bodyLength: natural.nullable().optional(),
      signedAt: natural.nullable().optional(),
      expires: natural.nullable().optional(),
    }),
  ),
});
export type DkimAnswer = z.infer<typeof dkimAnswerSchema>;

export const mailAnswerSchema = z.strictObject(toldSchema);
export type MailAnswer = z.infer<typeof mailAnswerSchema>;
