import type { Text } from '../language.ts';

/**
 * The rules that deadlines rest on. `read`: how far the rule was read when this program was made: its own text, a
 * reprint, or not at all. Whatever it says, a date is a help to the memory and counsel checks it.
 */
export type LegalBasis = Readonly<{ rule: Text; read: 'text' | 'reprint' | 'not verified' }>;

export const bases = {
  counting: {
    rule: {
      'zh-CN': '《民事诉讼法》（2023）第八十五条；民诉法解释第一百二十五条',
      en: 'Civil Procedure Law (2023) art. 85; Interpretation of it art. 125',
    },
    read: 'reprint',
  },
  ruling48h: {
    rule: { 'zh-CN': '《民事诉讼法》（2023）第一百零四条第二款', en: 'Civil Procedure Law (2023) art. 104 ¶2' },
    read: 'text',
  },
  suit30d: {
    rule: { 'zh-CN': '《民事诉讼法》（2023）第一百零四条第三款', en: 'Civil Procedure Law (2023) art. 104 ¶3' },
    read: 'text',
  },
  reconsideration5d: {
    rule: { 'zh-CN': '民诉法解释第一百七十一条', en: 'Interpretation of the Civil Procedure Law art. 171' },
    read: 'text',
  },
  review10d: { rule: { 'zh-CN': '法释〔2018〕21号第十四条', en: 'Fa Shi [2018] No. 21 art. 14' }, read: 'text' },
  renewal7d: { rule: { 'zh-CN': '法释〔2018〕21号第十三条', en: 'Fa Shi [2018] No. 21 art. 13' }, read: 'text' },
  security: {
    rule: {
      'zh-CN': '法释〔2018〕21号第十一条；《民事诉讼法》（2023）第一百零四条',
      en: 'Fa Shi [2018] No. 21 art. 11; Civil Procedure Law (2023) art. 104',
    },
    read: 'text',
  },
  orderItself: { rule: { 'zh-CN': '裁定书所定期限', en: 'the period that the order sets' }, read: 'not verified' },
  serviceDirect: {
    rule: { 'zh-CN': '《民事诉讼法》（2023）第八十七条、第八十八条', en: 'Civil Procedure Law (2023) arts. 87, 88' },
    read: 'not verified',
  },
  serviceLeft: {
    rule: { 'zh-CN': '《民事诉讼法》（2023）第八十九条', en: 'Civil Procedure Law (2023) art. 89' },
    read: 'not verified',
  },
  serviceElectronic: {
    rule: { 'zh-CN': '《民事诉讼法》（2023）第九十条', en: 'Civil Procedure Law (2023) art. 90' },
    read: 'not verified',
  },
  serviceMail: {
    rule: { 'zh-CN': '《民事诉讼法》（2023）第九十一条', en: 'Civil Procedure Law (2023) art. 91' },
    read: 'not verified',
  },
  servicePublic: {
    rule: { 'zh-CN': '《民事诉讼法》（2023）第九十五条', en: 'Civil Procedure Law (2023) art. 95' },
    read: 'not verified',
  },
} as const satisfies Record<string, LegalBasis>;
export type BasisCode = keyof typeof bases;

const readWords: Readonly<Record<LegalBasis['read'], Text>> = {
  text: { 'zh-CN': '已读条文', en: 'rule read' },
  reprint: { 'zh-CN': '已读转载文本', en: 'read in a reprint' },
  'not verified': { 'zh-CN': '未核实', en: 'not verified' },
};

/** A basis as it is printed: the rule, and how far it was read. */
export function basisText(code: BasisCode): Text {
  const { rule, read } = bases[code];
  return {
    'zh-CN': `${rule['zh-CN']}（${readWords[read]['zh-CN']}）`,
    en: `${rule.en} (${readWords[read].en})`,
  };
}
