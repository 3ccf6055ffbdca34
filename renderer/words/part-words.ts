import type { Text } from '../../shared/language.ts';

/** What is done with a part of a picture, or with words on it. */
export const partWords = {
  drawPart: { 'zh-CN': '画框', en: 'Draw a part' },
  drawSays: { 'zh-CN': '在画面上拖出矩形；Esc 结束', en: 'Drag rectangles over the picture; Esc ends' },
  cutOut: { 'zh-CN': '截取', en: 'Cut out' },
  paintOver: { 'zh-CN': '遮盖', en: 'Paint over' },
  mark: { 'zh-CN': '标注', en: 'Mark' },
  traceWords: { 'zh-CN': '查明返回', en: 'Trace' },
  partPlace: { 'zh-CN': '位置：左, 上, 宽, 高（像素）', en: 'Place: left, top, width, height (px)' },
  partPlaces: {
    'zh-CN': '位置，每行一处：左, 上, 宽, 高（像素）',
    en: 'Places, a line each: left, top, width, height (px)',
  },
  notAPlace: { 'zh-CN': '不是四个整数：{line}', en: 'Not four whole numbers: {line}' },
  reasonOptional: { 'zh-CN': '理由（可不填）', en: 'Reason (may stay empty)' },
  cutSays: {
    'zh-CN': '取自已存图块，不重新取证；原证据不变，新证据写明取自何处。',
    en: 'Cut out of the stored tiles, nothing is captured anew. The parent stays as it is; the new item names it and the place.',
  },
  paintSays: {
    'zh-CN': '生成一份涂黑的新证据，文字层同样删除；原证据封存，在编组中由新证据代替。',
    en: 'Makes a new item with these places black and their words taken out of the text. The parent stays sealed; in the binder the new item takes its place.',
  },
  paintWords: {
    'zh-CN': '页面上的词句，每行一处，所有出现处',
    en: 'Words of the page, a line each, wherever they stand',
  },
  whyPaint: { 'zh-CN': '遮盖理由', en: 'Why it is painted over' },
  made: { 'zh-CN': '已生成：{title}', en: 'Made: {title}' },
  markSays: {
    'zh-CN': '标注只画在证据册的页面上，不改动画面。',
    en: 'Marks are drawn on the pages of the bundle, never in the picture.',
  },
  markKind: { 'zh-CN': '方式', en: 'How' },
  markKey: { 'zh-CN': '关键页（放大，置于证据之前）', en: 'Key page: enlarged, before the exhibit' },
  markDetail: { 'zh-CN': '细节页（放大）', en: 'Detail page: enlarged' },
  markFrame: { 'zh-CN': '红框（在原处）', en: 'Red frame where it stands' },
  markWords: { 'zh-CN': '页面上的词句', en: 'Words of the page' },
  markPlaces: { 'zh-CN': '列入编组', en: 'It is placed in the binder with this' },
  marked: { 'zh-CN': '已标注：{title}', en: 'Marked: {title}' },
  traceSays: {
    'zh-CN': '查明这些文字由所连接地址的哪个应答返回：字节位置、编码、地址、证书、存档位置。',
    en: 'Which answer of the address that was connected to carried these words: bytes, encoding, address, certificate, place in the archive.',
  },
  traceWhat: { 'zh-CN': '要查的文字', en: 'Words to look for' },
  tracing: { 'zh-CN': '正在查看每个应答…', en: 'Looking through every answer…' },
  tracePage: { 'zh-CN': '印入证据册', en: 'Print in the bundle' },
  traced: { 'zh-CN': '证据册中将有一页：{words}', en: 'The bundle will have a page on: {words}' },
  onlyOne: { 'zh-CN': '多页文件只能按词句处理', en: 'Files of several pages are marked by words only' },
  stitch: { 'zh-CN': '拼接截图', en: 'Join screenshots' },
  stitchSays: {
    'zh-CN': '同一页面上下相连的手机截图可以拼成一幅。逐行取自原截图，不缩放、不混合；原截图不变。确认之前什么也不拼。',
    en: 'Phone screenshots of one scrolled view can be joined: row by row from them, nothing scaled or blended, and they stay as they are. Nothing is joined before you accept.',
  },
  stitchLooks: { 'zh-CN': '正在比对各张截图…', en: 'Comparing the screenshots…' },
  nothingToStitch: {
    'zh-CN': '没有发现上下相连的截图：须宽度相同、来源相同、收入时相邻，并有重叠。',
    en: 'None go on from one another: they must be of one width, come the same way, one after the other, and overlap.',
  },
  sharedRows: { 'zh-CN': '与下一张重叠 {rows} 行', en: 'shares {rows} rows with the next' },
  stitchThese: { 'zh-CN': '拼接这 {count} 张', en: 'Join these {count}' },
  readWords: { 'zh-CN': '机器识别文字', en: 'Read the words by machine' },
  wordsRead: { 'zh-CN': '已识别 {count} 行（机器识别，未经核对）', en: '{count} lines read (by machine, not checked)' },
} as const satisfies Record<string, Text>;
