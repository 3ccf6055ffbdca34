import { because } from '../../../../shared/cause.ts';
import { regionSchema } from '../../../../shared/case/exhibit.ts';
import { counted } from '../../../../shared/language.ts';
import { command } from '../command.ts';

export const redactCommand = command({
  name: 'redact',
  args: '<case> <item>',
  about: {
    'zh-CN': '生成一份遮盖后的新证据，原件封存',
    en: 'Makes a redacted copy of a picture as a new item; the original stays sealed',
  },
  example:
    'fascicle redact qinghe.fascicle 0198c7 --words "138 0013 8000" --region 40,120,300,24 --reason "个人电话号码"',
  method: 'items.redact',
  options: [
    {
      flags: '--region <x,y,w,h>',
      about: { 'zh-CN': '整页画面中的位置，像素（可重复）', en: 'area in the whole picture, in pixels (repeatable)' },
      repeats: true,
    },
    {
      flags: '--words <text>',
      about: {
        'zh-CN': '页面文字中的词句，遮盖所有出现之处；未逐字测定位置的，遮盖整行（可重复）',
        en: 'words on the page, covered wherever they are; where letters were not measured, the whole line (repeatable)',
      },
      repeats: true,
    },
    { flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'reason' }, required: true },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    regions: call.texts('region').map((text) => {
      const [x, y, width, height] = text.split(',').map(Number);
      const parsed = regionSchema.safeParse({ x, y, width, height });
      return parsed.success ? parsed.data : call.refuse(because('option-region', { option: '--region', value: text }));
    }),
    words: call.texts('words'),
    reason: call.text('reason') || call.refuse(because('option-empty', { option: '--reason' })),
  }),
  print: ({ item, title, places, lines }, language) => [
    `✓ ${item}`,
    `  ${title}`,
    language === 'zh-CN'
      ? `  已遮盖 ${places} 处${lines > 0 ? `，其中 ${lines} 处因未逐字测定位置而遮盖整行` : ''}。提交前请查看画面：图片和其他网站框架中的文字无法读取。`
      : `  ${counted(places, 'area', 'areas')} covered${lines > 0 ? `, ${counted(lines, 'of them a whole line', 'of them whole lines')}, because the position of each letter was not measured` : ''}. Check the picture before filing: words in images and in frames of other sites cannot be read.`,
  ],
});
