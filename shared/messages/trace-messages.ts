import type { Text } from '../language.ts';

/** What is said of a trace, on the command line and on its page of a bundle. */
export const traceMessages = {
  found: {
    'zh-CN': '该文字由所连接地址返回，见于 {count} 个应答',
    en: 'The words were returned by the address that was connected to, in {count} of its answers',
  },
  'not-found': {
    'zh-CN': '已保存的 {searched} 个应答中均未找到该文字',
    en: 'The words were not found in any of the {searched} answers that were stored',
  },
  'not-found-in-part': {
    'zh-CN': '已检索的 {searched} 个应答中未找到该文字，另有 {unsearched} 个未能完整检索',
    en: 'Not found in the {searched} answers that were searched; {unsearched} could not be searched whole',
  },
  maybeDrawn: {
    'zh-CN': '文字可能在图片或画布中，或由脚本拼接而成；这不表示页面未显示该文字。',
    en: 'They may be drawn, lie in a picture, or be put together by a script; it does not say that the page did not show them.',
  },
  onPage: { 'zh-CN': '采集页面的可见文字中有该文字', en: 'The captured page’s visible text has the words' },
  notOnPage: {
    'zh-CN': '采集页面的可见文字中没有该文字',
    en: 'The captured page’s visible text does not have the words',
  },
  url: { 'zh-CN': '应答网址', en: 'Answer to' },
  frames: { 'zh-CN': 'WebSocket 或事件流', en: 'WebSocket or event stream' },
  asked: { 'zh-CN': '请求时间（采集设备时钟）', en: 'Asked for (clock of the capturing device)' },
  status: { 'zh-CN': '状态与类型', en: 'Status and type' },
  address: { 'zh-CN': '所连接地址', en: 'Address connected to' },
  certificate: { 'zh-CN': '服务器证书', en: 'Server’s certificate' },
  certificateOf: { 'zh-CN': '{subject}，签发者 {issuer}', en: '{subject}, issued by {issuer}' },
  body: { 'zh-CN': '应答正文', en: 'Body of the answer' },
  bodyOf: { 'zh-CN': '{bytes} 字节，SHA-256 {sha256}', en: '{bytes} bytes, SHA-256 {sha256}' },
  coded: { 'zh-CN': '（传输时经 {coding} 压缩，此处为解压后）', en: ' (sent as {coding}; here with that undone)' },
  place: { 'zh-CN': '文字所在字节', en: 'Bytes of the words' },
  placeOf: { 'zh-CN': '自第 {offset} 字节起，至第 {end} 字节之前', en: 'from byte {offset} to before {end}' },
  more: { 'zh-CN': '，共 {count} 处', en: ', {count} places in all' },
  writtenIn: { 'zh-CN': '编码与写法', en: 'Encoding and writing' },
  archive: { 'zh-CN': '存档位置', en: 'Place in the archive' },
  archiveOf: {
    'zh-CN': '记录 {record}，archive/data.warc.gz 第 {offset} 字节起 {length} 字节',
    en: 'record {record}, {length} bytes of archive/data.warc.gz from byte {offset}',
  },
  sealed: { 'zh-CN': '封存档案 SHA-256', en: 'Sealed archive, SHA-256' },
  disclosure: { 'zh-CN': '披露副本 SHA-256', en: 'Disclosure copy, SHA-256' },
  limit: {
    'zh-CN':
      '仅说明所连接地址在采集时返回了上述字节；不证明该地址由谁控制。字节位置自 0 起计，以解除内容编码后的正文为准。',
    en: 'This says that the address connected to returned these bytes at the time of capture, not who controls it. Bytes count from 0, in the body with its content coding undone.',
  },
  noTls: { 'zh-CN': '未加密连接（http），无证书', en: 'none: the connection was not encrypted (http)' },
  unknown: { 'zh-CN': '未记录', en: 'not recorded' },
  plain: { 'zh-CN': '原样', en: 'as it is' },
  markup: { 'zh-CN': '含标签或字符引用', en: 'between tags or as character references' },
  escapes: { 'zh-CN': '含反斜线转义', en: 'with backslash escapes' },
  'markup-in-escapes': { 'zh-CN': '转义文本中的标签', en: 'markup within escaped text' },
  'byte-order-mark': { 'zh-CN': '据字节序标记', en: 'by its byte order mark' },
  header: { 'zh-CN': '据应答头', en: 'by the header' },
  document: { 'zh-CN': '据文档自述', en: 'by the document’s own word' },
  bytes: { 'zh-CN': '据字节推断', en: 'inferred from its bytes' },
} as const satisfies Record<string, Text>;
