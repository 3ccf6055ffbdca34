import type { KindWords } from './kind-words.ts';

/** A picture that is decoded here. */
export const pictureWords = {
  steps: {
    'convert-picture': { 'zh-CN': '转换图片', en: 'Convert the picture' },
  },
  reasons: {
    'converted-format': {
      'zh-CN': '为排入证据册，已由 {format} 无损转换为 PNG；原文件另存。',
      en: 'Converted losslessly from {format} to PNG for the pages; the original is stored.',
    },
    'converted-structure': {
      'zh-CN': '文件结构有瑕疵（{what}），已解码后重新编码为 PNG；原文件另存。',
      en: 'The file structure is defective ({what}); decoded and re-encoded as PNG for the pages; the original is stored.',
    },
    'converted-palette': {
      'zh-CN': '调色板颜色已转换为 RGB；原文件另存。',
      en: 'Palette colours converted to RGB for the pages; the original is stored.',
    },
    'converted-depth': {
      'zh-CN': '每通道 {bits} 位已转换为 8 位；原文件另存。',
      en: '{bits} bits per channel converted to 8 for the pages; the original is stored.',
    },
    'converted-transparency': {
      'zh-CN': '透明部分已置于白色背景上；原文件另存。',
      en: 'Transparent areas placed on white for the pages; the original is stored.',
    },
    'converted-interlaced': {
      'zh-CN': '隔行编码已转换为逐行编码；原文件另存。',
      en: 'Interlaced coding converted to progressive rows for the pages; the original is stored.',
    },
    'converted-coding': {
      'zh-CN': '此种 JPEG 编码（SOF{frame}）不能直接排入 PDF，已无损转换为 PNG；原文件另存。',
      en: 'This JPEG coding (SOF{frame}) cannot be embedded in a PDF; converted losslessly to PNG for the pages; the original is stored.',
    },
    'converted-colour': {
      'zh-CN': '色彩模式（{components} 个分量）已转换为 RGB；原文件另存。',
      en: 'Colour with {components} {components|component|components} converted to RGB for the pages; the original is stored.',
    },
    'converted-profile': {
      'zh-CN': '已按色彩特性文件“{profile}”转换为 sRGB；原文件另存。',
      en: 'Colours converted from the profile “{profile}” to sRGB for the pages; the original is stored.',
    },
    'converted-png-colour': {
      'zh-CN': '已按文件所记的伽马值（{gamma}）和色度转换为 sRGB；原文件另存。',
      en: 'Colours converted to sRGB by the gamma ({gamma}) and chromaticities that the file states; the original is stored.',
    },
    'png-cicp-not-applied': {
      'zh-CN': '文件声明了视频色彩编码（cICP，如 HDR），未予应用，颜色和明暗可能与其他软件显示不同，以原文件为准。',
      en: 'The file declares colours coded as in video (cICP, such as HDR), which were not applied: colours and brightness may differ from other viewers. The original governs.',
    },
    'still-beside-film': {
      'zh-CN': '文件另有 {frames} 帧动画；页面显示的静态图片不一定是其中的一帧。',
      en: 'The file also holds an animation of {frames} {frames|frame|frames}; the still picture on the pages need not be one of them.',
    },
    'preview-only': {
      'zh-CN': '这是相机原始文件：页面显示的是其中的小预览图，并非照片本身；原文件已完整保存。',
      en: 'This is a camera’s raw file: the pages show the small preview in it, not the photo itself. The original is stored in full.',
    },
    'tiff-colours-unread': {
      'zh-CN': '图片的颜色编码（{what}）本程序不能如实解读，未显示；原文件已完整保存。',
      en: 'The colours of the picture are coded ({what}) in a way that cannot be read truly here; it is not shown. The original is stored in full.',
    },
    'picture-cut-short': {
      'zh-CN':
        '文件在图片结束前中断：页面显示能解码的部分；图片高 {height} 行，底部 {rows} 行只有单一颜色，可能是解码时填充的。',
      en: 'The file ends before its picture does: the pages show what could be decoded. Of {height} {height|row|rows}, {rows} at the foot {rows|has|have} one colour only, which a decoder may have filled in.',
    },
    'converted-orientation': {
      'zh-CN': '已按拍摄方向标记（EXIF {orientation}）转正；原文件另存。',
      en: 'Rotated upright according to its orientation flag (EXIF {orientation}); the original is stored.',
    },
    'converted-orientation-pages': {
      'zh-CN': '第 {pages} 页已按方向标记（EXIF {orientation}）转正；原文件另存。',
      en: '{pages:Page|Pages} {pages} rotated upright according to the orientation flag (EXIF {orientation}); the original is stored.',
    },
    'converted-heif-turned': {
      'zh-CN': '已按文件自身的旋转或镜像属性（{what}）转正；原文件另存。',
      en: 'Rotated or mirrored according to the file’s own properties ({what}); the original is stored.',
    },
    'exif-orientation-not-counted': {
      'zh-CN': '文件另有 EXIF 方向标记（{orientation}）；按 HEIF 标准，该标记不起作用，未据此旋转。',
      en: 'The file also has an EXIF orientation flag ({orientation}); under the HEIF standard it has no effect and was not applied.',
    },
    'converted-tall': {
      'zh-CN': '图片高 {height} 像素，已无损切分为相互重叠的分块；原文件另存。',
      en: 'The picture is {height} px high; cut losslessly into overlapping tiles; the original is stored.',
    },
    'converted-irregular': {
      'zh-CN': '图片数据有不规则之处，已解码后重新编码为 PNG；原文件另存。',
      en: 'The picture data is irregular; decoded and re-encoded as PNG for the pages; the original is stored.',
    },
    'picture-irregular': {
      'zh-CN': '图片数据有不规则之处，个别部分可能显示不同，以原文件为准。',
      en: 'The picture data is irregular: parts of it may look different elsewhere. The original governs.',
    },
    'profile-not-applied': {
      'zh-CN': '图片按原字节排入，未应用其色彩特性文件“{profile}”，颜色可能略有差异。',
      en: 'The picture is embedded byte for byte without applying its colour profile “{profile}”; colours may differ slightly.',
    },
    'data-after-picture': {
      'zh-CN': '图片数据之后另有 {bytes} 字节（如动态照片），未在页面中显示。',
      en: 'The picture data is followed by {bytes} more {bytes|byte|bytes} (such as a motion photo), not shown on the pages.',
    },
    'first-frame-only': {
      'zh-CN': '动图共 {frames} 帧，页面仅显示第一帧。',
      en: 'An animation of {frames} {frames|frame|frames}; the pages show only the first.',
    },
    'first-pages-only': {
      'zh-CN': '共 {of} 页，仅显示前 {pages} 页。',
      en: '{of} {of|page|pages} in all; only the first {pages} shown.',
    },
    'picture-too-large': {
      'zh-CN': '图片为 {width}×{height} 像素，超过 {limit} 百万像素的上限，未解码；原文件已完整保存。',
      en: 'The picture is {width}×{height} px, over the limit of {limit} million; it was not decoded. The original is stored in full.',
    },
    'picture-damaged': {
      'zh-CN': '图片无法完整解码（{what}）；原文件已完整保存。',
      en: 'The picture could not be decoded completely ({what}). The original is stored in full.',
    },
  },
  facts: {
    ColourProfile: { 'zh-CN': '色彩特性文件', en: 'Colour profile' },
    DateTime: { 'zh-CN': '文件所记修改时间', en: 'Modified (as stated in the file)' },
    DateTimeOriginal: { 'zh-CN': '文件所记拍摄时间', en: 'Taken (as stated in the file)' },
    DateTimeDigitized: { 'zh-CN': '文件所记数字化时间', en: 'Digitised (as stated in the file)' },
    OffsetTime: { 'zh-CN': '修改时间的时区', en: 'Time zone of the modification' },
    OffsetTimeOriginal: { 'zh-CN': '拍摄时间的时区', en: 'Time zone of the picture' },
    ImageUniqueID: { 'zh-CN': '图像标识', en: 'Image ID' },
    Orientation: { 'zh-CN': '方向标记', en: 'Orientation flag' },
  },
} as const satisfies KindWords;
