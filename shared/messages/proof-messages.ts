import type { Text } from '../language.ts';
import { tokenTexts } from './token-messages.ts';

/** What `verify` says of a proof file, and of a log that is held against an earlier head. */
export const sinceTexts = {
  'since-extends': {
    'zh-CN': '现有日志（{size} 条）以先前的 {earlier} 条开头：先前的内容未被改动或删去',
    en: 'the log of {size} entries begins with the earlier {earlier}: nothing of them was changed or taken away',
  },
  'since-differs': {
    'zh-CN': '现有日志的前 {earlier} 条不是先前检查点所指的内容：日志被改写过',
    en: 'the first {earlier} entries are not those of the earlier checkpoint: the log was rewritten',
  },
  'since-shorter': {
    'zh-CN': '现有日志只有 {size} 条，先前的检查点有 {earlier} 条：末尾被截去，或换成了较早的副本',
    en: 'the log has {size} entries, and the earlier checkpoint {earlier}: its end was cut off, or an older copy was put in place',
  },
  'since-other-case': {
    'zh-CN': '先前的检查点属于另一案件（{caseId}）',
    en: 'the earlier checkpoint is of another case ({caseId})',
  },
} as const satisfies Record<string, Text>;

export const proofTexts = {
  ...tokenTexts,
  ...sinceTexts,
  'all-well': { 'zh-CN': '已核对 {count} 项，全部相符', en: '{count} checked, all as they should be' },
  'proof-file-unreadable': {
    'zh-CN': '不是本程序的证明文件，或已受损：{why}',
    en: 'this is no proof file of this program, or a damaged one: {why}',
  },
  'log-head': {
    'zh-CN': '案件 {caseId} 的保管日志检查点：{size} 条，默克尔树根 {root}。检查点本身只能与他处留存的副本相互印证',
    en: 'head of the custody log of case {caseId}: {size} entries, Merkle root {root}. By itself it only agrees or disagrees with copies that are kept elsewhere',
  },
  'item-proven': {
    'zh-CN': '证据 {item}“{title}”是该日志的第 {seq} 条（本机时钟 {wall}），记录的 SHA-256 为 {record}',
    en: 'item {item} "{title}" is entry {seq} of that log (device clock {wall}); the SHA-256 of its record is {record}',
  },
  'file-of-item': {
    'zh-CN': '所属文件 {name}：{bytes} 字节，SHA-256 {sha256}（请与手中的文件比对）',
    en: 'its file {name}: {bytes} bytes, SHA-256 {sha256} (compare with the file that you were given)',
  },
  'item-not-proven': {
    'zh-CN': '证据 {item} 未能证明属于该日志：{why}',
    en: 'item {item} is not proven to be in that log: {why}',
  },
  'stamp-of-another': {
    'zh-CN': '第 {n} 个时间戳不是对该日志开头部分的时间戳',
    en: 'time stamp {n} is not over the beginning of that log',
  },
  'stamp-covers': {
    'zh-CN':
      '“{name}”证明：日志的前 {size} 条在 {at} 之前已经存在（根证书：{anchor}）。不证明采集的时间，也不证明网页内容真实',
    en: '"{name}" proves that the first {size} entries existed before {at} (root: {anchor}). It proves neither when pages were captured nor that they are true',
  },
  'item-unstamped': {
    'zh-CN': '没有时间戳涵盖这项证据',
    en: 'no time stamp covers this item',
  },
  'item-seal-lag': {
    'zh-CN': '这项证据在取得 {minutes} 分钟之后才有第三方时间证明：此前的时间只有本机时钟可循',
    en: 'a third party’s time stamp came {minutes} minutes after this item was taken in: for the time before there is only the device’s clock',
  },
} as const satisfies Record<string, Text>;

export type ProofFindingCode = keyof typeof proofTexts;
export type SinceFindingCode = keyof typeof sinceTexts;
