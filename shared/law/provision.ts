import { z } from 'zod';
import { bracketed, type Language, type Text } from '../language.ts';
import { daySchema, type Day } from '../order/day.ts';

/** How far something was read when it was written down: the rule's own text, a reprint or report, or not at all. */
const readSchema = z.enum(['text', 'reprint', 'not verified']);
export type Reading = z.infer<typeof readSchema>;

const text = z.strictObject({ 'zh-CN': z.string().min(1).max(500), en: z.string().min(1).max(500) });

/** What is known of one version of a provision. Whatever a paper cites is one of these: no text of the program names law. */
export const provisionFields = {
  /** As it is printed: law, version where there are several, article. */
  rule: text,
  read: readSchema,
  /** First and last day in force, in Beijing; null: not limited as far as the program knows. */
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  /** How far those two days were read. */
  daysRead: readSchema,
  /** Words of it that a date or an element rests on, as it has them. */
  quote: z.string().min(1).max(300).optional(),
  /** What it was compared with, in words. */
  checked: z.string().min(1).max(300).optional(),
};
export type Provision = Readonly<z.infer<z.ZodObject<typeof provisionFields>>>;

/** Provisions by kind; of each kind the versions one after the other. */
export type Provisions = readonly (readonly Provision[])[];

/** What was in force on a day; of an unknown day only what has no days. */
export function inForce(parts: Provisions, day: Day | null): readonly Provision[] {
  return parts.flatMap((versions) =>
    versions.filter(({ from, until }) =>
      day === null ? from === null && until === null : (from ?? day) <= day && day <= (until ?? day),
    ),
  );
}

/** Those whose own text, or whose days, nobody read when they were written down. */
export const unread = (provisions: readonly Provision[]): readonly Provision[] =>
  provisions.filter(({ read, daysRead, from }) => read !== 'text' || (from !== null && daysRead === 'not verified'));

const readWords: Readonly<Record<Reading, Text>> = {
  text: { 'zh-CN': '已核对条文原文', en: 'checked against the text' },
  reprint: { 'zh-CN': '据转载文本', en: 'from a reprint' },
  'not verified': { 'zh-CN': '未核实', en: 'not verified' },
};

/** Provisions in one line; `marked`: each with how far it was read, which is for those who work on the case. */
export function provisionsText(found: readonly Provision[], marked: boolean): Text {
  const line = (language: Language, between: string) =>
    found
      .map(({ rule, read }) => bracketed(rule[language], marked && readWords[read][language], language))
      .join(between);
  return { 'zh-CN': line('zh-CN', '；'), en: line('en', '; ') };
}
