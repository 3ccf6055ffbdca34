import type { Text } from '../language.ts';
import { bundlePartTexts } from './bundle-part-messages.ts';

/** Everything that is printed in a bundle. Legal terms as courts use them. */
const ownTexts = {
  bundle: { 'zh-CN': '证据册', en: 'Evidence bundle' },
  catalogue: { 'zh-CN': '证据目录', en: 'Catalogue of evidence' },
  exhibit: { 'zh-CN': '证据', en: 'Exhibit' },
  hashList: { 'zh-CN': '哈希值清单', en: 'Hash list' },
  verification: { 'zh-CN': '核验说明', en: 'How to verify' },
  draft: { 'zh-CN': '草稿', en: 'DRAFT' },
  page: { 'zh-CN': '页', en: 'page' },
  court: { 'zh-CN': '法院', en: 'Court' },
  cause: { 'zh-CN': '案由', en: 'Cause of action' },
  applicant: { 'zh-CN': '申请人', en: 'Applicant' },
  respondent: { 'zh-CN': '被申请人', en: 'Respondent' },
  caseNumber: { 'zh-CN': '案号', en: 'Case number' },
  agent: { 'zh-CN': '代理人、执业证号', en: 'Counsel, licence number' },
  volume: { 'zh-CN': '册次', en: 'Volume' },
  pageCount: { 'zh-CN': '页数', en: 'Pages' },
  exhibitCount: { 'zh-CN': '证据数', en: 'Exhibits' },
  submitted: { 'zh-CN': '提交日期', en: 'Date of submission' },
  signature: { 'zh-CN': '提交人签名 / 盖章', en: 'Signature or seal of the submitter' },
  copiesFor: { 'zh-CN': '副本份数', en: 'Copies for the other side' },
  notStated: { 'zh-CN': '未填写', en: 'not stated' },
  toFill: { 'zh-CN': '（待填）', en: '(to be filled in)' },
  custodyHead: { 'zh-CN': '保管日志（截至第 {seq} 条）', en: 'Custody log (up to entry {seq})' },
  manifestHash: { 'zh-CN': '清单文件', en: 'Manifest' },
  manifestNote: {
    'zh-CN':
      '本册的机器可读清单（manifest.json）随册提供并嵌入本 PDF；其哈希值及本 PDF 的哈希值见随附的 .sha256 文件。',
    en: 'The manifest of this bundle (manifest.json) lies beside it and is embedded in this PDF; its hash and that of this PDF are in the .sha256 file beside it.',
  },
  manifestBeside: {
    'zh-CN': '本册的机器可读清单（manifest.json）随册提供；其哈希值及本 PDF 的哈希值见随附的 .sha256 文件。',
    en: 'The manifest of this bundle (manifest.json) lies beside it; its hash and that of this PDF are in the .sha256 file beside it.',
  },
  coverNote: {
    'zh-CN':
      '本册由 {program} 在本地计算机上生成。各项时间取自采集设备自身的时钟，未与外部时间比对；外部存证情况见证据目录。',
    en: "Made by {program} on a local computer. Times are those of the capturing device's own clock, not compared with any other; for outside anchors see the catalogue.",
  },
  no: { 'zh-CN': '编号', en: 'No.' },
  title: { 'zh-CN': '证据名称', en: 'Title' },
  kind: { 'zh-CN': '证据种类', en: 'Kind' },
  electronicData: { 'zh-CN': '电子数据', en: 'Electronic data' },
  source: { 'zh-CN': '来源', en: 'Source' },
  time: { 'zh-CN': '形成/取证时间', en: 'Time taken' },
  summary: { 'zh-CN': '内容摘要', en: 'Content' },
  purpose: { 'zh-CN': '证明对象（目的）', en: 'Proves' },
  pages: { 'zh-CN': '页码', en: 'Pages' },
  copies: { 'zh-CN': '份数', en: 'Copies' },
  remarks: { 'zh-CN': '备注', en: 'Remarks' },
  anchorNone: { 'zh-CN': '外部存证：无', en: 'external anchor: none' },
  anchor: { 'zh-CN': '外部存证：{kind} {number}', en: 'external anchor: {kind} {number}' },
  anchorUnchecked: { 'zh-CN': '（本程序未核验）', en: '(not checked by this program)' },
  timestamp: { 'zh-CN': '时间戳', en: 'time-stamp' },
  certificate: { 'zh-CN': '证书', en: 'certificate' },
  deposit: { 'zh-CN': '存证', en: 'deposit' },
  noNumber: { 'zh-CN': '（无编号）', en: '(no number)' },
  gap: { 'zh-CN': '【缺】', en: '[missing]' },
  fileName: { 'zh-CN': '文件名', en: 'File' },
  role: { 'zh-CN': '用途', en: 'Role' },
  bytes: { 'zh-CN': '字节数', en: 'Bytes' },
  hashedAt: { 'zh-CN': '计算时间', en: 'Hashed at' },
  anchorNumber: { 'zh-CN': '外部存证编号', en: 'External anchor' },
  none: { 'zh-CN': '无', en: 'none' },
  record: { 'zh-CN': '记录', en: 'record' },
  captured: { 'zh-CN': '本程序采集', en: 'Captured by this program' },
  imported: { 'zh-CN': '导入文件，并非本程序采集', en: 'Imported, not captured by this program' },
  facts: { 'zh-CN': '取证信息', en: 'Facts of the capture' },
  importFacts: { 'zh-CN': '导入信息', en: 'Facts of the import' },
  steps: { 'zh-CN': '操作日志', en: 'Step ledger' },
  warnings: { 'zh-CN': '注意事项', en: 'Warnings' },
  files: { 'zh-CN': '文件与哈希值（SHA-256）', en: 'Files and hashes (SHA-256)' },
  catalogueFacts: { 'zh-CN': '证据说明', en: 'What it is filed for' },
  group: { 'zh-CN': '组别', en: 'Group' },
  urlRequested: { 'zh-CN': '请求网址', en: 'URL requested' },
  urlFinal: { 'zh-CN': '最终网址', en: 'Final URL' },
  redirects: { 'zh-CN': '重定向', en: 'Redirects' },
  httpStatus: { 'zh-CN': 'HTTP 状态', en: 'HTTP status' },
  server: { 'zh-CN': '服务器地址', en: 'Server address' },
  serverNote: { 'zh-CN': '由网关日志记录的连接地址', en: "as dialled, from the gateway's log" },
  started: { 'zh-CN': '开始时间', en: 'Started' },
  ended: { 'zh-CN': '结束时间', en: 'Ended' },
  clock: { 'zh-CN': '时钟', en: 'Clock' },
  clockNote: { 'zh-CN': '本机时钟，未经核验', en: "the device's own, not verified" },
  operator: { 'zh-CN': '操作人', en: 'Operator' },
  program: { 'zh-CN': '程序', en: 'Program' },
  browser: { 'zh-CN': '浏览器', en: 'Browser' },
  sandboxOn: { 'zh-CN': '沙箱启用', en: 'sandbox on' },
  sandboxOff: { 'zh-CN': '沙箱未启用', en: 'sandbox off' },
  view: { 'zh-CN': '视口', en: 'View' },
  picture: { 'zh-CN': '整页画面', en: 'Whole page' },
  pictureNote: {
    'zh-CN': '{width} × {height} 像素，{tiles} 个图块，相邻图块重叠 {overlap} 行',
    en: '{width} × {height} px in {tiles} tiles, neighbours sharing {overlap} rows',
  },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  complete: { 'zh-CN': '完整', en: 'complete' },
  partial: { 'zh-CN': '部分', en: 'partial' },
  blocked: { 'zh-CN': '受阻', en: 'blocked' },
  failed: { 'zh-CN': '失败', en: 'failed' },
  ok: { 'zh-CN': '完成', en: 'ok' },
  skipped: { 'zh-CN': '跳过', en: 'skipped' },
  itemId: { 'zh-CN': '证据项标识', en: 'Item id' },
  receivedBy: { 'zh-CN': '接收人', en: 'Received by' },
  receivedOn: { 'zh-CN': '接收设备', en: 'On device' },
  account: { 'zh-CN': '接收账号', en: 'On account' },
  howItCame: { 'zh-CN': '如何取得', en: 'How it came here' },
  originalName: { 'zh-CN': '原文件名', en: 'File name' },
  noPages: {
    'zh-CN': '该证据在本册中没有页面：{why}。原件列于哈希值清单。',
    en: 'This exhibit has no pages in the bundle: {why}. The original is in the hash list.',
  },
  noPicture: { 'zh-CN': '未取得页面画面', en: 'no picture of the page was taken' },
  partOf: { 'zh-CN': '第 {n}/{m} 部分', en: 'part {n} of {m}' },
  continued: { 'zh-CN': '（续）', en: '(continued)' },
} as const satisfies Record<string, Text>;

export const bundleTexts = { ...ownTexts, ...bundlePartTexts };
export type BundleText = keyof typeof bundleTexts;

/** The verification sheet, paragraph by paragraph. */
export const verificationTexts: readonly Readonly<{ heading: Text; lines: readonly Text[] }>[] = [
  {
    heading: { 'zh-CN': '一、核对本册文件', en: '1. The files of this bundle' },
    lines: [
      {
        'zh-CN':
          '随册提供三个文件：本 PDF、清单（.manifest.json）和哈希值文件（.sha256）。PDF 无法包含自身的哈希值，故列于 .sha256 文件。',
        en: 'Three files belong together: this PDF, the manifest (.manifest.json) and the hashes (.sha256). A PDF cannot hold its own hash, so it stands in the .sha256 file.',
      },
      {
        'zh-CN':
          'Linux、macOS：在文件所在文件夹运行 sha256sum -c 文件名.sha256（macOS：shasum -a 256 -c），应显示 OK。',
        en: 'Linux, macOS: in their folder run sha256sum -c NAME.sha256 (macOS: shasum -a 256 -c). Expected: OK for each.',
      },
      {
        'zh-CN':
          'Windows：运行 certutil -hashfile 文件名.pdf SHA256 或 PowerShell 的 Get-FileHash 文件名.pdf，与 .sha256 文件比对。',
        en: 'Windows: run certutil -hashfile NAME.pdf SHA256, or in PowerShell Get-FileHash NAME.pdf, and compare with the .sha256 file.',
      },
    ],
  },
  {
    heading: { 'zh-CN': '二、核对单项文件', en: '2. Single files' },
    lines: [
      {
        'zh-CN':
          '对任一原始文件以同样方法计算 SHA-256，与本册哈希值清单及清单文件（manifest）逐位比对。一位不同即为不同文件。',
        en: 'Hash any original file the same way and compare it with the hash list in this bundle and with the manifest, digit by digit. One digit apart is another file.',
      },
      {
        'zh-CN':
          '页面画面的图块未经重新编码嵌入本 PDF；按清单中的方法可从 PDF 还原原始 PNG 文件并重新计算哈希值（fascicle verify 自动完成）。',
        en: 'The picture tiles are embedded in this PDF without recoding; by the recipes in the manifest the original PNG files can be made again from the PDF and hashed (fascicle verify does so).',
      },
    ],
  },
  {
    heading: { 'zh-CN': '三、再次采集', en: '3. Capturing again' },
    lines: [
      {
        'zh-CN': '各项证据的操作日志列明步骤与结果；以同一程序对同一网址再次采集可复核方法。网页内容可能已经变化。',
        en: 'The step ledger of each exhibit lists what was done and how it ended; the method can be checked by capturing the same address again. The page may have changed since.',
      },
    ],
  },
  {
    heading: { 'zh-CN': '四、能够证明与不能证明的事项', en: '4. What this shows, and what it does not' },
    lines: [
      {
        'zh-CN': '哈希值一致，说明文件自哈希值被另行保存之时起未改动。',
        en: 'Equal hashes show that a file has not changed since its hash was kept elsewhere.',
      },
      {
        'zh-CN':
          '哈希值本身不证明采集时间，也不证明网页内容属实。时间取自采集设备的时钟，未经第三方证明，但目录中列明外部存证的除外（该存证由出具机构负责，本程序未核验）。',
        en: "A hash alone proves neither the time of capture nor that a page spoke the truth. Times are the capturing device's own and not proven by a third party, except where the catalogue names an external anchor (which is its issuer's word and was not checked by this program).",
      },
      {
        'zh-CN': '采集由当事人一方的计算机完成，程序对采集环境的记录列于每项证据的 environment.json。',
        en: 'The captures were made on a computer of one of the parties; what the program recorded of that computer is in the file environment.json of each exhibit.',
      },
    ],
  },
];
