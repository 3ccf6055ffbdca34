import type { ErrorText } from './error-text.ts';

const unchanged = { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' } as const;

/** What every refusal to find words by itself advises: a person looks, and says where. */
const byRegion = {
  'zh-CN':
    '请查看画面，用 --region x,y,w,h 指明遮盖位置（图片按像素，PDF 页按点并加页码：--region 页码:x,y,w,h）；可与 --words 并用。图片中的文字可先用 fascicle ocr 识别。',
  en: 'Look at the picture and give the area: --region x,y,w,h in pixels of the picture, of a PDF in points with the page: --region page:x,y,w,h; it can be combined with --words. Words in pictures can be read first with `fascicle ocr`.',
} as const;

/** Redacted copies: how they are made, and what must not come back beside them. */
export const redactErrors = {
  'no-picture-to-redact': {
    message: { 'zh-CN': '证据 {item} 没有画面，无法遮盖', en: 'Item {item} has no picture to redact' },
    evidence: unchanged,
    next: {
      'zh-CN': '只有画面和 PDF 可以遮盖；邮件和文本请先用其他工具遮盖，或另存为 PDF 导入后遮盖。',
      en: 'Only pictures and PDFs can be redacted; redact a mail or text with another tool, or save it as a PDF, import that and redact it.',
    },
    exit: 1,
  },
  'nothing-to-redact': {
    message: {
      'zh-CN': '未指明要遮盖证据 {item} 的哪些内容',
      en: 'Nothing was named to be redacted in item {item}',
    },
    evidence: unchanged,
    next: byRegion,
    exit: 1,
  },
  'redact-off-picture': {
    message: {
      'zh-CN': '遮盖位置 {region} 不在证据 {item} 的任何画面上',
      en: 'The area {region} is on none of the pictures of item {item}',
    },
    evidence: unchanged,
    next: byRegion,
    exit: 1,
  },
  'words-not-said': {
    message: {
      'zh-CN': '证据 {item} 的页面文字中没有“{words}”；图片中的文字和其他网站框架内的文字无法读取',
      en: 'The page text of item {item} does not contain “{words}”; words in images or in frames of other sites cannot be read',
    },
    evidence: unchanged,
    next: byRegion,
    exit: 1,
  },
  'words-frame-unknown': {
    message: {
      'zh-CN': '无法确定“{words}”在证据 {item} 画面中的位置：页面比窗口宽，记录未载明画面的起点',
      en: 'The position of “{words}” in the picture of item {item} is unknown: the page is wider than its window, and the record does not say where its picture begins',
    },
    evidence: unchanged,
    next: byRegion,
    exit: 1,
  },
  'words-off-picture': {
    message: {
      'zh-CN': '“{words}”还出现在证据 {item} 的画面之外，或在画面中位置不明之处',
      en: '“{words}” also occurs outside the picture of item {item}, or at an unknown position in it',
    },
    evidence: unchanged,
    next: byRegion,
    exit: 1,
  },
  'words-said-more': {
    message: {
      'zh-CN': '“{words}”在证据 {item} 页面文字中出现的次数多于已知位置数',
      en: '“{words}” occurs in the page text of item {item} more often than at known positions',
    },
    evidence: unchanged,
    next: byRegion,
    exit: 1,
  },
  'words-other-glyphs': {
    message: {
      'zh-CN':
        '证据 {item} 的网页有自带字体显示其他字符，或未能核对其字体：画面中的文字可能与所存文字不同，不能只凭词句确定遮盖位置',
      en: 'The page of item {item} has fonts of its own that draw other characters, or that were not compared: the picture may show other words than the stored text, and words alone do not tell what to cover',
    },
    evidence: unchanged,
    next: byRegion,
    exit: 1,
  },
  'words-pages-unread': {
    message: {
      'zh-CN': '证据 {item} 第 {pages} 页的文字在图片中，或其字符含义不明，程序无法确定是否含有要遮盖的词句',
      en: 'On {pages:page|pages} {pages} of item {item} the words are in pictures, or their letters have no known meaning: whether they contain the words to be redacted is undetermined',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请先用 fascicle ocr 识别文字后重试，或查看这些页，用 --region 页码:x,y,w,h 指明遮盖位置。',
      en: 'Read them by machine first (`fascicle ocr`) and try again, or look at these pages and give the area: --region page:x,y,w,h.',
    },
    exit: 1,
  },
  'document-not-drawn': {
    message: {
      'zh-CN': '证据 {item} 的 PDF 页面无法绘制为图片，未遮盖：{why}',
      en: 'The PDF pages of item {item} could not be drawn as pictures, and nothing was redacted: {why}',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请用其他工具遮盖该 PDF，再作为新文件导入。',
      en: 'Redact the PDF with another tool and import the result as a new file.',
    },
    exit: 1,
  },
  'redacted-words-stay': {
    message: {
      'zh-CN': '遮盖后的记录仍含有要遮盖的词句（{path}）',
      en: 'The record of the redacted copy would still contain the words ({path})',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请改写理由，或给出更长的词句，或用 --region 遮盖。',
      en: 'Reword the reason, give longer words, or redact with --region.',
    },
    exit: 1,
  },
  'redaction-not-painted': {
    message: {
      'zh-CN': '遮盖结果与要求不符（图块 {tile}）',
      en: 'The redacted picture does not match what was asked for (tile {tile})',
    },
    evidence: unchanged,
    next: { 'zh-CN': '请重试；若仍如此，请报告此问题。', en: 'Try again; if this persists, report it.' },
    exit: 1,
  },
  'package-shows-redacted': {
    message: {
      'zh-CN': '最近的提交版证据册仍列有证据 {item}，会露出遮盖件 {copy} 所遮盖的内容',
      en: 'The latest filing edition still contains item {item}, which shows what is covered in {copy}',
    },
    evidence: { 'zh-CN': '未写出移交包；案件未改动。', en: 'No package was written; the case is unchanged.' },
    next: {
      'zh-CN': '请重新生成证据册后再移交。',
      en: 'Build the bundle again, then hand it over.',
    },
    exit: 1,
  },
  'package-says-redacted': {
    message: {
      'zh-CN': '已遮盖的词句仍出现在将要移交的文件中：{path}',
      en: 'Redacted words still occur in a file that would be handed over: {path}',
    },
    evidence: { 'zh-CN': '未写出移交包；案件未改动。', en: 'No package was written; the case is unchanged.' },
    next: {
      'zh-CN':
        '请遮盖该证据或将其移出编排，重新生成证据册后再移交；确需公开的，用 fascicle accept redacted-words-left --where 证据编号 --reason 写明理由。',
      en: 'Redact that item or remove it from the arrangement, build the bundle again, then hand it over; if the words must stay, give the reason with `fascicle accept redacted-words-left --where NUMBER --reason`.',
    },
    exit: 1,
  },
  'file-says-redacted': {
    message: {
      'zh-CN': '将要写出的文件仍含有已遮盖的词句：{path}',
      en: 'The file that would be written still contains redacted words: {path}',
    },
    evidence: { 'zh-CN': '未写出该文件。', en: 'The file was not written.' },
    next: {
      'zh-CN':
        '请改写案件名称、裁定事项或证据标题等内容；确需公开的，用 fascicle accept redacted-words-left --where case --reason 写明理由。',
      en: 'Reword the title of the case, the order or the title of the item; if the words must stay, give the reason with `fascicle accept redacted-words-left --where case --reason`.',
    },
    exit: 1,
  },
  'package-holds-credentials': {
    message: {
      'zh-CN': '证据 {item} 由较早版本取证，其中 {files} 含有可用于登录的令牌、会话或密码',
      en: 'Item {item} was captured by an older version; {files} contain tokens, sessions or passwords that could be used to log in',
    },
    evidence: { 'zh-CN': '未写出移交包；案件未改动。', en: 'No package was written; the case is unchanged.' },
    next: {
      'zh-CN': '请对该网页重新取证，或将其移出编排；也可只提交证据册 PDF。',
      en: 'Capture the page again, or remove it from the arrangement; or file only the PDF of the bundle.',
    },
    exit: 1,
  },
  'redacted-parent': {
    message: {
      'zh-CN': '证据 {item} 是遮盖件 {copy} 的原件，已封存；重新列入会使被遮盖的内容一并提交',
      en: 'Item {item} is the sealed original of the redacted copy {copy}; including it again would file what was covered',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '确需列入的，请写明理由：fascicle include 案件 {item} --reason "…"（记入保管日志）。',
      en: 'If it must be filed, give the reason: fascicle include CASE {item} --reason "…" (entered in the custody log).',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
