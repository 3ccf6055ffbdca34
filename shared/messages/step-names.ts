import { say, type CaseLanguage, type Text } from '../language.ts';
import { actionSteps } from './action-messages.ts';
import { intakeSteps } from './intake-steps.ts';
import { sessionSteps } from './session-messages.ts';

/** The steps of a capture, in words. */
const captureSteps = {
  browser: { 'zh-CN': '启动浏览器', en: 'start the browser' },
  load: { 'zh-CN': '加载页面', en: 'load the page' },
  scroll: { 'zh-CN': '逐屏滚动', en: 'scroll through' },
  'pictures-and-fonts': { 'zh-CN': '等待图片与字体', en: 'await pictures and fonts' },
  'quiet-network': { 'zh-CN': '等待网络静止', en: 'await a quiet network' },
  'scroll-to-top': { 'zh-CN': '回到页首', en: 'scroll to the top' },
  stillness: { 'zh-CN': '确认画面静止', en: 'two equal frames' },
  'hold-still': { 'zh-CN': '冻结动画与脚本', en: 'hold animations and scripts still' },
  picture: { 'zh-CN': '截取整页画面', en: 'take the picture' },
  record: { 'zh-CN': '记录服务器发送的全部内容', en: 'record what the servers sent' },
  archive: { 'zh-CN': '归档（WACZ）', en: 'pack the archive (WACZ)' },
  'second-path': { 'zh-CN': '程序独立复取并比对', en: 'fetch it again independently, and compare' },
  mhtml: { 'zh-CN': '保存 MHTML', en: 'save MHTML' },
  source: { 'zh-CN': '保存原始字节', en: 'keep the bytes as sent' },
  'page-facts': { 'zh-CN': '读取网页载明的信息', en: 'read what the page says of itself' },
  'text-positions': { 'zh-CN': '记录文字位置', en: 'note where the words stand' },
  'dom-and-text': { 'zh-CN': '保存页面结构与文字', en: 'keep document and text' },
} as const satisfies Record<string, Text>;

const names: Readonly<Record<string, Text>> = { ...captureSteps, ...actionSteps, ...intakeSteps, ...sessionSteps };

/** A step's name in words; one of a newer program stays as it is. */
export function stepName(step: string, language: CaseLanguage): string {
  const text = names[step];
  return text ? say(text, language) : step;
}
