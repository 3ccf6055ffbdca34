import type { Text } from '../language.ts';

/** What an item shows, in the order in which exhibits stand until a person arranges them. */
export const categories = ['message', 'coverage', 'clarification', 'record', 'harm', 'order', 'other'] as const;
export type Category = (typeof categories)[number];

export const categoryNames: Readonly<Record<Category, Text>> = {
  message: { 'zh-CN': '涉案信息', en: 'Message in dispute' },
  coverage: { 'zh-CN': '媒体报道', en: 'Media coverage' },
  clarification: { 'zh-CN': '澄清与更正', en: 'Clarification' },
  record: { 'zh-CN': '事实材料', en: 'Factual record' },
  harm: { 'zh-CN': '损害', en: 'Harm' },
  order: { 'zh-CN': '裁定与履行', en: 'Ruling and compliance' },
  other: { 'zh-CN': '其他', en: 'Other' },
};
