import { z } from 'zod';
import { sha256Schema } from '../../../../shared/digest.ts';
import { memberDoubts } from './archive-member.ts';

/** The members of an archive, as the process that opens it is asked for them and answers. The answer is parsed: hostile bytes were handled. */
export type UnpackRequest = Readonly<{ task: 'unpack'; path: string; outFolder: string }>;

export const unpackAnswerSchema = z.strictObject({
  /** Its directory was read to its end. */
  whole: z.boolean(),
  /** Members that are more than are taken out of one archive. */
  beyond: z.int().nonnegative(),
  members: z.array(
    z.strictObject({
      /** The path that it has in the archive, as it was read; never used as one. */
      name: z.string(),
      /** The file in `outFolder` that has its content, or why there is none. */
      content: z.union([
        z.strictObject({
          file: z.string().regex(/^member-\d{4,}$/),
          bytes: z.int().nonnegative(),
          sha256: sha256Schema,
        }),
        z.enum([...memberDoubts, 'damaged']),
      ]),
    }),
  ),
});
export type UnpackAnswer = z.infer<typeof unpackAnswerSchema>;
