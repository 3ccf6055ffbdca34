import type { Reason } from '../../../../shared/case/record.ts';
import type { Cause } from '../../../../shared/text.ts';
import type { ShownFields } from './mail-fields.ts';

/** A file that a mail carried. */
export type MailAttachment = Readonly<{
  name: string;
  mediaType: string;
  content: Uint8Array;
  /** By which the HTML shows it: its content id without brackets, its address; null where it has none. */
  contentId: string | null;
  address: string | null;
  /** Its form in the mail, where that is another: what a checker finds there. */
  encoded: Readonly<{ bytes: number; sha256: string }> | null;
}>;

/** A mail as either of its two formats gives it. */
export type ReadMail = Readonly<{
  /** The whole head, line by line, as it can be read. */
  head: string;
  text: string | null;
  html: string | null;
  attachments: readonly MailAttachment[];
  /** Fields for a file whose head was not kept. */
  fields: ShownFields | null;
  /** What may hold words of the mail and was not opened or not found. */
  unopened: readonly Reason[];
  /** Everything in the file is in what stands above: where that has no words, the mail has none. */
  accounted: boolean;
  /** What the file holds, by the types of its format. */
  holds: Cause;
}>;
