import type { Text } from '../language.ts';
import { bundleVerifyTexts } from './bundle-verify-messages.ts';
import { signatureTexts } from './signature-messages.ts';
import { tokenTexts } from './token-messages.ts';

/** What `verify` says of a package that was handed over, check by check. */
export const packageVerifyTexts = {
  ...tokenTexts,
  ...bundleVerifyTexts,
  ...signatureTexts,
  'package-refused': {
    'zh-CN': '移交包中有不可信的文件 {path}（{why}）：整包不予读取',
    en: 'the package holds {path} ({why}), which a reader could be misled by: nothing in it is read',
  },
  'no-stored-zip': {
    'zh-CN': '不是本程序写成的 ZIP：{why}',
    en: 'this is no ZIP as this program writes it: {why}',
  },
  'no-package': {
    'zh-CN': '缺少 {path}：不是移交包，或移交包不完整',
    en: '{path} is missing: this is no package, or not a whole one',
  },
  'bag-declaration': {
    'zh-CN': 'bagit.txt 的内容不符合 RFC 8493',
    en: 'bagit.txt does not say what RFC 8493 asks for',
  },
  'list-unreadable': { 'zh-CN': '{path} 第 {line} 行不符合格式', en: 'line {line} of {path} is not of its form' },
  'listed-missing': { 'zh-CN': '清单 {list} 列出的 {path} 不存在', en: '{path}, which {list} lists, is missing' },
  'listed-changed': {
    'zh-CN': '{path} 已改动：SHA-256 为 {found}，清单记载 {sha256}',
    en: '{path} has changed: its SHA-256 is {found}, the list says {sha256}',
  },
  'not-listed': { 'zh-CN': '{path} 不在任何清单中', en: '{path} is in no list' },
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
    'zh-CN': '证据 {item} 没有保管日志证明',
    en: 'nothing proves that item {item} is in the custody log',
  },
  'proof-differs': {
    'zh-CN': '证据 {item} 的保管日志条目不在检查点 {checkpoint} 之下',
    en: 'the custody entry of item {item} is not under the checkpoint {checkpoint}',
  },
  'proof-of-another': {
    'zh-CN': '证据 {item} 的记录与保管日志条目不符：{why}',
    en: 'the record of item {item} is not the one of its custody entry: {why}',
  },
  'artifact-differs': {
    'zh-CN': '{path} 不是证据 {item} 的记录所列的文件',
    en: '{path} is not the file that the record of item {item} lists',
  },
  'artifact-missing': {
    'zh-CN': '证据 {item} 的记录所列的 {name} 不在包内',
    en: '{name}, which the record of item {item} lists, is not in the package',
  },
  'artifacts-withheld': {
    'zh-CN': '另有 {count} 个含有登录凭据、Cookie或操作者屏幕内容的封存文件未移交，其哈希值见各项记录',
    en: '{count} sealed files that hold cookies, credentials or the operator’s own screen are not handed over; the records list their hashes',
  },
  'exhibit-of-another': {
    'zh-CN': '证据册中的证据 {number} 与包内记录不符',
    en: 'exhibit {number} of the bundle is not the item whose record is in the package',
  },
  'bundle-missing': { 'zh-CN': '包内没有证据册', en: 'there is no bundle in the package' },
  'whole-edition': {
    'zh-CN': '这是完整版：含登录凭据、Cookie 和未提交的证据，仅供自己人使用，不得交给对方',
    en: 'this is a whole edition: cookies, credentials and what is not filed are in it; it is for one’s own people, not for the other side',
  },
  'log-line-unsound': {
    'zh-CN': '{path} 第 {line} 行不是保管日志的条目：{why}',
    en: 'line {line} of {path} is no entry of the custody log: {why}',
  },
  'log-of-another': {
    'zh-CN': '{path} 的 {count} 条不是检查点所载的 {size} 条',
    en: 'the {count} entries of {path} are not the {size} that the checkpoint names',
  },
  'seal-missing': {
    'zh-CN': '移交包没有第三方时间戳',
    en: 'the package as a whole has no time stamp of a third party',
  },
  'seal-proven': {
    'zh-CN': '移交包在 {at} 之前已经存在：{name}，根证书 {anchor}',
    en: 'the package existed before {at}: {name}, under the root {anchor}',
  },
  'stamp-proven': {
    'zh-CN': '保管日志的前 {size} 条在 {at} 之前已经存在：{name}，根证书 {anchor}',
    en: 'the first {size} entries of the custody log existed before {at}: {name}, under the root {anchor}',
  },
  'made-anew': {
    'zh-CN': '未能排除的情形：整个包被重新制作并重新加盖时间戳。请与他处留存的检查点或更早的时间戳核对',
    en: 'what this cannot exclude: a package that was made anew as a whole and stamped again. Compare it with a checkpoint or an earlier stamp that is kept elsewhere',
  },
} as const satisfies Record<string, Text>;

export type PackageFindingCode = keyof typeof packageVerifyTexts;
