import type { Text } from '../../language.ts';

/** Why a step of intake ended as it did, whatever the kind of file; `kinds/` has what one kind alone says. Codes are kept for ever: records hold them. */
export const intakeReasons = {
  // What a file is, against what it claims.
  'file-empty': {
    'zh-CN': '文件为空（0 字节），按原样保存。',
    en: 'The file is empty (0 bytes); it is stored as it is.',
  },
  'pages-later': {
    'zh-CN': '此类文件（{type}）在册中仅以一页说明列示；原文件列于哈希值清单。',
    en: 'A file of this type ({type}) is represented by an information page; the original is in the hash list.',
  },
  // HTML documents out of a file, drawn here.
  'html-drawn-here': {
    'zh-CN':
      '所附画面由本程序依该文件中的 HTML 以 {by} 绘制：未联网、未读取任何外部内容、未执行脚本；并非网页取证所得，与他人当时所见可能不同。',
    en: 'The pictures were drawn here from the HTML of the file by {by}: nothing fetched, no script run. They were not captured from the web, and may differ from what others saw.',
  },
  'html-parts-not-fetched': {
    'zh-CN': 'HTML 引用的 {count} 个地址不在该文件中，未读取，画面中没有其内容；地址列于文字之后。',
    en: 'The HTML refers to {count} {count|address|addresses} that {count|is|are} not in the file. Nothing was fetched, and the pictures lack that content; the addresses are listed after the text.',
  },
  'html-no-browser': {
    'zh-CN': '文件含 HTML，本次没有可用的浏览器，未绘制画面，仅列文字；原文件已完整保存。',
    en: 'The file contains HTML. No browser was available to draw it, so only its text is shown. The original is stored in full.',
  },
  'html-not-drawn': {
    'zh-CN': '文件含 HTML，未能绘制画面（{why}），仅列文字；原文件已完整保存。',
    en: 'The HTML of the file could not be drawn ({why}); only its text is shown. The original is stored in full.',
  },
  'drawn-words-unseen': {
    'zh-CN': 'HTML 中有 {count} 处文字在绘制的画面中看不到。',
    en: '{count} {count|piece|pieces} of text in the HTML cannot be seen in the drawn picture.',
  },
  'type-differs-from-name': {
    'zh-CN': '文件扩展名为 .{ending}，而内容为 {type}。',
    en: 'The file name ends in .{ending}, but the content is {type}.',
  },
  'type-differs-from-declared': {
    'zh-CN': '服务器声明类型为 {declared}，而内容为 {type}。',
    en: 'The server declared {declared}, but the content is {type}.',
  },
  'hidden-characters-in-name': {
    'zh-CN': '文件名含不可见或改变文字方向的字符：{name}',
    en: 'The file name contains invisible characters, or characters that change the direction of the text: {name}',
  },
  'name-not-well-formed': {
    'zh-CN': '文件名含无效字符，已以 U+FFFD 代替。',
    en: 'The file name contained invalid characters; they are replaced by U+FFFD.',
  },
  'name-not-utf8': {
    'zh-CN': '磁盘上的文件名不是 UTF-8 编码，按最相符的 {charset} 解读；文件名的字节（十六进制）为 {bytes}。',
    en: 'The name of the file on disk is not UTF-8 and was read as {charset}, which fits it best; its bytes (hexadecimal) are {bytes}.',
  },
  'changed-while-read': {
    'zh-CN': '读取期间源文件发生变化；保存的是实际读到的字节。',
    en: 'The source file changed while it was being read; the bytes actually read are stored.',
  },
  'pasted-picture': {
    'zh-CN': '由剪贴板粘贴的图片：粘贴前没有文件，文件名由本程序生成。',
    en: 'A picture pasted from the clipboard: there was no file before, and this program chose the name.',
  },
  'pasted-without-file': {
    'zh-CN': '由剪贴板粘贴：在本机磁盘上没有原文件。',
    en: 'Pasted from the clipboard: there was no such file on this computer’s disk.',
  },
  'dropped-without-file': {
    'zh-CN': '由其他程序拖入：在本机磁盘上没有原文件，内容由该程序提供。',
    en: 'Dropped from another program: there was no such file on this computer’s disk; that program supplied the content.',
  },
  'same-file-as': {
    'zh-CN': '与证据 {item} 的原文件逐字节相同。',
    en: 'Byte for byte identical to the original of item {item}.',
  },

  // Where a picture comes from.
  'possibly-recompressed': {
    'zh-CN': '可能经即时通讯软件重新压缩（文件名：{sign}），未必是设备上的原图。',
    en: 'Possibly recompressed by a messenger (file name: {sign}); it may not be the original picture on the device.',
  },
  'possibly-recompressed-no-exif': {
    'zh-CN': '没有拍摄设备信息（EXIF），可能经重新压缩或另存，未必是设备上的原图。',
    en: 'No camera data (EXIF): possibly recompressed or saved again; it may not be the original picture on the device.',
  },

  // Files whose pages could not be made. The original is stored whole.
  'reading-out-of-time': {
    'zh-CN': '读取超过 {seconds} 秒，已终止；原文件已完整保存。',
    en: 'Reading took more than {seconds} s and was stopped. The original is stored in full.',
  },
  'reading-out-of-memory': {
    'zh-CN': '读取所需内存超过 {megabytes} MB，已终止；原文件已完整保存。',
    en: 'Reading needed more than {megabytes} MB of memory and was stopped. The original is stored in full.',
  },
  'reading-crashed': {
    'zh-CN': '读取该文件的进程异常终止；原文件已完整保存。',
    en: 'The process reading the file ended abnormally. The original is stored in full.',
  },
  'ocr-absent': {
    'zh-CN': '本机没有文字识别组件，未作识别；证据不受影响。',
    en: 'Text recognition is not installed on this computer: nothing was read. The item is unchanged.',
  },
  'ocr-already': { 'zh-CN': '此前已识别，沿用当时的结果。', en: 'Already read; the earlier result is kept.' },
  'ocr-no-picture': {
    'zh-CN': '不是导入的图片，或已有文字层，无需识别。',
    en: 'Not an imported picture, or it already has a text layer.',
  },
  'ocr-has-text': {
    'zh-CN': '每一页都有自己的文字，无需识别。',
    en: 'Every page already has its own text; there is nothing to read.',
  },
  'ocr-too-tall': { 'zh-CN': '图片过长，未识别。', en: 'The picture is too tall and was not read.' },
  'stitch-rows-differ': {
    'zh-CN': '拼接处两张截图并非逐像素相同（相差最多 {most} / 255，多因压缩）；每一行取自其中一张，未作混合。',
    en: 'Where the screenshots overlap they are not identical pixel for pixel (differences up to {most} of 255, mostly from compression); each row is taken from one of them, without blending.',
  },

  // Files that a file carries.
  'attachments-without-pages': {
    'zh-CN': '{count} 个附件未能生成页面（{names}），原因见邮件页或技术附录；附件原件已保存。',
    en: 'No pages could be made of {count} {count|attachment|attachments} ({names}); the reasons are on the page of the e-mail or in the technical annex. The originals are stored.',
  },
  'attachment-too-deep': {
    'zh-CN': '文件嵌套超过 {depth} 层，其内容未展开；原件已保存。',
    en: 'Files nested more than {depth} deep: the content was not opened. The original is stored.',
  },
  'attachment-out-of-time': {
    'zh-CN': '附件处理超过 {seconds} 秒，此后的附件未生成页面；原件已保存。',
    en: 'Processing the attachments took more than {seconds} s: no pages were made of the remaining ones. The originals are stored.',
  },
  'attachment-too-many': {
    'zh-CN': '附件超过 {count} 个，此后的附件未生成页面；原件已保存。',
    en: 'More than {count} {count|attachment|attachments}: no pages were made of the remaining ones. The originals are stored.',
  },
} as const satisfies Record<string, Text>;
