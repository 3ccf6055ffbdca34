import { z } from 'zod';
import { encodedSchema } from '../../shared/page/page-text.ts';
import { reasonSchema } from '../../shared/case/record.ts';

/** The text of a file, as the process of its kind is asked for it and answers. The answer is parsed: hostile bytes were handled. */
export type TextRequest = Readonly<{ task: 'text'; path: string; outFolder: string }>;

export const textAnswerSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('text'),
    body: z.string(),
    html: z.string().optional(),
    absent: z.enum(['none', 'not-read']).optional(),
    fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    head: z.string(),
    notes: z.array(reasonSchema),
    /** An HTML document to be drawn, with the attachments that it shows, each under an address. */
    toDraw: z
      .strictObject({
        file: z.literal('to-draw.html'),
        address: z.url(),
        files: z.array(
          z.strictObject({
            address: z.url(),
            file: z.string().regex(/^(?:part|own)-\d{4}$/),
            /** Of one that is no attachment. */
            mediaType: z.string().optional(),
          }),
        ),
      })
      .optional(),
    attachments: z.array(
      z.strictObject({
        file: z.string().regex(/^part-\d{4}$/),
        name: z.string(),
        mediaType: z.string(),
        encoded: encodedSchema.optional(),
      }),
    ),
  }),
  z.strictObject({ as: z.literal('none'), reason: reasonSchema }),
]);
export type TextAnswer = z.infer<typeof textAnswerSchema>;
