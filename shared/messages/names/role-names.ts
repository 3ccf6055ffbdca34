import type { Role } from '../../case/record.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';

/** What a file of an item is, in words. Codes are kept for ever: records hold them. */
const names = {
  'screenshot-tile': { 'zh-CN': '整页画面（图块）', en: 'full-page picture (tile)' },
  screenshot: { 'zh-CN': '整页画面', en: 'full-page picture' },
  'screenshot-before': { 'zh-CN': '操作前的画面', en: 'picture before the actions' },
  'screenshot-expanded': { 'zh-CN': '展开内部滚动区域的画面', en: 'picture with inner scrolling areas expanded' },
  'screenshot-rolling': { 'zh-CN': '滚动拼接画面（图块）', en: 'rolling picture (tile)' },
  'screenshot-region': { 'zh-CN': '截取的部分画面', en: 'part of a picture' },
  'screenshot-screen': { 'zh-CN': '人工取证时的屏幕画面', en: 'screen at a capture by hand' },
  recording: { 'zh-CN': '人工操作期间的画面', en: 'frames recorded while working by hand' },
  'hand-log': { 'zh-CN': '人工操作记录', en: 'log of work by hand' },
  actions: { 'zh-CN': '对页面的操作', en: 'actions on the page' },
  'inner-scroll': { 'zh-CN': '内部滚动区域', en: 'inner scrolling areas' },
  rolling: { 'zh-CN': '滚动拼接记录', en: 'log of the rolling picture' },
  'rolling-positions': { 'zh-CN': '滚动拼接画面中文字的位置', en: 'positions of the text in the rolling picture' },
  'rolling-views': { 'zh-CN': '滚动拼接的各屏画面（ZIP）', en: 'views of the rolling picture (ZIP)' },
  mhtml: { 'zh-CN': '浏览器保存的网页（MHTML）', en: 'page as saved by the browser (MHTML)' },
  wacz: { 'zh-CN': '网页归档（WACZ，封存）', en: 'web archive (WACZ, sealed)' },
  'wacz-disclosure': { 'zh-CN': '网页归档（WACZ，供移交）', en: 'web archive (WACZ, for disclosure)' },
  source: { 'zh-CN': '服务器返回的源代码', en: 'HTML as received' },
  dom: { 'zh-CN': '渲染后的文档', en: 'rendered document' },
  text: { 'zh-CN': '可见文字', en: 'visible text' },
  'text-positions': { 'zh-CN': '可见文字的位置', en: 'positions of the visible text' },
  'page-facts': { 'zh-CN': '网页载明的信息', en: 'what the page states about itself' },
  headers: { 'zh-CN': '响应头与重定向', en: 'response headers and redirects' },
  'gateway-log': { 'zh-CN': '网络连接记录', en: 'log of network connections' },
  'certificate-chain': { 'zh-CN': '证书链', en: 'certificate chain' },
  'second-path': { 'zh-CN': '二次获取记录', en: 'log of the second fetch' },
  'second-path-body': { 'zh-CN': '二次获取所得内容', en: 'response to the second fetch' },
  netlog: { 'zh-CN': '浏览器网络日志（封存）', en: 'network log of the browser (sealed)' },
  environment: { 'zh-CN': '取证环境检查记录', en: 'environment record' },
  original: { 'zh-CN': '原文件', en: 'original file' },
  'page-words': { 'zh-CN': '遮盖后各页的文字', en: 'text of the redacted pages' },
  'page-text': { 'zh-CN': '页面文字', en: 'text of the pages' },
  'drawn-tile': { 'zh-CN': '依 HTML 绘制的画面', en: 'picture drawn from HTML' },
  'drawn-words': { 'zh-CN': '绘制画面中文字的位置', en: 'positions of the text in the drawn picture' },
  attachment: { 'zh-CN': '邮件附件', en: 'attachment of the e-mail' },
  dkim: { 'zh-CN': 'DKIM 核验记录', en: 'log of the DKIM verification' },
  disclosure: { 'zh-CN': '替换登录凭据后的副本（供移交）', en: 'copy with credentials replaced (for disclosure)' },
  'sealed-original': {
    'zh-CN': '略去登录凭据或本机名称前的原文件（封存）',
    en: 'file before credentials or names of the computer were left out (sealed)',
  },
  addresses: { 'zh-CN': '完整网址（封存）', en: 'complete addresses (sealed)' },
  credentials: { 'zh-CN': '取证时得知的登录凭据（封存）', en: 'credentials learnt in the capture (sealed)' },
  'redacted-words': { 'zh-CN': '被遮盖的词句（封存）', en: 'redacted words (sealed)' },
  'page-document': { 'zh-CN': '为证据册生成的 PDF 页面', en: 'PDF pages made for the bundle' },
  'page-image': { 'zh-CN': '为证据册生成的页面图像', en: 'page image made for the bundle' },
} as const satisfies Record<Role, Text>;

/** The role of a file in the language asked for, or in both. */
export function roleName(role: Role, language: CaseLanguage): string {
  return say(names[role], language);
}
