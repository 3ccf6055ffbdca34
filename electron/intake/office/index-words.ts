import { z } from 'zod';

/** What is asked of the process that reads the rows of a Word or Excel index; told apart by what is inside. */
export type IndexRequest = Readonly<{ path: string }>;

export const indexAnswerSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('rows'), rows: z.array(z.array(z.string())) }),
  z.strictObject({ as: z.literal('none'), why: z.string() }),
]);
export type IndexAnswer = z.infer<typeof indexAnswerSchema>;
