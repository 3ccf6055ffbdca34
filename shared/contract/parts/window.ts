import { z } from 'zod';

const ofCase = { case: z.string().min(1) };

/** What the window keeps of itself, and the places it suggests. */
export const windowMethods = {
  /** Where the window was: its own words, opaque here. */
  'window.load': { input: z.strictObject({}), output: z.strictObject({ state: z.string().nullable() }) },
  'window.save': { input: z.strictObject({ state: z.string().max(200_000) }), output: z.strictObject({}) },
  /** A free place beside a case for what is made of it. */
  'window.beside': {
    input: z.strictObject({
      ...ofCase,
      what: z.enum(['package', 'backup', 'deadlines', 'drafts', 'digests', 'lists', 'proof']),
    }),
    output: z.strictObject({ path: z.string() }),
  },
  /** Folder for a new case of this title: free, and fit for every file system. */
  'window.place': { input: z.strictObject({ title: z.string() }), output: z.strictObject({ folder: z.string() }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
