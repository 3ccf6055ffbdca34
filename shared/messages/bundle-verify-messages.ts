import type { Text } from '../language.ts';

/** What `verify` says of a bundle, check by check. */
export const bundleVerifyTexts = {
  'all-well': { 'zh-CN': '已核对 {count} 项，全部相符', en: '{count} checked, all as they should be' },
  'sums-missing': {
    'zh-CN': '缺少哈希值文件 {path}，无法核对整册',
    en: 'the hash file {path} is missing; the file as a whole cannot be checked',
  },
  'sums-unreadable': {
    'zh-CN': '哈希值文件 {path} 的格式不对：第 {line} 行',
    en: 'the hash file {path} is not of the form it should be: line {line}',
  },
  'sums-lacks': { 'zh-CN': '哈希值文件未列 {name}', en: 'the hash file does not list {name}' },
  'file-changed': {
    'zh-CN': '文件 {name} 已改动：SHA-256 为 {found}，应为 {sha256}',
    en: 'the file {name} has changed: its SHA-256 is {found}, not {sha256}',
  },
  'file-missing': { 'zh-CN': '哈希值文件列出的 {name} 不存在', en: '{name}, which the hash file lists, is missing' },
  'nothing-to-compare': {
    'zh-CN':
      '{name} 旁边和内部都没有本程序的清单或哈希值文件，无从核对；如是证据册，请把 .sha256 和 .manifest.json 放在它旁边',
    en: 'neither beside nor inside {name} is a manifest or hash file of this program, so there is nothing to compare it with; if it is a bundle, put its .sha256 and .manifest.json beside it',
  },
  'manifest-missing': { 'zh-CN': '缺少清单文件 {path}', en: 'the manifest {path} is missing' },
  'manifest-unreadable': { 'zh-CN': '清单文件无法读取：{why}', en: 'the manifest cannot be read: {why}' },
  'pdf-unreadable': {
    'zh-CN': 'PDF 的结构不是本程序写成的样子：{why}',
    en: 'the PDF is not built as this program builds it: {why}',
  },
  'page-count': {
    'zh-CN': 'PDF 有 {found} 页，清单记载 {pages} 页',
    en: 'the PDF has {found} pages, the manifest {pages}',
  },
  'page-number': { 'zh-CN': '第 {place} 页上印的页码是 {printed}', en: 'page {place} is printed as {printed}' },
  'page-labels': { 'zh-CN': 'PDF 页码标签与页序不一致', en: "the PDF's page labels differ from its pages" },
  'exhibit-pages': {
    'zh-CN': '证据 {number} 的页码范围 {from}–{to} 与各页不符',
    en: 'the pages {from}–{to} of exhibit {number} are not those that carry it',
  },
  'catalogue-pages': {
    'zh-CN': '证据目录中没有证据 {number} 的页码 {range}，或其链接不通向该证据的首页',
    en: 'the catalogue does not give the pages {range} of exhibit {number}, or its link leads elsewhere',
  },
  'outline-page': {
    'zh-CN': '书签“{title}”指向第 {found} 页，应为第 {page} 页',
    en: 'the bookmark "{title}" leads to page {found}, not {page}',
  },
  'outline-missing': { 'zh-CN': '证据 {number} 没有书签', en: 'exhibit {number} has no bookmark' },
  'image-changed': {
    'zh-CN': 'PDF 对象 {object} 中的图片与采集时不同（SHA-256 {sha256}，还原后为 {found}）',
    en: 'the picture in PDF object {object} is not as captured (SHA-256 {sha256}; made again it is {found})',
  },
  'image-unreadable': {
    'zh-CN': 'PDF 对象 {object} 中的图片无法读取：{why}',
    en: 'the picture in PDF object {object} cannot be read: {why}',
  },
  'image-shown-otherwise': {
    'zh-CN': 'PDF 对象 {object} 中的图片数据未变，但显示方式被改动（{key}）',
    en: 'the picture in PDF object {object} holds its own data, but is shown otherwise than written ({key})',
  },
  'pictures-carried': {
    'zh-CN':
      '该 PDF 已被另存或加盖，不再是原文件；但清单所列 {of} 张图片中的 {count} 张仍与采集时逐字节一致（另有 {others} 张其他图片，例如印章）。图片在页面上的位置及是否被遮盖未作核对',
    en: 'the PDF was saved again or stamped and is no longer the file that was built; of the {of} pictures in the manifest, {count} are still byte for byte as captured ({others} further pictures, a stamp for example). Where they stand on their pages, and whether anything lies over them, was not checked',
  },
  'pictures-not-carried': {
    'zh-CN':
      '该 PDF 已改动：清单所列 {of} 张图片中仅 {count} 张与采集时一致，证据 {exhibits} 的图片未按原样找到（被替换，或由其他程序重新编码）；另有 {others} 张其他图片。请与原证据册比对',
    en: 'the PDF has changed: of the {of} pictures in the manifest only {count} are as captured; those of exhibits {exhibits} were not found as they were (replaced, or encoded anew by another program); {others} further pictures. Compare it with the bundle as it was built',
  },
  'pictures-unread': {
    'zh-CN': '无法在该 PDF 中查找采集图片：{why}',
    en: 'the captured pictures could not be looked for in the PDF: {why}',
  },
  'image-foreign': {
    'zh-CN': '第 {page} 页（证据 {number}）显示的图片（PDF 对象 {object}）不属于该证据',
    en: "page {page} of exhibit {number} shows a picture that is not the exhibit's (PDF object {object})",
  },
  'image-unlisted': {
    'zh-CN': '证据 {number} 的文件 {name} 未见于任何一页',
    en: 'the file {name} of exhibit {number} is on no page',
  },
  'pdf-active': {
    'zh-CN': 'PDF 对象 {object} 含有脚本、加密或自动动作（{what}）',
    en: 'PDF object {object} holds a script, encryption or something that acts by itself ({what})',
  },
  'pdf-archival': {
    'zh-CN': 'PDF 自称 PDF/A-3b，但对象 {object} 不符合（{what}）',
    en: 'the PDF claims PDF/A-3b, and object {object} does not meet it ({what})',
  },
  'manifest-differs': {
    'zh-CN': '清单文件 {path} 与 PDF 内附的清单不同',
    en: 'the manifest {path} is not the one inside the PDF',
  },
} as const satisfies Record<string, Text>;

export type BundleFindingCode = keyof typeof bundleVerifyTexts;
