import type { Text } from '../language.ts';

/** Problems of a bundle. *stop*: unfit to file. *warn*: the lawyer judges. */
export const problemTexts = {
  'item-unknown': {
    rank: 'stop',
    text: {
      'zh-CN': '编排中的证据 {item} 不在案件中',
      en: 'the arrangement names item {item}, which the case does not have',
    },
  },
  'item-excluded': {
    rank: 'stop',
    text: {
      'zh-CN': '该证据已被排除（{reason}），却列在编排中',
      en: 'the item is excluded ({reason}) and stands in the arrangement',
    },
  },
  'item-doubled': {
    rank: 'stop',
    text: { 'zh-CN': '同一证据列入了 {count} 次', en: 'the same item is placed {count} times' },
  },
  'number-doubled': {
    rank: 'stop',
    text: { 'zh-CN': '两项证据使用同一编号', en: 'two exhibits bear the same number' },
  },
  'pages-unknown': {
    rank: 'stop',
    text: {
      'zh-CN': '页码选择“{pages}”超出文件的 {count} 页',
      en: 'the choice of pages "{pages}" goes beyond the file’s {count} pages',
    },
  },
  'document-refused': {
    rank: 'stop',
    text: { 'zh-CN': 'PDF 文件的页面无法列入：{why}', en: 'the pages of the PDF file could not be taken in: {why}' },
  },
  'glyph-missing': {
    rank: 'stop',
    text: {
      'zh-CN': '字体缺少您所写的字符 {codes}；请改用其他字符或描述写法（如“⿰木𠮷”）',
      en: 'no font has the characters {codes} that you wrote; write them otherwise, or described (as “⿰木𠮷”)',
    },
  },
  'glyph-coded': {
    rank: 'warn',
    text: {
      'zh-CN': '证据中的字符 {codes} 字体没有，已以代码显示',
      en: 'no font has the characters {codes} of the evidence; they are shown by their codes',
    },
  },
  'document-short': {
    rank: 'warn',
    text: {
      'zh-CN': 'PDF 文件的页面与原件显示可能不同：{why}',
      en: 'the pages of the PDF file may look different from the original: {why}',
    },
  },
  'document-script': {
    rank: 'warn',
    text: { 'zh-CN': 'PDF 文件中的脚本已略去：{why}', en: 'scripts of the PDF file are left out: {why}' },
  },
  'item-unlisted': {
    rank: 'warn',
    text: { 'zh-CN': '证据“{title}”既未排除也未列入编排', en: 'the item "{title}" is neither excluded nor placed' },
  },
  'words-not-traced': {
    rank: 'warn',
    text: {
      'zh-CN': '未能在所存应答中找到“{words}”，溯源页不证明其来源',
      en: 'no stored answer was found to carry "{words}": the page about it proves no source',
    },
  },
  'not-compared': {
    rank: 'warn',
    text: {
      'zh-CN': '未能与证据项 {item} 比对，册中没有这一比对：{why}',
      en: 'it could not be compared with item {item}, and the bundle has no such comparison: {why}',
    },
  },
  'cell-empty': {
    rank: 'warn',
    text: { 'zh-CN': '证据目录有空白栏：{cell}', en: 'the catalogue has an empty cell: {cell}' },
  },
  'purpose-missing': {
    rank: 'warn',
    text: { 'zh-CN': '未写证明对象（目的）', en: 'it is not said what the exhibit proves' },
  },
  'capture-short': { rank: 'warn', text: { 'zh-CN': '采集结果为 {outcome}', en: 'the capture ended as {outcome}' } },
  'no-pages': {
    rank: 'warn',
    text: { 'zh-CN': '该证据没有页面，仅列说明页', en: 'the exhibit has no pages of its own, only its sheet' },
  },
  'respondent-missing': { rank: 'warn', text: { 'zh-CN': '未写被申请人', en: 'no respondent is named' } },
  'cause-missing': { rank: 'warn', text: { 'zh-CN': '未写案由', en: 'the cause of action is not stated' } },
  'case-number-missing': { rank: 'warn', text: { 'zh-CN': '未写案号', en: 'the case number is not stated' } },
  'counsel-missing': { rank: 'warn', text: { 'zh-CN': '未写代理人', en: 'no counsel is named' } },
  'date-missing': { rank: 'warn', text: { 'zh-CN': '未写提交日期', en: 'the date of submission is not stated' } },
  'deponent-missing': { rank: 'warn', text: { 'zh-CN': '未写声明人', en: 'no deponent is named' } },
  'elements-missing': {
    rank: 'warn',
    text: { 'zh-CN': '未列待证要件，对照表为空', en: 'no element to prove is stated; the proof matrix is empty' },
  },
  'element-unproven': {
    rank: 'warn',
    text: { 'zh-CN': '待证要件“{element}”没有证据', en: 'no exhibit goes to the element “{element}”' },
  },
  'element-alone': {
    rank: 'warn',
    text: {
      'zh-CN': '待证要件“{element}”只有一项证据（证据规定第90条：存疑的电子数据不能单独作为认定依据）',
      en: 'the element “{element}” rests on one exhibit (Evidence Provisions art. 90: doubtful electronic data cannot stand alone)',
    },
  },
  'element-one-source': {
    rank: 'warn',
    text: {
      'zh-CN': '待证要件“{element}”的证据{source}',
      en: 'the exhibits that go to the element “{element}” come {source}',
    },
  },
  'passage-not-found': {
    rank: 'warn',
    text: {
      'zh-CN': '引文“{passage}”不在该证据所存的文字中（要件“{element}”）',
      en: 'the quotation “{passage}” is not in the stored text of the exhibit (element “{element}”)',
    },
  },
  'law-version-open': {
    rank: 'warn',
    text: {
      'zh-CN': '法律依据未能确定到一个版本（{elements}）：请填写行为日期和提交日期，或写明所依据的条文',
      en: 'no one version of the law is chosen ({elements}): state the days of the act and of the submission, or the provision itself',
    },
  },
  'element-unknown': {
    rank: 'warn',
    text: {
      'zh-CN': '证据所列要件“{element}”未在计划中',
      en: 'the exhibit names the element “{element}”, which the plan does not have',
    },
  },
  'event-unknown': {
    rank: 'warn',
    text: {
      'zh-CN': '时间线条目“{when}”所列证据不在本册',
      en: 'the event “{when}” names an item that is not in the bundle',
    },
  },
  'mark-not-found': {
    rank: 'warn',
    text: {
      'zh-CN': '页面文字中没有“{words}”，未能标出',
      en: 'the page’s text does not say “{words}”; nothing is marked',
    },
  },
  'text-layer-missing': {
    rank: 'warn',
    text: { 'zh-CN': '页面没有文字层，不能检索', en: 'the pages have no text layer and cannot be searched' },
  },
  'picture-cut': {
    rank: 'warn',
    text: { 'zh-CN': '采集时画面被截短，已在说明页写明', en: 'the picture is short of the page, as its sheet says' },
  },
  'picture-hard-to-read': {
    rank: 'warn',
    text: {
      'zh-CN': '页面宽 {width} 像素，印出后文字过小',
      en: 'the page is {width} px wide; its text becomes too small on paper',
    },
  },
  'profile-unverified': {
    rank: 'warn',
    text: {
      'zh-CN': '格式“{profile}”有未经核实的值：{values}',
      en: 'the profile “{profile}” has values that were not verified: {values}',
    },
  },
  'portal-cap': {
    rank: 'warn',
    text: {
      'zh-CN': '本册 {megabytes} MB，超过平台上限 {cap} MB；可另以 --filing-copy 生成压缩提交件',
      en: 'the bundle has {megabytes} MB, more than the {cap} MB that the portal takes; --filing-copy makes a smaller one',
    },
  },
  'copy-unreadable': {
    rank: 'warn',
    text: {
      'zh-CN': '再压缩将难以辨认，提交件为 {megabytes} MB，分为 {volumes} 册',
      en: 'smaller pictures would be unreadable: the filing copy has {megabytes} MB, in {volumes} volumes',
    },
  },
  'size-cap': {
    rank: 'stop',
    text: {
      'zh-CN': '文件 {bytes} 字节，超过上限 {cap} 字节',
      en: 'the file has {bytes} bytes, more than the cap of {cap}',
    },
  },
  'page-cap': {
    rank: 'stop',
    text: {
      'zh-CN': '文件有 {pages} 页，超过上限 {cap} 页',
      en: 'the file has {pages} pages, more than the cap of {cap}',
    },
  },
  'resolution-cap': {
    rank: 'stop',
    text: {
      'zh-CN': '画面在页上为 {dpi} dpi，超过上限 {cap} dpi；请用 --filing-copy',
      en: 'the picture has {dpi} dpi on the page, more than the cap of {cap}; use --filing-copy',
    },
  },
  'picture-cropped': {
    rank: 'stop',
    text: { 'zh-CN': '画面第 {from}–{to} 行未列入任何一页', en: 'rows {from}–{to} of the picture are on no page' },
  },
  'file-unlisted': {
    rank: 'stop',
    text: { 'zh-CN': '文件 {name} 未列入哈希值清单', en: 'the file {name} is not in the hash list' },
  },
  'hash-differs': {
    rank: 'stop',
    text: {
      'zh-CN': '文件 {name} 的 SHA-256 现为 {found}，与记录的 {sha256} 不符；请运行 fascicle verify 并从备份恢复',
      en: 'the file {name} now hashes to {found}, not {sha256} as recorded; run `fascicle verify` and restore it from a backup',
    },
  },
  'file-missing': {
    rank: 'stop',
    text: {
      'zh-CN': '案件中没有文件 {name}（SHA-256 {sha256}）；请从备份恢复',
      en: 'the case lacks the file {name} (SHA-256 {sha256}); restore it from a backup',
    },
  },
  'signature-block-missing': {
    rank: 'stop',
    text: { 'zh-CN': '缺少签名栏', en: 'the place to sign is missing' },
  },
  'earlier-changed': {
    rank: 'stop',
    text: {
      'zh-CN': '此前已提交的证据 {number} 在本次编排中缺失或已改动',
      en: 'exhibit {number}, filed before, is missing from the arrangement or changed in it',
    },
  },
  'nothing-late': {
    rank: 'stop',
    text: { 'zh-CN': '没有此前未提交的证据', en: 'there is no exhibit that was not filed before' },
  },
  'court-missing': { rank: 'warn', text: { 'zh-CN': '未写法院', en: 'the court is not named' } },
  'applicant-missing': { rank: 'warn', text: { 'zh-CN': '未写申请人', en: 'no applicant is named' } },
} as const satisfies Record<string, { rank: 'stop' | 'warn'; text: Text }>;

export type ProblemCode = keyof typeof problemTexts;
