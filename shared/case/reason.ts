import { z } from 'zod';

/** Why a step ended as it did, or a warning: a code and its values. `shared/messages/reasons.ts` has the words. */
export const reasonSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  params: z.record(z.string(), z.union([z.string(), z.int()])).optional(),
});
export type Reason = Readonly<z.infer<typeof reasonSchema>>;
