import type { Text } from '../../language.ts';
import { tokenTexts } from './token-messages.ts';

/** What `verify` says of a case folder, check by check. Places in braces name the exact thing. */
export const caseVerifyTexts = {
  ...tokenTexts,
  'all-well': { 'zh-CN': '已核对 {count} 项，全部相符', en: '{count} {count|check|checks}, all as expected' },
  'clocks-well': {
    'zh-CN': '{count} 条之间时钟未见跳变；时钟本身是否准确未作核对',
    en: 'no clock jump between {count} {count|entry|entries}; whether the clock was right was not checked',
  },
  'time-stamps-well': {
    'zh-CN': '{count} 个时间戳本身有效；涵盖范围见上文“时间”及各条说明',
    en: '{count} {count|time stamp is valid in itself; what it covers|time stamps are valid in themselves; what they cover} is stated above under “Time” and in the notes',
  },
  'unreadable-database': { 'zh-CN': 'case.db 无法读取：{why}', en: 'case.db cannot be read: {why}' },
  'foreign-database': {
    'zh-CN': 'case.db 的标识不属于本程序（application_id {found}）',
    en: 'case.db is marked as belonging to another program (application_id {found})',
  },
  'newer-database': {
    'zh-CN': 'case.db 由较新版本写入（{found}），本程序无法完全核验',
    en: 'case.db was written by a newer program ({found}); this program cannot verify it in full',
  },
  'sqlite-integrity': { 'zh-CN': 'SQLite 自检：{why}', en: 'SQLite integrity check: {why}' },
  'schema-differs': {
    'zh-CN': '数据库结构与本程序建立的不一致：{what}',
    en: 'the database schema differs from what this program creates: {what}',
  },
  'row-missing': { 'zh-CN': '数据库表 {table} 缺少一行：{row}', en: 'table {table} is missing a row: {row}' },
  'row-extra': { 'zh-CN': '数据库表 {table} 多出一行：{row}', en: 'table {table} has an extra row: {row}' },
  'row-differs': {
    'zh-CN': '数据库表 {table} 的行 {row} 与记录不符，列：{columns}',
    en: 'row {row} of table {table} differs from the records; columns: {columns}',
  },
  'entry-unreadable': {
    'zh-CN': '保管日志第 {seq} 条无法读取：{why}',
    en: 'custody log entry {seq} cannot be read: {why}',
  },
  'chain-broken': {
    'zh-CN': '保管日志第 {seq} 条与前一条不衔接',
    en: 'custody log entry {seq} does not continue the one before it',
  },
  'case-id-differs': {
    'zh-CN': '保管日志第 {seq} 条属于另一案件',
    en: 'custody log entry {seq} belongs to another case',
  },
  'entry-differs': {
    'zh-CN': '保管日志第 {seq} 条与其存储文件 {sha256} 不符',
    en: 'custody log entry {seq} differs from its stored file {sha256}',
  },
  'payload-unreadable': {
    'zh-CN': '保管日志第 {seq} 条的内容文件 {sha256} 缺失或无法读取：{why}',
    en: 'the content of custody log entry {seq} (file {sha256}) is missing or cannot be read: {why}',
  },
  'record-unreadable': {
    'zh-CN': '证据 {item} 的记录文件 {sha256} 缺失或无法读取：{why}',
    en: 'the record of item {item} (file {sha256}) is missing or cannot be read: {why}',
  },
  'record-of-another': {
    'zh-CN': '证据 {item} 的记录写的是另一项证据',
    en: 'the record of item {item} is that of another item',
  },
  'log-longer': {
    'zh-CN': 'objects/ 中有 {count} 条数据库没有的较晚日志（自第 {seq} 条起）：数据库可能被换成了较早的副本',
    en: 'objects/ contains {count} later custody log {count|entry|entries} (from {seq}) missing from the database: it may have been replaced by an older copy',
  },
  'log-pending': {
    'zh-CN': '一次中断的写入留下了完整但尚未确认的第 {seq} 条；下次打开案件时补记',
    en: 'an interrupted write left entry {seq} complete but not acknowledged; it is added when the case is next opened',
  },
  'log-empty': { 'zh-CN': '找不到保管日志', en: 'no custody log found' },
  'object-missing': { 'zh-CN': '缺少文件 {path}（{use}）', en: 'file {path} is missing ({use})' },
  'object-damaged': {
    'zh-CN': '文件 {path} 已改动：内容的 SHA-256 为 {found}（{use}）',
    en: 'file {path} has changed: the SHA-256 of its content is {found} ({use})',
  },
  'object-size': {
    'zh-CN': '文件 {path} 的大小为 {found} 字节，应为 {bytes}（{use}）',
    en: 'file {path} has {found} {found|byte|bytes}, expected {bytes} ({use})',
  },
  'object-unreferenced': {
    'zh-CN': '另有 {count} 个内容完好但无记录引用的文件（由中断的运行留下，不属于证据）',
    en: '{count} other {count|file is|files are} intact but not referenced by any record (left by an interrupted run; not evidence)',
  },
  'object-empty': {
    'zh-CN': '文件 {path} 在本机为 0 字节，内容不在本机（可能只存于云端，或复制中断）：无法确定是否改动（{use}）',
    en: 'file {path} has 0 bytes here: its content is not on this computer (it may lie in a cloud only, or copying was interrupted); whether it changed is undetermined ({use})',
  },
  'unknown-file': { 'zh-CN': '案件文件夹内有未登记的文件：{path}', en: 'unregistered file in the case folder: {path}' },
  'system-litter': {
    'zh-CN': '操作系统留下的 {path}，不属于案件，未读取',
    en: '{path}, left by an operating or sync program, does not belong to the case and was not read',
  },
  'not-regular': {
    'zh-CN': '不是普通文件（链接、管道或设备）：{path}',
    en: 'not a regular file (a link, pipe or device): {path}',
  },
  'unreadable-file': { 'zh-CN': '无法读取 {path}：{why}', en: '{path} cannot be read: {why}' },
  'bundle-missing': { 'zh-CN': '缺少证据册文件 {path}', en: 'the bundle file {path} is missing' },
  'bundle-changed': {
    'zh-CN': '证据册文件 {path} 已改动：SHA-256 为 {found}，生成时为 {sha256}',
    en: 'the bundle file {path} has changed: its SHA-256 is {found}, when built it was {sha256}',
  },
  'bundle-pending': {
    'zh-CN': '证据册 {path} 由中断的运行留下，未记入日志；下次打开案件时清除',
    en: 'bundle {path} was left by an interrupted run and is not in the log; it is removed when the case is next opened',
  },
  'region-differs': {
    'zh-CN': '证据 {item} 记载截取自另一项证据的画面，但与其不符：{why}',
    en: 'item {item} is recorded as cut from another item’s picture but does not match it: {why}',
  },
  'regions-unchecked': {
    'zh-CN': '无法将截取的画面与原画面比对：{why}',
    en: 'parts cut from pictures could not be compared with the original pictures: {why}',
  },
  'artifacts-not-received': {
    'zh-CN': '另有 {count} 个封存文件（登录凭据、Cookie 等）留在移交人处，未随移交包接收',
    en: '{count} sealed {count|file|files} (credentials, cookies and the like) stayed with the sender and {count|was|were} not received',
  },
  'region-parent-elsewhere': {
    'zh-CN': '证据 {item} 截取自未随移交包接收的画面，无法与其比对',
    en: 'item {item} was cut from a picture not received with the package, and could not be compared with it',
  },
  'stitch-differs': {
    'zh-CN': '证据 {item} 记载由截图拼接而成，但与截图不符：{why}',
    en: 'item {item} is recorded as stitched from screenshots but does not match them: {why}',
  },
  'stitch-parent-elsewhere': {
    'zh-CN': '证据 {item} 由截图拼接，其中 {parent} 未随移交包接收，无法与其比对',
    en: 'item {item} was stitched from screenshots of which {parent} was not received, and could not be compared with it',
  },
  'received-unknown': {
    'zh-CN': '证据 {item} 记载随移交包 {package} 接收，但日志中没有这样的移交包',
    en: 'item {item} is recorded as received with package {package}, but the log has no such package or the package lacks it',
  },
  'receive-unfinished': {
    'zh-CN': '移交包 {package} 中有 {count} 项证据尚未记入案件（接收中断）：请再次运行 fascicle receive',
    en: '{count} {count|item|items} of package {package} {count|is|are} not yet in the case (receiving was interrupted): run `fascicle receive` again',
  },
  'stamp-pending': {
    'zh-CN': '第 {seq} 条申请的时间戳尚未取得',
    en: 'the time stamp requested in entry {seq} is still pending',
  },
  'stamp-rejected': {
    'zh-CN': '第 {seq} 条申请的时间戳被拒绝：{why}',
    en: 'the time stamp requested in entry {seq} was refused: {why}',
  },
  'stamp-missing': {
    'zh-CN': '第 {seq} 条申请的时间戳令牌或检查点缺失或受损',
    en: 'the token or checkpoint of the time stamp requested in entry {seq} is missing or damaged',
  },
  'stamp-proven': {
    'zh-CN':
      '“{name}”证明：前 {size} 条日志及其所指的全部内容在 {at} 之前已经存在（根证书：{anchor}）。不证明取证的时间，也不证明网页内容属实',
    en: '“{name}” proves that the first {size} {size|entry|entries} and everything named in {size|it|them} existed before {at} (root certificate: {anchor}). It proves neither when pages were captured nor that their content is true',
  },
  'checkpoint-differs': {
    'zh-CN': '现有日志的前 {size} 条不是当时加盖时间戳的内容（第 {seq} 条）：日志曾被改写',
    en: 'the first {size} {size|entry is not the one|entries are not those} that {size|was|were} time-stamped (entry {seq}): the log was rewritten',
  },
  'seal-lag': {
    'zh-CN':
      '{count} 项证据在取证 10 分钟之后才有第三方时间戳，最长相隔 {minutes} 分钟（{item}）：此前的时间仅有本机时钟可循',
    en: '{count} {count|item was|items were} time-stamped by a third party more than 10 minutes after capture, at most {minutes} {minutes|minute|minutes} ({item}): for the time before there is only this device’s clock',
  },
  'tail-unanchored': {
    'zh-CN': '最后 {count} 条日志尚无第三方时间戳',
    en: 'the last {count} {count|entry has|entries have} no third-party time stamp yet',
  },
  'clock-jump': {
    'zh-CN': '第 {seq} 条之前，时钟相对单调时钟变动了 {seconds} 秒（被调整，或计算机休眠）',
    en: 'before entry {seq} the clock moved by {seconds} s relative to the monotonic clock (it was set, or the computer slept)',
  },
  'head-behind': {
    'zh-CN': '日志止于第 {seq} 条，而本机曾见过第 {seen} 条：末尾被截去，或换成了较早的副本',
    en: 'the log ends at entry {seq}, but this computer has seen entry {seen}: its end was cut off, or an older copy was put in its place',
  },
  'history-accepted': {
    'zh-CN': '第 {seq} 条：本机此前见过的第 {seen} 条（{hash}）不在现有日志中；{person}说明的原因：{reason}',
    en: 'entry {seq}: entry {seen} ({hash}), previously seen on this computer, is not in this log; reason given by {person}: {reason}',
  },
  'head-differs': {
    'zh-CN': '第 {seen} 条与本机曾见过的不同：日志曾被改写',
    en: 'entry {seen} differs from the one seen on this computer: the log was rewritten',
  },
} as const satisfies Record<string, Text>;

export type CaseFindingCode = keyof typeof caseVerifyTexts;
