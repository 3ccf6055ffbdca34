import type { Text } from '../../language.ts';

/** Why an answer of the outcome is not “whole”, where the record tells it by what it holds or lacks. */
export const outcomeReasons = {
  'status-not-recorded': {
    'zh-CN': '未记录服务器返回的状态',
    en: 'the status that the server returned is not recorded',
  },
  'status-partial': {
    'zh-CN': '服务器只返回了内容的一部分（状态 {status}）',
    en: 'the server returned only a part of the content (status {status})',
  },
  'status-unusual': {
    'zh-CN': '服务器返回状态 {status}，不表明内容完整',
    en: 'the server returned status {status}, which does not say that this is the content',
  },
  'answer-empty': { 'zh-CN': '服务器返回的内容为空（0 字节）', en: 'the server returned no content (0 bytes)' },
  'requests-not-counted': {
    'zh-CN': '未记录各资源是否取得（较早版本的记录）',
    en: 'whether the resources were received is not recorded (record of an older version)',
  },
  'frames-not-received': {
    'zh-CN': '{count} 个内嵌页面未取得',
    en: '{count} embedded {count|page was|pages were} not received',
  },
  'stylesheets-not-received': {
    'zh-CN': '{count} 个样式表未取得',
    en: '{count} {count|style sheet was|style sheets were} not received',
  },
  'scripts-not-received': {
    'zh-CN': '{count} 个脚本未取得',
    en: '{count} {count|script was|scripts were} not received',
  },
  'images-not-received': {
    'zh-CN': '{count} 张图片未取得',
    en: '{count} {count|image was|images were} not received',
  },
  'fonts-not-received': { 'zh-CN': '{count} 个字体未取得', en: '{count} {count|font was|fonts were} not received' },
  'media-not-received': {
    'zh-CN': '{count} 个音视频未取得',
    en: '{count} audio or video {count|file was|files were} not received',
  },
  'data-not-received': {
    'zh-CN': '页面脚本的 {count} 个数据请求未成功',
    en: '{count} data {count|request|requests} of the page’s scripts failed',
  },
  'other-not-received': {
    'zh-CN': '{count} 个其他资源未取得',
    en: '{count} other {count|resource was|resources were} not received',
  },
  'content-not-shown': {
    'zh-CN': '没有页面显示该文件（{type}）的内容，见原文件',
    en: 'no pages show the content of this file ({type}); see the original',
  },
  'content-not-known': {
    'zh-CN': '文件类型无法识别，不知其中有无可显示的内容',
    en: 'the type of the file is not known, nor whether there is anything to see in it',
  },
  'picture-not-stored': { 'zh-CN': '没有画面', en: 'there is no picture' },
  'text-not-stored': { 'zh-CN': '没有保存文字', en: 'no text is stored' },
  'no-words': { 'zh-CN': '未读到文字', en: 'no words were read' },
  'archive-not-stored': { 'zh-CN': '没有网络归档', en: 'there is no network archive' },
  'mhtml-not-stored': { 'zh-CN': '没有 MHTML', en: 'there is no MHTML' },
  'source-not-stored': {
    'zh-CN': '没有主文档的原始字节',
    en: 'the original bytes of the main document are not stored',
  },
  'original-not-stored': { 'zh-CN': '没有原文件', en: 'there is no original file' },
  'kept-with-parent': {
    'zh-CN': '由另一项证据制成，其归档与资源见该项',
    en: 'made from another item, which has the archive and the resources',
  },
  'stored-as-partial': {
    'zh-CN': '取证时记录的结果为“部分”',
    en: 'the outcome recorded at the time of the capture is “partial”',
  },
} as const satisfies Record<string, Text>;
