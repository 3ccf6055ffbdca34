import type { Text } from '../../text.ts';

/** What is wrong with a file that is imported, stitched, cut or received, and with an index. */
export const intakeCauses = {
  'no-page-picture': { 'zh-CN': '没有网页取证的画面', en: 'it has no picture of a captured page' },
  'picture-size': { 'zh-CN': '其画面为 {width} × {height} 像素', en: 'its picture is {width} × {height} px' },
  'not-one-picture': { 'zh-CN': '不是单张导入的图片', en: 'it is not a single imported picture' },
  'picture-width': { 'zh-CN': '宽 {found} 像素，而非 {width} 像素', en: 'it is {found} px wide, not {width} px' },
  'two-pictures': { 'zh-CN': '须有两张以上不同的图片', en: 'two or more different pictures are needed' },
  'picture-apart': { 'zh-CN': '与上一张图片不相衔接', en: 'it does not go on from the picture above it' },
  'pictures-not-made': { 'zh-CN': '图片未能处理：{why}', en: 'the pictures could not be processed: {why}' },
  'this-many': { 'zh-CN': '{count}', en: '{count}' },
  'this-large': { 'zh-CN': '共 {megabytes} MB', en: '{megabytes} MB' },
  'no-pages': { 'zh-CN': '没有页面', en: 'it has no pages' },
  'answer-unfit': { 'zh-CN': '读取进程的回答不符（{answer}）', en: 'the reader gave another answer ({answer})' },
  'tiles-outside': { 'zh-CN': '画面的分块超出画面', en: 'tiles of it lie outside the picture' },
  'frames-unsound': { 'zh-CN': '所取画面无效', en: 'its frames are not sound' },
  'no-frame': { 'zh-CN': '未能解码任何画面', en: 'no frame could be decoded' },
  'answer-unreadable': { 'zh-CN': '程序的回答无法读取', en: 'the answer of the program could not be read' },
  'not-one-picture-inside': { 'zh-CN': '文件中不是单张图片', en: 'it does not hold a single picture' },
  'picture-other-size': {
    'zh-CN': '所得画面为 {drawn} 像素，而非 {width} × {height} 像素',
    en: 'the picture came out as {drawn} px, not {width} × {height} px',
  },
  'tool-time': { 'zh-CN': '超过 {milliseconds} 毫秒未完成', en: 'it took longer than {milliseconds} ms' },
  'tool-output': { 'zh-CN': '输出过多', en: 'it wrote too much' },
  'structure-broken': { 'zh-CN': '文件结构已损坏', en: 'its structure is broken' },
  'path-not-plain': { 'zh-CN': '路径会指向别处', en: 'its path could lead elsewhere' },
  'not-a-file': { 'zh-CN': '不是普通文件', en: 'it is not a regular file' },
  'name-twice': { 'zh-CN': '文件名重复', en: 'its name occurs twice' },
  'office-too-large': { 'zh-CN': '文件超过 {megabytes} MB', en: 'the file is larger than {megabytes} MB' },
  'office-unfolds': { 'zh-CN': '文件解压后过大', en: 'it is too large once unpacked' },
  'office-part-missing': { 'zh-CN': '文件中没有 {path}', en: 'it has no {path}' },
  'office-numbering': {
    'zh-CN': '序号由 Word 自动编排，文件中并无其文字：请先转为文本',
    en: 'Word counts its numbers itself, so they are not in the file: turn them into text first',
  },
  'office-no-sheet': { 'zh-CN': '文件中没有工作表', en: 'it has no sheet' },
  'office-formulas': {
    'zh-CN': '其中的公式没有计算结果：请用 Excel 打开、保存后重试',
    en: 'it has formulas without results: open and save it in Excel, then try again',
  },
  'office-rows': { 'zh-CN': '超过 {most} 行', en: 'it has more than {most} rows' },
  'office-columns': { 'zh-CN': '超过 {most} 列', en: 'it has more than {most} columns' },
  'not-office': {
    'zh-CN': '不是 Word 或 Excel 文件（.docx、.xlsx）',
    en: 'it is not a Word or Excel file (.docx, .xlsx)',
  },
} as const satisfies Record<string, Text>;
