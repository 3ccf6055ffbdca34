import type { Text } from '../language.ts';
import { spreadTexts } from './spread-messages.ts';

/** What the parts around the exhibits print. Legal terms as courts use them; the program's sealing is 固定, never 盖章. */
export const bundlePartTexts = {
  edition: { 'zh-CN': '版本', en: 'Edition' },
  filing: { 'zh-CN': '提交版', en: 'Filing' },
  working: { 'zh-CN': '工作版（内部使用，不得提交）', en: 'Working edition (internal, not to be filed)' },
  workingMark: { 'zh-CN': '工作版', en: 'WORKING' },
  profileLine: { 'zh-CN': '格式', en: 'Format' },
  volumeOf: { 'zh-CN': '第 {n} 册，共 {m} 册（本册第 {from}–{to} 页）', en: '{n} of {m} (pages {from}–{to})' },
  inVolume: { 'zh-CN': '{range}（第 {n} 册）', en: '{range} (volume {n})' },
  annex: { 'zh-CN': '附册', en: 'annex' },
  inAnnex: { 'zh-CN': '附册 {pages}', en: 'annex {pages}' },
  annexCover: {
    'zh-CN': '附册：关键页所引证据的完整页面',
    en: 'Annex: the full pages of the exhibits that are cited by their key pages',
  },
  pagesOfVolume: { 'zh-CN': '本册页码', en: 'Pages in this volume' },
  'machine-read': { 'zh-CN': '机器识别文字', en: 'machine-read text' },
  textLayer: { 'zh-CN': '可检索文字', en: 'Searchable text' },
  machineReadNote: {
    'zh-CN': '由机器识别（OCR），未经人工核对，可能有误；以画面为准',
    en: 'read by machine (OCR), checked by nobody, and may be wrong: the picture counts',
  },
  textEmpty: { 'zh-CN': '（没有正文）', en: '(no text)' },
  mailAttachments: {
    'zh-CN': '附件（页面附后；原件另存，列于哈希值清单）',
    en: 'Attachments (their pages follow; kept as files, in the hash list)',
  },
  attachmentPage: { 'zh-CN': '附件{n} {name}', en: 'attachment {n} {name}' },
  mailHead: { 'zh-CN': '完整邮件头', en: 'The whole head of the mail' },
  noName: { 'zh-CN': '（无文件名）', en: '(no name)' },
  statedDate: { 'zh-CN': '文件日期（目录所载）', en: 'Date (as the index states)' },
  alsoListed: { 'zh-CN': '目录中亦列为 {numbers}（同一文件）', en: 'also listed as {numbers} (the same file)' },
  deponent: { 'zh-CN': '声明人', en: 'Deponent' },
  original: { 'zh-CN': '原件/复制件', en: 'Original or copy' },
  isOriginal: { 'zh-CN': '原件', en: 'original' },
  isCopy: { 'zh-CN': '复制件', en: 'copy' },
  nothingStated: { 'zh-CN': '（本案未填写）', en: '(nothing stated in this case)' },
  matrix: { 'zh-CN': '待证事实与证据对照表', en: 'Proof matrix' },
  element: { 'zh-CN': '要件', en: 'Element' },
  law: { 'zh-CN': '法律依据', en: 'Law' },
  fact: { 'zh-CN': '待证事实', en: 'Fact to prove' },
  exhibitsAndPages: { 'zh-CN': '证据编号及页码', en: 'Exhibits and pages' },
  quotedWords: { 'zh-CN': '引文', en: 'Quotations' },
  contrary: { 'zh-CN': '相反证据', en: 'Contrary evidence' },
  lacking: { 'zh-CN': '缺口', en: 'Gap' },
  chronology: { 'zh-CN': '时间线', en: 'Chronology' },
  when: { 'zh-CN': '时间', en: 'When' },
  event: { 'zh-CN': '事件', en: 'Event' },
  media: { 'zh-CN': '媒体报道一览表', en: 'Media schedule' },
  outlet: { 'zh-CN': '媒体', en: 'Outlet' },
  headline: { 'zh-CN': '标题', en: 'Headline' },
  author: { 'zh-CN': '作者', en: 'Author' },
  published: { 'zh-CN': '发布时间', en: 'Published' },
  address: { 'zh-CN': '网址', en: 'URL' },
  cites: { 'zh-CN': '是否引用涉案信息', en: 'Cites the message' },
  reach: { 'zh-CN': '阅读/转发', en: 'Reads, reposts' },
  corrected: { 'zh-CN': '更正/删除', en: 'Corrected, deleted' },
  numberAndPages: { 'zh-CN': '编号/页码', en: 'No., pages' },
  custody: { 'zh-CN': '保管链', en: 'Custody log' },
  custodyNote: {
    'zh-CN':
      '下列为与本册证据有关的保管日志条目；哈希值为该条目的链值（SHA-256，含前一条目的链值）。案件数据由程序固定，非公证、非第三方存证。',
    en: 'Entries of the custody log that concern the exhibits of this bundle; each hash is the entry’s link in the chain (SHA-256, over the one before). The data were fixed by the program itself: no notary, no third party.',
  },
  custodyAll: {
    'zh-CN': '下列为截至本册固定之时的全部保管日志条目。',
    en: 'All entries of the custody log up to the state that this bundle was built from.',
  },
  entry: { 'zh-CN': '序号', en: 'Entry' },
  actor: { 'zh-CN': '操作人', en: 'Person' },
  action: { 'zh-CN': '动作', en: 'Act' },
  fromTo: { 'zh-CN': '从/到', en: 'From, to' },
  why: { 'zh-CN': '原因', en: 'Why' },
  hashes: { 'zh-CN': '前值 → 本条目链值', en: 'Hash before → hash of this entry' },
  wholeCase: { 'zh-CN': '全案', en: 'case' },
  certificate: { 'zh-CN': '取证说明', en: 'Capture certificate' },
  declarationTitle: { 'zh-CN': '取证声明', en: 'Declaration on the captures' },
  articleEnvironment: { 'zh-CN': '一、计算机系统的硬件、软件环境', en: '1. Hardware and software environment' },
  articleSubject: { 'zh-CN': '二、生成主体和时间，表现内容', en: '2. Who made the data and when; its content' },
  articleCustody: { 'zh-CN': '三、存储介质与保管', en: '3. Storage and custody' },
  articleMethod: {
    'zh-CN': '四、提取和固定的主体、工具和方式；过程可重现',
    en: '4. Who extracted and fixed the data, with what tool and method; how it can be repeated',
  },
  articleChanges: {
    'zh-CN': '五、是否存在增加、删除、修改及不完整等情形',
    en: '5. Additions, deletions, changes, incompleteness',
  },
  articleVerify: { 'zh-CN': '六、以何种形式可以验证', en: '6. The form in which the data can be verified' },
  personHeading: { 'zh-CN': '取证人', en: 'The person' },
  qualification: { 'zh-CN': '身份、资格或执业证号', en: 'Identity, qualification or licence number' },
  interest: { 'zh-CN': '与本案的利害关系', en: 'Interest in the case' },
  notVerifiedHeading: { 'zh-CN': '未经核实的事项', en: 'What was not verified' },
  certBrowser: {
    'zh-CN': '浏览器：{product}，程序文件 SHA-256 {sha256}，{sandbox}；用于证据 {numbers}。',
    en: 'Browser: {product}, program file SHA-256 {sha256}, {sandbox}; for exhibits {numbers}.',
  },
  certProgram: {
    'zh-CN':
      '取证程序：{program}；用于证据 {numbers}。各项证据的 environment.json 记录了当时的操作系统、网络与字体，其哈希值见哈希值清单。',
    en: 'Program: {program}; for exhibits {numbers}. The file environment.json of each exhibit records system, network and fonts at that time; its hash is in the hash list.',
  },
  certNoCapture: {
    'zh-CN': '本册没有由本程序采集的网页。',
    en: 'No page in this bundle was captured by this program.',
  },
  certTimes: {
    'zh-CN': '采集与导入时间自 {from} 至 {to}，取自采集设备的本机时钟，未与外部标准时间比对。',
    en: 'Captured and imported from {from} to {to}, by the device’s own clock, not compared with an outside standard.',
  },
  certPeople: { 'zh-CN': '操作人：{people}。', en: 'Operators: {people}.' },
  certContent: {
    'zh-CN': '各项证据的网址、HTTP 状态、服务器地址及页面画面见其说明页和后附页面。',
    en: 'Address, HTTP status, server and picture of each are on its sheet and the pages after it.',
  },
  certStore: {
    'zh-CN': '文件写入案件文件夹时即计算 SHA-256 并以其命名；案件标识 {caseId}，保管日志截至第 {seq} 条，链值 {hash}。',
    en: 'Each file was hashed (SHA-256) and named by its hash when it was written to the case folder; case {caseId}, custody log up to entry {seq}, hash {hash}.',
  },
  certMedium: { 'zh-CN': '存储介质、备份与接触人员：未填写。', en: 'Medium, copies, who had access: not stated.' },
  certMethod: {
    'zh-CN':
      '网页由程序按固定步骤自动打开、滚动、截取整页画面并保存源文件；每一步的结果见各项证据的操作日志。以同一程序对同一网址再次采集可以重现该过程。',
    en: 'Pages were opened, scrolled, pictured and saved by the program in fixed steps; how each step ended stands in the step ledger of each exhibit. The same program repeats the process on the same address.',
  },
  certSecondPathIs: {
    'zh-CN':
      '独立复取：采集后由程序自身（非浏览器）以其真实名称再次访问同一网址，自行查询 DNS、自行建立 TLS 连接，保存原始字节与日志，并与浏览器所得逐项比对。',
    en: 'Independent fetch: after the capture the program itself, not the browser and under its own name, fetched the same address again, with a DNS question and a TLS connection of its own, kept bytes and log, and compared them with the browser’s copy.',
  },
  certSecondPath: {
    'zh-CN': '证据 {numbers} 的独立复取：{result}。',
    en: 'Independent fetch of exhibits {numbers}: {result}.',
  },
  secondPath: { 'zh-CN': '独立复取', en: 'Independent fetch' },
  secondPathOlder: {
    'zh-CN': '未进行：采集时的程序版本没有此步骤',
    en: 'did not run: the version of the program that captured it had no such step',
  },
  connection: { 'zh-CN': '加密连接', en: 'Encrypted connection' },
  certConnection: {
    'zh-CN': '证据 {number} 的加密连接：{connection}；服务器证书 {leaf}。',
    en: 'Encrypted connection of exhibit {number}: {connection}; server certificate {leaf}.',
  },
  certImports: {
    'zh-CN': '证据 {numbers} 为导入文件，并非由本程序采集；来源见其说明页。',
    en: 'Exhibits {numbers} were imported and not captured by this program; where they come from stands on their sheets.',
  },
  certWhole: {
    'zh-CN': '操作日志未记录缺失的证据：{numbers}。',
    en: 'Exhibits whose step ledger records no shortfall: {numbers}.',
  },
  certShort: {
    'zh-CN': '证据 {number}：结果为“{outcome}”，{steps}。',
    en: 'Exhibit {number}: ended “{outcome}”; {steps}.',
  },
  certShortMany: {
    'zh-CN': '证据 {number}：结果均为“{outcome}”，{steps}。',
    en: 'Exhibits {number}: each ended “{outcome}”; {steps}.',
  },
  certRedacted: {
    'zh-CN': '证据 {number} 为遮盖件：自封存的原件（记录 SHA-256 {parent}）派生，遮盖 {count} 处，理由：{reason}。',
    en: 'Exhibit {number} is redacted: derived from the sealed parent (record SHA-256 {parent}), {count} regions, because: {reason}.',
  },
  certActions: {
    'zh-CN':
      '证据 {number}：应操作人要求，程序在截取画面之前对页面作了 {count} 处操作（展开、关闭横幅或加载图片），页面因此改变；每处操作及操作前的画面见其说明页与文件 actions.json。',
    en: 'Exhibit {number}: at the operator’s wish the page was changed by {count} actions before the picture was taken (unfolding, closing banners, loading pictures); each stands on its sheet and in its file actions.json, with a picture from before.',
  },
  certInnerScroll: {
    'zh-CN':
      '证据 {number}：页面有 {count} 处在内部滚动；展开这些区域的画面是程序改动页面样式后另行截取的，列于整页画面之后。',
    en: 'Exhibit {number}: {count} parts of the page scroll inside; the view with these parts at full size was taken apart, after the program had changed the page’s styles, and stands after the whole-page picture.',
  },
  pageActions: { 'zh-CN': '对页面的操作', en: 'Actions on the page' },
  innerScroll: { 'zh-CN': '内部滚动区域', en: 'Parts that scroll inside' },
  certByHand: {
    'zh-CN':
      '证据 {number}：采集前由操作人在可见浏览器中操作 {seconds} 秒（{clicks} 次点击、{keys} 次按键），其操作与画面记录于 hand-log.json 和 recording.zip，键入内容未记录。',
    en: 'Exhibit {number}: a person worked in the visible browser for {seconds} s before the capture ({clicks} presses, {keys} keys); what was done stands in hand-log.json and recording.zip, what was typed is not recorded.',
  },
  certRegion: {
    'zh-CN':
      '证据 {number} 截取自一整页画面（记录 SHA-256 {parent}）的 x {x}、y {y}、宽 {width}、高 {height} 像素处，取自已存图块，未重新采集。',
    en: 'Exhibit {number} is a part of a whole-page picture (record SHA-256 {parent}) at x {x}, y {y}, width {width}, height {height} px, cut out of its stored tiles and not taken anew.',
  },
  loggedInAs: { 'zh-CN': '登录账号（操作人填写）', en: 'Logged in as (operator’s word)' },
  tracePage: { 'zh-CN': '文字溯源', en: 'Where the words came from' },
  regionOf: { 'zh-CN': '截取', en: 'Part of a picture' },
  regionNote: {
    'zh-CN': '整页画面（记录 SHA-256 {parent}）的 x {x}、y {y}、宽 {width}、高 {height} 像素处；理由：{reason}',
    en: 'x {x}, y {y}, width {width}, height {height} px of a whole-page picture (record SHA-256 {parent}); because: {reason}',
  },
  keyFrames: { 'zh-CN': '关键画面', en: 'Key frames' },
  keyFramesNote: {
    'zh-CN':
      '由 {tool} 自视频取出 {count} 幅（开头、结尾及变化最大处），不能代替视频；视频原文件列于哈希值清单。时刻：{times}',
    en: '{count} frames taken from the film by {tool} (its beginning, its end, the largest changes); they do not stand for it, the film itself is in the hash list. At {times}',
  },
  keyFramesSpread: {
    'zh-CN': '由 {tool} 自视频等距取出 {count} 幅，不能代替视频；视频原文件列于哈希值清单。时刻：{times}',
    en: '{count} frames taken from the film by {tool}, evenly spread; they do not stand for it, the film itself is in the hash list. At {times}',
  },
  filmFrame: { 'zh-CN': '视频 {time} 处画面', en: 'frame of the film at {time}' },
  stitchedFrom: { 'zh-CN': '拼接', en: 'Joined from screenshots' },
  stitchedNote: {
    'zh-CN': '由 {count} 张截图拼接，逐行取自原截图，未缩放、未混合：{parts}。重叠部分：{overlaps}',
    en: 'joined from {count} screenshots, row by row from them, nothing scaled or blended: {parts}. Where they overlap: {overlaps}',
  },
  stitchedPart: {
    'zh-CN': '第 {at} 行起为记录 {parent} 的第 {y}–{end} 行',
    en: 'from row {at} on, rows {y}–{end} of record {parent}',
  },
  stitchedOverlap: {
    'zh-CN': '{rows} 行，其中 {identical} 行逐像素相同，相差最多 {most}/255',
    en: '{rows} rows, {identical} of them the same to the pixel, at most {most}/255 apart',
  },
  certStitched: {
    'zh-CN': '证据 {number} 由 {count} 张手机截图拼接（经人工确认）；原截图的记录 SHA-256：{parents}。',
    en: 'Exhibit {number} was joined from {count} screenshots, as a person accepted; SHA-256 of the screenshots’ records: {parents}.',
  },
  certOriginals: {
    'zh-CN': '本册页面画面为采集时文件的原样嵌入，未重新编码；红框和放大图为叠加，不改动画面。',
    en: 'The pictures in this bundle are the captured files as they are, not recoded; red frames and enlargements lie over them and change nothing in them.',
  },
  certRecoded: {
    'zh-CN': '本册为压缩提交件：画面经重新编码，原件哈希值与损失见“压缩图片清单”。',
    en: 'This is a filing copy: pictures were recoded; the originals’ hashes and the loss stand in the list of recoded pictures.',
  },
  certVerify: {
    'zh-CN': '每个文件的 SHA-256 列于哈希值清单和清单文件；核验方法见核验说明。',
    en: 'The SHA-256 of every file is in the hash list and in the manifest; how to check it stands in “How to verify”.',
  },
  certAnchors: {
    'zh-CN': '外部存证：{anchors}。',
    en: 'Outside anchors: {anchors}.',
  },
  certNoAnchors: { 'zh-CN': '外部存证：无。', en: 'Outside anchors: none.' },
  unverifiedClock: { 'zh-CN': '设备时钟与外部标准时间是否一致', en: 'the device’s clock against an outside standard' },
  unverifiedTruth: { 'zh-CN': '网页所载内容是否属实', en: 'whether a page spoke the truth' },
  unverifiedMalware: { 'zh-CN': '设备有无恶意软件', en: 'whether the device was free of malware' },
  unverifiedAnchors: { 'zh-CN': '外部存证的真实性', en: 'the outside anchors' },
  unverifiedImports: { 'zh-CN': '导入文件在导入之前的来源与保管', en: 'where imported files were before their import' },
  declarationLead: {
    'zh-CN':
      '本人（姓名见下）声明：以下关于电子记录的生成与复制过程的陈述，据本人所知真实、准确。（FRE 902(13)、902(14)）',
    en: 'I, the person named below, certify under Fed. R. Evid. 902(13) and 902(14), as to the electronic records in this bundle, that the following is true of the process that generated and copied them.',
  },
  declarationOath: {
    'zh-CN': '本人愿依 28 U.S.C. § 1746 承担伪证责任，声明上述内容真实无误。签署日期：',
    en: 'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct (28 U.S.C. § 1746). Executed on:',
  },
  recoded: { 'zh-CN': '压缩图片清单', en: 'Recoded pictures' },
  recodedNote: {
    'zh-CN': '本册为便于上传的压缩提交件。下列图片由左列原件重新编码；原件未改动，保存于案件文件夹，并可随时提供。',
    en: 'This is a filing copy, made small enough to upload. Each picture was recoded from the original named beside it, which is unchanged in the case folder and can be produced.',
  },
  originalHash: { 'zh-CN': '原件 SHA-256', en: 'Original, SHA-256' },
  copyHash: { 'zh-CN': '本册图片 SHA-256', en: 'Picture in this bundle, SHA-256' },
  loss: { 'zh-CN': '损失', en: 'Loss' },
  bytesFromTo: { 'zh-CN': '字节数', en: 'Bytes' },
  keyPage: { 'zh-CN': '关键页', en: 'Key page' },
  detailPage: { 'zh-CN': '局部放大', en: 'Detail' },
  keyNote: {
    'zh-CN':
      '红框与放大为叠加显示，画面本身未改动。完整页面见第 {range} 页；本图取自整页画面的 x {x}、y {y}、宽 {width}、高 {height} 像素处，放大 {zoom} 倍。',
    en: 'Frame and enlargement lie over the picture, which is unchanged. The full capture is on pages {range}; this part is at x {x}, y {y}, width {width}, height {height} px of the whole picture, enlarged {zoom} times.',
  },
  keyNoteInVolume: {
    'zh-CN':
      '红框与放大为叠加显示，画面本身未改动。完整页面见第 {n} 册第 {range} 页；本图取自整页画面的 x {x}、y {y}、宽 {width}、高 {height} 像素处，放大 {zoom} 倍。',
    en: 'Frame and enlargement lie over the picture, which is unchanged. The full capture is on pages {range} of volume {n}; this part is at x {x}, y {y}, width {width}, height {height} px of the whole picture, enlarged {zoom} times.',
  },
  disputedWords: { 'zh-CN': '涉案文字：“{words}”', en: 'The words in dispute: “{words}”' },
  redaction: { 'zh-CN': '遮盖', en: 'Redaction' },
  redactionNote: {
    'zh-CN': '遮盖 {count} 处，理由：{reason}；原件封存（记录 SHA-256 {parent}）',
    en: '{count} regions, because: {reason}; the parent is sealed (record SHA-256 {parent})',
  },
  annexedTo: {
    'zh-CN': '本件即 {deponent} 于 {date} 所作声明中所称附件“{number}”',
    en: 'This is the exhibit marked “{number}” referred to in the affidavit of {deponent} dated {date}',
  },
  spread: spreadTexts.title,
  spreadNote: spreadTexts.note,
  spreadTooMany: spreadTexts.tooMany,
  complianceReport: { 'zh-CN': '履行情况核查报告', en: 'Compliance report' },
  complianceNote: {
    'zh-CN':
      '本报告依据案件截至 {at} 的采集与导入自动汇总：记载裁定所列事项、何时检查、所见为何、何时无人检查。“未见”仅指所列检查未见，不等于未作出；是否履行由法院认定。期限为程序按所列依据推算，请与律师核对。',
    en: 'Compiled from what the case held at {at}: what was ordered, when it was checked, what was seen, and when nobody looked. “Not seen” means not seen in the checks listed, not that it was not done; whether the order was obeyed is for the court. Deadlines are computed by the rules named and must be checked with counsel.',
  },
  orderNumber: { 'zh-CN': '裁定案号', en: 'Number of the order' },
  orderRuled: { 'zh-CN': '裁定日期', en: 'Day of the order' },
  measureTaken: { 'zh-CN': '采取保全措施之日', en: 'Day of the measure' },
  orderServed: { 'zh-CN': '送达', en: 'Served' },
  orderTerm: { 'zh-CN': '措施期限', en: 'Term of the measure' },
  termJudgment: { 'zh-CN': '至裁判生效时止', en: 'until the judgment takes effect' },
  ordered: { 'zh-CN': '裁定事项', en: 'What was ordered' },
  comparison: { 'zh-CN': '两次采集的差异', en: 'What differs between two captures' },
  comparisonRows: {
    'zh-CN': '画面第 {rows} 行（前）；第 {other} 行（后）',
    en: 'rows {rows} of the picture before, {other} after',
  },
  comparisonMore: {
    'zh-CN': '画面另有 {count} 处差异，见上表。',
    en: '{count} more places of the pictures differ; they stand in the table.',
  },
  comparedItself: { 'zh-CN': '就是该证据本身', en: 'it is the same exhibit' },
  comparedNoExhibit: { 'zh-CN': '未列为证据', en: 'it is no exhibit' },
  comparedNoPage: { 'zh-CN': '其中一项不是网页取证', en: 'one of the two is no capture of a page' },
  comparisonBefore: { 'zh-CN': '前', en: 'Before' },
  comparisonAfter: { 'zh-CN': '后', en: 'After' },
  sideBySide: { 'zh-CN': '原消息与澄清对照', en: 'Original and clarification, side by side' },
  originalSide: { 'zh-CN': '原消息', en: 'Original' },
  clarificationSide: { 'zh-CN': '澄清', en: 'Clarification' },
  noOriginalSide: { 'zh-CN': '未登记原消息', en: 'no original is registered' },
  sideNote: {
    'zh-CN': '两侧均为所列证据画面自上而下的一部分，按同一宽度缩放，未作其他改动；完整画面见所列页码。',
    en: 'Each side is the picture of the exhibit named, from its top, at the same width and otherwise unchanged; the whole is on the pages named.',
  },
  addendum: { 'zh-CN': '补充证据', en: 'Late-evidence addendum' },
  addendumNote: {
    'zh-CN':
      '本册接续此前提交的证据册（清单 SHA-256 {manifest}，共 {pages} 页），页码接续编排；下附重新出具的证据目录（{date}），此前已提交证据的编号与页码不变。',
    en: 'This continues the bundle filed before (manifest SHA-256 {manifest}, {pages} pages) and is numbered on. The catalogue that follows is issued anew ({date}); numbers and pages of what was filed before are unchanged.',
  },
  working1: { 'zh-CN': '一、未列入的证据及理由', en: '1. Items left out, and why' },
  working2: { 'zh-CN': '二、已接受的警告及理由', en: '2. Warnings that were accepted, and why' },
  working3: { 'zh-CN': '三、尚未解决的问题', en: '3. Problems that are open' },
  working4: { 'zh-CN': '四、备注', en: '4. Notes' },
  working5: { 'zh-CN': '五、草稿', en: '5. Drafts' },
  workingPart: { 'zh-CN': '工作记录（不得提交）', en: 'Working papers (not to be filed)' },
  unlisted: { 'zh-CN': '未排除亦未列入', en: 'neither excluded nor placed' },
  documentRefused: { 'zh-CN': '该页无法列入：{why}', en: 'This page could not be taken in: {why}' },
} as const satisfies Record<string, Text>;
