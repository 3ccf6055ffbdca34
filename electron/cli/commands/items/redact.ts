import { because } from '../../../../shared/cause.ts';
import { pagedRegionSchema } from '../../../../shared/case/paged-region.ts';
import { counted } from '../../../../shared/language.ts';
import { command } from '../command.ts';

export const redactCommand = command({
  name: 'redact',
  args: '<case> <item>',
  about: {
    'zh-CN': '由画面或 PDF 生成一份遮盖后的新证据，原件封存',
    en: 'Makes a redacted copy of a picture or PDF as a new item; the original stays sealed',
  },
  example:
    'fascicle redact qinghe.fascicle 0198c7 --words "138 0013 8000" --region 40,120,300,24 --reason "个人电话号码"',
  method: 'items.redact',
  options: [
    {
      flags: '--region <[page:]x,y,w,h>',
      about: {
        'zh-CN':
          '遮盖位置：图片按整页画面的像素，PDF 按所示页面的点（1/72 英寸）；可加页码，不加则每页均遮盖；滚动拼接画面须加页码，其第 1 段为第 2 页（可重复）',
        en: 'area: of a picture in pixels of the whole picture, of a PDF in points (1/72 inch) of the page as shown; with a page number, without one on every page; a rolling picture always needs one: its piece 1 is page 2 (repeatable)',
      },
      repeats: true,
    },
    {
      flags: '--words <text>',
      about: {
        'zh-CN': '页面、PDF 或程序识别的文字中的词句，遮盖所有出现之处；未逐字测定位置的，遮盖整行（可重复）',
        en: 'words of the page, of the PDF, or read by machine, covered wherever they are; where letters were not measured, the whole line (repeatable)',
      },
      repeats: true,
    },
    {
      flags: '--whole-lines',
      about: {
        'zh-CN': '遮盖词句所在的整行，而不仅是其字符',
        en: 'covers the whole lines that contain the words, not only their letters',
      },
    },
    { flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'reason' }, required: true },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    regions: call.texts('region').map((text) => {
      const [, before, box = ''] = /^(?:(\d+):)?(.*)$/.exec(text) ?? [];
      const [x, y, width, height] = box.split(',').map(Number);
      const page = before === undefined ? {} : { page: Number(before) };
      const parsed = pagedRegionSchema.safeParse({ x, y, width, height, ...page });
      return parsed.success ? parsed.data : call.refuse(because('option-region', { option: '--region', value: text }));
    }),
    words: call.texts('words'),
    wholeLines: call.flag('whole-lines'),
    reason: call.text('reason') || call.refuse(because('option-empty', { option: '--reason' })),
  }),
  print: ({ item, title, places, lines }, language) => [
    `✓ ${item}`,
    `  ${title}`,
    language === 'zh-CN'
      ? `  已遮盖 ${places} 处${lines > 0 ? `，其中 ${lines} 处因未逐字测定位置而遮盖整行` : ''}。提交前请查看画面：图片和其他网站框架中的文字无法读取，程序识别的文字可能有遗漏。`
      : `  ${counted(places, 'area', 'areas')} covered${lines > 0 ? `, ${counted(lines, 'of them a whole line', 'of them whole lines')}, because the position of each letter was not measured` : ''}. Check the picture before filing: words in images and in frames of other sites cannot be read, and machine-read words may be incomplete.`,
  ],
});
