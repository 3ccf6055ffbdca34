import type { PerformedAction, Acted, InnerScroll, PageAction } from '../../case/capture/page-actions.ts';
import { readableInstant } from '../../instant.ts';
import { listed, say, type CaseLanguage, type Text } from '../../language.ts';
import { actionSteps } from '../names/capture-steps.ts';

/** Why an action on a page ended as it did, and what is warned of. Codes are kept for ever: records hold them. */
export const actionReasons = {
  'nothing-to-act-on': {
    'zh-CN': '页面上没有可作此操作的元素，页面未作改动',
    en: 'nothing to do: no matching element; the page was not changed',
  },
  'changed-by-actions': {
    'zh-CN': '应取证人要求，程序对页面作了 {count} 处操作，画面为操作之后的页面（见 actions.json；操作前的画面另存）',
    en: 'the page was changed by {count} {count|action|actions} at the operator’s request; the picture shows the page afterwards (see actions.json; a picture from before is stored)',
  },
  'address-changed-by-actions': {
    'zh-CN': '操作使页面地址由 {from} 变为 {to}',
    en: 'the actions changed the page’s address from {from} to {to}',
  },
  'expand-bound': {
    'zh-CN': '展开 {count} 处后达到上限，可能仍有未展开的内容',
    en: 'the limit was reached after expanding {count} {count|element|elements}; more content may be collapsed',
  },
  'page-too-large-to-search': {
    'zh-CN': '页面元素过多，只查看了前面部分',
    en: 'the page has too many elements; only the first ones were examined',
  },
  'banners-hidden': {
    'zh-CN': '{count} 个横幅没有拒绝或关闭按钮，已隐藏其显示（仍在页面结构中）',
    en: '{count} {count|banner|banners} had no button to decline or close and {count|was|were} hidden (still in the document)',
  },
  'banners-left': { 'zh-CN': '横幅过多，尚余 {count} 个', en: 'too many banners; {count} {count|remains|remain}' },
  'deferred-images-missing': {
    'zh-CN': '{of} 张延迟加载的图片中有 {count} 张未取得',
    en: '{count} of {of} lazy-loaded {of|image|images} failed to load',
  },
  'deferred-images-late': {
    'zh-CN': '{of} 张延迟加载的图片中有 {count} 张在 {seconds} 秒内未载入，画面中是否有其内容无法确定',
    en: '{count} of {of} lazy-loaded {of|image|images} had not loaded after {seconds} s; whether the picture shows {count|it|them} is undetermined',
  },
  'deferred-images-bound': {
    'zh-CN': '延迟加载的图片过多，只请求了 {of} 张（其中 {count} 张未取得）',
    en: 'too many lazy-loaded images: {of} {of|was|were} requested, {count} of which failed to load',
  },
  'scrolls-inside': {
    'zh-CN': '页面有 {count} 处内部滚动区域，共 {pixels} 像素的内容不在整页画面中',
    en: 'the page has {count} inner scrolling {count|area|areas}: {pixels} px of content are not in the full-page picture',
  },
  'clips-text': {
    'zh-CN': '页面自身截断了 {count} 处文字，未完整显示',
    en: 'the page itself truncates text in {count} {count|place|places}: it is not shown in full',
  },
  'still-scrolls-inside': {
    'zh-CN': '展开后仍有 {count} 处内部滚动区域，{pixels} 像素未显示',
    en: '{count} {count|area still scrolls|areas still scroll} after expanding; {pixels} px are not shown',
  },
  'captured-by-hand': {
    'zh-CN': '取证前由取证人在浏览器中人工操作 {seconds} 秒（不记录键入内容）',
    en: 'before the capture the operator worked by hand in the browser for {seconds} s (typing is not recorded)',
  },
  'recording-capped': {
    'zh-CN': '录像达到上限（{frames} 帧）后停止，或部分操作未记入',
    en: 'the recording stopped at its limit ({frames} {frames|frame|frames}), or some actions are missing from the log',
  },
  'credentials-typed': {
    'zh-CN': '取证前曾在页面中键入内容；为不保存登录凭据，未保存网络归档和 Cookie',
    en: 'something was typed into the page before the capture; to avoid storing credentials, no network archive and no cookies were stored',
  },
} as const satisfies Record<string, Text>;

const actionNames = {
  'dismiss-banners': actionSteps['dismiss-banners'],
  expand: actionSteps.expand,
  'load-deferred-images': actionSteps['load-deferred-images'],
} as const satisfies Record<PageAction, Text>;

const whatNames = {
  clicked: { 'zh-CN': '点击', en: 'clicked' },
  hidden: { 'zh-CN': '隐藏', en: 'hidden' },
  'image-asked-for': { 'zh-CN': '请求图片', en: 'image requested' },
  'left-alone': { 'zh-CN': '未操作', en: 'not touched' },
} as const satisfies Record<PerformedAction['what'], Text>;

const effectNames: Readonly<Record<string, Text>> = {
  'page-changed': { 'zh-CN': '页面随之变化', en: 'the page changed' },
  'nothing-changed': { 'zh-CN': '页面无变化', en: 'nothing changed' },
  'leaving-stopped': { 'zh-CN': '页面将转往他处，已阻止', en: 'the page was about to leave and was stopped' },
  'leads-away': { 'zh-CN': '通往其他网址的链接', en: 'a link to another address' },
  'sends-form': { 'zh-CN': '提交表单的按钮', en: 'a button that submits a form' },
  refused: { 'zh-CN': '已拒绝', en: 'declined' },
  closed: { 'zh-CN': '已关闭', en: 'closed' },
  'banner-stayed': { 'zh-CN': '横幅仍在', en: 'the banner stayed' },
  'no-button-to-refuse': { 'zh-CN': '没有拒绝或关闭按钮', en: 'no button to decline or close' },
  'image-came': { 'zh-CN': '已取得', en: 'loaded' },
  'image-failed': { 'zh-CN': '未取得', en: 'failed to load' },
  'image-late': { 'zh-CN': '超时未取得', en: 'timed out' },
};

const words = {
  asked: { 'zh-CN': '应取证人要求：{actions}', en: 'at the operator’s request: {actions}' },
  none: { 'zh-CN': '没有可操作的元素，页面未作改动', en: 'nothing to do; the page was not changed' },
  more: { 'zh-CN': '另有 {count} 处，见 actions.json', en: '{count} more: see actions.json' },
  before: {
    'zh-CN': '操作前的画面：{width} × {height} 像素',
    en: 'picture before the actions: {width} × {height} px',
  },
  beforeCut: {
    'zh-CN': '操作前的画面：{width} × {height} 像素（只含页面前部）',
    en: 'picture before the actions: {width} × {height} px (first part of the page only)',
  },
  act: {
    'zh-CN': '{at} {what}“{text}”，位置 ({x}, {y})，{selector}：{effect}',
    en: '{at} {what}: “{text}” at ({x}, {y}), {selector}: {effect}',
  },
  expanded: {
    'zh-CN': '另有内部滚动区域展开后的画面：{width} × {height} 像素',
    en: 'a separate picture with inner scrolling areas expanded: {width} × {height} px',
  },
  notExpanded: {
    'zh-CN': '未另行截取展开的画面',
    en: 'no picture with inner scrolling areas expanded was taken',
  },
  part: {
    'zh-CN':
      '{selector}，位置 ({x}, {y})，显示 {width} × {height}，未显示：下方 {hiddenHeight}、右侧 {hiddenWidth} 像素',
    en: '{selector} at ({x}, {y}) shows {width} × {height}; not shown: {hiddenHeight} px below, {hiddenWidth} px to the right',
  },
} as const satisfies Record<string, Text>;

/** What was done to a page, line by line: the wish first, then each act, then the picture from before. */
export function actedLines(
  { asked, done, acts, before }: Acted,
  language: CaseLanguage,
  most: number,
): readonly string[] {
  const shown = acts.slice(0, most);
  const left = acts.filter(({ what }) => what === 'left-alone').length;
  const more = Math.max(acts.length, done + left) - shown.length;
  return [
    say(words.asked, language, {
      actions: listed(
        asked.map((action) => say(actionNames[action], language)),
        language,
      ),
    }),
    ...(done === 0 ? [say(words.none, language)] : []),
    ...shown.map((act) => actLine(act, language)),
    ...(more > 0 ? [say(words.more, language, { count: more })] : []),
    ...(before ? [say(before.whole ? words.before : words.beforeCut, language, sizeOf(before))] : []),
  ];
}

function actLine({ at, what, text, selector, x, y, effect }: PerformedAction, language: CaseLanguage): string {
  const named = effectNames[effect];
  return say(words.act, language, {
    at: readableInstant(at).slice(11, 30),
    what: say(whatNames[what], language),
    text,
    selector,
    x,
    y,
    effect: named ? say(named, language) : effect,
  });
}

/** Parts that scroll inside, and whether they were taken at full size. */
export function innerScrollLines(
  { parts, expanded }: InnerScroll,
  language: CaseLanguage,
  most: number,
): readonly string[] {
  const shown = parts.slice(0, most);
  const rest = parts.length - shown.length;
  return [
    ...shown.map((part) => say(words.part, language, part)),
    ...(rest > 0 ? [`+ ${rest}`] : []),
    expanded ? say(words.expanded, language, sizeOf(expanded)) : say(words.notExpanded, language),
  ];
}

const sizeOf = ({ width, height }: Readonly<{ width: number; height: number }>) => ({ width, height });
