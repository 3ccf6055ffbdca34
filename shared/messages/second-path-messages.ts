import type { ComparedField, DifferenceCause } from '../case/second-path.ts';
import type { Text } from '../language.ts';

/** Why a second path did not run, or not to its end, and what it warns of. Codes are kept for ever: records hold them. */
export const secondPathReasons = {
  'second-path-declined': { 'zh-CN': '操作人要求不作独立复取', en: 'the operator asked for no independent fetch' },
  'second-path-logged-in': {
    'zh-CN': '浏览器处于登录状态，独立复取会得到不同内容，故不进行',
    en: 'somebody was logged in: an independent fetch would get something else, and none is made',
  },
  'second-path-behind-proxy': {
    'zh-CN': '经代理采集，程序不绕过代理另行连接',
    en: 'captured through a proxy; the program does not connect around it',
  },
  'second-path-token': {
    'zh-CN': '链接含令牌或签名（{where}：{what}），可能只能使用一次或等同凭证，故不再次访问',
    en: 'the link carries a token ({where}: {what}), which may work only once or let somebody in; it is not fetched again',
  },
  'second-path-no-time': { 'zh-CN': '该网址的时限已用尽', en: 'the time for this address was over' },
  'second-path-died': {
    'zh-CN': '独立复取的进程中途结束：{why}',
    en: 'the process of the independent fetch ended on the way: {why}',
  },
  'second-path-late': {
    'zh-CN': '独立复取 {seconds} 秒内未完成',
    en: 'the independent fetch was not done after {seconds} s',
  },
  'second-path-broke': { 'zh-CN': '独立复取中断：{why}', en: 'the independent fetch broke off: {why}' },
  'second-path-refused': {
    'zh-CN': '独立复取被指向非公网地址，已拒绝：{host}（{why}）',
    en: 'the independent fetch was led to an address that is not on the public internet, which was refused: {host} ({why})',
  },
  'second-path-redirect-elsewhere': {
    'zh-CN': '独立复取被重定向到非网页地址（{scheme}），未跟随',
    en: 'the independent fetch was redirected to {scheme}, which was not followed',
  },
  'second-path-redirect-token': {
    'zh-CN': '独立复取被重定向到含令牌的链接（{where}：{what}），未跟随',
    en: 'the independent fetch was redirected to a link that carries a token ({where}: {what}), which was not followed',
  },
  'second-path-certificate-invalid': {
    'zh-CN': '独立连接中 {host} 的证书未通过核验（{error}），未发送请求',
    en: 'on the independent connection the certificate of {host} was not found valid ({error}); no request was sent',
  },
  'second-path-too-long': {
    'zh-CN': '独立复取的内容超过 {megabytes} MB，只保存到此处',
    en: 'the independent fetch brought more than {megabytes} MB; it is kept up to there',
  },
  'second-path-differs': {
    'zh-CN': '独立复取与浏览器所得有 {count} 处差异原因不明（见“独立复取”）',
    en: 'the independent fetch differs from the browser’s copy in {count} points whose cause is not known (see “Independent fetch”)',
  },
} as const satisfies Record<string, Text>;

export const comparedNames: Readonly<Record<ComparedField, Text>> = {
  answer: { 'zh-CN': '是否得到响应', en: 'whether there was an answer' },
  status: { 'zh-CN': 'HTTP 状态', en: 'HTTP status' },
  'final-url': { 'zh-CN': '最终网址', en: 'final URL' },
  address: { 'zh-CN': '服务器地址', en: 'server address' },
  'tls-certificate': { 'zh-CN': '服务器证书（SHA-256）', en: 'server certificate (SHA-256)' },
  'media-type': { 'zh-CN': '内容类型', en: 'content type' },
  charset: { 'zh-CN': '字符集', en: 'charset' },
  header: { 'zh-CN': '响应头', en: 'response headers' },
  body: { 'zh-CN': '内容（解除内容编码后逐字节）', en: 'body (byte for byte, content coding undone)' },
};

export const differenceCauseNames: Readonly<Record<DifferenceCause, Text>> = {
  'made-per-answer': {
    'zh-CN': '该响应头依定义随每次响应变化',
    en: 'this header changes with each answer by definition',
  },
  'request-identifier': { 'zh-CN': '该响应头标识单次请求', en: 'this header names one single request' },
  'cookie-per-visitor': {
    'zh-CN': '同名 Cookie，每次访问分配不同的值',
    en: 'the same cookies by name, with values given to each visitor',
  },
  'content-coding': { 'zh-CN': '内容编码（压缩）不同', en: 'another content coding (compression)' },
  'http-version': {
    'zh-CN': '连接或传输方式的响应头，随 HTTP 版本不同',
    en: 'a header of the connection or the transfer, which depends on the version of HTTP',
  },
  'counted-from-date': {
    'zh-CN': '自各自的 Date 起算，时长相同',
    en: 'counted from Date, the same time after it in both',
  },
  nonce: { 'zh-CN': '同一位置的一次性随机值', en: 'a one-time random value in the same place' },
  clock: { 'zh-CN': '写入内容的响应时刻', en: 'the time of the answer, written into it' },
  'follows-body': { 'zh-CN': '随内容不同而不同', en: 'it describes the body, which differs' },
  'several-addresses': { 'zh-CN': '同一域名有多个地址', en: 'one name with several addresses' },
  'dns-answer': { 'zh-CN': '两次 DNS 查询的应答不同', en: 'the two DNS questions were answered differently' },
  'key-type': {
    'zh-CN': '同一签发者、同一域名的两种密钥类型证书',
    en: 'two certificates of one issuer for the same names, one for each type of key',
  },
  vary: {
    'zh-CN': '服务器以 Vary 声明内容因请求头而异，两次请求的请求头不同',
    en: 'the server declares (Vary) that its answer depends on request headers in which the two differ',
  },
};

/** The sentences of the result. */
export const secondPathWords = {
  notRun: { 'zh-CN': '未进行：{why}', en: 'did not run: {why}' },
  ran: {
    'zh-CN': '已进行：{from} 至 {to}，请求头 User-Agent 为“{agent}”，状态 {status}，地址 {address}，{bytes} 字节',
    en: 'ran from {from} to {to} as “{agent}”: status {status}, address {address}, {bytes} B',
  },
  short: { 'zh-CN': '未得到完整响应：{why}', en: 'no whole answer: {why}' },
  alike: { 'zh-CN': '与浏览器所得一致：{fields}', en: 'as the browser got it: {fields}' },
  explained: {
    'zh-CN': '与浏览器所得有 {count} 处差异，原因均已查明',
    en: 'differs from the browser’s copy in {count} points, each with a known cause',
  },
  differs: {
    'zh-CN': '与浏览器所得有 {count} 处差异，其中 {unknown} 处原因不明',
    en: 'differs from the browser’s copy in {count} points, {unknown} of them without a known cause',
  },
  same: { 'zh-CN': '未见差异', en: 'no difference was found' },
  difference: {
    'zh-CN': '{field}：浏览器 {browser}；复取 {own}——{cause}',
    en: '{field}: browser {browser}; fetch {own} – {cause}',
  },
  unknownCause: { 'zh-CN': '原因不明', en: 'cause not known' },
  nothing: { 'zh-CN': '无', en: 'none' },
  sealed: { 'zh-CN': '（值已封存）', en: '(value sealed)' },
  more: { 'zh-CN': '另有 {count} 处差异，见复取日志', en: '{count} more differences stand in the log of the fetch' },
  tls: {
    'zh-CN': '独立连接：{protocol}，{cipher}，{verdict}，服务器证书 SHA-256 {leaf}',
    en: 'its own connection: {protocol}, {cipher}, {verdict}, server certificate SHA-256 {leaf}',
  },
  connection: {
    'zh-CN': '{origin}：{protocol}，{cipher}，{verdict}（{seen}）',
    en: '{origin}: {protocol}, {cipher}, {verdict} ({seen})',
  },
  valid: { 'zh-CN': '证书未见异常', en: 'nothing found wrong with the certificate' },
  invalid: { 'zh-CN': '证书无效（{error}）', en: 'certificate not valid ({error})' },
  byBrowser: { 'zh-CN': '浏览器自身的连接', en: 'the browser’s own connection' },
  bySecondPath: {
    'zh-CN': '程序独立复取的连接；浏览器的连接未能记录',
    en: 'the connection of the independent fetch; the browser’s was not recorded',
  },
  certificate: {
    'zh-CN': '{subject}，有效期至 {until}，SHA-256 {sha256}',
    en: '{subject}, valid to {until}, SHA-256 {sha256}',
  },
} as const satisfies Record<string, Text>;
