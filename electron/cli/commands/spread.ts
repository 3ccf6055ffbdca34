import { spreadMapSchema } from '../../../shared/spread/spread-map.ts';
import { command } from './command.ts';
import { jsonIn } from './json-file.ts';
import { tableLines } from '../output/table-lines.ts';

export const spreadCommand = command({
  name: 'spread',
  args: '<case>',
  about: {
    'zh-CN': '传播关系：哪篇取自哪篇。根据相同文字、注明的来源和链接提出建议，由人确认或否定',
    en: 'Spread: which publication took from which. Suggested from matching words, named sources and links; a person confirms or rejects',
  },
  example: 'fascicle spread qinghe.fascicle --suggest',
  method: 'spread.keep',
  options: [
    {
      flags: '--suggest',
      about: {
        'zh-CN': '列出尚未决定的建议及其依据',
        en: 'list suggestions not yet decided, with their reasons',
      },
    },
    {
      flags: '--set <file>',
      about: {
        'zh-CN':
          'JSON 文件：{"links":[{source,citing,decided:confirmed|rejected,basis,note}]}（格式同 --json 输出的 stated；note 从不提交）',
        en: 'a JSON file: {"links":[{source,citing,decided:confirmed|rejected,basis,note}]} (same form as `stated` in the --json output; a note is never filed)',
      },
    },
  ],
  input: (call) => {
    const file = call.text('set');
    return {
      case: call.path(call.word(0)),
      stated: file === null ? null : jsonIn(call, 'set', file, spreadMapSchema),
      suggest: call.flag('suggest'),
    };
  },
  print: ({ table }, language) => tableLines(table, language),
});
