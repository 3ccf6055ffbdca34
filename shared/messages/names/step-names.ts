import { say, type CaseLanguage, type Text } from '../../language.ts';
import { actionSteps } from '../reasons/action-messages.ts';
import { kindSteps } from '../kinds/registry.ts';
import { intakeSteps } from './intake-steps.ts';
import { sessionSteps } from '../reasons/session-messages.ts';

/** The steps of a capture, in words. */
const captureSteps = {
  browser: { 'zh-CN': '启动浏览器', en: 'start the browser' },
  load: { 'zh-CN': '加载页面', en: 'load the page' },
  scroll: { 'zh-CN': '逐屏滚动', en: 'scroll through the page' },
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

/** A line that a step of a capture may write: it has words. */
export type StepLine =
  keyof typeof captureSteps | keyof typeof actionSteps | keyof typeof intakeSteps | keyof typeof sessionSteps;

const names: Readonly<Record<string, Text>> = {
  ...captureSteps,
  ...actionSteps,
  ...intakeSteps,
  ...kindSteps,
  ...sessionSteps,
};

/** A step's name in words; one of a newer program stays as it is. */
export function stepName(step: string, language: CaseLanguage): string {
  const text = names[step];
  return text ? say(text, language) : step;
}
