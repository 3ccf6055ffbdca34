import { z } from 'zod';
import { sha256Schema } from '../../digest.ts';

const natural = z.int().nonnegative();

/** A file by its path and digest. */
export const fileSchema = z.strictObject({ path: z.string().min(1), sha256: sha256Schema });

/** A file written beside a bundle. */
export const writtenFileSchema = z.strictObject({ path: z.string(), bytes: natural, sha256: sha256Schema });

/** A PDF of a bundle. */
export const builtFileSchema = z.strictObject({
  pdf: z.string().min(1),
  manifest: z.string().min(1),
  sums: z.string().min(1),
  sha256: sha256Schema,
  pages: natural,
  bytes: natural,
});
