import { caseLanguages } from '../../../shared/language.ts';
import { orderSchema } from '../../../shared/order/order.ts';
import { command } from './command.ts';
import { jsonIn } from './json-file.ts';
import { tableLines } from '../output/table-lines.ts';

export const orderCommand = command({
  name: 'order',
  args: '<case>',
  about: {
    'zh-CN': '裁定、期限与履行情况：读取或设置，导出日历',
    en: 'The ruling, its deadlines and what was seen of each obligation: shows or sets them, exports a calendar',
  },
  example: 'fascicle order qinghe.fascicle --set order.json --ics deadlines.ics',
  method: 'order.keep',
  options: [
    {
      flags: '--set <file>',
      about: {
        'zh-CN': '裁定内容（JSON 文件；格式同 --json 输出的 order）',
        en: 'the ruling as a JSON file (same form as `order` in the --json output)',
      },
    },
    {
      flags: '--ics <file>',
      about: { 'zh-CN': '将各期限写成日历文件', en: 'write the deadlines as a calendar file' },
    },
    {
      flags: '--language <language>',
      about: {
        'zh-CN': `日历的语言：${caseLanguages.join(' | ')}（默认为命令所用的语言）`,
        en: `language of the calendar: ${caseLanguages.join(' | ')} (default: that of the command)`,
      },
    },
  ],
  input: (call) => {
    const [file, ics] = [call.text('set'), call.text('ics')];
    return {
      case: call.path(call.word(0)),
      order: file === null ? null : jsonIn(call, 'set', file, orderSchema),
      ics: ics === null ? null : call.path(ics),
      language: call.choice('language', caseLanguages, null),
    };
  },
  print: ({ tables }, language) => tables.flatMap((table) => tableLines(table, language)),
});
