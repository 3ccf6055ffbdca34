import { fill, inEach, type CaseLanguage, type Text } from '../../language.ts';

/** The fields that a court needs of each item, in the order in which they are printed. */
export const fieldNames = {
  'item-id': { 'zh-CN': '证据编号（程序内部标识）', en: 'Item ID' },
  class: { 'zh-CN': '类别', en: 'Category' },
  'evidence-kind': { 'zh-CN': '证据种类', en: 'Kind of evidence' },
  party: { 'zh-CN': '提交方', en: 'Submitting party' },
  title: { 'zh-CN': '证据名称', en: 'Title' },
  'source-type': { 'zh-CN': '来源', en: 'Source' },
  method: { 'zh-CN': '取证方式', en: 'Method' },
  outcome: { 'zh-CN': '取证结果', en: 'Outcome' },
  'url-requested': { 'zh-CN': '取证网址', en: 'URL requested' },
  'url-final': { 'zh-CN': '最终网址', en: 'Final URL' },
  redirects: { 'zh-CN': '重定向链', en: 'Redirect chain' },
  'page-title': { 'zh-CN': '网页标题', en: 'Page title' },
  'http-status': { 'zh-CN': 'HTTP 状态', en: 'HTTP status' },
  'response-headers': { 'zh-CN': '响应头', en: 'Response headers' },
  'server-address': { 'zh-CN': '服务器地址', en: 'Server address' },
  'dns-answer': { 'zh-CN': 'DNS 应答', en: 'DNS answer' },
  'tls-certificate': { 'zh-CN': 'TLS 证书', en: 'TLS certificate' },
  connection: {
    'zh-CN': '加密连接（协议、套件、证书结论）',
    en: 'Encrypted connection (protocol, cipher, certificate)',
  },
  'second-path': { 'zh-CN': '二次获取', en: 'Second fetch' },
  'html-as-received': { 'zh-CN': '服务器返回的源代码', en: 'HTML as received' },
  'rendered-document': { 'zh-CN': '渲染后的文档', en: 'Rendered document' },
  'web-archive': { 'zh-CN': '网页归档（WACZ、MHTML）', en: 'Web archive (WACZ, MHTML)' },
  resources: { 'zh-CN': '资源清单与失败', en: 'Resources and failures' },
  picture: { 'zh-CN': '整页画面', en: 'Full-page picture' },
  'picture-strategy': { 'zh-CN': '滚动与截取方式', en: 'Scrolling and tiles' },
  'picture-truncated': { 'zh-CN': '画面是否截断', en: 'Picture truncated' },
  'inner-scroll': { 'zh-CN': '内部滚动或被截断的区域', en: 'Inner scrolling or truncated areas' },
  'page-actions': { 'zh-CN': '对页面的操作', en: 'Actions on the page' },
  'visible-text': { 'zh-CN': '可见文字', en: 'Visible text' },
  published: { 'zh-CN': '网页载明的发布时间', en: 'Published (as stated on the page)' },
  modified: { 'zh-CN': '网页载明的修改时间', en: 'Modified (as stated on the page)' },
  author: { 'zh-CN': '网页载明的作者', en: 'Author (as stated on the page)' },
  'site-name': { 'zh-CN': '网站名称', en: 'Site name' },
  'icp-licence': { 'zh-CN': '网站备案（许可）号', en: 'ICP filing or licence no.' },
  'canonical-url': { 'zh-CN': '规范网址', en: 'Canonical URL' },
  'page-language': { 'zh-CN': '网页语言', en: 'Language of the page' },
  context: { 'zh-CN': '转评、阅读量、警示信息、推送渠道', en: 'Reposts, comments, views, risk label, channel' },
  recipient: { 'zh-CN': '接收人与账号', en: 'Recipient and account' },
  started: { 'zh-CN': '开始时间', en: 'Started' },
  ended: { 'zh-CN': '结束时间', en: 'Ended' },
  clock: { 'zh-CN': '时钟来源与偏差', en: 'Clock source and offset' },
  collector: { 'zh-CN': '取证人', en: 'Operator' },
  'collector-standing': {
    'zh-CN': '取证人证件号、单位、身份及与当事人的关系',
    en: 'Operator’s licence no., employer, capacity and relation to the party',
  },
  device: { 'zh-CN': '设备与操作系统', en: 'Device and operating system' },
  program: { 'zh-CN': '取证程序及其哈希值', en: 'Program and its hash' },
  browser: { 'zh-CN': '浏览器及其哈希值', en: 'Browser and its hash' },
  'locale-and-zone': { 'zh-CN': '语言区域与时区', en: 'Locale and time zone' },
  'egress-address': { 'zh-CN': '出口 IP 地址', en: 'Egress IP address' },
  network: { 'zh-CN': '网络接口与 DNS 服务器', en: 'Network interfaces and DNS servers' },
  proxy: { 'zh-CN': '代理状态', en: 'Proxy state' },
  'logged-in-account': { 'zh-CN': '登录账号', en: 'Logged-in account' },
  'hosts-file': { 'zh-CN': 'hosts 文件检查', en: 'Hosts file check' },
  cleanliness: { 'zh-CN': '取证环境检查记录', en: 'Environment record (cleanliness)' },
  'operation-log': { 'zh-CN': '操作日志', en: 'Operation log' },
  warnings: { 'zh-CN': '提示', en: 'Warnings' },
  files: { 'zh-CN': '各文件的字节数与 SHA-256', en: 'Files, bytes and SHA-256' },
  manifest: { 'zh-CN': '清单（记录）的 SHA-256', en: 'SHA-256 of the manifest (record)' },
  anchor: { 'zh-CN': '外部存证', en: 'External document' },
  storage: { 'zh-CN': '存储介质与路径', en: 'Storage medium and path' },
  'storage-copies': { 'zh-CN': '副本与访问权限', en: 'Copies and access rights' },
  custody: { 'zh-CN': '保管日志', en: 'Custody log' },
  conversions: { 'zh-CN': '转换记录', en: 'Conversions' },
  redactions: { 'zh-CN': '遮盖记录', en: 'Redactions' },
  'original-location': { 'zh-CN': '原件所在', en: 'Location of the original' },
  'court-compared': { 'zh-CN': '法院核对', en: 'Comparison by the court' },
  purpose: { 'zh-CN': '证明目的', en: 'Purpose of proof' },
  summary: { 'zh-CN': '内容摘要', en: 'Summary' },
  elements: { 'zh-CN': '对应要件', en: 'Elements to be proved' },
  'exhibit-pages': { 'zh-CN': '页码', en: 'Page range' },
  'opponent-remarks': { 'zh-CN': '对方质证意见', en: 'Opponent’s comments' },
  'later-check': { 'zh-CN': '后续复查', en: 'Later check' },
} as const satisfies Record<string, Text>;
export type FieldId = keyof typeof fieldNames;

/** Why a field is not recorded. */
export const notRecordedReasons = {
  'older-program': {
    'zh-CN': '取证时的程序版本不记录此项',
    en: 'not recorded by the program version used for the capture',
  },
  imported: { 'zh-CN': '导入的文件，并非由本程序取证', en: 'imported file, not captured by this program' },
  'not-imported': { 'zh-CN': '由本程序取证，不适用', en: 'captured by this program; not applicable' },
  'no-page': { 'zh-CN': '未取得页面', en: 'no page was obtained' },
  'not-kept': {
    'zh-CN': '未取得此文件，原因见操作日志',
    en: 'this file was not obtained; for the reason see the operation log',
  },
  'not-stated': { 'zh-CN': '取证人未填写', en: 'not stated by the operator' },
  'page-is-silent': { 'zh-CN': '页面未载明，程序不作推测', en: 'not stated on the page; the program does not guess' },
  'not-extracted': {
    'zh-CN': '程序不提取此项，见画面与可见文字',
    en: 'not extracted by the program; see the picture and the visible text',
  },
  'behind-proxy': { 'zh-CN': '经代理取证，或未连接到服务器', en: 'captured through a proxy, or no server was reached' },
  'not-encrypted': {
    'zh-CN': '连接未加密（http），无证书',
    en: 'the connection was not encrypted (http), so there is no certificate',
  },
  'no-certificate': { 'zh-CN': '未取得证书链', en: 'the certificate chain was not obtained' },
  none: { 'zh-CN': '截至目前没有', en: 'none so far' },
  elsewhere: {
    'zh-CN': '此处不列；对同一网址的其他取证为案件中单独的证据项',
    en: 'not listed here; any other capture of the same address is a separate item in the case',
  },
  'no-exhibit': { 'zh-CN': '尚未编入证据目录', en: 'not yet listed in the exhibit catalogue' },
  'left-to-court': { 'zh-CN': '由法院或对方填写', en: 'to be completed by the court or the opposing party' },
  'left-out-of-bundle': {
    'zh-CN': '因设备而异，不印入证据册',
    en: 'differs between devices; not printed in the bundle',
  },
} as const satisfies Record<string, Text>;
export type NotRecorded = keyof typeof notRecordedReasons;

/** Words inside values. */
const words = {
  identity: { 'zh-CN': '身份、资格', en: 'identity' },
  capacity: { 'zh-CN': '职务', en: 'capacity' },
  employer: { 'zh-CN': '所在单位', en: 'employer' },
  interest: { 'zh-CN': '与本案的利害关系', en: 'interest in the case' },
  default: { 'zh-CN': '电子数据（默认）', en: 'electronic data (default)' },
  ownCapture: { 'zh-CN': '申请人以 {program} 自行取证', en: 'captured by the applicant with {program}' },
  imported: { 'zh-CN': '导入文件，并非由本程序取证', en: 'imported file, not captured by this program' },
  automatic: {
    'zh-CN': '程序自动对网页取证：固定步骤，全新浏览器配置，{device}视图',
    en: 'automatic web capture: fixed steps, fresh browser profile, {device} view',
  },
  inSession: {
    'zh-CN': '程序自动对网页取证：固定步骤，新的浏览器配置载入登录会话的 Cookie 与存储，{device}视图',
    en: 'automatic web capture: fixed steps, new browser profile with the cookies and storage of a login session, {device} view',
  },
  sessionSince: {
    'zh-CN': '登录会话 {session}，登录于 {since}，自 {address} 开始，载入 {cookies} 个 Cookie',
    en: 'login session {session}, since {since}, started at {address}, with {cookies} {cookies|cookie|cookies}',
  },
  byHand: {
    'zh-CN':
      '取证人先在浏览器中人工操作 {seconds} 秒（{navigations} 次导航、{clicks} 次点击、{keys} 次按键、{scrolls} 次滚动），再由程序取证',
    en: 'the operator first worked by hand in the browser for {seconds} s ({navigations} {navigations|navigation|navigations}, {clicks} {clicks|click|clicks}, {keys} {keys|keystroke|keystrokes}, {scrolls} {scrolls|scroll|scrolls}); then the program captured',
  },
  loginNotStated: {
    'zh-CN': '人工操作的会话，是否登录及账号：取证人未填写',
    en: 'session worked by hand; whether logged in, and with which account: not stated by the operator',
  },
  sessionNotStated: { 'zh-CN': '已登录，账号：取证人未填写', en: 'logged in; account: not stated by the operator' },
  importStep: { 'zh-CN': '导入文件，原字节保存', en: 'file imported, stored byte for byte' },
  noRedirects: { 'zh-CN': '无重定向', en: 'no redirects' },
  desktop: { 'zh-CN': '桌面', en: 'desktop' },
  phone: { 'zh-CN': '手机', en: 'phone' },
  size: { 'zh-CN': '{width} × {height} 设备像素', en: '{width} × {height} device pixels' },
  view: {
    'zh-CN': '视口 {width} × {height} CSS 像素，设备像素比 {scale}，{device}',
    en: 'viewport {width} × {height} CSS px, device pixel ratio {scale}, {device}',
  },
  tiles: {
    'zh-CN': '{count} 个图块，相邻图块重叠 {overlap} 行',
    en: '{count} {count|tile|tiles}; adjacent tiles share {overlap} {overlap|row|rows}',
  },
  oneTile: { 'zh-CN': '1 个图块', en: '1 tile' },
  whole: { 'zh-CN': '未截断', en: 'not truncated' },
  wholeAsFarAsLooked: {
    'zh-CN': '未见截断（未检查页面内部的滚动区域）',
    en: 'not found truncated (inner scrolling areas were not checked)',
  },
  innerNotWhole: {
    'zh-CN': '页面有 {count} 处内部滚动区域，整页画面不含其全部内容',
    en: 'the page has {count} inner scrolling {count|area|areas}, whose content is not all in the full-page picture',
  },
  stitched: { 'zh-CN': '由 {count} 张截图拼接', en: 'stitched from {count} {count|screenshot|screenshots}' },
  frames: {
    'zh-CN': '自视频取出关键画面，视频原文件保留',
    en: 'key frames were extracted from the film; the film itself is stored',
  },
  derivedItem: {
    'zh-CN': '由程序自案件内另一证据项制成（见转换记录、遮盖记录）',
    en: 'made by the program from another item in the case (see conversions and redactions)',
  },
  laterLook: {
    'zh-CN': '本项即为对同一网址的再次取证；前次：{earlier}',
    en: 'this item is a later capture of the same address; the earlier one: {earlier}',
  },
  statesSeveral: {
    'zh-CN': '网页载明的内容不一致：{values}',
    en: 'the page states different things: {values}',
  },
  noActions: {
    'zh-CN': '未作任何操作：按打开时的页面取证',
    en: 'none: the page was captured as opened',
  },
  noInnerScroll: { 'zh-CN': '未发现', en: 'none found' },
  noFailuresButIcon: {
    'zh-CN': '除网站图标外，未见失败的资源请求',
    en: 'no failed request seen, except for the site’s icon',
  },
  unseenTexts: {
    'zh-CN': '文档所含而整页画面未显示的文字：{count} 处，另行保存',
    en: 'texts of the document that the full-page picture does not show: {count}, kept apart',
  },
  unseenTextsUnknown: {
    'zh-CN': '文档所含而整页画面未显示的文字：未测量，或未全部测量',
    en: 'texts of the document that the full-page picture does not show: not measured, or not all of them',
  },
  noFailures: { 'zh-CN': '未见失败的资源请求', en: 'no failed resource requests seen' },
  deviceClock: { 'zh-CN': '本机时钟', en: 'this device’s own clock' },
  presented: {
    'zh-CN': '请求该网页时所发的请求头：User-Agent：{agent}；Accept-Language：{languages}',
    en: 'request headers sent with the request for the page: User-Agent: {agent}; Accept-Language: {languages}',
  },
  presentedUnseen: {
    'zh-CN': '请求该网页时所发的 User-Agent 和 Accept-Language 未能记录',
    en: 'the User-Agent and Accept-Language of the request for the page could not be recorded',
  },
  headerNotSent: { 'zh-CN': '（未发送）', en: '(not sent)' },
  languageChosen: { 'zh-CN': '所请求的语言由取证人选定', en: 'the languages asked for were chosen by the operator' },
  agentChosen: { 'zh-CN': 'User-Agent 由取证人选定', en: 'the User-Agent was chosen by the operator' },
  noLogin: { 'zh-CN': '未登录（全新空白配置）', en: 'not logged in (fresh, empty profile)' },
  accountStated: { 'zh-CN': '账号：{value}', en: 'account: {value}' },
  receivedBy: { 'zh-CN': '接收人：{value}', en: 'received by: {value}' },
  formed: { 'zh-CN': '形成时间（导入时所述）：{value}', en: 'made on (as stated at import): {value}' },
  formedUnknown: { 'zh-CN': '形成时间不详（导入时所述）', en: 'time of making unknown (as stated at import)' },
  receivedOn: { 'zh-CN': '接收设备：{value}', en: 'received on: {value}' },
  algorithm: { 'zh-CN': '算法：SHA-256', en: 'algorithm: SHA-256' },
  casefolder: { 'zh-CN': '案件文件夹：{value}', en: 'case folder: {value}' },
  unconverted: { 'zh-CN': '无：各文件按取得时的字节保存', en: 'none: every file is stored as obtained' },
  pageImages: {
    'zh-CN': '为装订生成 {count} 个页面图像，原件保留',
    en: '{count} page {count|image was|images were} made for the bundle; the original is stored',
  },
  derived: { 'zh-CN': '派生文件：{name}（原图块保留）', en: 'derived file: {name} (the original tiles are stored)' },
  redactedFrom: {
    'zh-CN': '由封存的证据 {parent}（记录 SHA-256 {record}）制成，画面遮盖 {count} 处；理由：{reason}',
    en: 'made from the sealed item {parent} (record SHA-256 {record}), {count} {count|area|areas} of the picture covered; reason: {reason}',
  },
  repainted: {
    'zh-CN':
      '画面自证据 {parent} 的画面解码、遮盖后重新编码；被遮盖的文字（未逐字测定位置的，连同所在整行）已从文字层移除',
    en: 'the picture was decoded from that of item {parent}, covered and encoded again; covered text was removed from the text layer, with its whole lines where letters were not measured',
  },
  wordsMasked: {
    'zh-CN': '记录中凡有所遮盖词句之处，均以标记代替',
    en: 'wherever the record contained the covered words, a mark replaces them',
  },
  regionOf: {
    'zh-CN':
      '截取自证据 {parent}（记录 SHA-256 {record}）画面的 x {x}、y {y}、宽 {width}、高 {height} 像素处；理由：{reason}',
    en: 'cut from the picture of item {parent} (record SHA-256 {record}) at x {x}, y {y}, width {width}, height {height} px; reason: {reason}',
  },
  native: {
    'zh-CN': '原生电子数据，存于案件文件夹；网页在上述网址',
    en: 'native electronic data, stored in the case folder; the page itself is at the URL above',
  },
  copyKept: {
    'zh-CN': '导入文件的原字节存于案件文件夹；其来源设备：{value}',
    en: 'the imported bytes are stored in the case folder; source device: {value}',
  },
  notStated: { 'zh-CN': '未填写', en: 'not stated' },
  excluded: { 'zh-CN': '已排除：{value}', en: 'excluded: {value}' },
  milliseconds: { 'zh-CN': '{ms} 毫秒', en: '{ms} ms' },
  proxied: { 'zh-CN': '经代理 {proxy}', en: 'through proxy {proxy}' },
} as const satisfies Record<string, Text>;

/** A word of a value in the language asked for, or in both. */
export function fieldWord(
  word: keyof typeof words,
  language: CaseLanguage,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return inEach(language, (one) => fill(words[word][one], params));
}
