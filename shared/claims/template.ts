import { because } from '../cause.ts';
import { z } from 'zod';
import { provisionFields } from '../law/provision.ts';

/**
 * A claim template: what a claim has to show, element by element (要件), as data. Files of this form lie in
 * `resources/claims/`; a user's own file works the same way. It says which provisions ask for an element and on which
 * days each version of them was in force; nothing in it says how strong a claim is.
 */

const text = z.strictObject({ 'zh-CN': z.string().min(1).max(500), en: z.string().min(1).max(500) });

/** One version of a provision. Provisions of the substance go by the day of the act, those of procedure by that of the application. */
const provisionSchema = z
  .strictObject({ ...provisionFields, by: z.enum(['act', 'application']) })
  .refine(({ from, until }) => from === null || until === null || from <= until, because('provision-dates'));
export type ClaimProvision = Readonly<z.infer<typeof provisionSchema>>;

const elementSchema = z.strictObject({
  /** Exhibits and the case's map name the element by it. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
  name: text,
  /** What is usually shown for it, to remind a person; it is printed nowhere. */
  shows: text,
  law: z.array(provisionSchema).max(20),
});
export type ClaimElement = Readonly<z.infer<typeof elementSchema>>;

export const claimTemplateSchema = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
    name: text,
    elements: z.array(elementSchema).min(1).max(60),
    /** What in this template nobody verified, in words; shown with it. */
    unverified: z.array(text),
    /** Where it is from. */
    sources: z.array(z.string().min(1)),
  })
  .refine(({ elements }) => new Set(elements.map(({ id }) => id)).size === elements.length, because('element-twice'));
export type ClaimTemplate = Readonly<z.infer<typeof claimTemplateSchema>>;
