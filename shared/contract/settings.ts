import { z } from 'zod';
import { settingsSchema } from '../window/settings.ts';

/** Settings of the program. */
export const settingsMethods = {
  'settings.load': { input: z.strictObject({}), output: settingsSchema },
  'settings.save': { input: settingsSchema, output: settingsSchema },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
