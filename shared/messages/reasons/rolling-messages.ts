import { numberedPieces, type Rolling } from '../../case/capture/rolling.ts';
import { say, type CaseLanguage, type Text } from '../../language.ts';

/** How a rolling picture ended, and what is warned of. Codes are kept for ever: records hold them. */
export const rollingReasons = {
  'nothing-scrolls': {
    'zh-CN': '页面没有可滚动的内容，未作滚动拼接',
    en: 'nothing on the page scrolls: no rolling picture was taken',
  },
  'rolling-apart': {
    'zh-CN':
      '滚动拼接画面分为 {pieces} 段：有 {breaks} 处前后两屏没有可确定相同的像素行，未作拼接（第一处在第 {row} 行之后、第 {view} 屏之后）',
    en: 'the rolling picture is in {pieces} {pieces|piece|pieces}: at {breaks} {breaks|place|places} two views share no rows that say where they belong, and were not joined (first after row {row}, after view {view})',
  },
  'rolling-ended-by-views': {
    'zh-CN': '滚动拼接达到屏数上限后停止，画面高 {height} 像素，其后的内容未截取',
    en: 'the rolling picture stopped at the limit of views, {height} px high; what follows is not in it',
  },
  'rolling-ended-by-pixels': {
    'zh-CN': '滚动拼接达到高度上限后停止，画面高 {height} 像素，其后的内容未截取',
    en: 'the rolling picture stopped at the limit of height, {height} px high; what follows is not in it',
  },
  'rolling-ended-by-bytes': {
    'zh-CN': '滚动拼接达到文件大小上限后停止，画面高 {height} 像素，其后的内容未截取',
    en: 'the rolling picture stopped at the limit of file size, {height} px high; what follows is not in it',
  },
  'rolling-ended-by-time': {
    'zh-CN': '滚动拼接因时限将到而停止，画面高 {height} 像素，其后的内容未截取',
    en: 'the rolling picture stopped when the time was nearly up, {height} px high; what follows is not in it',
  },
  'rolling-ended-by-stuck': {
    'zh-CN': '滚动拼接时页面不再移动，画面高 {height} 像素，其后的内容未截取',
    en: 'the page did not scroll any further while the rolling picture was taken, {height} px high; what follows is not in it',
  },
  'rolling-ended-by-stopped': {
    'zh-CN': '滚动拼接时页面不再响应，画面高 {height} 像素，其后的内容未截取',
    en: 'the page stopped responding while the rolling picture was taken, {height} px high; what follows is not in it',
  },
  'rolling-released': {
    'zh-CN':
      '滚动拼接画面中，固定于窗口的 {hidden} 个部分未显示，吸附于窗口边缘的 {moved} 个部分改为随页面移动（整页画面不受影响）',
    en: 'in the rolling picture, {hidden} {hidden|part|parts} fixed to the window {hidden|is|are} not shown and {moved} sticky {moved|part moves|parts move} along with the page (the full-page picture is unaffected)',
  },
  'rolling-content-moved': {
    'zh-CN':
      '滚动拼接期间，内容在滚动之外自行下移 {down} 像素、上移 {up} 像素（如上方插入或移除内容），按相同的像素行拼接',
    en: 'while the rolling picture was taken, content moved by itself {down} px down and {up} px up (as when something is inserted or removed above); the views were joined by equal rows',
  },
  'rolling-rows-differ': {
    'zh-CN': '滚动拼接的 {joins} 处，前后两屏的重叠部分有 {rows} 行像素不同（页面在其间有变化）',
    en: 'at {joins} {joins|join|joins} of the rolling picture, {rows} {rows|row|rows} of pixels in the overlap of two views {rows|differs|differ} (the page changed in between)',
  },
  'rolling-holds-seen': {
    'zh-CN': '滚动时见到而不在整页画面中的 {of} 段文字，有 {count} 段在滚动拼接画面中',
    en: 'of {of} text {of|block|blocks} seen while scrolling and not in the full-page picture, {count} {count|is|are} in the rolling picture',
  },
  'rolling-zoomed': {
    'zh-CN': '页面在窗口中缩放显示，无法确定文字在滚动拼接画面中的位置：该画面没有文字层',
    en: 'the window shows the page zoomed, so that the positions of words in the rolling picture are unknown: it has no text layer',
  },
  'rolling-unsteady': {
    'zh-CN': '滚动拼接时有 {count} 屏始终在变化，未得到两幅相同的画面',
    en: 'in the rolling picture, {count} {count|view|views} kept changing: no two equal pictures were obtained',
  },
  'rolling-left-unplaced': {
    'zh-CN': '滚动拼接画面第 {pieces} 段未列入遮盖件，留在封存的原件中：其中有未能测定位置的文字，可能含有要遮盖的词句',
    en: '{pieces:piece|pieces} {pieces} of the rolling picture {pieces:is|are} not in the redacted copy and {pieces:stays|stay} with the sealed original: the position of some words in {pieces:it|them} was not measured, and they may contain what is to be redacted',
  },
  'rolling-left-unnamed': {
    'zh-CN': '滚动拼接画面第 {pieces} 段未列入遮盖件，留在封存的原件中：遮盖位置未指明其中何处',
    en: '{pieces:piece|pieces} {pieces} of the rolling picture {pieces:is|are} not in the redacted copy and {pieces:stays|stay} with the sealed original: no area to be redacted was given for {pieces:it|them}',
  },
} as const satisfies Record<string, Text>;

const words = {
  taken: {
    'zh-CN': '另有滚动拼接画面：由滚动页面时的 {views} 屏按相同的像素行拼接而成',
    en: 'a separate rolling picture: {views} {views|view|views} taken while the page was scrolled, joined by equal rows of pixels',
  },
  takenInside: {
    'zh-CN': '另有滚动拼接画面：由滚动区域 {selector} 时的 {views} 屏按相同的像素行拼接而成',
    en: 'a separate rolling picture: {views} {views|view|views} taken while the area {selector} was scrolled, joined by equal rows of pixels',
  },
  piece: {
    'zh-CN': '第 {number} 段：{width} × {height} 像素，第 {from} 屏至第 {to} 屏',
    en: 'piece {number}: {width} × {height} px, views {from} to {to}',
  },
  apart: {
    'zh-CN': '各段之间没有可确定相同的像素行，其间是否缺少内容无法确定',
    en: 'between the pieces no equal rows were found: whether content is missing there is unknown',
  },
} as const satisfies Record<string, Text>;

/** What a rolling picture is, and its pieces. @param most pieces that are named */
export function rollingLines(rolling: Rolling, language: CaseLanguage, most: number): readonly string[] {
  const { scroller, views, pieces } = rolling;
  const { numbers } = numberedPieces(rolling);
  const rest = pieces.length - most;
  return [
    scroller === null
      ? say(words.taken, language, { views })
      : say(words.takenInside, language, { views, selector: scroller }),
    ...pieces
      .slice(0, most)
      .map((piece, at) => say(words.piece, language, { ...piece, number: numbers[at] ?? at + 1 })),
    ...(rest > 0 ? [`+ ${rest}`] : []),
    ...(pieces.length > 1 ? [say(words.apart, language)] : []),
  ];
}
