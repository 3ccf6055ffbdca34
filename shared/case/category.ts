import type { Text } from '../language.ts';

/** What an item shows, in the order in which exhibits stand until a person arranges them. */
export const categories = ['message', 'coverage', 'clarification', 'record', 'harm', 'order', 'other'] as const;
export type Category = (typeof categories)[number];

export const categoryNames: Readonly<Record<Category, Text>> = {
  message: { 'zh-CN': '涉案错误信息', en: 'The erroneous message' },
  coverage: { 'zh-CN': '媒体报道', en: 'Coverage' },
  clarification: { 'zh-CN': '澄清与更正', en: 'Clarification' },
  record: { 'zh-CN': '真实情况', en: 'What is true' },
  harm: { 'zh-CN': '损害', en: 'Harm' },
  order: { 'zh-CN': '裁定与履行', en: 'Order' },
  other: { 'zh-CN': '其他', en: 'Other' },
};
