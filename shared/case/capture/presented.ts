import { z } from 'zod';

/** Headers by which a request tells who asks, as they went out. */
export const presentedSchema = z.strictObject({
  /** Whether the request was seen; where it was not, the headers are not known, and are null. */
  seen: z.boolean(),
  /** Null: not sent, where the request was seen. */
  userAgent: z.string().nullable(),
  acceptLanguage: z.string().nullable(),
  /** What of it the operator chose; all else is the browser's own, or the language of the case. */
  chosen: z.array(z.enum(['language', 'user-agent'])),
});
