import type { Text } from '../../text.ts';

/** The steps of a capture, in words. */
export const captureStepNames = {
  browser: { 'zh-CN': '启动浏览器', en: 'start the browser' },
  load: { 'zh-CN': '加载页面', en: 'load the page' },
  scroll: { 'zh-CN': '逐屏滚动', en: 'scroll through the page' },
  'scroll-inside': { 'zh-CN': '滚动页面内部区域', en: 'scroll the areas inside the page' },
  'follow-document': {
    'zh-CN': '页面自行转到另一页面，对新页面重新滚动和等待',
    en: 'follow the page to another, and begin again there',
  },
  'pictures-and-fonts': { 'zh-CN': '等待图片与字体', en: 'wait for images and fonts' },
  'quiet-network': { 'zh-CN': '等待网络请求结束', en: 'wait for the network to become idle' },
  'scroll-to-top': { 'zh-CN': '回到页首', en: 'scroll to the top' },
  stillness: { 'zh-CN': '确认画面静止', en: 'confirm two identical frames' },
  'hold-still': { 'zh-CN': '冻结动画与脚本', en: 'freeze animations and scripts' },
  'bring-in': { 'zh-CN': '显示浏览器略过的部分', en: 'show parts skipped by the browser' },
  'hold-document': { 'zh-CN': '锁定所取证的页面', en: 'lock to one document' },
  'one-document': { 'zh-CN': '确认自始至终为同一页面', en: 'confirm it was the same document throughout' },
  'text-in-picture': { 'zh-CN': '核对文字是否在画面中', en: 'check that the text is in the picture' },
  'seen-in-picture': {
    'zh-CN': '核对滚动时所见是否在画面中',
    en: 'check that what was seen while scrolling is in the picture',
  },
  picture: { 'zh-CN': '截取整页画面', en: 'take the full-page picture' },
  record: { 'zh-CN': '记录服务器返回的内容', en: 'record the server responses' },
  archive: { 'zh-CN': '归档（WACZ）', en: 'write the archive (WACZ)' },
  'second-path': { 'zh-CN': '程序二次获取并比对', en: 'second fetch by the program, and comparison' },
  mhtml: { 'zh-CN': '保存 MHTML', en: 'save MHTML' },
  source: { 'zh-CN': '保存原始字节', en: 'save the original bytes' },
  'page-facts': { 'zh-CN': '读取网页载明的信息', en: 'read what the page states about itself' },
  'text-positions': { 'zh-CN': '记录文字位置', en: 'record text positions' },
  'dom-and-text': { 'zh-CN': '保存页面结构与文字', en: 'save page structure and text' },
} as const satisfies Record<string, Text>;

/** What is done to a page at the operator’s request, step by step. */
export const actionSteps = {
  'look-for-actions': { 'zh-CN': '查找可操作的元素', en: 'find elements to act on' },
  'picture-before': { 'zh-CN': '截取操作前的画面', en: 'take the picture before the actions' },
  'dismiss-banners': { 'zh-CN': '拒绝或关闭横幅', en: 'decline or close banners' },
  expand: { 'zh-CN': '展开全文', en: 'expand text' },
  'load-deferred-images': { 'zh-CN': '加载延迟的图片', en: 'load lazy images' },
  'by-hand': { 'zh-CN': '人工操作', en: 'work by hand' },
  'picture-of-screen': { 'zh-CN': '截取当时的屏幕画面', en: 'take a picture of the screen' },
  'inner-scroll': { 'zh-CN': '检查内部滚动区域', en: 'check for inner scrolling areas' },
  'expand-inner-scroll': {
    'zh-CN': '另行截取内部滚动区域展开后的画面',
    en: 'take a picture with inner scrolling areas expanded',
  },
  rolling: { 'zh-CN': '另行边滚动边截取并拼接画面', en: 'take a rolling picture while scrolling' },
} as const satisfies Record<string, Text>;

/** The step of a login session. */
export const sessionSteps = {
  session: { 'zh-CN': '载入登录会话', en: 'load the login session' },
} as const satisfies Record<string, Text>;

/** What a capture does within a limit of time: its steps, and what belongs to none. */
export const timedSteps = {
  ...captureStepNames,
  ...actionSteps,
  ...sessionSteps,
  recorder: { 'zh-CN': '启动网络记录程序', en: 'start the network recorder' },
  version: { 'zh-CN': '读取浏览器版本', en: 'read the version of the browser' },
  stuck: { 'zh-CN': '停止页面脚本', en: 'stop the page’s script' },
} as const satisfies Record<string, Text>;
