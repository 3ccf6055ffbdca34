import type { Text } from '../../language.ts';
import { tokenTexts } from './token-messages.ts';

/** What `verify` says of a proof file, and of a log that is held against an earlier head. */
export const sinceTexts = {
  'since-extends': {
    'zh-CN': '现有日志（{size} 条）以先前的 {earlier} 条为开头：先前的内容未被改动或删除',
    en: 'the log ({size} {size|entry|entries}) begins with the earlier {earlier}: none of them was changed or removed',
  },
  'since-differs': {
    'zh-CN': '现有日志的前 {earlier} 条与先前检查点不符：日志曾被改写',
    en: 'the first {earlier} {earlier|entry does|entries do} not match the earlier checkpoint: the log was rewritten',
  },
  'since-shorter': {
    'zh-CN': '现有日志只有 {size} 条，先前的检查点有 {earlier} 条：末尾被截去，或换成了较早的副本',
    en: 'the log has {size} {size|entry|entries}, the earlier checkpoint {earlier}: its end was cut off, or an older copy was put in its place',
  },
  'since-other-case': {
    'zh-CN': '先前的检查点属于另一案件（{caseId}）',
    en: 'the earlier checkpoint is from another case ({caseId})',
  },
} as const satisfies Record<string, Text>;

export const proofTexts = {
  ...tokenTexts,
  ...sinceTexts,
  'all-well': { 'zh-CN': '已核对 {count} 项，全部相符', en: '{count} {count|check|checks}, all as expected' },
  'time-stamps-well': {
    'zh-CN': '{count} 个时间戳本身有效；涵盖范围见上文“时间”及各条说明',
    en: '{count} {count|time stamp is valid in itself; what it covers|time stamps are valid in themselves; what they cover} is stated above under “Time” and in the notes',
  },
  'proof-file-unreadable': {
    'zh-CN': '不是本程序的证明文件，或已受损：{why}',
    en: 'not a proof file of this program, or a damaged one: {why}',
  },
  'proof-saved-again': {
    'zh-CN': '证明文件曾被另存（现为 {encoding}）；已按该编码读取',
    en: 'the proof file was saved again by another program (it is {encoding} now); it was read in that encoding',
  },
  'log-head': {
    'zh-CN': '案件 {caseId} 的保管日志检查点：{size} 条，默克尔树根 {root}。检查点本身只能与另行留存的副本相互印证',
    en: 'checkpoint of the custody log of case {caseId}: {size} {size|entry|entries}, Merkle root {root}. By itself it can only be compared with copies kept elsewhere',
  },
  'item-proven': {
    'zh-CN': '证据 {item}“{title}”是该日志的第 {seq} 条（本机时钟 {wall}），记录的 SHA-256 为 {record}',
    en: 'item {item} “{title}” is entry {seq} of that log (device clock {wall}); the SHA-256 of its record is {record}',
  },
  'file-of-item': {
    'zh-CN': '所属文件 {name}：{bytes} 字节，SHA-256 {sha256}（请与所持文件比对）',
    en: 'its file {name}: {bytes} {bytes|byte|bytes}, SHA-256 {sha256} (compare it with the file you hold)',
  },
  'item-not-proven': {
    'zh-CN': '证据 {item} 未能证明属于该日志：{why}',
    en: 'item {item} was not proven to be in that log: {why}',
  },
  'stamp-of-another': {
    'zh-CN': '第 {n} 个时间戳不是对该日志开头部分的时间戳',
    en: 'time stamp {n} does not cover the beginning of that log',
  },
  'stamp-covers': {
    'zh-CN':
      '“{name}”证明：日志的前 {size} 条在 {at} 之前已经存在（根证书：{anchor}）。不证明取证的时间，也不证明网页内容属实',
    en: '“{name}” proves that the first {size} {size|entry|entries} existed before {at} (root certificate: {anchor}). It proves neither when pages were captured nor that their content is true',
  },
  'item-unstamped': {
    'zh-CN': '没有时间戳涵盖这项证据',
    en: 'no time stamp covers this item',
  },
  'item-seal-lag': {
    'zh-CN': '该证据取得 {minutes} 分钟之后才有第三方时间戳：此前的时间仅有本机时钟可循',
    en: 'the third-party time stamp came {minutes} {minutes|minute|minutes} after this item was stored: for the time before there is only this device’s clock',
  },
} as const satisfies Record<string, Text>;

export type ProofFindingCode = keyof typeof proofTexts;
export type SinceFindingCode = keyof typeof sinceTexts;
