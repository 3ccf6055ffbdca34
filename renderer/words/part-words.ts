import type { Text } from '../../shared/language.ts';

/** What is done with a part of a picture, or with words on it. */
export const partWords = {
  drawPart: { 'zh-CN': '框选', en: 'Select areas' },
  drawSays: { 'zh-CN': '在画面上拖出矩形；按 Esc 结束', en: 'Drag rectangles on the picture; Esc ends' },
  cutOut: { 'zh-CN': '截取', en: 'Cut out' },
  paintOver: { 'zh-CN': '遮盖', en: 'Redact' },
  mark: { 'zh-CN': '标注', en: 'Mark' },
  traceWords: { 'zh-CN': '文字溯源', en: 'Trace words' },
  partPosition: { 'zh-CN': '位置：左, 上, 宽, 高（像素）', en: 'Position: left, top, width, height (px)' },
  partPositions: {
    'zh-CN': '位置，每行一处：左, 上, 宽, 高（像素）',
    en: 'Positions, one per line: left, top, width, height (px)',
  },
  notAPosition: { 'zh-CN': '不是四个整数：{line}', en: 'Not four whole numbers: {line}' },
  reasonOptional: { 'zh-CN': '理由（可不填）', en: 'Reason (optional)' },
  cutSays: {
    'zh-CN': '截取自已存图块，不重新取证；原证据不变，新证据写明截取来源。',
    en: 'Cut from the stored tiles without a new capture. The original item is unchanged; the new item names it and the position.',
  },
  paintSays: {
    'zh-CN': '生成一份遮盖后的新证据，文字层中的相应文字一并删除；原证据封存，编排中改用新证据。',
    en: 'Makes a new item with these areas covered and their words removed from the text. The original stays sealed; the new item replaces it in the arrangement.',
  },
  paintWords: {
    'zh-CN': '页面上的词句，每行一条，遮盖全部出现之处',
    en: 'Words on the page, one per line; every occurrence is covered',
  },
  paintWholeLines: { 'zh-CN': '遮盖词句所在的整行', en: 'Cover the whole lines that contain the words' },
  whyPaint: { 'zh-CN': '遮盖理由', en: 'Reason for redaction' },
  made: { 'zh-CN': '已生成：{title}', en: 'Created: {title}' },
  markSays: {
    'zh-CN': '标注只画在证据册的页面上，不改动画面。',
    en: 'Marks are drawn on the pages of the bundle and never change the picture.',
  },
  markKind: { 'zh-CN': '方式', en: 'Kind of mark' },
  markKey: { 'zh-CN': '关键页（放大，置于证据之前）', en: 'Key page: enlarged, before the exhibit' },
  markDetail: { 'zh-CN': '细节页（放大）', en: 'Detail page: enlarged' },
  markFrame: { 'zh-CN': '红框（画在原处）', en: 'Red frame in place' },
  markWords: { 'zh-CN': '页面上的词句', en: 'Words on the page' },
  markLists: { 'zh-CN': '列入编排', en: 'Lists it in the arrangement' },
  marked: { 'zh-CN': '已标注：{title}', en: 'Marked: {title}' },
  traceSays: {
    'zh-CN': '查明这些文字载于所连接地址返回的哪个响应：字节位置、编码、地址、证书和存档位置。',
    en: 'Finds which response from the connected address contained these words: byte position, encoding, address, certificate, place in the archive.',
  },
  traceWhat: { 'zh-CN': '要查找的文字', en: 'Words to look for' },
  tracing: { 'zh-CN': '正在检索各个响应…', en: 'Searching every response…' },
  tracePage: { 'zh-CN': '印入证据册', en: 'Print in the bundle' },
  traced: { 'zh-CN': '证据册中将有一页：{words}', en: 'The bundle will have a page on: {words}' },
  onlyOne: { 'zh-CN': '多页文件只能按文字处理', en: 'Files with several pages can only be marked by words' },
  stitch: { 'zh-CN': '拼接截图', en: 'Stitch screenshots' },
  stitchSays: {
    'zh-CN':
      '同一页面中上下相连的手机截图可以拼成一幅。画面逐行取自原截图，不缩放、不混合；原截图不变。确认之前不作拼接。',
    en: 'Phone screenshots of one scrolled view can be stitched: row by row from the screenshots, without scaling or blending; they stay unchanged. Nothing is stitched before you confirm.',
  },
  stitchLooks: { 'zh-CN': '正在比对各张截图…', en: 'Comparing the screenshots…' },
  nothingToStitch: {
    'zh-CN': '未发现上下相连的截图：须宽度相同、来源相同、先后导入，并有重叠。',
    en: 'No screenshots fit together: they need the same width, the same source, consecutive import, and an overlap.',
  },
  sharedRows: { 'zh-CN': '与下一张重叠 {rows} 行', en: 'shares {rows} {rows|row|rows} with the next' },
  stitchThese: { 'zh-CN': '拼接这 {count} 张', en: 'Stitch these {count}' },
  readWords: { 'zh-CN': '机器识别文字', en: 'Read the words by machine' },
  wordsRead: {
    'zh-CN': '已识别 {count} 行（机器识别，未经核对）',
    en: '{count} {count|line|lines} read (by machine, not checked)',
  },
} as const satisfies Record<string, Text>;
