import { z } from 'zod';

/**
 * Where the passphrase of a key comes from: an environment variable, a file, or a person's keyboard. What was typed goes
 * from the window to the workbench of the same program and is written nowhere.
 */
export const passphraseSchema = z.union([
  z.strictObject({ env: z.string().min(1) }),
  z.strictObject({ file: z.string().min(1) }),
  z.strictObject({ typed: z.string().max(1_000) }),
]);
