import { command } from './command.ts';
import { tableLines } from '../output/table-lines.ts';

export const compareCommand = command({
  name: 'compare',
  args: '<case> <before> <after>',
  about: {
    'zh-CN': '比对两次取证：文字改动与时钟、计数、广告分开列出，画面差异按行列出',
    en: 'Compares two captures: text edits separate from clocks, counters and advertisements; picture differences by row',
  },
  example: 'fascicle compare qinghe.fascicle 0198c7 0198d1',
  method: 'compare.run',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)), before: call.word(1), after: call.word(2) }),
  print: ({ table }, language) => tableLines(table, language),
});
