import { labelled } from '../../../../shared/language.ts';
import { traceLines } from '../../../../shared/trace/trace-lines.ts';
import { command } from '../command.ts';

export const traceCommand = command({
  name: 'trace',
  args: '<case> <item>',
  about: {
    'zh-CN': '查明页面上的文字载于哪个响应：网址、字节位置、编码、地址、证书与存档位置',
    en: 'Finds which response contained some words of a page: address, bytes, encoding, connection, place in the archive',
  },
  example: 'fascicle trace qinghe.fascicle 0198c7 --text 已进入清算程序',
  method: 'items.trace',
  options: [
    { flags: '--text <words>', about: { 'zh-CN': '要查找的文字', en: 'the words to look for' }, required: true },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    item: call.word(1),
    words: call.text('text') ?? '',
  }),
  print: (trace, language) => {
    const { finding, notes, carriers } = traceLines(trace, language);
    return [
      `${trace.verdict === 'found' ? '✓' : '●'} ${finding}`,
      ...carriers.flatMap((lines) => ['', ...lines.map(([label, value]) => `  ${labelled(label, value, language)}`)]),
      '',
      ...notes,
    ];
  },
  exit: ({ verdict }) => (verdict === 'found' ? 0 : 1),
});
