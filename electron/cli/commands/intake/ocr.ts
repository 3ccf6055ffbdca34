import { counted } from '../../../../shared/language.ts';
import { command } from '../command.ts';

export const ocrCommand = command({
  name: 'ocr',
  args: '<case> [items...]',
  about: {
    'zh-CN': '离线识别导入图片中的文字（中文、英文），使证据册可检索；标明为机器识别',
    en: 'Reads the words in imported pictures by machine, offline (Chinese, English), to make the bundle searchable; marked as machine-read',
  },
  example: 'fascicle ocr qinghe.fascicle 0198c7',
  method: 'items.read',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)), items: [...call.words(1)] }),
  print: ({ items, read }, language) => [
    ...items.map(({ title, lines, why }) =>
      lines === null
        ? `! ${title}  ${why ?? ''}`
        : `✓ ${title}  ${language === 'zh-CN' ? `${lines} 行（机器识别，未经核对）` : `${counted(lines, 'line', 'lines')} (machine-read, not checked)`}`,
    ),
    language === 'zh-CN' ? `已识别 ${read} 项` : `${counted(read, 'item', 'items')} read`,
  ],
});
