import type { Text } from '../language.ts';

/** Why a step of a capture ended as it did, and what it warns of. Codes are kept for ever: records hold them. */
export const captureReasons = {
  'step-error': { 'zh-CN': '此步骤出错：{why}', en: 'the step met an error: {why}' },
  'timed-out': { 'zh-CN': '超过 {seconds} 秒未完成（{what}）', en: 'not done after {seconds} s ({what})' },
  'load-not-finished': {
    'zh-CN': '{seconds} 秒内页面未加载完毕，按当时状态采集',
    en: 'the page had not finished loading after {seconds} s; it is captured as it stood',
  },
  'error-without-body': {
    'zh-CN': '服务器返回状态 {status}，无内容；画面是浏览器自身的错误提示',
    en: "the server answered {status} without any content; the picture shows the browser's own notice",
  },
  'page-too-long': {
    en: 'The page had no end: after {megabytes} MB it was not loaded further. What came is in the archive, marked as cut off.',
    'zh-CN': '页面没有尽头：收到 {megabytes} MB 后停止加载。已收到的部分存于归档中，并标明已被截断。',
  },
  'file-incomplete': {
    'zh-CN': '文件未能完整下载（已收 {bytes} 字节）：{why}',
    en: 'the file did not come in full ({bytes} bytes received): {why}',
  },
  'certificate-invalid': {
    'zh-CN': '{host} 的证书无效（{error}），未继续访问',
    en: 'the certificate of {host} is not valid ({error}); the capture went no further',
  },
  'certificate-invalid-accepted': {
    'zh-CN': '{host} 的证书无效（{error}），按要求继续采集',
    en: 'the certificate of {host} is not valid ({error}); the capture went on because it was asked to',
  },
  'recorder-ended': {
    'zh-CN': '网络记录程序中途结束，服务器发送内容未能存档：{why}',
    en: 'the recorder ended on the way; what the server sent is not archived: {why}',
  },
  'bodies-incomplete': {
    'zh-CN': '{of} 个响应中有 {count} 个内容未完整取得，另有 {beyond} 个超出记录上限',
    en: '{count} of {of} responses are archived without their whole body; {beyond} more were beyond the bound',
  },
  'bodies-from-netlog': {
    'zh-CN': '{count} 个响应内容取自浏览器网络日志',
    en: 'the bodies of {count} responses came from the browser’s network log',
  },
  'requests-open-at-end': {
    'zh-CN': '采集结束时仍有 {count} 个请求未完成，按已收到部分存档',
    en: '{count} requests were still going on when the capture ended; they are archived as far as they came',
  },
  'netlog-truncated': {
    'zh-CN': '浏览器网络日志超出上限或未写完，已截断',
    en: 'the browser’s network log is cut: it passed its bound, or was not written to its end',
  },
  'redirects-without-end': { 'zh-CN': '重定向过多（{count} 次）', en: 'redirects without end ({count})' },
  'redirect-refused': {
    'zh-CN': '页面转向非公网地址，已拒绝：{host}（{why}）',
    en: 'the page led to an address that is not on the public internet, which was refused: {host} ({why})',
  },
  'unknown-host': { 'zh-CN': '域名无法解析：{host}', en: 'no address is known for {host}' },
  'connection-refused': {
    'zh-CN': '{host}（{address}）拒绝连接',
    en: '{host} ({address}) refused the connection',
  },
  'no-answer': { 'zh-CN': '{host} 没有回应', en: '{host} did not answer' },
  'load-failed': { 'zh-CN': '{host} 加载失败：{error}', en: '{host} could not be loaded: {error}' },
  'scroll-ended-by-pixels': {
    'zh-CN': '页面过长，滚动到 {height} 像素处停止',
    en: 'the page is too long: scrolling ended at a height of {height} px',
  },
  'scroll-ended-by-time': {
    'zh-CN': '滚动超时，页面高 {height} 像素',
    en: 'scrolling ran out of time on a page of {height} px',
  },
  'scroll-ended-by-growth': {
    'zh-CN': '页面随滚动不断增长，到 {height} 像素处停止',
    en: 'the page kept growing while it was scrolled; it ended at {height} px',
  },
  'pictures-missing': {
    'zh-CN': '{of} 张图片中有 {count} 张未能显示',
    en: '{count} of {of} pictures did not come',
  },
  'network-busy': {
    'zh-CN': '网络一直未静止，仍有 {open} 个请求',
    en: 'the network never fell quiet; {open} requests were open',
  },
  'page-moves-by-itself': {
    'zh-CN': '页面自行变化，未得到两帧相同的画面',
    en: 'the page moves by itself; no two frames were equal',
  },
  'not-held-still': { 'zh-CN': '未能使页面静止：{why}', en: 'the page could not be held still: {why}' },
  'page-moves': {
    'zh-CN': '相邻图块在 {y} 像素处重叠的行不一致：页面在截图时变化',
    en: 'neighbouring tiles differ in the rows they share at {y} px: the page changed while the picture was taken',
  },
  'tiles-retaken': {
    'zh-CN': '有 {count} 个图块因重叠行不一致而重新截取',
    en: '{count} tiles were taken again because their shared rows differed',
  },
  'picture-cut-height': {
    'zh-CN': '页面高 {pixels} 像素，超过上限，只截取到 {cap} 像素',
    en: 'the page is {pixels} px high, more than can be taken: the picture ends at {cap} px',
  },
  'picture-cut-width': {
    'zh-CN': '页面宽 {pixels} 像素，超过上限，只截取到 {cap} 像素',
    en: 'the page is {pixels} px wide, more than can be taken: the picture ends at {cap} px',
  },
  'loaded-too-much': {
    'zh-CN': '页面加载了 {megabytes} MB，超过 32 MB，未生成 MHTML',
    en: 'the page loaded {megabytes} MB, more than 32 MB: no MHTML was made',
  },
  'document-too-long': {
    'zh-CN': '页面结构过长（{length} 个字符），未保存',
    en: 'the rendered document is too long ({length} characters) and was not kept',
  },
  'browser-over-memory': {
    'zh-CN': '页面占用内存 {megabytes} MB，超过上限 {cap} MB，浏览器已被终止',
    en: 'the page took {megabytes} MB of memory, more than {cap} MB: its browser was ended',
  },
  'memory-not-watched': {
    'zh-CN': '本系统上无法监视浏览器内存',
    en: 'the browser’s memory cannot be watched on this system',
  },
  'page-crashed': { 'zh-CN': '页面使浏览器进程崩溃', en: 'the page crashed its browser process' },
  'download-denied': { 'zh-CN': '拒绝了页面发起的下载：{url}', en: 'a download that the page began was denied: {url}' },
  'popups-without-end': {
    'zh-CN': '页面不断弹出窗口，已停止其脚本',
    en: 'popups without end; the page’s script was stopped',
  },
  'mhtml-too-large': {
    'zh-CN': 'MHTML 过大（{bytes} 字节），未保存',
    en: 'the MHTML is too large ({bytes} bytes) and was not kept',
  },
  'source-too-large': {
    'zh-CN': '主文档过大（{bytes} 字节），未保存原始字节',
    en: 'the main document is too large ({bytes} bytes); its bytes were not kept',
  },
  'source-incomplete': {
    'zh-CN': '主文档原始字节未能取得：{why}',
    en: 'the bytes of the main document were not to be had: {why}',
  },
  'source-not-seen': { 'zh-CN': '未见到主文档的响应', en: 'no response of the main document was seen' },
  'text-not-well-formed': {
    'zh-CN': '页面文字含无效字符，已以 U+FFFD 代替',
    en: "the page's text held invalid characters; they are shown as U+FFFD",
  },
  'text-positions-cut': {
    'zh-CN': '页面文字过多，只记录了前 {runs} 段的位置',
    en: 'the page holds more text than was read: the places of its first {runs} pieces are recorded',
  },
  'page-empty': { 'zh-CN': '页面没有可见内容', en: 'the page shows nothing' },
  'login-required': { 'zh-CN': '需要登录（状态 {status}）', en: 'a login is asked for (status {status})' },
  'challenge-page': {
    'zh-CN': '得到的是验证页面，不是目标页面',
    en: 'what came is a challenge page, not the page itself',
  },
  'login-wall': {
    'zh-CN': '得到的是登录页面，不是目标页面',
    en: 'what came asks for a login; it is not the page itself',
  },
  'access-denied': { 'zh-CN': '网站拒绝访问：“{words}”', en: 'the site refused access: “{words}”' },
  'soft-404': {
    'zh-CN': '服务器返回成功状态，但页面称内容不存在：“{words}”',
    en: 'the server answered with success, but the page says that there is no such page: “{words}”',
  },
  'content-removed': {
    'zh-CN': '页面称内容已被删除或无法查看：“{words}”',
    en: 'the page says that the content was removed or cannot be seen: “{words}”',
  },
  'error-status': { 'zh-CN': '服务器返回错误状态 {status}', en: 'the server answered with the error status {status}' },
  'sub-resources-failed': {
    'zh-CN': '{of} 个请求中有 {count} 个未成功（见 headers.json）',
    en: '{count} of {of} requests came to nothing (see headers.json)',
  },
  'dialog-dismissed': { 'zh-CN': '关闭了页面弹窗（{kind}）：{text}', en: 'a dialog was dismissed ({kind}): {text}' },
  'dialogs-without-end': {
    'zh-CN': '页面不断弹窗，已停止其脚本',
    en: "dialogs without end; the page's script was stopped",
  },
  'popup-closed': { 'zh-CN': '关闭了弹出窗口：{url}', en: 'a popup was closed: {url}' },
  'private-network-allowed': {
    'zh-CN': '操作人允许访问内网与本机地址',
    en: 'the operator allowed private and loopback addresses',
  },
  'server-address-unknown': {
    'zh-CN': '经代理 {proxy} 采集，服务器地址未知',
    en: "captured through the proxy {proxy}; the server's address is unknown",
  },
  'browser-without-sandbox': {
    'zh-CN': '浏览器沙箱在本机无法启用',
    en: "the browser's sandbox does not work on this computer and was off",
  },
} as const satisfies Record<string, Text>;
