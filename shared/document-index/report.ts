import { z } from 'zod';

const row = { row: z.int().positive(), number: z.string(), title: z.string() };

/** What became of an index's rows and of the folder's files: nothing of either is passed over without a word. */
export const documentIndexReportSchema = z.strictObject({
  /** Headings that were understood, with what they were taken for; and those that were not. */
  columns: z.array(z.strictObject({ heading: z.string(), column: z.string() })),
  ignored: z.array(z.string()),
  exhibits: z.int().nonnegative(),
  /** Rows whose file is not in the folder. */
  missing: z.array(z.strictObject({ ...row, file: z.string() })),
  /** Rows that fit more than one file. */
  unclear: z.array(z.strictObject({ ...row, files: z.array(z.string()) })),
  /** Rows whose file has the very bytes of another row's, or of an item that the case has: not placed twice. */
  duplicates: z.array(z.strictObject({ ...row, file: z.string(), sameAs: z.string() })),
  /** Files of the folder that no row names: not taken in. */
  unlisted: z.array(z.string()),
});
export type DocumentIndexReport = z.infer<typeof documentIndexReportSchema>;
