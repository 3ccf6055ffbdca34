import type { KindWords } from './kind-words.ts';

/** A PDF, whose pages may be damaged or left out. */
export const pdfWords = {
  reasons: {
    'pdf-without-pages': {
      'zh-CN': 'PDF 中没有页面；原文件已完整保存。',
      en: 'The PDF has no pages. The original is stored in full.',
    },
    'pdf-password': {
      'zh-CN': 'PDF 设有打开密码，无法读取（{why}）',
      en: 'the PDF requires a password and cannot be read ({why})',
    },
    'pdf-damaged': { 'zh-CN': 'PDF 已损坏或不是有效的 PDF：{why}', en: 'the PDF is damaged or not a valid PDF: {why}' },
    'pdf-too-many-pages': { 'zh-CN': 'PDF 页数过多（{why} 页）', en: 'the PDF has too many pages ({why})' },
    'pdf-too-large': { 'zh-CN': 'PDF 过大：{why}', en: 'the PDF is too large: {why}' },
    'pdf-reader-time': {
      'zh-CN': '读取 PDF 超时，已终止（{why}）',
      en: 'reading the PDF took too long and was stopped ({why})',
    },
    'pdf-reader-memory': {
      'zh-CN': '读取 PDF 占用内存过多，已终止（{why}）',
      en: 'reading the PDF used too much memory and was stopped ({why})',
    },
    'pdf-reader-crash': { 'zh-CN': '读取 PDF 的进程崩溃（{why}）', en: 'the process reading the PDF crashed ({why})' },
    'pdf-without-appearance': {
      'zh-CN': '第 {pages} 页有批注或表单域未自带外观，各阅读器显示不一，本册未予显示；以原件为准',
      en: '{pages:page|pages} {pages}: annotations or form fields without their own appearance, which viewers draw differently, are not shown; see the original',
    },
    'pdf-script-dropped': {
      'zh-CN': 'PDF 含 {count} 段脚本，未列入证据册，脚本运行后才显示的内容不会出现；以原件为准',
      en: 'the PDF contains {count} {count|script|scripts}, left out of the bundle: content that only a script shows does not appear; see the original',
    },
    'pages-drawn': {
      'zh-CN':
        '为遮盖，已将 PDF 的 {count} 页按每英寸 {dots} 点绘制为图片；PDF 原件封存，其书签、表单、附注和文件信息不在本件中',
      en: 'to be redacted, {count} {count|page|pages} of the PDF {count|was|were} drawn as {count|a picture|pictures} at {dots} dots per inch; the PDF itself is sealed, and its bookmarks, forms, notes and file information are not in this copy',
    },
    'pages-fonts-replaced': {
      'zh-CN': '第 {pages} 页使用了 PDF 未嵌入的字体，绘制时以其他字体代替，字形以原件为准',
      en: '{pages:page|pages} {pages}: drawn with other fonts in place of those that the PDF does not contain; for the shape of the letters see the original',
    },
    'pdf-damaged-parts': {
      'zh-CN': '有 {count} 处内容数据残缺，仅显示可读部分；以原件为准',
      en: '{count} {count|part of its pages is|parts of its pages are} damaged; only what can be read is shown; see the original',
    },
    'pdf-parts-missing': {
      'zh-CN': '第 {pages} 页共有 {count} 处图像或其他内容数据残缺或缺失，未能显示或仅显示可读部分；以原件为准',
      en: '{pages:page|pages} {pages}: {count} {count|image or other part|images or other parts} damaged or missing, not shown or shown only as far as readable; see the original',
    },
    'pdf-table-damaged': {
      'zh-CN': 'PDF 的对象索引（交叉引用表）已损坏，页面系逐一搜寻对象后重建，其他阅读器显示的内容可能不同；以原件为准',
      en: 'the object index (cross-reference table) of the PDF is damaged; the pages were rebuilt by searching for the objects, and other readers may show something else; see the original',
    },
    'pdf-two-readings': {
      'zh-CN':
        '该 PDF 可有两种读法：页面依对象索引（交叉引用表）显示，但文件中另有索引未列的 {count} 个对象，不依索引的阅读器会显示其他内容；以原件为准',
      en: 'the PDF can be read in two ways: the pages follow the object index (cross-reference table), but the file contains {count} {count|object|objects} not in the index, and a reader that ignores the index shows other pages; the original governs',
    },
    'pdf-unnamed-objects': {
      'zh-CN': 'PDF 含有 {count} 个对象索引（交叉引用表）未列的对象，页面未使用',
      en: 'the PDF contains {count} {count|object|objects} not in its object index (cross-reference table), not used by its pages',
    },
    'pdf-doubled-keys': {
      'zh-CN': 'PDF 有 {count} 处对同一项给出两个不同的值，页面采用后者，其他阅读器可能采用前者；以原件为准',
      en: 'the PDF gives two different values for the same thing in {count} {count|place|places}; the pages use the later one, other readers may use the other; the original governs',
    },
    'pdf-other-parents': {
      'zh-CN':
        'PDF 有 {count} 页未指明上级节点，或所指的并非列出该页的节点；页面依列出该页的节点显示，其他阅读器显示的大小、方向或内容可能不同；以原件为准',
      en: '{count} {count|page names|pages name} no parent node, or one that does not list {count|it|them}; {count|it is|they are} shown by the node that does, and other readers may show another size, orientation or content; the original governs',
    },
    'pdf-page-count': {
      'zh-CN': 'PDF 自称有 {counted} 页，实际找到 {pages} 页，其他阅读器显示的页数可能不同；以原件为准',
      en: 'the PDF states {counted} {counted|page|pages}, but {pages} {pages|was|were} found; other readers may show a different number; the original governs',
    },
  },
} as const satisfies KindWords;
