import { z } from 'zod';
import { caseLanguages } from '../language.ts';

/** What is known of a case: one matter, its court and its parties. Payload of the event `case-created`. */
export const caseFactsSchema = z.strictObject({
  title: z.string().min(1),
  /** A known court id (`hangzhou`, `beijing`, `guangzhou`) or any other text, kept as it is. */
  court: z.string().nullable(),
  /** 案由, the cause of action. */
  cause: z.string().nullable(),
  applicants: z.array(z.string()),
  respondents: z.array(z.string()),
  /** Who works on the case by default; a single act may name another person. */
  operator: z.string().nullable(),
  language: z.enum(caseLanguages),
  /** 案号; none before the court has given one. */
  caseNumber: z.string().min(1).optional(),
  /** 代理人 with 执业证号. */
  counsel: z.array(z.strictObject({ name: z.string().min(1), licence: z.string().min(1).optional() })).optional(),
  /** Day of submission, `2019-05-10`. */
  submitted: z.iso.date().optional(),
  /** Who makes the declaration that exhibits are annexed to, where a court works so. */
  deponent: z.string().min(1).optional(),
  /** Stands before the number in the stamp of each page (a Bates prefix): `QH-`. */
  pagePrefix: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9-]{0,11}$/)
    .optional(),
  /** Court profile that bundles of this case follow: an id of `resources/profiles/`. */
  profile: z.string().min(1).optional(),
});
export type CaseFacts = Readonly<z.infer<typeof caseFactsSchema>>;

/** Court ids that the program knows, with their names. Any other text is a court's own name. */
export const courts = {
  hangzhou: { 'zh-CN': '杭州互联网法院', en: 'Hangzhou Internet Court' },
  beijing: { 'zh-CN': '北京互联网法院', en: 'Beijing Internet Court' },
  guangzhou: { 'zh-CN': '广州互联网法院', en: 'Guangzhou Internet Court' },
} as const;
