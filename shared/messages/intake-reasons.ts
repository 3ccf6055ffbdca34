import type { Text } from '../language.ts';

/** Why a step of intake ended as it did, and what it warns of. Codes are kept for ever: records hold them. */
export const intakeReasons = {
  // What a file is, against what it claims.
  'file-empty': {
    'zh-CN': '文件为空（0字节），按原样保存。',
    en: 'The file is empty (0 bytes); it is kept as it is.',
  },
  'pages-later': {
    'zh-CN': '此类文件（{type}）以信息页列示；原文件列于哈希值清单。',
    en: 'A file of this kind ({type}) is shown as a sheet; the original is in the hash list.',
  },
  'type-differs-from-name': {
    'zh-CN': '文件扩展名为 .{ending}，而内容为 {type}。',
    en: 'The file name ends in .{ending}, its content is {type}.',
  },
  'type-differs-from-declared': {
    'zh-CN': '服务器声明类型为 {declared}，而内容为 {type}。',
    en: 'The server declared {declared}, the content is {type}.',
  },
  'hidden-characters-in-name': {
    'zh-CN': '文件名含不可见或改变文字方向的字符：{name}',
    en: 'The file name holds characters that are invisible or turn the text around: {name}',
  },
  'name-not-well-formed': {
    'zh-CN': '文件名含无效字符，已以 U+FFFD 代替。',
    en: 'The file name was no well-formed text; U+FFFD stands where it was not.',
  },
  'changed-while-read': {
    'zh-CN': '读取期间源文件发生变化；已保存的是实际读到的字节。',
    en: 'The source file changed while it was read; the bytes that were read are what is kept.',
  },
  'same-file-as': {
    'zh-CN': '与证据 {item} 的原文件逐字节相同。',
    en: 'Byte for byte the same file as the original of item {item}.',
  },

  // Where a picture comes from.
  'possibly-recompressed': {
    'zh-CN': '可能经即时通讯软件重新压缩（文件名：{sign}），请索取设备上的原图。',
    en: 'Possibly re-compressed by a messenger (file name: {sign}); ask for the original from the device.',
  },
  'possibly-recompressed-no-exif': {
    'zh-CN': '没有拍摄设备信息（EXIF），可能经重新压缩或另存，请索取设备上的原图。',
    en: 'No camera data (EXIF): possibly re-compressed or saved anew; ask for the original from the device.',
  },

  // Pictures that go into a bundle in another form. The original is kept beside it.
  'converted-format': {
    'zh-CN': '为排入文件，已由 {format} 无损转换为 PNG；原文件另存。',
    en: 'Converted from {format} to PNG for the pages, without loss of what is seen; the original is kept.',
  },
  'converted-structure': {
    'zh-CN': '文件结构有瑕疵（{what}），已解码后重新编码为 PNG；原文件另存。',
    en: "The file's structure is not sound ({what}); decoded and written anew as PNG for the pages; the original is kept.",
  },
  'converted-palette': {
    'zh-CN': '调色板颜色已转换为 RGB；原文件另存。',
    en: 'Palette colours converted to RGB for the pages; the original is kept.',
  },
  'converted-depth': {
    'zh-CN': '每通道 {bits} 位已转换为 8 位；原文件另存。',
    en: '{bits} bits a channel converted to 8 for the pages; the original is kept.',
  },
  'converted-transparency': {
    'zh-CN': '透明部分已置于白色背景上；原文件另存。',
    en: 'Transparency laid on white for the pages; the original is kept.',
  },
  'converted-interlaced': {
    'zh-CN': '隔行编码已转换为逐行编码；原文件另存。',
    en: 'Interlaced coding converted to rows in order for the pages; the original is kept.',
  },
  'converted-coding': {
    'zh-CN': '此种 JPEG 编码（SOF{frame}）不能直接排入 PDF，已无损转换为 PNG；原文件另存。',
    en: 'This JPEG coding (SOF{frame}) cannot stand in a PDF; converted to PNG for the pages; the original is kept.',
  },
  'converted-colour': {
    'zh-CN': '色彩模式（{components} 个分量）已转换为 RGB；原文件另存。',
    en: 'Colour of {components} components converted to RGB for the pages; the original is kept.',
  },
  'converted-profile': {
    'zh-CN': '已按色彩特性文件“{profile}”转换为 sRGB；原文件另存。',
    en: 'Colours converted from the profile “{profile}” to sRGB for the pages; the original is kept.',
  },
  'converted-orientation': {
    'zh-CN': '已按拍摄方向标记（EXIF {orientation}）转正；原文件另存。',
    en: 'Turned upright as its orientation mark says (EXIF {orientation}); the original is kept.',
  },
  'converted-tall': {
    'zh-CN': '图片高 {height} 像素，已无损切分为相互重叠的分块；原文件另存。',
    en: 'The picture is {height} px high; cut without loss into overlapping tiles; the original is kept.',
  },
  'converted-irregular': {
    'zh-CN': '图片数据有不规则之处，已解码后重新编码为 PNG；原文件另存。',
    en: "The picture's data is irregular; decoded and written anew as PNG for the pages; the original is kept.",
  },
  'picture-irregular': {
    'zh-CN': '图片数据有不规则之处，个别部分可能显示不同，请与原文件核对。',
    en: "The picture's data is irregular: parts of it may be drawn differently elsewhere. Compare with the original.",
  },
  'profile-not-applied': {
    'zh-CN': '图片按原字节排入，未应用其色彩特性文件“{profile}”，颜色可能略有差异。',
    en: 'The picture stands in the pages byte for byte, without its colour profile “{profile}”: colours may differ slightly.',
  },
  'data-after-picture': {
    'zh-CN': '图片数据之后另有 {bytes} 字节（如动态照片），未在页面中显示。',
    en: "After the picture there are {bytes} more bytes (such as a motion photo's film), not shown in the pages.",
  },
  'first-frame-only': {
    'zh-CN': '动图共 {frames} 帧，页面仅显示第一帧。',
    en: 'An animation of {frames} frames; the pages show the first.',
  },
  'first-pages-only': {
    'zh-CN': '共 {of} 页，仅显示前 {pages} 页。',
    en: '{of} pages; the first {pages} are shown.',
  },

  // Files whose pages could not be made. The original is stored whole.
  'picture-too-large': {
    'zh-CN': '图片为 {width}×{height} 像素，超过 {limit} 百万像素的上限，未解码；原文件已完整保存。',
    en: 'The picture is {width}×{height} px, over the bound of {limit} million; it was not decoded. The original is stored whole.',
  },
  'picture-damaged': {
    'zh-CN': '图片无法完整解码（{what}）；原文件已完整保存。',
    en: 'The picture cannot be decoded to its end ({what}). The original is stored whole.',
  },
  'pdf-without-pages': {
    'zh-CN': 'PDF 中没有页面；原文件已完整保存。',
    en: 'The PDF has no pages. The original is stored whole.',
  },
  'reading-out-of-time': {
    'zh-CN': '读取超过 {seconds} 秒，已终止；原文件已完整保存。',
    en: 'Reading took over {seconds} s and was ended. The original is stored whole.',
  },
  'reading-out-of-memory': {
    'zh-CN': '读取所需内存超过 {megabytes} MB，已终止；原文件已完整保存。',
    en: 'Reading took over {megabytes} MB of memory and was ended. The original is stored whole.',
  },
  'reading-crashed': {
    'zh-CN': '读取该文件的进程异常终止；原文件已完整保存。',
    en: 'The process that read the file ended abnormally. The original is stored whole.',
  },
  'mail-head-cut': {
    'zh-CN': '邮件头超过 {bytes} 字节，仅读取该部分。',
    en: "The mail's head is longer than {bytes} bytes; only these were read.",
  },
  'mail-charset-guessed': {
    'zh-CN': '邮件头未声明字符编码，按 GB18030 解读，请与原文件核对。',
    en: "The mail's head declares no charset; read as GB18030. Compare with the original.",
  },
  'ocr-absent': {
    'zh-CN': '本机没有文字识别组件，未识别；证据不受影响。',
    en: 'The engine or its data is not there: nothing was read. The item is unchanged.',
  },
  'ocr-already': { 'zh-CN': '此前已识别，沿用当时的结果。', en: 'Read before: that result stays.' },
  'ocr-no-picture': {
    'zh-CN': '不是图片，或已有文字层，无需识别。',
    en: 'No imported picture, or one that has its text already.',
  },
  'ocr-has-text': {
    'zh-CN': '每一页都有自己的文字，无需识别。',
    en: 'Every page has words of its own: there is nothing to read.',
  },
  'ocr-too-tall': { 'zh-CN': '图片过长，未识别。', en: 'The picture is too tall: it was not read.' },
  'mail-html-as-text': {
    'zh-CN': '邮件为 HTML 格式，以下仅列其文字，不含版式和图片；原文件另存。',
    en: 'The mail is HTML: its text is shown here, without its layout and pictures. The original is kept.',
  },
  'mail-html-beside-text': {
    'zh-CN': '邮件同时含 HTML 版本，以下为其纯文本版本，两者内容可能不同；原文件另存。',
    en: 'The mail also has an HTML version, which may say something else; its plain text is shown. The original is kept.',
  },
  'mail-not-read': {
    'zh-CN': '邮件无法读取（{what}）；原文件已完整保存。',
    en: 'The mail cannot be read ({what}). The original is stored whole.',
  },
  'mail-too-large': {
    'zh-CN': '邮件超过 200 MB，未生成页面；原文件已完整保存。',
    en: 'The mail is over 200 MB; no pages were made of it. The original is stored whole.',
  },
  'dkim-not-verified': {
    'zh-CN': '邮件带有 {domain}（选择符 {selector}）的 DKIM 签名：未核验，未取得公钥。',
    en: 'The mail bears a DKIM signature of {domain} (selector {selector}): not verified, its key was not fetched.',
  },
  'text-charset-guessed': {
    'zh-CN': '文本未声明字符编码且非 UTF-8，按 GB18030 解读，请与原文件核对。',
    en: 'The text declares no charset and is not UTF-8; read as GB18030. Compare with the original.',
  },
  'text-cut': {
    'zh-CN': '文本超过 {characters} 个字符，页面仅列此前部分；原文件已完整保存。',
    en: 'The text is longer than {characters} characters; the pages show these. The original is stored whole.',
  },
  'attachments-cut': {
    'zh-CN': '附件共 {count} 个，仅取出前 {kept} 个；其余仍在原文件中。',
    en: 'Of {count} attachments the first {kept} were taken out; the others are in the original.',
  },
  'heic-tool-missing': {
    'zh-CN': '本机没有 heif-convert，HEIC 图片未能显示；原文件已完整保存。',
    en: 'This computer has no heif-convert: the HEIC picture is not shown. The original is stored whole.',
  },
  'heic-not-drawn': {
    'zh-CN': 'heif-convert 未能显示该 HEIC 图片（{why}）；原文件已完整保存。',
    en: 'heif-convert could not draw the HEIC picture ({why}). The original is stored whole.',
  },
  'heic-drawn': {
    'zh-CN': '页面上的图片由本机的 heif-convert 自 HEIC 原文件解码；原文件列于哈希值清单。',
    en: 'The picture on the pages was decoded from the HEIC file by this computer’s heif-convert; the file itself is in the hash list.',
  },
  'film-tool-missing': {
    'zh-CN': '本机没有 ffmpeg，未读取音视频信息，未取关键画面；原文件已完整保存。',
    en: 'This computer has no ffmpeg: facts and key frames of the film were not read. The original is stored whole.',
  },
  'film-unreadable': {
    'zh-CN': '{tool} 未能读取该音视频文件（{why}）；原文件已完整保存。',
    en: '{tool} could not read the film ({why}). The original is stored whole.',
  },
  'film-without-frames': {
    'zh-CN': '{tool} 未能取出画面（{why}）；原文件已完整保存。',
    en: '{tool} could not take frames of the film ({why}). The original is stored whole.',
  },
  'film-in-frames': {
    'zh-CN': '页面仅为视频的 {count} 幅画面，不能代替视频；视频原文件列于哈希值清单。',
    en: 'The pages show {count} frames of the film and do not stand for it; the film itself is in the hash list.',
  },
  'stitch-rows-differ': {
    'zh-CN': '拼接处两张截图并非逐像素相同（相差最多 {most} / 255，多因压缩）；每一行取自其中一张，未作混合。',
    en: 'Where the screenshots overlap they are not the same to the pixel (up to {most} of 255 apart, mostly from compression); each row is taken from one of them, none is blended.',
  },
} as const satisfies Record<string, Text>;
