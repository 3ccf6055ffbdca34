import { because } from '../cause.ts';
import { z } from 'zod';

/** What a person decided about links between publications: payload of the act `spread-set`. */
const linkSchema = z.strictObject({
  /** Where the words come from, and who took them. */
  source: z.uuid(),
  citing: z.uuid(),
  decided: z.enum(['confirmed', 'rejected']),
  /** By what it was decided, as it is filed: 「据晨渡财经报道」. */
  basis: z.string().min(1).max(1_300),
  /** For those who work on the case, never in a filing. */
  note: z.string().min(1).max(2_000).nullable(),
});
export type SpreadLink = Readonly<z.infer<typeof linkSchema>>;

export const spreadMapSchema = z
  .strictObject({ links: z.array(linkSchema).max(5_000) })
  .refine(
    ({ links }) => new Set(links.map(({ source, citing }) => `${source} ${citing}`)).size === links.length,
    because('link-decided-twice'),
  )
  .refine(({ links }) => links.every(({ source, citing }) => source !== citing), because('link-to-itself'));
export type SpreadMap = Readonly<z.infer<typeof spreadMapSchema>>;
