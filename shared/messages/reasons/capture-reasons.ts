import type { Text } from '../../language.ts';

/** Why a step of a capture ended as it did, and what it warns of. Codes are kept for ever: records hold them. */
export const captureReasons = {
  'step-error': { 'zh-CN': '此步骤出错：{why}', en: 'this step failed: {why}' },
  'timed-out': { 'zh-CN': '超过 {seconds} 秒未完成（{what}）', en: 'not finished after {seconds} s ({what})' },
  'load-not-finished': {
    'zh-CN': '{seconds} 秒内页面未加载完毕，按当时状态取证；是否缺少内容无法确定',
    en: 'the page had not finished loading after {seconds} s; it was captured in that state: whether anything is missing is undetermined',
  },
  'error-without-body': {
    'zh-CN': '服务器返回状态 {status}，无内容；画面是浏览器自身的错误提示',
    en: 'the server answered {status} without content; the picture shows the browser’s own error notice',
  },
  'page-too-long': {
    en: 'The page kept sending data: loading was stopped after {megabytes} MB. What was received is in the archive, marked as truncated.',
    'zh-CN': '页面持续返回数据，未见结束：收到 {megabytes} MB 后停止加载。已收到的部分存于归档中，并标明已截断。',
  },
  'file-incomplete': {
    'zh-CN': '文件未能完整下载（已收 {bytes} 字节）：{why}',
    en: 'the file was received only in part ({bytes} {bytes|byte|bytes}): {why}',
  },
  'certificate-invalid': {
    'zh-CN': '{host} 的证书无效（{error}），未继续访问',
    en: 'the certificate of {host} is invalid ({error}); the capture went no further',
  },
  'certificate-invalid-accepted': {
    'zh-CN': '{host} 的证书无效（{error}），按要求继续取证',
    en: 'the certificate of {host} is invalid ({error}); the capture continued as requested',
  },
  'recorder-ended': {
    'zh-CN': '网络记录程序中途结束，服务器返回的内容未能存档：{why}',
    en: 'the network recorder ended early; what the server sent is not archived: {why}',
  },
  'bodies-incomplete': {
    'zh-CN': '{of} 个响应中有 {count} 个内容未完整取得，另有 {beyond} 个超出记录上限',
    en: '{count} of {of} {of|response|responses} {count|is|are} archived without {count|its|their} full body; {beyond} more exceeded the recording limit',
  },
  'bodies-from-netlog': {
    'zh-CN': '{count} 个响应的内容取自浏览器网络日志',
    en: 'the {count|body|bodies} of {count} {count|response was|responses were} taken from the browser’s network log',
  },
  'requests-open-at-end': {
    'zh-CN': '取证结束时仍有 {count} 个请求未完成，按已收到部分存档',
    en: '{count} {count|request was|requests were} still open when the capture ended; archived as far as received',
  },
  'answered-while-held': {
    'zh-CN': '冻结页面时有 {count} 个请求尚未完成，冻结之后才完成：页面本会据此显示的内容，画面和文字中可能没有',
    en: '{count} {count|request was|requests were} open when the page was frozen and ended only afterwards: what the page would have shown of {count|it|them} may be missing from the picture and the text',
  },
  'asked-after-end': {
    'zh-CN': '记录结束后页面又 {count} 次请求连接服务器，均未放行，未向服务器发出任何内容',
    en: 'after the recording had ended the page asked {count} more {count|time|times} for a connection to a server; none was made, and nothing was sent',
  },
  'netlog-truncated': {
    'zh-CN': '浏览器网络日志超出上限或未写完，已截断',
    en: 'the browser’s network log is truncated: it exceeded its limit or was not completely written',
  },
  'redirects-without-end': { 'zh-CN': '重定向过多（{count} 次）', en: 'too many redirects ({count})' },
  'redirect-refused': {
    'zh-CN': '页面转向非公网地址，已拒绝：{host}（{why}）',
    en: 'the page led to an address that is not on the public internet; refused: {host} ({why})',
  },
  'unknown-host': { 'zh-CN': '域名无法解析：{host}', en: '{host} could not be resolved' },
  'connection-refused': {
    'zh-CN': '{host}（{address}）拒绝连接',
    en: '{host} ({address}) refused the connection',
  },
  'no-answer': { 'zh-CN': '{host} 没有应答', en: '{host} did not answer' },
  'load-failed': { 'zh-CN': '{host} 加载失败：{error}', en: '{host} could not be loaded: {error}' },
  'scroll-ended-by-pixels': {
    'zh-CN': '页面过长，滚动至 {height} 像素处停止',
    en: 'the page is too long: scrolling stopped at {height} px',
  },
  'scroll-ended-by-time': {
    'zh-CN': '滚动超时，页面高 {height} 像素；未滚动到的部分是否已载入无法确定',
    en: 'scrolling timed out; the page is {height} px high: whether what was not scrolled to had loaded is undetermined',
  },
  'scroll-ended-by-growth': {
    'zh-CN': '页面随滚动不断增长，滚动至 {height} 像素处停止',
    en: 'the page kept growing while scrolling; stopped at {height} px',
  },
  'inside-grows': {
    'zh-CN': '页面内部 {count} 个滚动区域随滚动不断增长，未滚动到底',
    en: '{count} scrolling {count|area|areas} inside the page kept growing while scrolling; the end was not reached',
  },
  'pictures-missing': {
    'zh-CN': '{of} 张图片中有 {count} 张未能显示',
    en: '{count} of {of} {of|image|images} did not load',
  },
  'pictures-late': {
    'zh-CN': '{of} 张图片中有 {count} 张在 {seconds} 秒内未载入，画面中是否有其内容无法确定',
    en: '{count} of {of} {of|image|images} had not loaded after {seconds} s; whether the picture shows {count|it|them} is undetermined',
  },
  'fonts-missing': {
    'zh-CN': '字体在 {seconds} 秒内未载入，画面中的文字可能不是网页指定的字体',
    en: 'the fonts were not there after {seconds} s; the picture may show text in other fonts than the page asks for',
  },
  'network-busy': {
    'zh-CN': '网络请求始终未停止，仍有 {open} 个请求',
    en: 'the network never became idle; {open} {open|request was|requests were} still open',
  },
  'page-moves-by-itself': {
    'zh-CN': '页面持续变化，未得到两帧相同的画面',
    en: 'the page kept changing; no two consecutive frames matched',
  },
  'not-held-still': { 'zh-CN': '未能使页面静止：{why}', en: 'the page could not be frozen: {why}' },
  'page-moves': {
    'zh-CN': '相邻图块在 {y} 像素处重叠的行不一致：截图期间页面发生变化',
    en: 'neighbouring tiles differ in their shared rows at {y} px: the page changed while the picture was taken',
  },
  'tiles-retaken': {
    'zh-CN': '有 {count} 个图块因重叠行不一致而重新截取',
    en: '{count} {count|tile was|tiles were} taken again because {count|its|their} shared rows differed',
  },
  'picture-cut-height': {
    'zh-CN': '页面高 {pixels} 像素，超过上限，只截取到 {cap} 像素',
    en: 'the page is {pixels} px high, over the limit: the picture ends at {cap} px',
  },
  'picture-cut-width': {
    'zh-CN': '页面宽 {pixels} 像素，超过上限，只截取到 {cap} 像素',
    en: 'the page is {pixels} px wide, over the limit: the picture ends at {cap} px',
  },
  'loaded-too-much': {
    'zh-CN': '页面加载了 {megabytes} MB，超过 32 MB，未生成 MHTML',
    en: 'the page loaded {megabytes} MB, more than 32 MB; no MHTML was made',
  },
  'document-too-long': {
    'zh-CN': '页面结构过长（{length} 个字符），未保存',
    en: 'the page structure is too long ({length} characters) and was not stored',
  },
  'browser-over-memory': {
    'zh-CN': '页面占用内存 {megabytes} MB，超过上限 {cap} MB，浏览器已被终止',
    en: 'the page used {megabytes} MB of memory, over the limit of {cap} MB; its browser was terminated',
  },
  'memory-not-watched': {
    'zh-CN': '本系统无法监视浏览器内存',
    en: 'browser memory cannot be monitored on this system',
  },
  'page-crashed': { 'zh-CN': '页面使浏览器进程崩溃', en: 'the page crashed its browser process' },
  'download-denied': { 'zh-CN': '拒绝了页面发起的下载：{url}', en: 'a download started by the page was denied: {url}' },
  'popups-without-end': {
    'zh-CN': '页面不断弹出窗口，已停止其脚本',
    en: 'the page kept opening pop-ups; its script was stopped',
  },
  'mhtml-too-large': {
    'zh-CN': 'MHTML 过大（{bytes} 字节），未保存',
    en: 'the MHTML is too large ({bytes} bytes) and was not stored',
  },
  'source-too-large': {
    'zh-CN': '主文档过大（{bytes} 字节），未保存原始字节',
    en: 'the main document is too large ({bytes} bytes); its original bytes were not stored',
  },
  'source-incomplete': {
    'zh-CN': '未能取得主文档原始字节：{why}',
    en: 'the original bytes of the main document could not be obtained: {why}',
  },
  'source-not-seen': { 'zh-CN': '未见到主文档的响应', en: 'no response for the main document was seen' },
  'encoding-guessed': {
    'zh-CN': '网页和服务器都没有声明字符编码，浏览器推测为 {used}；文字可能有误，以原始字节为准',
    en: 'neither the page nor the server declares a character encoding; the browser guessed {used}: words may be wrong, the original bytes count',
  },
  'encodings-differ': {
    'zh-CN': '声明的字符编码不一致（{declared}），浏览器按 {used} 读取；文字可能有误，以原始字节为准',
    en: 'the declared character encodings differ ({declared}); the browser read {used}: words may be wrong, the original bytes count',
  },
  'replacement-characters': {
    'zh-CN': '文字中有 {count} 个“�”：字节不能按 {used} 解读，或网页原样如此',
    en: 'the text holds {count} “�”: bytes that cannot be read as {used}, or the page says so itself',
  },
  'text-not-well-formed': {
    'zh-CN': '页面文字含无效字符，已以 U+FFFD 代替',
    en: 'the page text contained invalid characters, replaced by U+FFFD',
  },
  'text-positions-cut': {
    'zh-CN': '页面文字过多，只记录了前 {runs} 段的位置',
    en: 'the page has too much text; only the positions of the first {runs} {runs|segment|segments} are recorded',
  },
  'letters-not-measured': {
    'zh-CN': '页面文字过多，有 {count} 行未逐字测定位置；在这些行中按文字遮盖或加框时，以整行为准',
    en: 'the page has too much text; in {count} {count|line|lines} the position of each letter was not measured: there, covers and frames for words take the whole line',
  },
  'document-changed': {
    'zh-CN': '取证过程中页面被替换：取证的是 {from}，之后显示的是 {to}；替换之后的内容均未保存',
    en: 'the page was replaced during the capture: {from} was being captured, then {to} was shown; nothing after that was stored',
  },
  'document-made-by-page': {
    'zh-CN': '所显示的页面（{address}）由网页脚本自行生成，并非服务器 {served} 发送的页面',
    en: 'the page shown ({address}) was generated by the page’s own script; it is not the page sent by the server {served}',
  },
  'document-not-reached': {
    'zh-CN': '页面转往 {address}，但未能打开；画面是浏览器自身的错误提示，不是 {served} 的页面',
    en: 'the page went on to {address}, which could not be opened; the picture shows the browser’s own error notice, not the page of {served}',
  },
  'document-followed': {
    'zh-CN': '{from} 的页面自行转到 {to}；取证的是后者',
    en: 'the page at {from} went on to {to} by itself; the latter was captured',
  },
  'not-brought-to-rest': {
    'zh-CN': '页面在滚动和等待期间换成了另一页面：所取证的页面未从头滚动到底，也未等待其图片、字体和请求',
    en: 'the page was replaced by another while it was scrolled and waited for: the one captured was not scrolled from top to bottom, and its images, fonts and requests were not waited for',
  },
  'leaving-refused': {
    'zh-CN': '取证过程中页面 {from} 试图转往 {to}（{count} 次），已阻止，取证的仍是原页面',
    en: 'during the capture the page {from} tried to go to {to} ({count} {count|time|times}); this was prevented, and the original page was captured',
  },
  'address-changed-by-page': {
    'zh-CN': '服务器在 {from} 发送的页面自行将地址改为 {to}',
    en: 'the page sent by the server at {from} changed its own address to {to}',
  },
  'sections-brought-in': {
    'zh-CN': '浏览器略过了 {count} 个未进入屏幕的部分，已使其显示后截取（修改了这些部分的 content-visibility 样式）',
    en: 'the browser skipped {count} off-screen {count|part|parts}; {count|it was|they were} made visible for the picture (by changing the content-visibility style)',
  },
  'backgrounds-stay': {
    'zh-CN': '有 {count} 处背景固定在窗口中、不随页面滚动：整页截图在首屏以下不显示这些背景',
    en: '{count} {count|background stays|backgrounds stay} with the window instead of scrolling: below the first window the picture does not show {count|it|them}',
  },
  'seen-not-in-picture': {
    'zh-CN': '滚动时见到的至少 {count} 段文字不在截图中',
    en: 'at least {count} {count|text block|text blocks} seen while scrolling {count|is|are} not in the picture',
  },
  'text-not-in-picture': {
    'zh-CN': '页面的 {of} 处文字中有 {count} 处在画面中看不到',
    en: '{count} of {of} {of|piece|pieces} of text on the page {count|is|are} not visible in the picture',
  },
  'text-not-measured': {
    'zh-CN': '未能逐处核对文字是否显示在画面中；所存文字以浏览器给出的为准',
    en: 'which words the picture shows was not measured: the stored text is what the browser gave',
  },
  'covers-not-measured': {
    'zh-CN': '有 {count} 处文字可能被遮住，未逐处核对，按可见处理',
    en: 'something may cover {count} {count|piece|pieces} of text; this was not measured, and {count|it counts|they count} as visible',
  },
  'words-moved': {
    'zh-CN': '截取画面后有 {count} 处文字移动了位置：它们在画面中的位置不明',
    en: '{count} {count|piece|pieces} of text moved after the picture was taken: where the picture shows {count|it|them} is not known',
  },
  'words-of-styles-not-read': {
    'zh-CN': '有 {count} 处由样式写出或位于封闭组件中的内容未能读取，其中是否有文字无法确定',
    en: 'what styles write or closed components hold could not be read at {count} {count|place|places}; whether there is text is undetermined',
  },
  'font-maps-otherwise': {
    'zh-CN':
      '网页自带的字体“{family}”把字符画成了别的字符（比对的 {of} 个字符中有 {count} 个）：所存文字可能不是画面中看到的文字，以画面为准',
    en: 'the page’s own font “{family}” draws other characters than its text says ({count} of {of} compared): the words as stored may not be those that are seen; the picture governs',
  },
  'fonts-not-compared': {
    'zh-CN': '有 {count} 种网页自带的字体未能核对：用它们显示的文字，所存的可能与画面中看到的不同',
    en: '{count} of the page’s own {count|fonts was|fonts were} not compared with the characters of {count|its|their} text: the words as stored may differ there from those that are seen',
  },
  'rules-without-scripts-not-read': {
    'zh-CN': '暂停页面脚本后版面有变化，而其他网站的 {count} 个样式表无法读取：画面可能是没有脚本时的样子',
    en: 'the page changed when its scripts were held, and {count} style {count|sheet|sheets} of other sites could not be read: the picture may show what the page has for readers without scripts',
  },
  'frames-not-read': {
    'zh-CN': '有 {count} 个其他网站的框架未能读取文字；画面中可能有它们的文字',
    en: 'the text of {count} {count|frame|frames} of other sites could not be read; the picture may show it',
  },
  'text-changed-while-held': {
    'zh-CN': '截取画面期间页面文字发生变化，文字与画面可能不一致',
    en: 'the page text changed while the picture was taken: text and picture may differ',
  },
  'region-parts-lines': {
    'zh-CN': '截取边缘切断了 {count} 行文字；文字层只含这些行中完整位于截取范围内的字',
    en: 'the edge of the cut-out crosses {count} {count|line|lines} of text; only the letters that are whole inside it are in the text layer',
  },
  'region-cuts-words': {
    'zh-CN': '截取边缘切断了 {count} 行文字；这些行不在文字层中',
    en: 'the edge of the cut-out crosses {count} {count|line|lines} of text; {count|it is|they are} not in the text layer',
  },
  'page-empty': { 'zh-CN': '页面没有可见内容', en: 'the page has no visible content' },
  'login-required': { 'zh-CN': '需要登录（状态 {status}）', en: 'login required (status {status})' },
  'challenge-page': {
    'zh-CN': '得到的是验证页面，不是目标页面',
    en: 'a verification page was received instead of the target page',
  },
  'login-wall': {
    'zh-CN': '得到的是登录页面，不是目标页面',
    en: 'a login page was received instead of the target page',
  },
  'access-denied': { 'zh-CN': '网站拒绝访问：“{words}”', en: 'the site denied access: “{words}”' },
  'visitors-asked': {
    'zh-CN': '得到的不是目标页面，而是要求访客先行操作的页面：“{words}”',
    en: 'not the target page: the page received asks visitors for something first: “{words}”',
  },
  'site-unavailable': {
    'zh-CN': '网站称暂时不能提供页面：“{words}”',
    en: 'the site says it cannot provide the page: “{words}”',
  },
  'soft-404': {
    'zh-CN': '服务器返回成功状态，但页面称内容不存在：“{words}”',
    en: 'the server returned a success status, but the page says the content does not exist: “{words}”',
  },
  'content-removed': {
    'zh-CN': '页面称内容已被删除或无法查看：“{words}”',
    en: 'the page says the content was removed or cannot be viewed: “{words}”',
  },
  'may-be-wall': {
    'zh-CN': '页面含有“{words}”：得到的可能是登录、验证或拒绝访问的页面；是否为目标页面，以画面为准',
    en: 'the page says “{words}”: it may be a login, verification or access-denied page rather than the target page; the picture shows which',
  },
  'may-be-challenge': {
    'zh-CN': '页面含有验证码：得到的可能是验证页面；是否为目标页面，以画面为准',
    en: 'the page contains a CAPTCHA: it may be a verification page rather than the target page; the picture shows which',
  },
  'may-be-notice': {
    'zh-CN': '页面含有“{words}”：得到的可能是内容不存在的提示；是否为目标页面，以画面为准',
    en: 'the page says “{words}”: it may be a notice that the content does not exist rather than the target page; the picture shows which',
  },
  'error-status': { 'zh-CN': '服务器返回错误状态 {status}', en: 'the server returned error status {status}' },
  'sub-resources-failed': {
    'zh-CN': '{of} 个请求中有 {count} 个未成功',
    en: '{count} of {of} {of|request|requests} failed',
  },
  'dialog-dismissed': { 'zh-CN': '关闭了页面弹窗（{kind}）：{text}', en: 'a dialog was closed ({kind}): {text}' },
  'dialogs-without-end': {
    'zh-CN': '页面不断弹窗，已停止其脚本',
    en: 'the page kept opening dialogs; its script was stopped',
  },
  'popup-closed': { 'zh-CN': '关闭了弹出窗口：{url}', en: 'a pop-up was closed: {url}' },
  'private-network-allowed': {
    'zh-CN': '取证人允许访问内网和本机地址',
    en: 'the operator allowed private and loopback addresses',
  },
  'server-address-unknown': {
    'zh-CN': '经代理 {proxy} 取证，服务器地址未知',
    en: 'captured through the proxy {proxy}; the server address is unknown',
  },
  'browser-without-sandbox': {
    'zh-CN': '本机无法启用浏览器沙箱',
    en: 'the browser sandbox does not work on this computer and was off',
  },
} as const satisfies Record<string, Text>;
