import { z } from 'zod';
import { caseFactsSchema } from '../case/case.ts';
import { sha256Schema } from '../digest.ts';
import { proofPlanSchema } from '../case/proof-plan.ts';
import { sealLagSchema } from './seal.ts';

/** Something about the place where a case lies. */
export const placeFindingSchema = z.strictObject({
  code: z.string(),
  state: z.enum(['ok', 'warn', 'unknown']),
  message: z.string(),
});

const ofCase = { case: z.string().min(1) };
const path = z.string().min(1);
const natural = z.int().nonnegative();
const caseSummarySchema = z.strictObject({
  folder: path,
  caseId: z.string(),
  title: z.string(),
  items: natural,
  exhibits: natural,
  head: z.strictObject({ seq: natural, hash: sha256Schema, wall: z.string() }),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;
const headSchema = z.strictObject({ seq: natural, hash: sha256Schema, wall: z.string() });

/** Cases: made, opened, listed, changed, and where one lies. */
export const caseMethods = {
  'cases.create': { input: z.strictObject({ ...ofCase, facts: caseFactsSchema }), output: caseSummarySchema },
  'cases.recent': {
    input: z.strictObject({}),
    output: z.strictObject({ cases: z.array(caseSummarySchema.extend({ lastOpened: z.string() })) }),
  },
  /** Where a case lies and who may reach it there; only looked at. */
  'case.place': { input: z.strictObject(ofCase), output: z.strictObject({ findings: z.array(placeFindingSchema) }) },
  /** Changes facts of a case or what is written around its exhibits, or only reads them where both are null. */
  'case.edit': {
    input: z.strictObject({
      ...ofCase,
      facts: caseFactsSchema.partial().nullable(),
      plan: proofPlanSchema.partial().nullable(),
    }),
    output: z.strictObject({ facts: caseFactsSchema, plan: proofPlanSchema }),
  },
  /**
   * Whether somebody said to have read what the law asks of whoever gathers evidence, as it is worded now; `read`: that the
   * person says so. Null: nobody did, or of other words.
   */
  'case.gathering': {
    input: z.strictObject({ ...ofCase, read: z.boolean() }),
    output: z.strictObject({
      read: z.strictObject({ at: z.string(), person: z.string().nullable() }).nullable(),
    }),
  },
  /** Opens a case in the window. `key` names it in the addresses of its pictures: `/case/KEY/…`. */
  'cases.open': {
    input: z.strictObject(ofCase),
    output: z.strictObject({
      key: z.string(),
      folder: z.string(),
      caseId: z.string(),
      facts: caseFactsSchema,
      head: headSchema,
    }),
  },
  /** Cheap, asked often: has the case changed, whoever changed it? */
  'cases.pulse': {
    input: z.strictObject(ofCase),
    output: z.strictObject({ head: headSchema, items: natural, texts: natural, seal: sealLagSchema }),
  },
  'cases.change': { input: z.strictObject({ ...ofCase, facts: caseFactsSchema }), output: caseFactsSchema },
  /** Takes a case off the list of recent ones; the case itself stays where it is. */
  'cases.forget': { input: z.strictObject(ofCase), output: z.strictObject({}) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
