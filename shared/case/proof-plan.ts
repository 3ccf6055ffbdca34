import { z } from 'zod';

const text = z.string().min(1);

/** 时间线: one event. `when` is printed as written, and sorts the entries by its characters: `2019-05-05 21:06`. */
const chronologyEntrySchema = z.strictObject({
  when: text,
  what: text,
  /** Items that show it. */
  items: z.array(z.uuid()).optional(),
});

/** 要件: something that the applicant must prove. Exhibits name it by its id. */
const proofElementSchema = z.strictObject({
  id: text,
  /** Without one, the name that the program knows for this id. */
  name: text.optional(),
  law: text.optional(),
  /** 待证事实 */
  fact: text.optional(),
  /** Contrary evidence, and what is still lacking: for those who work on the case, never in a filing. */
  contrary: text.optional(),
  gap: text.optional(),
});

/** A problem that somebody answered for. The reason is for those who work on the case, never in a filing. */
export const acceptedSchema = z.strictObject({
  code: text,
  where: text.nullable(),
  reason: text,
  /** What was answered, as it was worded then: of an attack of the challenge check. */
  finding: z.strictObject({ 'zh-CN': text, en: text }).optional(),
});

/** What a lawyer writes around the exhibits. `fascicle edit CASE` prints and replaces it. */
export const proofPlanSchema = z.strictObject({
  chronology: z.array(chronologyEntrySchema),
  elements: z.array(proofElementSchema),
  accepted: z.array(acceptedSchema),
  /** Notes and drafts: for those who work on the case, never in a filing. */
  notes: z.array(text),
  drafts: z.array(z.strictObject({ title: text, text })),
});
export type ProofPlan = Readonly<z.infer<typeof proofPlanSchema>>;

export const emptyPlan: ProofPlan = { chronology: [], elements: [], accepted: [], notes: [], drafts: [] };
