import type { Text } from '../../language.ts';

/** What is said of a trace, on the command line and on its page of a bundle. */
export const traceMessages = {
  found: {
    'zh-CN': '该文字由所连接地址返回，见于 {count} 个响应',
    en: 'The words were returned by the connected address, in {count} {count|response|responses}',
  },
  'not-found': {
    'zh-CN': '已保存的 {searched} 个响应中均未找到该文字',
    en: 'The words were not found in the {searched} stored {searched|response|responses}',
  },
  'not-found-in-part': {
    'zh-CN': '已检索的 {searched} 个响应中未找到该文字，另有 {unsearched} 个未能完整检索',
    en: 'Not found in the {searched} {searched|response|responses} searched; {unsearched} could not be searched completely',
  },
  maybeDrawn: {
    'zh-CN': '文字可能在图片或画布中，或由脚本拼接而成；这不表示页面未显示该文字。',
    en: 'The words may be in an image or a canvas, or put together by a script; this does not mean that the page did not show them.',
  },
  onPage: { 'zh-CN': '该网页的可见文字中有该文字', en: 'The visible text of the captured page contains the words' },
  notOnPage: {
    'zh-CN': '该网页的可见文字中没有该文字',
    en: 'The visible text of the captured page does not contain the words',
  },
  url: { 'zh-CN': '响应网址', en: 'Response to' },
  frames: { 'zh-CN': 'WebSocket 或事件流', en: 'WebSocket or event stream' },
  asked: { 'zh-CN': '请求时间（取证设备时钟）', en: 'Requested at (clock of the capturing device)' },
  status: { 'zh-CN': '状态与类型', en: 'Status and type' },
  address: { 'zh-CN': '所连接地址', en: 'Connected address' },
  certificate: { 'zh-CN': '服务器证书', en: 'Server certificate' },
  certificateOf: { 'zh-CN': '{subject}，签发者 {issuer}', en: '{subject}, issued by {issuer}' },
  body: { 'zh-CN': '响应正文', en: 'Response body' },
  bodyOf: { 'zh-CN': '{bytes} 字节，SHA-256 {sha256}', en: '{bytes} {bytes|byte|bytes}, SHA-256 {sha256}' },
  coded: { 'zh-CN': '（传输时经 {coding} 压缩，此处为解压后）', en: ' (sent as {coding}; here decoded)' },
  byteRange: { 'zh-CN': '文字所在字节', en: 'Byte position of the words' },
  byteRangeOf: {
    'zh-CN': '自第 {offset} 字节起，至第 {end} 字节之前',
    en: 'from byte {offset} up to byte {end} (exclusive)',
  },
  more: { 'zh-CN': '，共 {count} 处', en: ', {count} {count|place|places} in all' },
  writtenIn: { 'zh-CN': '编码与写法', en: 'Encoding and notation' },
  archive: { 'zh-CN': '存档位置', en: 'Place in the archive' },
  archiveOf: {
    'zh-CN': '记录 {record}，archive/data.warc.gz 第 {offset} 字节起 {length} 字节',
    en: 'record {record}, {length} bytes of archive/data.warc.gz from byte {offset}',
  },
  sealed: { 'zh-CN': '封存档案的 SHA-256', en: 'SHA-256 of the sealed archive' },
  disclosure: { 'zh-CN': '披露副本的 SHA-256', en: 'SHA-256 of the disclosure copy' },
  limit: {
    'zh-CN':
      '仅说明所连接地址在取证时返回了上述字节；不证明该地址由谁控制。字节位置自 0 起计，以解除内容编码后的正文为准。',
    en: 'This shows only that the connected address returned these bytes at the time of capture, not who controls the address. Byte positions count from 0 in the body with its content coding removed.',
  },
  noTls: { 'zh-CN': '未加密连接（http），无证书', en: 'none: unencrypted connection (http)' },
  unknown: { 'zh-CN': '未记录', en: 'not recorded' },
  plain: { 'zh-CN': '原样', en: 'verbatim' },
  markup: { 'zh-CN': '含标签或字符引用', en: 'with tags or character references' },
  escapes: { 'zh-CN': '含反斜线转义', en: 'with backslash escapes' },
  'markup-in-escapes': { 'zh-CN': '转义文本中的标签', en: 'markup within escaped text' },
  'byte-order-mark': { 'zh-CN': '据字节序标记', en: 'by byte order mark' },
  header: { 'zh-CN': '据响应头', en: 'by response header' },
  document: { 'zh-CN': '据文档自述', en: 'as declared by the document' },
  bytes: { 'zh-CN': '据字节推断', en: 'inferred from the bytes' },
} as const satisfies Record<string, Text>;
