import type { Text } from '../../language.ts';

/** What `verify` says of a bundle, check by check. */
export const bundleVerifyTexts = {
  'all-well': { 'zh-CN': '已核对 {count} 项，全部相符', en: '{count} {count|check|checks}, all as expected' },
  'pictures-well': {
    'zh-CN': 'PDF 中的 {count} 张图片与清单所列哈希值的文件逐字节一致',
    en: '{count} {count|picture|pictures} in the PDF {count|is|are} byte for byte identical to the files whose hashes the manifest lists',
  },
  'drawn-well': {
    'zh-CN': '{count} 页的图片均完整显示，除红色标记框外未见覆盖或遮挡；页面文字（含不可见的文字层）未与任何内容比对',
    en: 'on {count} {count|page|pages} the pictures are shown in full, with nothing over them but thin red marks; the text of the pages, including the invisible text layer, was not compared with anything',
  },
  'structure-well': {
    'zh-CN': '{count} 页未被裁切或隐藏，无批注、脚本或自动动作',
    en: '{count} {count|page is|pages are} not cropped or hidden; no annotation, script or action was found',
  },
  'time-stamps-well': {
    'zh-CN': '{count} 个时间戳本身有效；涵盖范围见上文“时间”及各条说明',
    en: '{count} {count|time stamp is valid in itself; what it covers|time stamps are valid in themselves; what they cover} is stated above under “Time” and in the notes',
  },
  'sums-missing': {
    'zh-CN': '缺少哈希值文件 {path}，无法核对整册',
    en: 'the hash file {path} is missing, so the bundle as a whole cannot be checked',
  },
  'sums-unreadable': {
    'zh-CN': '哈希值文件 {path} 格式有误：第 {line} 行',
    en: 'the hash file {path} is malformed: line {line}',
  },
  'listed-as': {
    'zh-CN': '{name} 的内容与哈希值文件中的 {listed} 相符：文件已改名，内容未改动',
    en: '{name} has the content that the hash file lists as {listed}: the file was renamed, its content is unaltered',
  },
  'sums-lacks': { 'zh-CN': '哈希值文件未列 {name}', en: 'the hash file does not list {name}' },
  'line-ends-changed': {
    'zh-CN': '{path} 的换行符（或开头的编码标记）被改过，邮件程序和编辑器常会如此；文字一字未变',
    en: 'the line ends of {path} (or the mark at its start) were changed, as mail programs and editors do; its words are the same',
  },
  'file-changed': {
    'zh-CN': '文件 {name} 已改动：SHA-256 为 {found}，应为 {sha256}',
    en: 'file {name} has changed: its SHA-256 is {found}, expected {sha256}',
  },
  'file-missing': { 'zh-CN': '哈希值文件列出的 {name} 不存在', en: '{name}, listed in the hash file, is missing' },
  'nothing-to-compare': {
    'zh-CN':
      '{name} 旁边及其内部均无本程序的清单或哈希值文件，无从核对；如是证据册，请将 .sha256 和 .manifest.json 与其放在同一文件夹',
    en: 'there is no manifest or hash file of this program next to {name} or inside it, so there is nothing to compare it with; if it is a bundle, put its .sha256 and .manifest.json in the same folder',
  },
  'manifest-missing': { 'zh-CN': '缺少清单文件 {path}', en: 'the manifest {path} is missing' },
  'manifest-unreadable': { 'zh-CN': '清单文件无法读取：{why}', en: 'the manifest cannot be read: {why}' },
  'pdf-unreadable': {
    'zh-CN': 'PDF 的结构与本程序生成的不同：{why}',
    en: 'the PDF is not structured as this program writes it: {why}',
  },
  'page-count': {
    'zh-CN': 'PDF 有 {found} 页，清单记载 {pages} 页',
    en: 'the PDF has {found} {found|page|pages}, the manifest lists {pages}',
  },
  'page-number': { 'zh-CN': '第 {position} 页上印的页码是 {printed}', en: 'page {position} is numbered {printed}' },
  'page-labels': { 'zh-CN': 'PDF 页码标签与页序不一致', en: 'the page labels of the PDF do not match its pages' },
  'exhibit-pages': {
    'zh-CN': '证据 {number} 的页码范围 {from}–{to} 与各页不符',
    en: 'the page range {from}–{to} of exhibit {number} does not match its pages',
  },
  'catalogue-pages': {
    'zh-CN': '证据目录未列证据 {number} 的页码 {range}，或其链接未指向该证据的首页',
    en: 'the catalogue does not list {range:page|pages} {range} for exhibit {number}, or its link does not lead to the first page of the exhibit',
  },
  'outline-page': {
    'zh-CN': '书签“{title}”指向第 {found} 页，应为第 {page} 页',
    en: 'the bookmark “{title}” leads to page {found} instead of {page}',
  },
  'outline-missing': { 'zh-CN': '证据 {number} 没有书签', en: 'exhibit {number} has no bookmark' },
  'image-changed': {
    'zh-CN': 'PDF 对象 {object} 中的图片不是清单所列的文件（SHA-256 {sha256}，还原后为 {found}）',
    en: 'the picture in PDF object {object} is not the one listed in the manifest (SHA-256 {sha256}; reconstructed: {found})',
  },
  'image-unreadable': {
    'zh-CN': 'PDF 对象 {object} 中的图片无法读取：{why}',
    en: 'the picture in PDF object {object} cannot be read: {why}',
  },
  'image-shown-otherwise': {
    'zh-CN': 'PDF 对象 {object} 中的图片数据未变，但显示方式被改动（{key}）',
    en: 'the picture data in PDF object {object} is unchanged, but the way it is displayed was altered ({key})',
  },
  'pictures-carried': {
    'zh-CN':
      '该 PDF 曾被另存或加盖，已不是原文件；但清单所列 {of} 张图片中的 {count} 张仍与清单所列逐字节一致（另有 {others} 张其他图片，例如印章）。图片在页面上的位置及是否被遮盖未作核对',
    en: 'the PDF was saved again or stamped and is no longer the original file; of the {of} {of|picture|pictures} in the manifest, {count} {count|is|are} still byte for byte as listed ({others} other {others|picture|pictures}, such as a stamp). Their position on the pages, and whether anything covers them, was not checked',
  },
  'pictures-not-carried': {
    'zh-CN':
      '该 PDF 已改动：清单所列 {of} 张图片中仅 {count} 张与清单一致，证据 {exhibits} 的图片未按原样找到（被替换，或由其他程序重新编码）；另有 {others} 张其他图片。请与原证据册比对',
    en: 'the PDF has changed: of the {of} {of|picture|pictures} in the manifest only {count} {count|matches|match}; the pictures of {exhibits:exhibit|exhibits} {exhibits} were not found unchanged (replaced, or re-encoded by another program); {others} other {others|picture|pictures}. Compare it with the original bundle',
  },
  'pictures-unread': {
    'zh-CN': '无法在该 PDF 中查找清单所列图片：{why}',
    en: 'the pictures in the manifest could not be searched for in the PDF: {why}',
  },
  'page-drawn-otherwise': {
    'zh-CN': '第 {page} 页的内容含有本程序不会写入的部分（{what}）：页面可能被覆盖、遮挡或改动',
    en: 'page {page} contains something this program does not write ({what}): the page may be covered, hidden or altered',
  },
  'pdf-foreign': {
    'zh-CN': 'PDF 对象 {object} 含有本程序不会写入的内容（{what}）：可能遮挡、裁切页面，或在打开文件时执行操作',
    en: 'PDF object {object} contains something this program does not write ({what}): it may cover or crop a page, or run when the file is opened',
  },
  'image-undrawn': {
    'zh-CN': '清单所列图片（PDF 对象 {object}）未显示在其证据的任何一页上',
    en: 'the picture in PDF object {object}, listed in the manifest, is not shown on any page of its exhibit',
  },
  'image-cut': {
    'zh-CN': '证据 {number} 的图片（PDF 对象 {object}）未完整显示：有部分行不在任何一页上',
    en: 'the picture in PDF object {object} of exhibit {number} is not shown in full: some of its rows are on no page',
  },
  'exhibits-elsewhere': {
    'zh-CN': '有 {count} 项证据的部分页面在其他分册：其图片是否完整显示，须各册一并核对',
    en: '{count} {count|exhibit continues|exhibits continue} in another volume: whether {count|its|their} pictures are shown in full can only be checked with all volumes together',
  },
  'imported-unread': {
    'zh-CN': '有 {count} 页显示导入的 PDF 页面：其内容未与原文件比对，请自行对照移交包或案件中的原文件',
    en: '{count} {count|page shows a page|pages show pages} of imported PDFs: the content was not compared with the imported file; compare it by eye',
  },
  'image-foreign': {
    'zh-CN': '第 {page} 页（证据 {number}）显示的图片（PDF 对象 {object}）不属于该证据',
    en: 'page {page} (exhibit {number}) shows a picture (PDF object {object}) that does not belong to this exhibit',
  },
  'image-unlisted': {
    'zh-CN': '证据 {number} 的文件 {name} 未见于任何一页',
    en: 'file {name} of exhibit {number} is not on any page',
  },
  'pdf-active': {
    'zh-CN': 'PDF 对象 {object} 含有脚本、加密或自动动作（{what}）',
    en: 'PDF object {object} contains a script, encryption or an automatic action ({what})',
  },
  'pdf-archival': {
    'zh-CN': 'PDF 自称 PDF/A-3b，但对象 {object} 不符合（{what}）',
    en: 'the PDF claims to be PDF/A-3b, but object {object} does not conform ({what})',
  },
  'pdf-tags': {
    'zh-CN': 'PDF 的结构标记（供读屏软件使用）在对象 {object} 处与页面内容不符（{what}）',
    en: 'the structure tags of the PDF, for screen readers, do not match its pages at object {object} ({what})',
  },
  'manifest-not-inside': {
    'zh-CN': 'PDF 内没有清单，而清单文件并未说明本证据册内不附清单',
    en: 'the PDF contains no manifest, and the manifest file does not say that the bundle has none inside',
  },
  'manifest-beside-only': {
    'zh-CN': '本证据册的 PDF 内不附清单：清单仅在 {path}，PDF 本身不能印证',
    en: 'the PDF contains no manifest: it is only in {path}, and nothing in the PDF vouches for it',
  },
  'manifest-differs': {
    'zh-CN': '清单文件 {path} 与 PDF 内附的清单不同',
    en: 'the manifest {path} differs from the one inside the PDF',
  },
} as const satisfies Record<string, Text>;

export type BundleFindingCode = keyof typeof bundleVerifyTexts;
