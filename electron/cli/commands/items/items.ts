import { because } from '../../../../shared/cause.ts';
import { categories, categoryNames } from '../../../../shared/case/category.ts';
import type { ItemSummary } from '../../../../shared/contract/items.ts';
import { labelled, type Language } from '../../../../shared/language.ts';
import { headName, headsLine } from '../../../../shared/messages/names/answer-texts.ts';
import { command } from '../command.ts';
import { localTime } from '../../output/local-time.ts';
import { showLines } from '../../output/show-lines.ts';

export const listCommand = command({
  name: 'list',
  args: '<case>',
  about: { 'zh-CN': '列出证据', en: 'Lists the items' },
  example: 'fascicle list qinghe.fascicle --category coverage',
  method: 'items.list',
  options: [{ flags: '--category <category>', about: { 'zh-CN': categories.join(' | '), en: categories.join(' | ') } }],
  input: (call) => ({ case: call.path(call.word(0)), category: call.choice('category', categories, null) }),
  print: ({ items }, language) =>
    items.length === 0
      ? [language === 'zh-CN' ? '没有证据' : 'There are no items']
      : items.flatMap((item) => summaryLines(item, language)),
});

export const showCommand = command({
  name: 'show',
  args: '<case> <item>',
  about: { 'zh-CN': '显示一项证据的全部记录', en: 'Shows everything recorded about one item' },
  example: 'fascicle show qinghe.fascicle 0198c7',
  method: 'items.show',
  options: [
    {
      flags: '--anchor <pem>',
      about: {
        'zh-CN': '另行信任的根证书，用于核验所附时间戳（可重复）',
        en: 'an additional trusted root certificate for attached time stamps (repeatable)',
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
  about: { 'zh-CN': '排除证据，不列入证据册（不删除）', en: 'Excludes an item from the bundle; nothing is deleted' },
  example: 'fascicle exclude qinghe.fascicle 0198c7 --reason "与本案无关"',
  method: 'items.exclude',
  options: [{ flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'reason' }, required: true }],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    reason: call.text('reason') || call.refuse(because('option-empty', { option: '--reason' })),
  }),
  print: (item, language) => summaryLines(item, language),
});

export const includeCommand = command({
  name: 'include',
  args: '<case> <item>',
  about: { 'zh-CN': '重新列入', en: 'Includes an excluded item again' },
  example: 'fascicle include qinghe.fascicle 0198c7',
  method: 'items.include',
  options: [
    {
      flags: '--reason <text>',
      about: {
        'zh-CN': '理由；重新列入遮盖件的原件时须填写',
        en: 'reason; required for the original of a redacted copy',
      },
    },
  ],
  input: (call) => ({ case: call.path(call.word(0)), item: call.word(1), reason: call.text('reason') || null }),
  print: (item, language) => summaryLines(item, language),
});

function summaryLines(item: ItemSummary, language: Language): readonly string[] {
  const excluded =
    item.excluded === null
      ? ''
      : `  ${labelled(language === 'zh-CN' ? '已排除' : 'excluded', item.excluded, language)}`;
  return [
    `${item.item}  ${headName(item.outcome, language)}  ${categoryNames[item.category][language]}${excluded}`,
    ...(item.outcome === 'complete' ? [] : [`  ${headsLine(item.answers, language)}`]),
    `  ${item.title}`,
    `  ${item.from}  ${localTime(item.startedAt)}`,
  ];
}
