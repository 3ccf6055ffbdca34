import { z } from 'zod';
import type { Values } from '../text.ts';

/**
 * Why a step ended as it did, or a warning: a code and its values. `shared/messages/reasons/reasons.ts` has the words.
 * Where a value is a cause, records of older versions have English words in its place; they are shown as they are.
 */
export type Reason = Readonly<{ code: string; params?: Values | undefined }>;

export const reasonSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  params: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
}) as unknown as z.ZodType<Reason, Reason>; // what was stored is taken as it is: `causeText` shows what is no cause
