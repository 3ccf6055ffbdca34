import { command } from '../command.ts';
import { tableLines } from '../table-lines.ts';

export const compareCommand = command({
  name: 'compare',
  args: '<case> <before> <after>',
  about: {
    'zh-CN': '比对两次采集：文字改动与时钟、计数、广告分开列出，画面差异按行列出',
    en: 'Compares two captures: edits of the text apart from clocks, counters, adverts; differences of the pictures by rows',
  },
  example: 'fascicle compare qinghe.fascicle 0198c7 0198d1',
  method: 'compare.run',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)), before: call.word(1), after: call.word(2) }),
  print: ({ table }) => tableLines(table),
});
