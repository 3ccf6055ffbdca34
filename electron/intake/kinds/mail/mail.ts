import type { Reason } from '../../../../shared/case/record.ts';
import type { Cause } from '../../../../shared/text.ts';
import type { ShownFields } from './mail-fields.ts';

/** A mail as either of its two formats gives it. */
export type ReadMail = Readonly<{
  /** The whole head, line by line, as it can be read. */
  head: string;
  text: string | null;
  html: string | null;
  attachments: readonly Readonly<{ name: string; mediaType: string; content: Uint8Array }>[];
  /** Fields for a file whose head was not kept. */
  fields: ShownFields | null;
  /** What may hold words of the mail and was not opened or not found. */
  unopened: readonly Reason[];
  /** Everything in the file is in what stands above: where that has no words, the mail has none. */
  accounted: boolean;
  /** What the file holds, by the types of its format. */
  holds: Cause;
}>;
