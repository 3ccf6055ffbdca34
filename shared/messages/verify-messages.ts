import type { Text } from '../language.ts';
import { tokenTexts } from './token-messages.ts';

/** What `verify` says of a case folder, check by check. Places in braces name the exact thing. */
export const caseVerifyTexts = {
  ...tokenTexts,
  'all-well': { 'zh-CN': '已核对 {count} 项，全部相符', en: '{count} checked, all as they should be' },
  'unreadable-database': { 'zh-CN': 'case.db 无法读取：{why}', en: 'case.db cannot be read: {why}' },
  'foreign-database': {
    'zh-CN': 'case.db 的标识不属于本程序（application_id {found}）',
    en: "case.db is marked as another program's (application_id {found})",
  },
  'newer-database': {
    'zh-CN': 'case.db 由更新版本写成（{found}），本程序无法完全核验',
    en: 'case.db was written by a newer program ({found}); this one cannot check it in full',
  },
  'sqlite-integrity': { 'zh-CN': 'SQLite 自检：{why}', en: "SQLite's own check: {why}" },
  'schema-differs': {
    'zh-CN': '数据库结构中的 {name} 与本程序建立的不一致',
    en: "in the database's schema, {name} is not as this program makes it",
  },
  'row-missing': { 'zh-CN': '数据库表 {table} 缺少一行：{row}', en: 'table {table} lacks a row: {row}' },
  'row-extra': { 'zh-CN': '数据库表 {table} 多出一行：{row}', en: 'table {table} has a row too many: {row}' },
  'row-differs': {
    'zh-CN': '数据库表 {table} 的行 {row} 与记录不符，列：{columns}',
    en: 'row {row} of table {table} differs from the records, in: {columns}',
  },
  'entry-unreadable': {
    'zh-CN': '保管日志第 {seq} 条无法读取：{why}',
    en: 'custody entry {seq} cannot be read: {why}',
  },
  'chain-broken': {
    'zh-CN': '保管日志第 {seq} 条与前一条不衔接',
    en: 'custody entry {seq} does not continue the one before it',
  },
  'case-id-differs': {
    'zh-CN': '保管日志第 {seq} 条属于另一案件',
    en: 'custody entry {seq} belongs to another case',
  },
  'entry-differs': {
    'zh-CN': '保管日志第 {seq} 条与其存储文件 {sha256} 不符',
    en: 'custody entry {seq} differs from its stored file {sha256}',
  },
  'payload-unreadable': {
    'zh-CN': '保管日志第 {seq} 条的内容文件 {sha256} 缺失或无法读取：{why}',
    en: 'the content of custody entry {seq} (file {sha256}) is missing or cannot be read: {why}',
  },
  'record-unreadable': {
    'zh-CN': '证据 {item} 的记录文件 {sha256} 缺失或无法读取：{why}',
    en: 'the record of item {item} (file {sha256}) is missing or cannot be read: {why}',
  },
  'record-of-another': {
    'zh-CN': '证据 {item} 的记录写的是另一项证据',
    en: 'the record of item {item} speaks of another item',
  },
  'log-longer': {
    'zh-CN': 'objects/ 中有 {count} 条数据库没有的后续保管日志（自第 {seq} 条起）：数据库可能被换成了较早的副本',
    en: 'objects/ holds {count} later custody entries (from {seq}) that the database lacks: it may have been replaced by an older copy',
  },
  'log-pending': {
    'zh-CN': '一次中断的写入留下完整的第 {seq} 条，尚未确认；下次打开案件时补记',
    en: 'an interrupted write left entry {seq} whole but not acknowledged; it is taken up when the case is next opened',
  },
  'log-empty': { 'zh-CN': '找不到保管日志', en: 'there is no custody log to be found' },
  'object-missing': { 'zh-CN': '缺少文件 {path}（{use}）', en: 'the file {path} is missing ({use})' },
  'object-damaged': {
    'zh-CN': '文件 {path} 已改动：内容的 SHA-256 为 {found}（{use}）',
    en: 'the file {path} has changed: the SHA-256 of its content is {found} ({use})',
  },
  'object-size': {
    'zh-CN': '文件 {path} 的大小为 {found} 字节，应为 {bytes}（{use}）',
    en: 'the file {path} has {found} bytes, not {bytes} ({use})',
  },
  'object-unreferenced': {
    'zh-CN': '另有 {count} 个内容完好但无记录引用的文件（中断的运行所留，不属于证据）',
    en: '{count} more files are intact but nothing refers to them (left by an interrupted run; no evidence)',
  },
  'unknown-file': { 'zh-CN': '案件文件夹内有来历不明的文件：{path}', en: 'a file that nothing accounts for: {path}' },
  'not-regular': {
    'zh-CN': '不是普通文件（链接、管道或设备）：{path}',
    en: 'no regular file (a link, pipe or device): {path}',
  },
  'unreadable-file': { 'zh-CN': '无法读取 {path}：{why}', en: '{path} cannot be read: {why}' },
  'bundle-missing': { 'zh-CN': '缺少证据册文件 {path}', en: "the bundle's file {path} is missing" },
  'bundle-changed': {
    'zh-CN': '证据册文件 {path} 已改动：SHA-256 为 {found}，生成时为 {sha256}',
    en: "the bundle's file {path} has changed: its SHA-256 is {found}, and was {sha256} when built",
  },
  'bundle-pending': {
    'zh-CN': '证据册 {path} 由中断的运行留下，未记入日志；下次打开案件时清除',
    en: 'the bundle {path} was left by an interrupted run and is not in the log; it is cleared when the case is next opened',
  },
  'region-differs': {
    'zh-CN': '证据 {item} 自称截取自另一项证据的画面，但与其不符：{why}',
    en: 'item {item} is said to be a part of another item’s picture and is not: {why}',
  },
  'regions-unchecked': {
    'zh-CN': '无法将截取的画面与原画面比对：{why}',
    en: 'parts of pictures could not be compared with their parents: {why}',
  },
  'artifacts-not-received': {
    'zh-CN': '另有 {count} 个封存文件（登录凭据、Cookie等）留在移交人处，未随移交包接收',
    en: '{count} sealed files (cookies, credentials and the like) stayed with whoever handed their items over',
  },
  'region-parent-elsewhere': {
    'zh-CN': '证据 {item} 截取自未随移交包接收的画面，无法与其比对',
    en: 'item {item} is a part of a picture that was not handed over with it, and could not be compared',
  },
  'stitch-differs': {
    'zh-CN': '证据 {item} 自称由截图拼接，但与截图不符：{why}',
    en: 'item {item} is said to be joined from screenshots and is not: {why}',
  },
  'stitch-parent-elsewhere': {
    'zh-CN': '证据 {item} 由截图拼接，其中 {parent} 未随移交包接收，无法与其比对',
    en: 'item {item} is joined from screenshots of which {parent} was not handed over, and could not be compared with it',
  },
  'received-unknown': {
    'zh-CN': '证据 {item} 自称随移交包 {package} 接收，但日志中没有这样的移交包',
    en: 'item {item} is said to have come with the package {package}, which the log does not know or which lacks it',
  },
  'receive-unfinished': {
    'zh-CN': '移交包 {package} 中有 {count} 项证据尚未记入案件（接收中断）：请再次运行 fascicle receive',
    en: '{count} items of the package {package} are not in the case yet (it was interrupted): run `fascicle receive` again',
  },
  'stamp-pending': {
    'zh-CN': '第 {seq} 条申请的时间戳尚未取得',
    en: 'the time stamp asked for in entry {seq} is still pending',
  },
  'stamp-rejected': {
    'zh-CN': '第 {seq} 条申请的时间戳被拒绝：{why}',
    en: 'the time stamp asked for in entry {seq} was refused: {why}',
  },
  'stamp-missing': {
    'zh-CN': '第 {seq} 条申请的时间戳令牌或检查点缺失或受损',
    en: 'the token or checkpoint of the time stamp asked for in entry {seq} is missing or damaged',
  },
  'stamp-proven': {
    'zh-CN':
      '“{name}”证明：前 {size} 条日志及其所指的全部内容在 {at} 之前已经存在（根证书：{anchor}）。不证明采集的时间，也不证明网页内容真实',
    en: '"{name}" proves that the first {size} entries, and all that they name, existed before {at} (root: {anchor}). It proves neither when they were captured nor that the pages are true',
  },
  'checkpoint-differs': {
    'zh-CN': '现有日志的前 {size} 条不是当时加盖时间戳的内容（第 {seq} 条）：日志被改写过',
    en: 'the first {size} entries are not those which were stamped (entry {seq}): the log was rewritten',
  },
  'entry-after-proof': {
    'zh-CN': '第 {seq} 条自称的时间 {wall} 晚于证明其已存在的时间戳 {at}：时钟不实',
    en: 'entry {seq} says {wall}, later than the stamp which proves that it existed ({at}): its clock was wrong',
  },
  'seal-lag': {
    'zh-CN':
      '{count} 项证据在采集 10 分钟之后才有第三方时间证明，最长相隔 {minutes} 分钟（{item}）：此前的时间只有本机时钟可循',
    en: '{count} items were sealed by a third party more than 10 minutes after capture, the longest {minutes} minutes ({item}): for the time before there is only this device’s clock',
  },
  'tail-unanchored': {
    'zh-CN': '最后 {count} 条日志尚无第三方时间证明',
    en: 'the last {count} entries have no third party’s time stamp yet',
  },
  'clock-jump': {
    'zh-CN': '第 {seq} 条之前，时钟相对单调时钟变动了 {seconds} 秒（被调整，或计算机休眠）',
    en: 'before entry {seq} the clock moved by {seconds} s against the monotonic clock (it was set, or the computer slept)',
  },
  'head-behind': {
    'zh-CN': '日志止于第 {seq} 条，而本机曾见到第 {seen} 条：末尾被截去，或换成了较早的副本',
    en: 'the log ends at entry {seq}, but this computer has seen entry {seen}: its end was cut off, or an older copy was put in place',
  },
  'head-differs': {
    'zh-CN': '第 {seen} 条与本机曾见到的不同：日志被改写过',
    en: 'entry {seen} is not the one that this computer has seen: the log was rewritten',
  },
} as const satisfies Record<string, Text>;

export type CaseFindingCode = keyof typeof caseVerifyTexts;
