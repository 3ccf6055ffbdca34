import type { ErrorText } from './fascicle-error.ts';

const untouched = { 'zh-CN': '未读写任何证据。', en: 'No evidence was read or written.' } as const;
const unchanged = { 'zh-CN': '案件未作任何变更。', en: 'The case is unchanged.' } as const;
const notAcknowledged = {
  'zh-CN': '此前已确认的证据完好；当前这一项未保存。',
  en: 'Everything acknowledged before is whole; the item at hand was not stored.',
} as const;

/** Errors of the case folder. */
export const casefileErrors = {
  'not-a-case': {
    message: { 'zh-CN': '{path} 不是案件文件夹：{why}', en: '{path} is no case folder: {why}' },
    evidence: untouched,
    next: {
      'zh-CN': '请检查路径；新建案件请用 fascicle new。',
      en: 'Check the path; `fascicle new` makes a case folder.',
    },
    exit: 1,
  },
  'case-exists': {
    message: { 'zh-CN': '{path} 已经存在', en: '{path} exists already' },
    evidence: { 'zh-CN': '该位置的内容未作任何变更。', en: 'What is there was left as it is.' },
    next: { 'zh-CN': '请为新案件另选一个名称或位置。', en: 'Choose another name or place for the new case.' },
    exit: 1,
  },
  'nothing-to-repair-from': {
    message: {
      'zh-CN': '{path} 中没有保管日志，无法重建数据库',
      en: 'There is no custody log in {path} to make the database anew from',
    },
    evidence: { 'zh-CN': '该位置的内容未作任何变更。', en: 'What is there was left as it is.' },
    next: {
      'zh-CN': '请检查路径，或从备份恢复：把备份文件夹复制到别处后打开。',
      en: 'Check the path, or go back to a backup: copy its folder and open the copy.',
    },
    exit: 1,
  },
  'backup-of-another': {
    message: {
      'zh-CN': '{path} 不是此案件的备份',
      en: '{path} is no backup of this case',
    },
    evidence: {
      'zh-CN': '未写出备份；该位置的内容未作任何变更。',
      en: 'No backup was made; what is there was left as it is.',
    },
    next: { 'zh-CN': '请另选一个新的文件夹。', en: 'Name a new folder.' },
    exit: 1,
  },
  'backup-newer': {
    message: {
      'zh-CN': '备份 {path} 的日志（第 {seq} 条）不在此案件的日志中：备份较新，或案件已被改写',
      en: 'The log of the backup {path} (entry {seq}) is not in the log of this case: the backup is newer, or the case was rewritten',
    },
    evidence: {
      'zh-CN': '未写出备份；备份和案件均未作任何变更。',
      en: 'No backup was made; neither the backup nor the case was changed.',
    },
    next: {
      'zh-CN': '请用 fascicle verify 分别核验两者，并把新备份写到另一个文件夹。',
      en: 'Run `fascicle verify` on both, and make the new backup in another folder.',
    },
    exit: 1,
  },
  'case-locked': {
    message: {
      'zh-CN': '另一个程序正在写入此案件：{path}',
      en: 'Another program is writing into this case: {path}',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请等它结束或关闭它，然后重试；查看与核验不受影响。',
      en: 'Wait until it is done or close it, then try again; reading and verifying work meanwhile.',
    },
    exit: 1,
  },
  'case-newer': {
    message: {
      'zh-CN': '此案件由更新版本的程序写成（版本 {found}，本程序支持到 {known}），只能查看',
      en: 'This case was written by a newer program (version {found}; this one knows {known}); it can only be read',
    },
    evidence: unchanged,
    next: { 'zh-CN': '请更新程序后再写入。', en: 'Update the program to write into it.' },
    exit: 1,
  },
  'case-damaged': {
    message: { 'zh-CN': '案件数据库无法使用：{why}', en: 'The case’s database cannot be used: {why}' },
    evidence: {
      'zh-CN': '程序未作任何变更；objects/ 内的文件各自可以单独核验。',
      en: 'The program changed nothing; the files in objects/ can each be verified on their own.',
    },
    next: {
      'zh-CN': '请先复制整个文件夹，再运行 fascicle verify 查看受损之处。',
      en: 'Copy the whole folder first, then run `fascicle verify` to see what is damaged.',
    },
    exit: 1,
  },
  'not-a-page': {
    message: {
      'zh-CN': '{item} 不是网页采集，不能比对',
      en: '{item} is no capture of a page, so it cannot be compared',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '用 fascicle list 查看编号；局部、遮盖副本与导入文件不参与比对。',
      en: 'See the ids with `fascicle list`; parts, redacted copies and imported files are not compared.',
    },
    exit: 1,
  },
  'no-such-item': {
    message: { 'zh-CN': '案件中没有编号为 {item} 的证据', en: 'The case has no item {item}' },
    evidence: unchanged,
    next: { 'zh-CN': '可用 fascicle list 查看编号。', en: '`fascicle list` shows the ids.' },
    exit: 1,
  },
  'ambiguous-item': {
    message: { 'zh-CN': '编号 {item} 对应 {count} 项证据', en: '{item} fits {count} items' },
    evidence: unchanged,
    next: { 'zh-CN': '请写出更长的编号。', en: 'Write more of the id.' },
    exit: 1,
  },
  'no-such-job': {
    message: { 'zh-CN': '队列中没有唯一对应 {job} 的网址', en: 'The queue has no one address {job}' },
    evidence: unchanged,
    next: { 'zh-CN': '可用 fascicle queue 查看编号。', en: '`fascicle queue` shows the ids.' },
    exit: 1,
  },
  'job-not-fit': {
    message: {
      'zh-CN': '队列中的 {job} 目前为 {state}，不能{wish}',
      en: 'The address {job} of the queue is {state}; that does not go with: {wish}',
    },
    evidence: unchanged,
    next: { 'zh-CN': '可用 fascicle queue 查看状态。', en: '`fascicle queue` shows how each stands.' },
    exit: 1,
  },
  'object-missing': {
    message: { 'zh-CN': '案件中缺少文件 {sha256}', en: 'The case lacks the file {sha256}' },
    evidence: {
      'zh-CN': '其余证据未受影响；程序未作任何变更。',
      en: 'The rest is untouched; the program changed nothing.',
    },
    next: {
      'zh-CN': '请从备份恢复该文件，再运行 fascicle verify。',
      en: 'Restore the file from a backup, then run `fascicle verify`.',
    },
    exit: 1,
  },
  'object-damaged': {
    message: {
      'zh-CN': '文件 {sha256} 的内容与其哈希值不符',
      en: 'The content of file {sha256} does not match its hash',
    },
    evidence: {
      'zh-CN': '其余证据未受影响；程序未作任何变更。',
      en: 'The rest is untouched; the program changed nothing.',
    },
    next: {
      'zh-CN': '请从备份恢复该文件，再运行 fascicle verify。',
      en: 'Restore the file from a backup, then run `fascicle verify`.',
    },
    exit: 1,
  },
  'suggest-ended': {
    message: {
      'zh-CN': '查找传播关系中途结束：{why}',
      en: 'Looking for links between publications ended before it was done: {why}',
    },
    evidence: { 'zh-CN': '案件中的证据未改动。', en: 'The evidence of the case is unchanged.' },
    next: {
      'zh-CN': '再试一次；若总是如此，可手工填写传播关系，并报告此事。',
      en: 'Try again; if it ends each time, state the links by hand, and report it.',
    },
    exit: 1,
  },
  'keep-ended': {
    message: {
      'zh-CN': '对 {path} 的核验、备份或修复中途结束：{why}',
      en: 'Verifying, backing up or repairing {path} ended before it was done: {why}',
    },
    evidence: {
      'zh-CN': '案件中的证据未改动；未写完的备份不算备份。',
      en: 'The evidence of the case is unchanged; a backup that is not finished does not count as one.',
    },
    next: {
      'zh-CN': '请检查磁盘与内存后重试；备份会从中断处继续。',
      en: 'Check the disk and the memory and try again; a backup goes on where it ended.',
    },
    exit: 1,
  },
  'disk-full': {
    message: { 'zh-CN': '磁盘空间不足：{why}', en: 'The disk is full: {why}' },
    evidence: notAcknowledged,
    next: {
      'zh-CN': '请腾出空间后，对未保存的项目重新操作。',
      en: 'Free some space, then do again what was not stored.',
    },
    exit: 1,
  },
  'write-failed': {
    message: { 'zh-CN': '写入失败：{why}', en: 'Writing failed: {why}' },
    evidence: notAcknowledged,
    next: {
      'zh-CN': '请检查磁盘与权限，运行 fascicle verify，然后重试。',
      en: 'Check the disk and its permissions, run `fascicle verify`, then try again.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
