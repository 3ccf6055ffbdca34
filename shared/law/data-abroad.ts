import type { Provisions } from './provision.ts';

/** Data and personal information stored in China go to a judicial authority abroad only with approval. */
export const dataAbroad: Provisions = [
  [
    {
      rule: { 'zh-CN': '《数据安全法》第三十六条', en: 'Data Security Law art. 36' },
      read: 'reprint',
      from: '2021-09-01',
      until: null,
      daysRead: 'reprint',
      checked: 'a reprint of the law',
    },
  ],
  [
    {
      rule: { 'zh-CN': '《个人信息保护法》第四十一条', en: 'Personal Information Protection Law art. 41' },
      read: 'reprint',
      from: '2021-11-01',
      until: null,
      daysRead: 'reprint',
      checked: 'a reprint of the law',
    },
  ],
];
