import { z } from 'zod';
import { sha256Schema } from './digest.ts';

/** Parts of `contract.ts` that belong to files written beside a bundle and to what a machine read in pictures. */
const natural = z.int().nonnegative();

export const writtenFileSchema = z.strictObject({ path: z.string(), bytes: natural, sha256: sha256Schema });

export const builtFileSchema = z.strictObject({
  pdf: z.string().min(1),
  sha256: sha256Schema,
  pages: natural,
  bytes: natural,
});

export const machineReadSchema = z.strictObject({
  item: z.string(),
  title: z.string(),
  /** Lines that were read; null: why none were. */
  lines: natural.nullable(),
  why: z.string().nullable(),
});
