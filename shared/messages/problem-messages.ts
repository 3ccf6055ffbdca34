import type { Text } from '../language.ts';
import { forUser } from '../text.ts';

/** The cells of the catalogue that may be empty, as `cell-empty` and `cell-demanded` name them. */
export const cellNames = {
  title: { 'zh-CN': '证据名称', en: 'title' },
  source: { 'zh-CN': '来源', en: 'source' },
  summary: { 'zh-CN': '内容摘要', en: 'summary' },
  purpose: { 'zh-CN': '证明目的', en: 'purpose of proof' },
  group: { 'zh-CN': '组别', en: 'group' },
} as const satisfies Record<string, Text>;

/** Problems of a bundle, said to whoever builds it. *stop*: unfit to file. *warn*: the lawyer judges. */
export const problemTexts = forUser({
  'item-unknown': {
    rank: 'stop',
    text: {
      'zh-CN': '编排中的证据 {item} 不在案件中',
      en: 'the arrangement lists item {item}, which is not in the case',
    },
  },
  'item-excluded': {
    rank: 'stop',
    text: {
      'zh-CN': '该证据已被排除（{reason}），但仍列在编排中',
      en: 'the item is excluded ({reason}) but still listed as an exhibit',
    },
  },
  'redacted-parent-filed': {
    rank: 'stop',
    text: {
      'zh-CN':
        '该证据会露出遮盖件 {copy} 所遮盖的内容：它是封存的原件，或其中一部分；请移出编排，或用 fascicle include --reason 写明理由列入原件',
      en: 'it shows what is covered in the redacted copy {copy}: it is the sealed original or a part of it; remove it, or include the original with `fascicle include --reason`',
    },
  },
  'redacted-words-left': {
    rank: 'stop',
    text: {
      'zh-CN':
        '已遮盖的词句仍出现在{source}（{field}）；请改写、遮盖该处，或移出该证据；确需保留的，用 fascicle accept --reason 写明理由',
      en: 'redacted words still occur in {source} ({field}): reword or redact it, or remove the exhibit; if they must stay, give the reason with `fascicle accept --reason`',
    },
  },
  'redacted-copy-says': {
    rank: 'stop',
    text: {
      'zh-CN': '该遮盖件自身仍含有所遮盖的词句：{source}（{field}）；请重新遮盖，或移出该证据',
      en: 'this redacted copy itself still contains the words that it covers: {source} ({field}); redact it again or remove it',
    },
  },
  'redacted-words-short': {
    rank: 'warn',
    text: {
      'zh-CN': '有 {count} 处已遮盖的词句过短，未在生成的文件中逐字节查找；请自行核对',
      en: '{count} redacted {count|word is|words are} too short and {count|was|were} not searched for in the bytes of the generated files; check them yourself',
    },
  },
  'credential-carried': {
    rank: 'warn',
    text: {
      'zh-CN':
        '{field} 含有本案取证时得知的登录凭据或令牌；请遮盖、替换该文件或移出该证据，确需保留的，用 fascicle accept --reason 写明理由',
      en: '{field} contains a credential or token that was learnt in a capture of this case: redact or replace the file, or remove the exhibit; if it must stay, give the reason with `fascicle accept --reason`',
    },
  },
  'redacted-words-unsearched': {
    rank: 'warn',
    text: {
      'zh-CN': '{field} 无法读取，未能查找其中是否含有已遮盖的词句；请自行核对',
      en: '{field} cannot be read, so that it was not searched for redacted words; check it yourself',
    },
  },
  'item-doubled': {
    rank: 'stop',
    text: { 'zh-CN': '同一证据列入了 {count} 次', en: 'the same item is listed {count} {count|time|times}' },
  },
  'number-doubled': {
    rank: 'stop',
    text: { 'zh-CN': '两项证据使用同一编号', en: 'two exhibits have the same number' },
  },
  'pages-unknown': {
    rank: 'stop',
    text: {
      'zh-CN': '页码选择“{pages}”超出文件的 {count} 页',
      en: 'the page selection “{pages}” exceeds the {count} {count|page|pages} of the file',
    },
  },
  'document-refused': {
    rank: 'stop',
    text: { 'zh-CN': 'PDF 文件的页面无法编入：{why}', en: 'the pages of the PDF file cannot be included: {why}' },
  },
  'glyph-missing': {
    rank: 'stop',
    text: {
      'zh-CN': '您所写的字符 {codes} 没有可用字体；请改用其他字符或描述写法（如“⿰木𠮷”）',
      en: 'no font contains the characters {codes} you wrote; rephrase, or describe the character (such as “⿰木𠮷”)',
    },
  },
  'glyph-coded': {
    rank: 'warn',
    text: {
      'zh-CN': '证据中的字符 {codes} 没有可用字体，以代码显示',
      en: 'no font contains the characters {codes} found in the evidence; they are shown as codes',
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
    text: { 'zh-CN': 'PDF 文件中的脚本已略去：{why}', en: 'scripts in the PDF file are left out: {why}' },
  },
  'item-unlisted': {
    rank: 'warn',
    text: { 'zh-CN': '证据“{title}”既未排除也未列入编排', en: 'item “{title}” is neither excluded nor listed' },
  },
  'capture-not-filed': {
    rank: 'warn',
    text: {
      'zh-CN': '“{title}”取证失败或受阻，未列为证据；确需提交的，请采用或列入编排',
      en: 'the capture “{title}” failed or was blocked and is not filed; accept or list it if it should be',
    },
  },
  'file-not-filed': {
    rank: 'warn',
    text: {
      'zh-CN': '文件“{title}”为空或无法读出内容，未列为证据；确需提交的，请采用或列入编排',
      en: 'file “{title}” is empty or cannot be read and is not filed; accept or list it if it should be',
    },
  },
  'words-not-traced': {
    rank: 'warn',
    text: {
      'zh-CN': '未在所存响应中找到“{words}”，溯源页未显示来源',
      en: 'no stored response contains “{words}”; the page on the source of these words shows none',
    },
  },
  'not-compared': {
    rank: 'warn',
    text: {
      'zh-CN': '未能与证据 {item} 比对，证据册中没有这一比对：{why}',
      en: 'it could not be compared with item {item}, so the bundle has no such comparison: {why}',
    },
  },
  'cell-empty': {
    rank: 'warn',
    text: { 'zh-CN': '证据目录有空白栏：{cell}', en: 'the catalogue has an empty cell: {cell}' },
  },
  'cell-demanded': {
    rank: 'stop',
    text: {
      'zh-CN': '未填写法律要求证据目录写明的一栏：{cell}',
      en: 'the catalogue lacks what the law asks for of every exhibit: {cell}',
    },
  },
  'purpose-missing': {
    rank: 'warn',
    text: { 'zh-CN': '未写证明目的', en: 'the purpose of proof is missing' },
  },
  'capture-short': {
    rank: 'warn',
    text: { 'zh-CN': '取证结果为“{outcome}”', en: 'the outcome of the capture is “{outcome}”' },
  },
  'published-later': {
    rank: 'warn',
    text: {
      'zh-CN': '所载日期 {published} 晚于取证或导入设备时钟的时间：请核对时钟和日期',
      en: 'its date {published} is later than the clock of the capture or import: check the clock and the date',
    },
  },
  'no-pages': {
    rank: 'warn',
    text: {
      'zh-CN': '该证据没有页面，册中仅以一页说明',
      en: 'the exhibit has no pages of its own, only a page that says so',
    },
  },
  'respondent-missing': { rank: 'warn', text: { 'zh-CN': '未写被申请人', en: 'no respondent is named' } },
  'cause-missing': { rank: 'warn', text: { 'zh-CN': '未写案由', en: 'the cause of action is not stated' } },
  'case-number-missing': {
    rank: 'warn',
    text: {
      'zh-CN': '未写案号；起诉前尚无案号的，请在“案件信息”中注明（fascicle edit --before-suit）',
      en: 'the case number is not stated; before suit, when there is none yet, say so in “Case details” (`fascicle edit --before-suit`)',
    },
  },
  'counsel-missing': { rank: 'warn', text: { 'zh-CN': '未写代理人', en: 'no counsel is named' } },
  'date-missing': { rank: 'warn', text: { 'zh-CN': '未写提交日期', en: 'the filing date is not stated' } },
  'licence-missing': {
    rank: 'warn',
    text: { 'zh-CN': '代理人“{name}”未写执业证号', en: 'the licence number of counsel “{name}” is not stated' },
  },
  'deponent-missing': {
    rank: 'stop',
    text: {
      'zh-CN': '未写宣誓声明人，而该法院的证据扉页须写明；请在“案件信息”中填写，或用 fascicle edit --deponent',
      en: 'no deponent is named, but the divider of each exhibit names one for this court: fill in “Case details”, or use `fascicle edit --deponent`',
    },
  },
  'declarant-missing': {
    rank: 'stop',
    text: {
      'zh-CN':
        '取证声明须由具名的声明人作出；请在“案件信息”中填写声明人及其资格，或用 fascicle edit --declarant "姓名 | 资格"',
      en: 'the declaration on the captures needs a declarant by name: fill in “Case details”, or use `fascicle edit --declarant "name | qualification"`',
    },
  },
  'qualification-missing': {
    rank: 'stop',
    text: {
      'zh-CN':
        '取证声明须写明声明人“{name}”的资格（何以知悉取证过程）；请在“案件信息”中填写，或用 fascicle edit --declarant "姓名 | 资格"',
      en: 'the declaration on the captures must say what qualifies its declarant “{name}” (how she knows the process): fill in “Case details”, or use `fascicle edit --declarant "name | qualification"`',
    },
  },
  'handed-abroad': {
    rank: 'warn',
    text: {
      'zh-CN':
        '该格式用于外国法院：存储于中国境内的数据和个人信息，须经主管机关批准才可提供（{rules}；见 docs/gathering.zh-CN.md）',
      en: 'this profile is for a court abroad: data and personal information stored in China may be given to it only with approval ({rules}; see docs/gathering.md)',
    },
  },
  'operator-unstated': {
    rank: 'warn',
    text: {
      'zh-CN': '取证人“{name}”的身份、单位或与本案的利害关系未填写，取证说明留出空行供手写',
      en: 'identity, employer or interest of the operator “{name}” is not stated; the capture certificate leaves lines to write on',
    },
  },
  'elements-missing': {
    rank: 'warn',
    text: { 'zh-CN': '未列待证要件，对照表为空', en: 'no element is listed; the proof matrix is empty' },
  },
  'element-unproven': {
    rank: 'warn',
    text: { 'zh-CN': '待证要件“{element}”没有证据', en: 'no exhibit supports the element “{element}”' },
  },
  'element-alone': {
    rank: 'warn',
    text: {
      'zh-CN': '待证要件“{element}”只有一项证据',
      en: 'the element “{element}” rests on a single exhibit',
    },
  },
  'element-one-source': {
    rank: 'warn',
    text: {
      'zh-CN': '待证要件“{element}”的证据{source}',
      en: 'the exhibits that support the element “{element}” come {source}',
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
      'zh-CN': '未能确定适用的法律版本（{elements}）：请填写行为日期和提交日期，或写明所依据的条文',
      en: 'the applicable version of the law is undetermined ({elements}): state the date of the act and the filing date, or the provision itself',
    },
  },
  'element-unknown': {
    rank: 'warn',
    text: {
      'zh-CN': '证据所列要件“{element}”不在证明计划中',
      en: 'the exhibit refers to the element “{element}”, which is not in the proof plan',
    },
  },
  'event-unknown': {
    rank: 'warn',
    text: {
      'zh-CN': '时间线条目“{when}”所列证据不在本册',
      en: 'the event “{when}” refers to an item that is not in the bundle',
    },
  },
  'mark-not-placed': {
    rank: 'warn',
    text: {
      'zh-CN': '“{words}”在画面中的位置未知，未能标出；请改为在画面中框选位置',
      en: 'the position of “{words}” in the picture is unknown, so nothing is marked; mark an area of the picture instead',
    },
  },
  'mark-not-found': {
    rank: 'warn',
    text: {
      'zh-CN': '页面文字中没有“{words}”，未能标出',
      en: 'the page text does not contain “{words}”, so nothing is marked',
    },
  },
  'text-layer-missing': {
    rank: 'warn',
    text: { 'zh-CN': '页面没有文字层，不能检索', en: 'the pages have no text layer and cannot be searched' },
  },
  'picture-cut': {
    rank: 'warn',
    text: {
      'zh-CN': '画面未覆盖整个页面，已在技术附录写明',
      en: 'the picture does not cover the whole page (see the technical annex)',
    },
  },
  'picture-hard-to-read': {
    rank: 'warn',
    text: {
      'zh-CN': '第 {page} 页起，画面中的文字印出后约 {size} 磅，不足 {least} 磅，难以阅读；可标出关键文字以放大显示',
      en: 'from page {page} on the text in the picture is about {size} pt in print, less than {least} pt; mark its key words to show them enlarged',
    },
  },
  'profile-unverified': {
    rank: 'warn',
    text: {
      'zh-CN': '格式“{profile}”有未经核实的值：{values}',
      en: 'the profile “{profile}” has unverified values: {values}',
    },
  },
  'portal-cap': {
    rank: 'warn',
    text: {
      'zh-CN': '本册 {megabytes} MB，超过平台上限 {cap} MB；可另以 --filing-copy 生成压缩提交件',
      en: 'the bundle is {megabytes} MB, over the portal’s limit of {cap} MB; --filing-copy also makes a smaller filing copy',
    },
  },
  'copy-unreadable': {
    rank: 'warn',
    text: {
      'zh-CN': '继续压缩将难以辨认；压缩提交件为 {megabytes} MB，分为 {volumes} 册',
      en: 'smaller pictures would be illegible: the filing copy is {megabytes} MB in {volumes} {volumes|volume|volumes}',
    },
  },
  'size-cap': {
    rank: 'stop',
    text: {
      'zh-CN': '文件 {bytes} 字节，超过上限 {cap} 字节',
      en: 'the file has {bytes} bytes, over the limit of {cap}',
    },
  },
  'page-cap': {
    rank: 'stop',
    text: {
      'zh-CN': '文件有 {pages} 页，超过上限 {cap} 页',
      en: 'the file has {pages} {pages|page|pages}, over the limit of {cap}',
    },
  },
  'resolution-cap': {
    rank: 'stop',
    text: {
      'zh-CN': '画面在页上为 {dpi} dpi，超过上限 {cap} dpi；请用 --filing-copy',
      en: 'the picture is {dpi} dpi on the page, over the limit of {cap}; use --filing-copy',
    },
  },
  'picture-cropped': {
    rank: 'stop',
    text: { 'zh-CN': '画面第 {from}–{to} 行未编入任何一页', en: 'rows {from}–{to} of the picture are not on any page' },
  },
  'file-unlisted': {
    rank: 'stop',
    text: { 'zh-CN': '文件 {name} 未列入哈希值清单', en: 'file {name} is not in the hash list' },
  },
  'hash-differs': {
    rank: 'stop',
    text: {
      'zh-CN': '文件 {name} 的 SHA-256 现为 {found}，与记录的 {sha256} 不符；请运行 fascicle verify 并从备份恢复',
      en: 'file {name} now has the SHA-256 {found}, not the recorded {sha256}; run `fascicle verify` and restore it from a backup',
    },
  },
  'file-missing': {
    rank: 'stop',
    text: {
      'zh-CN': '案件中没有文件 {name}（SHA-256 {sha256}）；请从备份恢复',
      en: 'file {name} (SHA-256 {sha256}) is missing from the case; restore it from a backup',
    },
  },
  'signature-block-missing': {
    rank: 'stop',
    text: { 'zh-CN': '缺少签名栏', en: 'the signature block is missing' },
  },
  'earlier-changed': {
    rank: 'stop',
    text: {
      'zh-CN': '此前已提交的证据 {number} 在本次编排中缺失或已改动',
      en: 'exhibit {number}, filed earlier, is missing from this arrangement or was changed',
    },
  },
  'nothing-late': {
    rank: 'stop',
    text: { 'zh-CN': '没有尚未提交过的证据', en: 'there are no exhibits that were not filed earlier' },
  },
  'court-missing': { rank: 'warn', text: { 'zh-CN': '未写法院', en: 'the court is not named' } },
  'applicant-missing': { rank: 'warn', text: { 'zh-CN': '未写申请人', en: 'no applicant is named' } },
} as const satisfies Record<string, { rank: 'stop' | 'warn'; text: Text }>);

export type ProblemCode = keyof typeof problemTexts;

/** All of them, in the order above. */
export const problemCodes = Object.keys(problemTexts) as [ProblemCode, ...ProblemCode[]]; // its own keys, and there are some
