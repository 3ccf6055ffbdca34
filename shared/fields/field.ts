import { z } from 'zod';
import type { Attachment } from '../case/attachment.ts';
import type { CaseFacts } from '../case/case.ts';
import type { Exhibit } from '../case/exhibit.ts';
import type { ItemRecord } from '../case/record.ts';
import type { CaseLanguage } from '../language.ts';
import type { FieldId, NotRecorded } from '../messages/names/field-messages.ts';

/** One field of an item, ready to print: its name, and what is recorded or why nothing is. */
export const fieldSchema = z.union([
  z.strictObject({ id: z.string(), name: z.string(), values: z.array(z.string()).min(1) }),
  z.strictObject({ id: z.string(), name: z.string(), notRecorded: z.string() }),
]);
export type Field = Readonly<z.infer<typeof fieldSchema>>;

/** Everything that the fields of an item are filled from. */
export type FieldSources = Readonly<{
  record: ItemRecord;
  recordSha256: string;
  caseFacts: CaseFacts;
  /** Its place in the arrangement, or null while it is no exhibit; `pages` as the bundle numbers them, else null. */
  exhibit: Exhibit | null;
  pages: string | null;
  excluded: string | null;
  attachments: readonly Attachment[];
  /** Custody entries about the item, in order. */
  custody: readonly Readonly<{ seq: number; wall: string; act: string; person: string | null }>[];
  /** The case folder on this device; null in a bundle, whose bytes are the same on every device. */
  folder: string | null;
  /** Minutes east of UTC in which times are printed; Beijing is 480. */
  offsetMinutes: number;
}>;

/** What is recorded under one field, or the code of the reason why nothing is. */
export type FieldAnswer = readonly string[] | NotRecorded;
export type FieldRows = Readonly<Partial<Record<FieldId, (from: FieldSources, language: CaseLanguage) => FieldAnswer>>>;

/** The values, or the reason where there is none. */
export const orElse = (values: readonly (string | null | undefined)[], reason: NotRecorded): FieldAnswer => {
  const given = values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
  return given.length > 0 ? given : reason;
};
