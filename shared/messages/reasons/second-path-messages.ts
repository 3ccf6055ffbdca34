import type { ComparedField, DifferenceCause } from '../../case/capture/second-path.ts';
import type { Text } from '../../language.ts';

/** Why a second path did not run, or not to its end, and what it warns of. Codes are kept for ever: records hold them. */
export const secondPathReasons = {
  'second-path-declined': { 'zh-CN': '取证人要求不作二次获取', en: 'the operator asked for no second fetch' },
  'second-path-logged-in': {
    'zh-CN': '浏览器经人工操作或载有登录信息，二次获取可能得到不同内容，故未进行',
    en: 'the browser had been used by hand or held a login: a second fetch might return different content, so none was made',
  },
  'second-path-behind-proxy': {
    'zh-CN': '经代理取证，程序不绕过代理另行连接',
    en: 'captured through a proxy; the program does not bypass it with a connection of its own',
  },
  'second-path-token': {
    'zh-CN': '链接含令牌或签名（{where}：{what}），可能只能使用一次或等同凭证，故不再次访问',
    en: 'the link carries a token ({where}: {what}), which may work only once or act as a credential; it was not fetched again',
  },
  'second-path-no-time': { 'zh-CN': '该网址的时限已用尽', en: 'the time limit for this address was used up' },
  'second-path-died': {
    'zh-CN': '二次获取的进程中途结束：{why}',
    en: 'the process of the second fetch ended early: {why}',
  },
  'second-path-late': {
    'zh-CN': '二次获取 {seconds} 秒内未完成',
    en: 'the second fetch was not finished after {seconds} s',
  },
  'second-path-broke': { 'zh-CN': '二次获取中断：{why}', en: 'the second fetch was interrupted: {why}' },
  'second-path-refused': {
    'zh-CN': '二次获取被指向非公网地址，已拒绝：{host}（{why}）',
    en: 'the second fetch was led to an address that is not on the public internet; refused: {host} ({why})',
  },
  'second-path-redirect-elsewhere': {
    'zh-CN': '二次获取被重定向到非网页地址（{scheme}），未跟随',
    en: 'the second fetch was redirected to {scheme}, which was not followed',
  },
  'second-path-redirect-token': {
    'zh-CN': '二次获取被重定向到含令牌的链接（{where}：{what}），未跟随',
    en: 'the second fetch was redirected to a link with a token ({where}: {what}), which was not followed',
  },
  'second-path-certificate-invalid': {
    'zh-CN': '二次获取的连接中 {host} 的证书未通过核验（{error}），未发送请求',
    en: 'on the connection of the second fetch the certificate of {host} was not valid ({error}); no request was sent',
  },
  'second-path-too-long': {
    'zh-CN': '二次获取的内容超过 {megabytes} MB，只保存到此处',
    en: 'the second fetch returned more than {megabytes} MB; only that much was stored',
  },
  'second-path-differs': {
    'zh-CN': '二次获取与浏览器所得有 {count} 处差异原因不明（见“二次获取”）',
    en: 'the second fetch differs from the browser’s copy in {count} {count|point|points} of unknown cause (see “Second fetch”)',
  },
} as const satisfies Record<string, Text>;

export const comparedNames: Readonly<Record<ComparedField, Text>> = {
  answer: { 'zh-CN': '是否得到响应', en: 'whether there was a response' },
  status: { 'zh-CN': 'HTTP 状态', en: 'HTTP status' },
  'final-url': { 'zh-CN': '最终网址', en: 'final URL' },
  address: { 'zh-CN': '服务器地址', en: 'server address' },
  'tls-certificate': { 'zh-CN': '服务器证书（SHA-256）', en: 'server certificate (SHA-256)' },
  'media-type': { 'zh-CN': '内容类型', en: 'content type' },
  charset: { 'zh-CN': '字符集', en: 'charset' },
  header: { 'zh-CN': '响应头', en: 'response headers' },
  body: { 'zh-CN': '内容（解除内容编码后逐字节）', en: 'body (byte for byte, without content coding)' },
};

export const differenceCauseNames: Readonly<Record<DifferenceCause, Text>> = {
  'made-per-answer': {
    'zh-CN': '该响应头依定义随每次响应变化',
    en: 'this header by definition changes with each response',
  },
  'request-identifier': { 'zh-CN': '该响应头标识单次请求', en: 'this header identifies a single request' },
  'cookie-per-visitor': {
    'zh-CN': '同名 Cookie，每次访问分配不同的值',
    en: 'cookies of the same name, with different values for each visit',
  },
  'content-coding': { 'zh-CN': '内容编码（压缩）不同', en: 'different content coding (compression)' },
  'http-version': {
    'zh-CN': '连接或传输方式的响应头，随 HTTP 版本不同',
    en: 'a connection or transfer header, which depends on the HTTP version',
  },
  'counted-from-date': {
    'zh-CN': '自各自的 Date 起算，时长相同',
    en: 'counted from the respective Date, with the same duration',
  },
  nonce: { 'zh-CN': '同一位置的一次性随机值', en: 'a one-time random value in the same place' },
  clock: { 'zh-CN': '写入内容的响应时刻', en: 'the time of the response, written into the content' },
  'follows-body': { 'zh-CN': '随内容不同而不同', en: 'follows from a difference in the body' },
  'several-addresses': { 'zh-CN': '同一域名有多个地址', en: 'the same host name has several addresses' },
  'dns-answer': { 'zh-CN': '两次 DNS 查询的应答不同', en: 'the two DNS queries returned different answers' },
  'key-type': {
    'zh-CN': '同一签发者、同一域名的两种密钥类型证书',
    en: 'two certificates of the same issuer for the same names, one for each key type',
  },
  vary: {
    'zh-CN': '服务器以 Vary 声明内容因请求头而异，两次请求的请求头不同',
    en: 'the server declares (Vary) that its response depends on request headers, and these differ between the two requests',
  },
};

/** The sentences of the result. */
export const secondPathWords = {
  notRun: { 'zh-CN': '未进行：{why}', en: 'not made: {why}' },
  ran: {
    'zh-CN': '已进行：{from} 至 {to}，请求头 User-Agent 为“{agent}”，状态 {status}，地址 {address}，{bytes} 字节',
    en: 'made from {from} to {to}, User-Agent “{agent}”: status {status}, address {address}, {bytes} bytes',
  },
  ranAs: {
    'zh-CN':
      '已进行：{from} 至 {to}，所发请求头 User-Agent：{agent}，Accept-Language：{languages}；状态 {status}，地址 {address}，{bytes} 字节',
    en: 'made from {from} to {to}; request headers sent: User-Agent {agent}, Accept-Language {languages}; status {status}, address {address}, {bytes} bytes',
  },
  short: { 'zh-CN': '未得到完整响应：{why}', en: 'no complete response: {why}' },
  alike: { 'zh-CN': '与浏览器所得一致：{fields}', en: 'same as the browser’s copy: {fields}' },
  explained: {
    'zh-CN': '与浏览器所得有 {count} 处差异，均属已知类别（依两次响应自身判断，未向服务器查证）',
    en: 'differs from the browser’s copy in {count} {count|point|points}, {count|of a known kind|all of known kinds} (judged from the two responses alone, not checked with the server)',
  },
  differs: {
    'zh-CN': '与浏览器所得有 {count} 处差异，其中 {unknown} 处原因不明',
    en: 'differs from the browser’s copy in {count} {count|point|points}, {unknown} of unknown cause',
  },
  bodySame: {
    'zh-CN': '内容（解除内容编码后）与浏览器所得逐字节一致',
    en: 'body identical byte for byte to the browser’s copy (content coding undone)',
  },
  same: { 'zh-CN': '未见差异', en: 'no difference found' },
  difference: {
    'zh-CN': '{field}：浏览器 {browser}；二次获取 {own}——{cause}',
    en: '{field}: browser {browser}; second fetch {own} – {cause}',
  },
  unknownCause: { 'zh-CN': '原因不明', en: 'cause unknown' },
  nothing: { 'zh-CN': '无', en: 'none' },
  sealed: { 'zh-CN': '（值已封存）', en: '(value sealed)' },
  more: {
    'zh-CN': '另有 {count} 处差异未在此列出',
    en: '{count} more {count|difference is|differences are} not listed here',
  },
  tls: {
    'zh-CN': '二次获取的连接：{protocol}，{cipher}，{verdict}，服务器证书 SHA-256 {leaf}',
    en: 'connection of the second fetch: {protocol}, {cipher}, {verdict}, server certificate SHA-256 {leaf}',
  },
  connection: {
    'zh-CN': '{origin}：{protocol}，{cipher}，{verdict}（{seen}）',
    en: '{origin}: {protocol}, {cipher}, {verdict} ({seen})',
  },
  valid: { 'zh-CN': '证书未见异常', en: 'no fault found in the certificate' },
  invalid: { 'zh-CN': '证书无效（{error}）', en: 'certificate invalid ({error})' },
  byBrowser: { 'zh-CN': '浏览器自身的连接', en: 'the browser’s own connection' },
  bySecondPath: {
    'zh-CN': '程序二次获取的连接；浏览器的连接未能记录',
    en: 'the connection of the second fetch; the browser’s own was not recorded',
  },
  certificate: {
    'zh-CN': '{subject}，有效期至 {until}，SHA-256 {sha256}',
    en: '{subject}, valid until {until}, SHA-256 {sha256}',
  },
} as const satisfies Record<string, Text>;
