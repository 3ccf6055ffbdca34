import { z } from 'zod';
import { sha256Schema } from '../digest.ts';

/** What a preservation service gave back for an item: an outside anchor (外部存证). */
export const attachmentKinds = ['timestamp', 'certificate', 'deposit'] as const;

/** What is kept beside an item: an anchor, or the words that a machine read in its picture (OCR), with the engine as `number`. */
export const attachmentSchema = z.strictObject({
  item: z.uuid(),
  kind: z.enum([...attachmentKinds, 'machine-read']),
  /** 存证编号 or serial number, as the service prints it. */
  number: z.string().nullable(),
  file: z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), sha256: sha256Schema }),
  /** The package that it came with (digest of the tag manifest), where it was attached in another case. */
  received: sha256Schema.optional(),
});
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;
