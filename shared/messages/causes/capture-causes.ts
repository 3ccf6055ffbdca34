import type { Text } from '../../text.ts';

/** Why an address is not captured, and what went wrong on the way. */
export const captureCauses = {
  'url-unreadable': { 'zh-CN': '不是有效的网址', en: 'it cannot be read as an address' },
  'url-scheme': {
    'zh-CN': '以 {scheme} 开头，而非 http: 或 https:',
    en: 'it begins with {scheme}, not http: or https:',
  },
  'url-user': { 'zh-CN': '其中含有用户名或密码', en: 'it holds a user name or password' },
  'url-host': { 'zh-CN': '其中没有主机名', en: 'it names no host' },
  'address-refused-as': { 'zh-CN': '非公网地址 {detail}', en: 'not a public address: {detail}' },
  'address-refused': { 'zh-CN': '{why}：{address}', en: '{why}: {address}' },
  'browser-silent': {
    'zh-CN': '浏览器没有应答，浏览器原文“{words}”',
    en: 'the browser gave no answer, in its own words “{words}”',
  },
  'browser-cancelled': {
    'zh-CN': '已取消，浏览器原文“{words}”',
    en: 'cancelled, in the browser’s own words “{words}”',
  },
  'browser-ended': {
    'zh-CN': '浏览器启动后随即结束，浏览器原文“{words}”',
    en: 'the browser ended at once, in its own words “{words}”',
  },
  'tile-rows': {
    'zh-CN': '浏览器给出的画面分块只有 {found} 行，而非 {height} 行',
    en: 'a part of the picture came from the browser with {found} rows, not {height}',
  },
  'tile-size': {
    'zh-CN': '浏览器给出的画面分块为 {found} 像素，而非 {asked} 像素',
    en: 'a part of the picture came from the browser with {found} px, not {asked} px',
  },
  'tile-kind': {
    'zh-CN': '浏览器给出的画面分块不是可读的 PNG',
    en: 'a part of the picture came from the browser in a form that is not read',
  },
  'still-loading': { 'zh-CN': '取证结束时仍在加载', en: 'it was still loading when the capture ended' },
  'answer-cut': { 'zh-CN': '响应不完整（{code}）', en: 'the answer was not complete ({code})' },
  'answer-incomplete': { 'zh-CN': '响应不完整：{why}', en: 'the answer was not complete: {why}' },
  'bytes-cut': { 'zh-CN': '{of} 字节中只收到 {size} 字节', en: 'only {size} of {of} {of|byte|bytes} were received' },
  'browser-gave-no-more': { 'zh-CN': '浏览器已不再保有其内容', en: 'the browser no longer had it' },
  'request-redirected': { 'zh-CN': '请求被转往他处', en: 'the request was led elsewhere' },
  'step-timed-out': { 'zh-CN': '{seconds} 秒内未完成', en: 'it was not finished after {seconds} s' },
  'token-parameter': { 'zh-CN': '参数 {name}', en: 'parameter {name}' },
  'token-user': { 'zh-CN': '用户名或密码', en: 'user name or password' },
  'token-web': { 'zh-CN': 'JSON 网络令牌（JWT）', en: 'a JSON Web Token (JWT)' },
  'token-random': { 'zh-CN': '较长的随机值', en: 'a long random value' },
  'token-in-user-info': { 'zh-CN': '主机名之前', en: 'before the host name' },
  'token-in-query': { 'zh-CN': '查询部分', en: 'in the query' },
  'token-in-path': { 'zh-CN': '路径', en: 'in the path' },
  'token-in-fragment': { 'zh-CN': '片段部分', en: 'in the fragment' },
  'address-this-network': { 'zh-CN': '本网络地址', en: 'this network' },
  'address-private': { 'zh-CN': '内网地址', en: 'a private network' },
  'address-loopback': { 'zh-CN': '本机地址', en: 'this computer itself' },
  'address-metadata': { 'zh-CN': '云主机的元数据地址', en: 'the metadata service of a cloud host' },
  'address-link-local': { 'zh-CN': '链路本地地址', en: 'a link-local address' },
  'address-reserved': { 'zh-CN': '保留地址', en: 'a reserved address' },
  'address-benchmark': { 'zh-CN': '测试专用地址', en: 'an address for benchmarks' },
  'address-multicast': { 'zh-CN': '组播地址', en: 'a multicast address' },
} as const satisfies Record<string, Text>;
