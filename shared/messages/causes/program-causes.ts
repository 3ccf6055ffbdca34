import { outcomeTexts } from '../names/outcome-texts.ts';
import type { Text } from '../../text.ts';

/** What is wrong with a call, with the form of a file that a person wrote, and how a process of ours ended. */
export const programCauses = {
  'command-missing': { 'zh-CN': '未写明命令', en: 'no command was given' },
  'command-unknown': { 'zh-CN': '没有名为“{command}”的命令', en: 'there is no command “{command}”' },
  'command-meant': {
    'zh-CN': '没有名为“{command}”的命令；是否指 {meant}？',
    en: 'there is no command “{command}”; did you mean {meant}?',
  },
  'option-meant': {
    'zh-CN': '没有选项 {option}；是否指 {meant}？',
    en: 'there is no option {option}; did you mean {meant}?',
  },
  'option-unknown': { 'zh-CN': '没有选项 {option}', en: 'there is no option {option}' },
  'option-missing': { 'zh-CN': '缺少 {option}', en: '{option} is missing' },
  'option-empty': { 'zh-CN': '{option} 为空', en: '{option} is empty' },
  'not-acceptable': {
    'zh-CN': '“{code}”不是可以写明理由接受的提示',
    en: '“{code}” is not a problem that can be accepted with a reason',
  },
  'option-without-value': { 'zh-CN': '选项 {option} 后缺少内容', en: 'option {option} needs a value' },
  'argument-missing': { 'zh-CN': '缺少参数“{argument}”', en: 'the argument “{argument}” is missing' },
  'argument-number-missing': { 'zh-CN': '缺少第 {n} 个参数', en: 'argument {n} is missing' },
  'arguments-too-many': { 'zh-CN': '参数过多', en: 'there are too many arguments' },
  'call-not-understood': { 'zh-CN': '无法识别（{code}）', en: 'it was not understood ({code})' },
  'path-empty': { 'zh-CN': '路径为空', en: 'a path is empty' },
  'option-whole-number': {
    'zh-CN': '{option} 应为 {least} 至 {most} 的整数，而不是“{value}”',
    en: '{option} takes a whole number from {least} to {most}, not “{value}”',
  },
  'option-choice': {
    'zh-CN': '{option} 应为 {choices} 之一，而不是“{value}”',
    en: '{option} takes {choices}, not “{value}”',
  },
  'option-http': {
    'zh-CN': '{option} 应为 http(s) 网址，而不是“{value}”',
    en: '{option} takes an http(s) address, not “{value}”',
  },
  'option-ip': { 'zh-CN': '{option} 应为 IP 地址，而不是“{value}”', en: '{option} takes an IP address, not “{value}”' },
  'option-oid': { 'zh-CN': '{option} 应为 OID', en: '{option} takes an OID' },
  'option-region': {
    'zh-CN': '{option} 应为以像素计的 x,y,宽,高，而不是“{value}”',
    en: '{option} takes x,y,width,height in pixels, not “{value}”',
  },
  'option-size': {
    'zh-CN': '{option} 应为 宽x高（例如 1280x900），而不是“{value}”',
    en: '{option} takes WxH, like 1280x900, not “{value}”',
  },
  'option-languages': {
    'zh-CN': '{option} 应为以逗号分隔的语言代码（例如 `zh-CN,zh`），而不是“{value}”',
    en: '{option} takes language codes with commas, like en-US,en, not “{value}”',
  },
  'option-user-agent': {
    'zh-CN': '{option} 应为 300 个以内的可打印 ASCII 字符',
    en: '{option} takes up to 300 printable ASCII characters',
  },
  'option-case': { 'zh-CN': '{option} 只用于案件文件夹', en: '{option} takes a case folder' },
  'option-ending': {
    'zh-CN': '{option} 应为以 {ending} 结尾的文件',
    en: '{option} takes a file that ends in {ending}',
  },
  'option-goes-with': { 'zh-CN': '{option} 须与 {other} 一并使用', en: '{option} goes with {other}' },
  'option-either': { 'zh-CN': '请在 {option} 与 {other} 中选择其一', en: 'give either {option} or {other}' },
  'option-or-not': {
    'zh-CN': '{option} 与 {other} 不能同时使用',
    en: '{option} and {other} cannot be used together',
  },
  'option-or-both': { 'zh-CN': '请给出 {option} 或 {other}，或两者', en: 'give {option} or {other}, or both' },
  'option-file': { 'zh-CN': '{option} {file}：{why}', en: '{option} {file}: {why}' },
  'passphrase-given-twice': {
    'zh-CN': '口令只能由 --passphrase-env 与 --passphrase-file 之一给出',
    en: 'give the passphrase in --passphrase-env or --passphrase-file, not both',
  },
  'passphrase-empty': { 'zh-CN': '口令为空', en: 'the passphrase is empty' },
  'passphrase-and-name': {
    'zh-CN': '口令须与以 .zip.age 结尾的文件名一并使用',
    en: 'a passphrase and a name that ends in .zip.age go together',
  },
  'variable-unset': { 'zh-CN': '未设置此环境变量', en: 'no such environment variable is set' },
  'compliance-adds-to-none': {
    'zh-CN':
      '履行情况核查报告自成一册，不接续此前证据册的页码；证据编号已与案件的证据册接续。请去掉“补充证据”（--add-to）',
    en: 'a compliance report is a paper of its own and continues no pages of an earlier bundle; its exhibit numbers continue those of the case. Leave out late evidence (--add-to)',
  },
  'accept-two-items': { 'zh-CN': '--accept 须指明两项以上证据', en: '--accept takes two or more items' },
  'no-address-given': {
    'zh-CN': '未给出网址：请写出网址，或以 --list 指明清单文件',
    en: 'no address was given: name one, or a file with --list',
  },
  'index-one-folder': { 'zh-CN': '--index 须指明一个文件夹', en: '--index takes one folder' },
  'nothing-to-accept': {
    'zh-CN': '无须说明：日志与本机此前所见的衔接',
    en: 'there is nothing to accept: the log goes on from the one that was seen here',
  },
  'since-without-item': {
    'zh-CN': '--since 针对整个日志，核验时不能同时使用 --item',
    en: '--since is about the whole log: verify it without --item',
  },
  'neither-key-nor-stamp': {
    'zh-CN': '既未给出密钥，也未给出时间戳服务',
    en: 'neither a key nor a time-stamp service was given',
  },
  'message-too-long': { 'zh-CN': '窗口发来的内容过长', en: 'the message of the window is too long' },
  'method-unknown': { 'zh-CN': '没有名为 {name} 的方法', en: 'there is no method {name}' },
  'call-running': { 'zh-CN': '该调用已在进行', en: 'this call is running already' },
  'not-base64': { 'zh-CN': '不是 Base64 数据', en: 'it is not Base64' },
  'not-json': { 'zh-CN': '不是 JSON', en: 'it is not JSON' },
  'not-json-at': { 'zh-CN': '不是 JSON（第 {position} 个字符处）', en: 'it is not JSON (at character {position})' },
  field: { 'zh-CN': '字段 {field}：{why}', en: 'field {field}: {why}' },
  'field-missing': { 'zh-CN': '缺少字段 {field}', en: 'field {field} is missing' },
  'field-type': { 'zh-CN': '字段 {field} 的类型不对', en: 'field {field} has the wrong type' },
  'field-unknown': { 'zh-CN': '字段 {field} 中有未知的名称：{keys}', en: 'field {field} has unknown names: {keys}' },
  'field-choice': { 'zh-CN': '字段 {field} 应为：{values}', en: 'field {field} takes: {values}' },
  'field-too-small': {
    'zh-CN': '字段 {field} 小于或短于 {least}',
    en: 'field {field} is below or shorter than {least}',
  },
  'field-too-large': { 'zh-CN': '字段 {field} 大于或长于 {most}', en: 'field {field} is above or longer than {most}' },
  'field-unfit': { 'zh-CN': '字段 {field} 的内容不符合要求', en: 'field {field} has content that does not fit' },
  'too-large': { 'zh-CN': '文件过大', en: 'it is too large' },
  'child-time': { 'zh-CN': '超过 {milliseconds} 毫秒未完成', en: 'it took longer than {milliseconds} ms' },
  'child-memory': { 'zh-CN': '占用内存过多', en: 'it used too much memory' },
  'child-crash': { 'zh-CN': '进程意外结束（{end}）', en: 'the process ended unexpectedly ({end})' },
  'child-said': {
    'zh-CN': '进程意外结束（{end}），程序原文“{words}”',
    en: 'the process ended unexpectedly ({end}), in its own words “{words}”',
  },
  'child-nonsense': { 'zh-CN': '读取该文件的进程未给出有效结果', en: 'the process that reads it gave no valid answer' },
  'line-said': { 'zh-CN': '[{code}] {words}', en: '[{code}] {words}' },
  'not-verified': { 'zh-CN': '未通过核验', en: 'it did not pass verification' },
  'state-waiting': { 'zh-CN': '等待', en: 'waiting' },
  'state-begun': { 'zh-CN': '进行中', en: 'running' },
  'state-complete': outcomeTexts.complete,
  'state-partial': outcomeTexts.partial,
  'state-blocked': outcomeTexts.blocked,
  'state-failed': outcomeTexts.failed,
  'state-refused': { 'zh-CN': '未存入', en: 'refused' },
  'state-cancelled': { 'zh-CN': '已取消', en: 'cancelled' },
  'wish-retry': { 'zh-CN': '重试', en: 'retry' },
  'wish-cancel': { 'zh-CN': '取消', en: 'cancel' },
  'demo-without-item': { 'zh-CN': '{name} 未取得证据', en: '{name} gave no item' },
} as const satisfies Record<string, Text>;
