import { z } from 'zod';

/** A table as people read it. */
export const tableSchema = z.strictObject({
  title: z.string(),
  notes: z.array(z.string()),
  columns: z.array(z.strictObject({ name: z.string(), share: z.number() })),
  rows: z.array(z.array(z.string())),
});
