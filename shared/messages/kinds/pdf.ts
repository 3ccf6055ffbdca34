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
    'pdf-xfa-dynamic': {
      'zh-CN':
        'PDF 是 XFA 动态表单：阅读器打开时才生成其内容，文件自带的页面只是占位页，故未作为页面列入；原文件已完整保存',
      en: 'the PDF is a dynamic XFA form: readers make its content when they open it, and the pages in the file are placeholders, so they are not shown as its pages; the original is stored in full',
    },
    'pdf-xfa-unsure': {
      'zh-CN': 'PDF 含 XFA 表单，文件自带的页面上没有其表单域；支持 XFA 的阅读器可能显示不同的内容；以原件为准',
      en: 'the PDF contains an XFA form whose fields are not on its pages; readers that support XFA may show other content; see the original',
    },
    'pdf-xfa-beside': {
      'zh-CN': 'PDF 同时含 XFA 表单；此处显示文件自带的页面，支持 XFA 的阅读器可能改用该表单显示',
      en: 'the PDF also contains an XFA form; its own pages are shown here, and readers that support XFA may show the form in their place',
    },
    'pdf-portfolio': {
      'zh-CN': 'PDF 是文件包（PDF portfolio）：自带的 {pages} 页只是封面，其内容是所含的 {count} 个文件，列于其后',
      en: 'the PDF is a portfolio: the {pages} {pages|page|pages} of its own {pages|is|are} only the cover of the {count} {count|file|files} in it, which {count|follows|follow}',
    },
    'pdf-portfolio-empty': {
      'zh-CN': 'PDF 是文件包（PDF portfolio），自带的 {pages} 页只是封面，但未从中取出任何文件；以原件为准',
      en: 'the PDF is a portfolio: the {pages} {pages|page|pages} of its own {pages|is|are} only a cover, but no file was extracted from it; see the original',
    },
    'pdf-files-inside': {
      'zh-CN': 'PDF 内嵌 {count} 个文件，已逐一取出并原样保存，列于其页面之后',
      en: '{count} {count|file|files} embedded in the PDF {count|was|were} extracted and stored byte for byte, and {count|follows|follow} its pages',
    },
    'pdf-files-cut': {
      'zh-CN': 'PDF 内嵌 {of} 个文件，仅取出 {count} 个；其余仍在原文件中',
      en: 'of {of} {of|file|files} embedded in the PDF {count} {count|was|were} extracted; the others are in the original',
    },
    'pdf-files-damaged': {
      'zh-CN': 'PDF 内嵌的 {count} 个文件数据残缺（{names}），仅取出可读部分或未能取出；原文件已完整保存',
      en: '{count} {count|file|files} embedded in the PDF {count|is|are} damaged ({names}) and {count|was|were} extracted as far as readable, or not at all; the original is stored in full',
    },
    'pdf-signature-intact': {
      'zh-CN':
        '第 {n} 项数字签名（证书：{name}）：签名与所签的 {signed} 字节相符，该部分在签名后未变；证书由何机构签发、是否可信，未予核验',
      en: 'digital signature {n} (certificate: {name}): it matches the {signed} bytes that it covers, which are unchanged since signing; who issued the certificate and whether it can be trusted was not verified',
    },
    'pdf-signature-broken': {
      'zh-CN': '第 {n} 项数字签名（证书：{name}）与所签内容不符：{why}',
      en: 'digital signature {n} (certificate: {name}) does not match what it covers: {why}',
    },
    'pdf-signature-unverified': {
      'zh-CN': '第 {n} 项数字签名（证书：{name}）未能核验：{why}',
      en: 'digital signature {n} (certificate: {name}) could not be verified: {why}',
    },
    'pdf-signature-part': {
      'zh-CN': '第 {n} 项数字签名只涵盖文件的前 {end} 字节，其后的 {after} 字节是签名之后追加的，不在该签名之内',
      en: 'digital signature {n} covers only the first {end} bytes of the file; the {after} bytes behind them were appended later and are not covered by it',
    },
    'pdf-changed-after-signature': {
      'zh-CN': '第 {n} 项数字签名之后，第 {pages} 页的内容被改动；页面显示改动后的样子，签名时的样子仍在原文件中',
      en: 'after digital signature {n} the content of {pages:page|pages} {pages} was changed; the pages show it as changed, and as it was when signed it is still in the original',
    },
    'pdf-after-signature-unknown': {
      'zh-CN': '第 {n} 项数字签名之后追加的内容是否改动了页面，未能查明；以原件为准',
      en: 'whether what was appended after digital signature {n} changed pages could not be determined; see the original',
    },
    'pdf-revision-content': {
      'zh-CN':
        'PDF 保存后又以追加方式改动：第 {revision} 版改动了第 {pages} 页的内容；页面显示最后一版，此前各版仍在原文件中',
      en: 'the PDF was changed by appending to it: revision {revision} changed the content of {pages:page|pages} {pages}; the pages show the last revision, and the earlier ones are still in the original',
    },
    'pdf-revision-notes': {
      'zh-CN': 'PDF 第 {revision} 版在第 {pages} 页增改了批注、表单域或签名外观；页面显示最后一版',
      en: 'revision {revision} of the PDF added or changed annotations, form fields or the appearance of signatures on {pages:page|pages} {pages}; the pages show the last revision',
    },
    'pdf-revisions-not-compared': {
      'zh-CN': 'PDF 有 {count} 次追加的改动，其是否改动页面未作比对',
      en: '{count} {count|update|updates} appended to the PDF {count|was|were} not compared: whether {count|it|they} changed pages is not known',
    },
    'pdf-layers-hidden': {
      'zh-CN': 'PDF 有 {count} 个图层默认隐藏（{names}），页面不显示其内容；在阅读器中可以打开',
      en: '{count} {count|layer|layers} of the PDF {count|is|are} hidden by default ({names}); the pages do not show {count|it|them}, readers can switch {count|it|them} on',
    },
    'pdf-fonts-not-embedded': {
      'zh-CN': 'PDF 未嵌入 {count} 种字体（{names}），由各阅读器以其他字体代替，页面在其他设备上可能有所不同',
      en: '{count} {count|font is|fonts are} not embedded in the PDF ({names}); each reader puts another in {count|its|their} place, so the pages may look different elsewhere',
    },
    'pdf-page-differs': {
      'zh-CN': '另以一种阅读器（pdf.js）绘制比对，第 {pages} 页在证据册中的显示与原文件不同；以原件为准',
      en: 'drawn by another reader (pdf.js) for comparison, {pages:page|pages} {pages} {pages:looks|look} different in the bundle than in the file; see the original',
    },
    'pdf-not-compared': {
      'zh-CN': '页面未能以另一种阅读器（pdf.js）绘制比对（{why}）',
      en: 'the pages could not be compared with a drawing by another reader (pdf.js): {why}',
    },
    'pdf-facts-not-read': {
      'zh-CN': 'PDF 除页面外的内容（签名、内嵌文件、表单、修订）未能读取（{why}）；以原件为准',
      en: 'what the PDF contains beside its pages (signatures, embedded files, forms, revisions) could not be read ({why}); see the original',
    },
  },
  facts: {
    PdfProducer: { 'zh-CN': 'PDF 自述的生成软件', en: 'Producer (as stated in the PDF)' },
    PdfCreator: { 'zh-CN': 'PDF 自述的编辑软件', en: 'Creator (as stated in the PDF)' },
    PdfCreated: { 'zh-CN': 'PDF 自述的创建时间', en: 'Created (as stated in the PDF)' },
    PdfChanged: { 'zh-CN': 'PDF 自述的修改时间', en: 'Modified (as stated in the PDF)' },
    PdfPages: { 'zh-CN': 'PDF 页数', en: 'Pages of the PDF' },
    PdfCoverPages: { 'zh-CN': 'PDF 文件包（portfolio）的封面页数', en: 'Pages of the PDF portfolio’s cover' },
    PdfCompared: {
      'zh-CN': '与另一种阅读器（pdf.js）绘制的原文件比对的页数',
      en: 'Pages compared with the file as another reader (pdf.js) draws it',
    },
    PdfRevisions: { 'zh-CN': 'PDF 版次（含首次保存）', en: 'Revisions of the PDF (with the first)' },
    PdfRevisionsUnknown: { 'zh-CN': 'PDF 版次：未能查明', en: 'Revisions of the PDF: not determined' },
    PdfRevisionContent: { 'zh-CN': '后续版次改动内容的页面', en: 'Pages whose content a later revision changed' },
    PdfRevisionNotes: {
      'zh-CN': '后续版次增改批注、表单域或签名外观的页面',
      en: 'Pages on which a later revision changed annotations, fields or signature appearances',
    },
    PdfSignatureIntact: {
      'zh-CN': '数字签名：与所签内容相符（证书是否可信未核验）',
      en: 'Digital signature: matches what it covers (trust in the certificate not verified)',
    },
    PdfSignatureBroken: { 'zh-CN': '数字签名：与所签内容不符', en: 'Digital signature: does not match what it covers' },
    PdfSignatureUnverified: { 'zh-CN': '数字签名：未能核验', en: 'Digital signature: not verified' },
    PdfFile: { 'zh-CN': 'PDF 内嵌文件', en: 'File embedded in the PDF' },
    PdfXfaDynamic: { 'zh-CN': 'XFA 动态表单', en: 'Dynamic XFA form' },
    PdfXfa: { 'zh-CN': 'XFA 表单', en: 'XFA form' },
    PdfScripts: { 'zh-CN': 'PDF 所含脚本', en: 'Scripts in the PDF' },
    PdfLayersHidden: { 'zh-CN': 'PDF 默认隐藏的图层', en: 'Layers of the PDF hidden by default' },
    PdfFontsNotEmbedded: {
      'zh-CN': 'PDF 未嵌入的字体（页面在其他设备上可能有所不同）',
      en: 'Fonts not embedded in the PDF (pages may look different elsewhere)',
    },
  },
  sources: {
    'PDF information': { 'zh-CN': 'PDF 文件信息', en: 'document information of the PDF' },
    'PDF metadata': { 'zh-CN': 'PDF 元数据（XMP）', en: 'metadata of the PDF (XMP)' },
    'PDF structure': { 'zh-CN': 'PDF 结构', en: 'structure of the PDF' },
    'PDF signature check': { 'zh-CN': 'PDF 签名核验', en: 'verification of the PDF signature' },
  },
} as const satisfies KindWords;
