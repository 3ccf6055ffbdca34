import { because } from '../../../../shared/cause.ts';
import { counted } from '../../../../shared/language.ts';
import { command } from '../command.ts';

export const stitchCommand = command({
  name: 'stitch',
  args: '<case> [items...]',
  about: {
    'zh-CN': '查找同一页面中上下相连的手机截图；确认后拼接为新证据，原截图不变',
    en: 'Finds screenshots of one scrolled view; once accepted, stitches them into a new item and leaves them unchanged',
  },
  example: 'fascicle stitch qinghe.fascicle 0198c7a1 0198c7b2 --accept',
  method: 'items.stitch',
  options: [
    { flags: '--accept', about: { 'zh-CN': '确认拼接所列证据', en: 'stitch the items named' } },
    { flags: '--title <text>', about: { 'zh-CN': '新证据的名称', en: 'title of the new item' } },
  ],
  input: (call) => {
    const items = [...call.words(1)];
    const accept = call.flag('accept');
    if (accept && items.length < 2) call.refuse(because('accept-two-items'));
    return { case: call.path(call.word(0)), items, accept, title: call.text('title') || null };
  },
  print: ({ suggestions, made }, language) => {
    const zh = language === 'zh-CN';
    if (made) return [`✓ ${made.item}`, `  ${made.title}`];
    if (suggestions.length === 0) return [zh ? '未发现可拼接的截图' : 'No screenshots that fit together'];
    return suggestions.flatMap(({ items, rows }, at) => [
      zh ? `建议 ${at + 1}：` : `Suggestion ${at + 1}:`,
      ...items.flatMap(({ item, title }, index) => [
        `  ${item}  ${title}`,
        ...(rows[index] === undefined
          ? []
          : [
              zh
                ? `    ↓ 与下一张重叠 ${rows[index]} 行`
                : `    ↓ shares ${counted(rows[index] ?? 0, 'row', 'rows')} with the next`,
            ]),
      ]),
      `  fascicle stitch … ${items.map(({ item }) => item).join(' ')} --accept`,
    ]);
  },
  exit: ({ suggestions, made }) => (made || suggestions.length > 0 ? 0 : 1),
});
