import type { Provisions } from './provision.ts';

/** A statement of truth also says what a false one may bring: since the 113th update of the practice directions. */
export const contemptNamed: Provisions = [
  [
    {
      rule: { 'zh-CN': '英格兰及威尔士民事诉讼规则实务指引 22 第 2 段', en: 'CPR Practice Direction 22 para. 2' },
      read: 'reprint',
      from: '2020-04-06',
      until: null,
      daysRead: 'reprint',
      quote: 'I understand that proceedings for contempt of court may be brought against anyone who makes',
      checked:
        '113th Practice Direction update, paras. 2.1 and 2.2, as reprinted by LexisNexis, Weightmans and Duncan Lewis',
    },
  ],
];
