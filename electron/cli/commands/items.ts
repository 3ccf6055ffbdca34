import { categories, categoryNames } from '../../../shared/case/category.ts';
import type { ItemSummary } from '../../../shared/contract.ts';
import type { Language } from '../../../shared/language.ts';
import { command } from '../command.ts';
import { showLines } from '../show-lines.ts';

export const listCommand = command({
  name: 'list',
  args: '<case>',
  about: { 'zh-CN': '列出证据', en: 'Lists the items' },
  example: 'fascicle list qinghe.fascicle --category coverage',
  method: 'items.list',
  options: [{ flags: '--category <category>', about: { 'zh-CN': categories.join(' | '), en: categories.join(' | ') } }],
  input: (call) => ({ case: call.path(call.word(0)), category: call.choice('category', categories, null) }),
  print: ({ items }, language) => items.flatMap((item) => summaryLines(item, language)),
});

export const showCommand = command({
  name: 'show',
  args: '<case> <item>',
  about: { 'zh-CN': '显示一项证据的全部记录', en: 'Shows all that is recorded of one item' },
  example: 'fascicle show qinghe.fascicle 0198c7',
  method: 'items.show',
  options: [
    {
      flags: '--anchor <pem>',
      about: {
        'zh-CN': '另行信任的根证书，用于核验所附时间戳（可重复）',
        en: 'a root certificate to trust for attached time stamps (repeatable)',
      },
      repeats: true,
    },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    anchors: call.texts('anchor').map((one) => call.path(one)),
  }),
  print: showLines,
});

export const excludeCommand = command({
  name: 'exclude',
  args: '<case> <item>',
  about: { 'zh-CN': '不列入证据册（不删除）', en: 'Leaves an item out of exhibits; nothing is deleted' },
  example: 'fascicle exclude qinghe.fascicle 0198c7 --reason "与本案无关"',
  method: 'items.exclude',
  options: [{ flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'why' }, required: true }],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    reason: call.text('reason') || call.refuse('--reason is empty'),
  }),
  print: (item, language) => summaryLines(item, language),
});

export const includeCommand = command({
  name: 'include',
  args: '<case> <item>',
  about: { 'zh-CN': '重新列入', en: 'Takes an excluded item back' },
  example: 'fascicle include qinghe.fascicle 0198c7',
  method: 'items.include',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)), item: call.word(1) }),
  print: (item, language) => summaryLines(item, language),
});

function summaryLines(item: ItemSummary, language: Language): readonly string[] {
  const excluded =
    item.excluded === null ? '' : language === 'zh-CN' ? `  已排除：${item.excluded}` : `  excluded: ${item.excluded}`;
  return [
    `${item.item}  ${item.outcome}  ${categoryNames[item.category][language]}${excluded}`,
    `  ${item.title}`,
    `  ${item.from}  ${item.startedAt}`,
  ];
}
