import { command } from '../command.ts';

export const stitchCommand = command({
  name: 'stitch',
  args: '<case> [items...]',
  about: {
    'zh-CN': '找出同一页面上下相连的手机截图；确认后拼接为新证据项，原截图不变',
    en: 'Finds screenshots of one scrolled view; joins them into a new item once accepted, the screenshots stay',
  },
  example: 'fascicle stitch qinghe.fascicle 0198c7a1 0198c7b2 --accept',
  method: 'items.stitch',
  options: [
    { flags: '--accept', about: { 'zh-CN': '确认拼接所列的证据项', en: 'join the items that are named' } },
    { flags: '--title <text>', about: { 'zh-CN': '新证据项的名称', en: 'title of the new item' } },
  ],
  input: (call) => {
    const items = [...call.words(1)];
    const accept = call.flag('accept');
    if (accept && items.length < 2) call.refuse('--accept takes two or more items');
    return { case: call.path(call.word(0)), items, accept, title: call.text('title') || null };
  },
  print: ({ suggestions, made }, language) => {
    const zh = language === 'zh-CN';
    if (made) return [`✓ ${made.item}`, `  ${made.title}`];
    if (suggestions.length === 0)
      return [zh ? '没有发现可拼接的截图' : 'No screenshots were found to go on from one another'];
    return suggestions.flatMap(({ items, rows }, at) => [
      zh ? `建议 ${at + 1}：` : `Suggestion ${at + 1}:`,
      ...items.flatMap(({ item, title }, place) => [
        `  ${item}  ${title}`,
        ...(rows[place] === undefined
          ? []
          : [zh ? `    ↓ 与下一张重叠 ${rows[place]} 行` : `    ↓ shares ${rows[place]} rows with the next`]),
      ]),
      `  fascicle stitch … ${items.map(({ item }) => item).join(' ')} --accept`,
    ]);
  },
  exit: ({ suggestions, made }) => (made || suggestions.length > 0 ? 0 : 1),
});
