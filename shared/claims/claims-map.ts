import { because } from '../cause.ts';
import { z } from 'zod';
import { daySchema } from '../order/day.ts';
import { claimTemplateSchema } from './template.ts';

/**
 * What a case has to show, and by what: payload of the act `claims-set`. The template stands in it whole, so that a case
 * never changes because a file did. Nothing here is computed: gaps and single sources follow from it and from the items.
 */

const element = z.string().min(1);

/** An item, or a passage quoted from it, that bears on an element. */
const linkSchema = z.strictObject({
  element,
  item: z.uuid(),
  side: z.enum(['support', 'contrary']),
  /** Quoted word for word from the item; null: the item as a whole. */
  passage: z.string().min(1).max(2_000).nullable(),
  /** For those who work on the case, never in a filing. */
  note: z.string().min(1).max(2_000).nullable(),
});
export type ClaimLink = Readonly<z.infer<typeof linkSchema>>;

const statementSchema = z.strictObject({
  element,
  /** 待证事实, as it is filed. */
  fact: z.string().min(1).max(4_000).nullable(),
  /** 法律依据 in the words of counsel, in place of the template's provisions. */
  law: z.string().min(1).max(4_000).nullable(),
  /** For those who work on the case, never in a filing. */
  note: z.string().min(1).max(4_000).nullable(),
});

/** What a person states; `fascicle claims CASE --set FILE` takes it. */
export const claimStatementsSchema = z
  .strictObject({
    /** Day of the act complained of, in Beijing: it chooses the versions of the law. */
    actOn: daySchema.nullable(),
    statements: z.array(statementSchema).max(60),
    links: z.array(linkSchema).max(5_000),
  })
  .refine(
    ({ statements }) => new Set(statements.map((one) => one.element)).size === statements.length,
    because('statement-twice'),
  );
export type ClaimStatements = Readonly<z.infer<typeof claimStatementsSchema>>;

export const claimsMapSchema = z.strictObject({ template: claimTemplateSchema, stated: claimStatementsSchema });
export type ClaimsMap = Readonly<z.infer<typeof claimsMapSchema>>;

export const nothingStated: ClaimStatements = { actOn: null, statements: [], links: [] };

/** Elements that the statements name and the template has not. */
export function unknownElements({ template, stated }: ClaimsMap): readonly string[] {
  const known = new Set(template.elements.map(({ id }) => id));
  const named = [...stated.statements, ...stated.links].map((one) => one.element);
  return [...new Set(named.filter((id) => !known.has(id)))];
}
