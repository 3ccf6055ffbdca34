import { z } from 'zod';
import { claimStatementsSchema } from '../claims/claims-map.ts';
import { claimTemplateSchema } from '../claims/template.ts';
import { tableSchema } from './parts/table.ts';

/** What the methods of claims take and answer with. */

/** Which template: one of the program's, by id, or a file of the user's own. */
const templateChoiceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('program'), id: z.string().min(1) }),
  z.strictObject({ from: z.literal('file'), path: z.string().min(1) }),
]);

const linkSchema = z.strictObject({
  item: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  excluded: z.string().nullable(),
  passage: z.string().nullable(),
  /** Null where nothing is quoted. */
  found: z.enum(['found', 'found-other-glyphs', 'found-machine-read', 'not-found', 'no-text']).nullable(),
  note: z.string().nullable(),
  from: z.enum(['map', 'arrangement']),
});

const claimsStateSchema = z.strictObject({
  template: claimTemplateSchema.nullable(),
  stated: claimStatementsSchema,
  /** Day of the application: the case’s day of submission. */
  application: z.string().nullable(),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      law: z.array(z.string()),
      /** As a person worded it, in place of the provisions of the template. */
      ownLaw: z.string().nullable(),
      lawState: z.enum(['chosen', 'open', 'none']),
      fact: z.string().nullable(),
      note: z.string().nullable(),
      support: z.array(linkSchema),
      contrary: z.array(linkSchema),
      gap: z.boolean(),
      single: z.strictObject({ by: z.enum(['item', 'host', 'publisher', 'channel']), value: z.string() }).nullable(),
    }),
  ),
  /** The templates of the program, where they were asked for. */
  templates: z.array(claimTemplateSchema),
  /** The same as people read it. */
  table: tableSchema,
});

const ofCase = { case: z.string().min(1) };

/** Claims with what shows their elements. */
export const claimsMethods = {
  /** Chooses a claim template and sets what is mapped to its elements, or only reads where both are null. */
  'claims.keep': {
    input: z.strictObject({
      ...ofCase,
      template: templateChoiceSchema.nullable(),
      stated: claimStatementsSchema.nullable(),
      /** Whether the answer lists the templates of the program. */
      templates: z.boolean(),
    }),
    output: claimsStateSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
