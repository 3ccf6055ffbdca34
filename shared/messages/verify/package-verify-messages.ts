import type { Text } from '../../language.ts';
import { bundleVerifyTexts } from './bundle-verify-messages.ts';
import { signatureTexts } from './signature-messages.ts';
import { tokenTexts } from './token-messages.ts';

/** What `verify` says of a package that was handed over, check by check. */
export const packageVerifyTexts = {
  ...tokenTexts,
  ...bundleVerifyTexts,
  ...signatureTexts,
  'package-refused': {
    'zh-CN': '移交包中含有可能误导读者的文件 {path}（{why}）：整包不予读取，内容是否改动未作判断',
    en: 'the package contains {path} ({why}), which could mislead a reader: nothing in it is read, nor judged',
  },
  'zipped-again': {
    'zh-CN': '此 ZIP 由其他程序重新打包；包内文件逐一核对如下',
    en: 'this ZIP was repacked by another program; its files were compared one by one',
  },
  'evidence-line-ends': {
    'zh-CN':
      '{path} 的换行符（或开头的编码标记）在途中被改过；还原后的 SHA-256 与清单相符，但此文件本身不符：请向移交人索取未经转换的副本（可用 ZIP 传送）',
    en: 'the line ends of {path} (or the mark at its start) were changed on the way; put back, its SHA-256 is the listed one, but the file as it is does not match: ask the sender for a copy that was not converted (sent as a ZIP)',
  },
  'list-saved-again': {
    'zh-CN': '{path} 被其他程序重新保存过（换行符、编码或大小写不同）；所列内容未变',
    en: '{path} was saved again by another program (other line ends, encoding or capitals); it lists the same',
  },
  'system-litter': {
    'zh-CN': '操作系统留下的 {path} 不属于移交包，未读取',
    en: '{path}, left by an operating system, does not belong to the package and was not read',
  },
  'no-stored-zip': {
    'zh-CN': '此 ZIP 不能作为移交包读取，内容是否改动未作判断：{why}',
    en: 'this ZIP cannot be read as a package, and its content was not judged: {why}',
  },
  'no-package': {
    'zh-CN': '缺少 {path}：不是移交包，或移交包不完整',
    en: '{path} is missing: this is not a package, or it is incomplete',
  },
  'bag-declaration': {
    'zh-CN': 'bagit.txt 的内容不符合 RFC 8493',
    en: 'bagit.txt does not conform to RFC 8493',
  },
  'list-unreadable': { 'zh-CN': '{path} 第 {line} 行格式有误', en: 'line {line} of {path} is malformed' },
  'listed-missing': { 'zh-CN': '清单 {list} 列出的 {path} 不存在', en: '{path}, listed in {list}, is missing' },
  'listed-changed': {
    'zh-CN': '{path} 已改动：SHA-256 为 {found}，清单记载为 {sha256}',
    en: '{path} has changed: its SHA-256 is {found}, the list states {sha256}',
  },
  'not-listed': { 'zh-CN': '{path} 不在任何清单中', en: '{path} is not in any list' },
  'part-unreadable': { 'zh-CN': '{path} 无法读取：{why}', en: '{path} cannot be read: {why}' },
  'checkpoint-unreadable': {
    'zh-CN': '保管日志检查点无法读取',
    en: 'the checkpoint of the custody log cannot be read',
  },
  'proof-unreadable': {
    'zh-CN': '{path} 第 {line} 行无法读取：{why}',
    en: 'line {line} of {path} cannot be read: {why}',
  },
  'proof-missing': {
    'zh-CN': '证据 {item} 没有证明其属于保管日志的材料',
    en: 'nothing proves that item {item} is in the custody log',
  },
  'proof-differs': {
    'zh-CN': '证据 {item} 的保管日志条目不在检查点 {checkpoint} 之下',
    en: 'the custody log entry of item {item} is not covered by checkpoint {checkpoint}',
  },
  'proof-of-another': {
    'zh-CN': '证据 {item} 的记录与保管日志条目不符：{why}',
    en: 'the record of item {item} does not match its custody log entry: {why}',
  },
  'artifact-differs': {
    'zh-CN': '{path} 不是证据 {item} 的记录所列的文件',
    en: '{path} is not the file listed in the record of item {item}',
  },
  'artifact-missing': {
    'zh-CN': '证据 {item} 的记录所列的 {name} 不在包内',
    en: '{name}, listed in the record of item {item}, is not in the package',
  },
  'artifacts-withheld': {
    'zh-CN':
      '另有 {count} 个封存文件（登录凭据、Cookie、取证人屏幕内容、取证计算机的信息等）未移交，其哈希值见各项记录',
    en: '{count} sealed {count|file|files} (credentials, cookies, the operator’s screen, details of the computer and the like) {count|was|were} withheld; the records list {count|its hash|their hashes}',
  },
  'exhibit-of-another': {
    'zh-CN': '证据册中的证据 {number} 与包内记录不符',
    en: 'exhibit {number} of the bundle does not match the record in the package',
  },
  'bundle-missing': { 'zh-CN': '包内没有证据册', en: 'the package contains no bundle' },
  'bundle-taken-away': {
    'zh-CN': '保管日志记载的最近一份提交版证据册（SHA-256 {sha256}）不在包内',
    en: 'the latest bundle for filing recorded in the custody log (SHA-256 {sha256}) is not in the package',
  },
  'bundle-not-in-log': {
    'zh-CN': '保管日志未记载证据册 {path}',
    en: 'the custody log does not record the bundle {path}',
  },
  'bundle-unbound': {
    'zh-CN': '证据册 PDF 与任何已加盖时间戳的内容均无关联：时间戳只涵盖各项证据的记录',
    en: 'the bundle PDF is not bound to anything time-stamped: the time stamps cover only the records of the items',
  },
  'whole-edition': {
    'zh-CN': '这是完整版：含登录凭据、Cookie 和未提交的证据，仅供委托人及本所内部使用，不得交给对方当事人',
    en: 'this is the whole edition: it contains cookies, credentials and unfiled evidence; for the client and the own firm only, never for the opposing party',
  },
  'log-line-unsound': {
    'zh-CN': '{path} 第 {line} 行不是保管日志的条目：{why}',
    en: 'line {line} of {path} is not an entry of the custody log: {why}',
  },
  'log-of-another': {
    'zh-CN': '{path} 的 {count} 条日志不是检查点所载的 {size} 条',
    en: 'the {count} {count|entry|entries} of {path} do not match the {size} of the checkpoint',
  },
  'seal-taken-away': {
    'zh-CN': 'bag-info.txt 记载本移交包曾加盖时间戳，但 seal/ 中的时间戳已不在包内',
    en: 'bag-info.txt states that the package was time-stamped, but the time stamp in seal/ is missing',
  },
  'stamp-of-another': {
    'zh-CN': '{path} 属于另一案件：其时间戳与本移交包无关，不予采信',
    en: 'the time-stamped checkpoint {path} is from another case: its time stamp has no bearing on this package and is disregarded',
  },
  'stamp-differs': {
    'zh-CN': '保管日志的前 {size} 条不是 {path} 加盖时间戳时的内容：日志曾被改写，或该时间戳属于另一份日志',
    en: 'the first {size} {size|entry|entries} of the custody log {size|is not the one|are not those} that {size|was|were} time-stamped ({path}): the log was rewritten, or the time stamp belongs to another log',
  },
  'stamp-unbound': {
    'zh-CN': '无法确定 {path} 是否为本案保管日志的开头部分（缺少一致性证明）：其时间戳不予采信',
    en: 'it cannot be determined whether the time-stamped checkpoint {path} is the beginning of this custody log (its consistency proof is missing): its time stamp is disregarded',
  },
  'stamp-lacks': {
    'zh-CN': '时间戳 {path} 缺少 {name}：不证明任何内容',
    en: 'the time stamp in {path} lacks {name} and proves nothing',
  },
  'stamp-stray': { 'zh-CN': '{path} 不属于任何时间戳', en: '{path} does not belong to any time stamp' },
  'seal-missing': {
    'zh-CN': '移交包没有第三方时间戳',
    en: 'the package as a whole has no third-party time stamp',
  },
  'seal-proven': {
    'zh-CN': '移交包在 {at} 之前已经存在：{name}，根证书 {anchor}',
    en: 'the package existed before {at}: {name}, root certificate {anchor}',
  },
  'stamp-proven': {
    'zh-CN': '保管日志的前 {size} 条（含包内 {of} 项证据中的 {count} 项）在 {at} 之前已经存在：{name}，根证书 {anchor}',
    en: 'the first {size} {size|entry|entries} of the custody log, including {count} of the {of} {of|item|items} in the package, existed before {at}: {name}, root certificate {anchor}',
  },
  'made-anew': {
    'zh-CN': '不能排除的情形：整个移交包被重新制作并重新加盖时间戳。请与另行留存的检查点或更早的时间戳核对',
    en: 'not excluded: the whole package could have been remade and stamped again. Compare it with a checkpoint or an earlier time stamp kept elsewhere',
  },
} as const satisfies Record<string, Text>;

export type PackageFindingCode = keyof typeof packageVerifyTexts;
