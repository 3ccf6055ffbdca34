import { z } from 'zod';
import { caseLanguages } from '../language.ts';
import { creditCodeSchema } from './credit-code.ts';

const words = z.string().min(1);

/** What a person who captured or imported says of herself; printed in the certificate beside her name. */
const operatorSchema = z.strictObject({
  /** As the records of her captures and imports name her. */
  name: words,
  /** 身份、资格或执业证号. */
  identity: words.optional(),
  /** 职务, in which capacity she acted. */
  capacity: words.optional(),
  /** 所在单位. */
  employer: words.optional(),
  /** 与本案的利害关系. */
  interest: words.optional(),
});
export type StatedOperator = Readonly<z.infer<typeof operatorSchema>>;

/** Where the files are kept, as a person states it: medium, copies of it, and who has access. */
const storageSchema = z.strictObject({
  medium: words.optional(),
  copies: words.optional(),
  access: words.optional(),
});

/** Who makes the declaration on the captures, and what qualifies her to make it. */
const declarantSchema = z.strictObject({ name: words, qualification: words.optional(), employer: words.optional() });

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
  /** 诉前尚无案号: there is no case number yet, for no suit was filed. */
  beforeSuit: z.literal(true).optional(),
  /** 统一社会信用代码 of parties, each by the party's name as it stands in `applicants` or `respondents`. */
  creditCodes: z.array(z.strictObject({ party: words, code: creditCodeSchema })).optional(),
  /** How many opponents get a copy, where they are not just the respondents. */
  opponents: z.int().positive().max(999).optional(),
  operators: z.array(operatorSchema).optional(),
  storage: storageSchema.optional(),
  /** Whose the computer is on which the captures were made, as a person states it. */
  computerOwner: words.optional(),
  declarant: declarantSchema.optional(),
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

/** How many opponents there are: as stated, else the respondents that are named; null where nobody is. */
export function opponentsOf({ opponents, respondents }: Pick<CaseFacts, 'opponents' | 'respondents'>): number | null {
  return opponents ?? (respondents.length > 0 ? respondents.length : null);
}

/** Court ids that the program knows, with their names. Any other text is a court's own name. */
export const courts = {
  hangzhou: { 'zh-CN': '杭州互联网法院', en: 'Hangzhou Internet Court' },
  beijing: { 'zh-CN': '北京互联网法院', en: 'Beijing Internet Court' },
  guangzhou: { 'zh-CN': '广州互联网法院', en: 'Guangzhou Internet Court' },
} as const;
