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
  'still-loading': { 'zh-CN': '取证结束时仍在加载', en: 'it was still loading when the capture ended' },
  'answer-cut': { 'zh-CN': '响应不完整（{code}）', en: 'the answer was not complete ({code})' },
  'bytes-cut': { 'zh-CN': '{of} 字节中只收到 {size} 字节', en: 'only {size} of {of} {of|byte|bytes} were received' },
  'browser-gave-no-more': { 'zh-CN': '浏览器已不再保有其内容', en: 'the browser no longer had it' },
  'address-this-network': { 'zh-CN': '本网络地址', en: 'this network' },
  'address-private': { 'zh-CN': '内网地址', en: 'a private network' },
  'address-loopback': { 'zh-CN': '本机地址', en: 'this computer itself' },
  'address-metadata': { 'zh-CN': '云主机的元数据地址', en: 'the metadata service of a cloud host' },
  'address-link-local': { 'zh-CN': '链路本地地址', en: 'a link-local address' },
  'address-reserved': { 'zh-CN': '保留地址', en: 'a reserved address' },
  'address-benchmark': { 'zh-CN': '测试专用地址', en: 'an address for benchmarks' },
  'address-multicast': { 'zh-CN': '组播地址', en: 'a multicast address' },
} as const satisfies Record<string, Text>;
