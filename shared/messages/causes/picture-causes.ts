import type { Text } from '../../text.ts';

/** What is wrong with the bytes of a picture, and what a file says of how it lies. */
export const pictureCauses = {
  'decoder-ends-early': {
    'zh-CN': '图像数据不完整，解码器原文“{words}”',
    en: 'its data ends early, in the decoder’s own words “{words}”',
  },
  'decoder-unsupported': {
    'zh-CN': '解码器不支持其格式，解码器原文“{words}”',
    en: 'the decoder does not support its format, in its own words “{words}”',
  },
  'decoder-stopped': {
    'zh-CN': '解码中止，解码器原文“{words}”',
    en: 'decoding stopped, in the decoder’s own words “{words}”',
  },
  'picture-tile-unsound': { 'zh-CN': '转换所得的图片有误（{why}）', en: 'the converted picture is not sound ({why})' },
  'bitmap-rows-missing': { 'zh-CN': '图片数据不足', en: 'rows of it are missing' },
  'picture-part-missing': { 'zh-CN': '缺少 {name}', en: '{name} is missing' },
  'png-chunk-unknown': { 'zh-CN': '含有不认识的关键数据块 {name}', en: 'it has an unknown critical chunk {name}' },
  'png-after-end': {
    'zh-CN': 'IEND 之后另有 {count} 字节',
    en: '{count} {count|byte follows|bytes follow} its IEND',
  },
  'png-no-end': { 'zh-CN': '缺少 IEND', en: 'IEND is missing' },
  'png-chunk-cut': { 'zh-CN': '数据块 {name} 超出文件末尾', en: 'chunk {name} runs past the end of the file' },
  'png-data-apart': { 'zh-CN': 'IDAT 不连续', en: 'its IDAT chunks are not in one run' },
  'png-beside': {
    'zh-CN': '图像数据以外的内容超过 {most} 字节',
    en: 'it has more than {most} bytes beside the image data',
  },
  'png-check-sum': { 'zh-CN': '数据块 {name} 的 CRC 不符', en: 'the CRC of chunk {name} is wrong' },
  'png-inflate': { 'zh-CN': '图像数据无法解压（{code}）', en: 'its image data cannot be unpacked ({code})' },
  'png-filter': { 'zh-CN': '行的过滤方式 {code} 不存在', en: 'a row has filter {code}, which does not exist' },
  'png-too-much': { 'zh-CN': '图像数据多于其行数', en: 'it has more image data than rows' },
  'png-rows-missing': { 'zh-CN': '缺少若干行', en: 'rows are missing' },
  'in-format': { 'zh-CN': '{words}', en: '{words}' },
} as const satisfies Record<string, Text>;
