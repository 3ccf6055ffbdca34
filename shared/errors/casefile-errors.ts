import type { ErrorText } from './error-text.ts';

const untouched = { 'zh-CN': '未读写任何证据。', en: 'No evidence was read or written.' } as const;
const unchanged = { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' } as const;
const notAcknowledged = {
  'zh-CN': '此前已确认保存的证据完好；当前这一项未保存。',
  en: 'Everything acknowledged earlier is intact; the current item was not stored.',
} as const;

/** Errors of the case folder. */
export const casefileErrors = {
  'not-a-case': {
    message: { 'zh-CN': '{path} 不是案件文件夹：{why}', en: '{path} is not a case folder: {why}' },
    evidence: untouched,
    next: {
      'zh-CN': '请检查路径；如需新建案件，请用 fascicle new。',
      en: 'Check the path; `fascicle new` creates a case folder.',
    },
    exit: 1,
  },
  'case-exists': {
    message: { 'zh-CN': '{path} 已存在', en: '{path} already exists' },
    evidence: { 'zh-CN': '该位置的内容未改动。', en: 'What is there was left unchanged.' },
    next: { 'zh-CN': '请为新案件另选名称或位置。', en: 'Choose another name or location for the new case.' },
    exit: 1,
  },
  'nothing-to-repair-from': {
    message: {
      'zh-CN': '{path} 中没有保管日志，无法重建数据库',
      en: '{path} contains no custody log from which to rebuild the database',
    },
    evidence: { 'zh-CN': '该位置的内容未改动。', en: 'What is there was left unchanged.' },
    next: {
      'zh-CN': '请检查路径，或从备份恢复：将备份文件夹复制到别处后打开。',
      en: 'Check the path, or restore from a backup: copy the backup folder and open the copy.',
    },
    exit: 1,
  },
  'backup-of-another': {
    message: {
      'zh-CN': '{path} 不是此案件的备份',
      en: '{path} is not a backup of this case',
    },
    evidence: {
      'zh-CN': '未写出备份；该位置的内容未改动。',
      en: 'No backup was made; what is there was left unchanged.',
    },
    next: { 'zh-CN': '请另行指定一个新文件夹。', en: 'Choose a new folder.' },
    exit: 1,
  },
  'backup-newer': {
    message: {
      'zh-CN': '备份 {path} 的日志（第 {seq} 条）不在本案件的日志中：备份较新，或案件日志曾被改写',
      en: 'Entry {seq} of the log in backup {path} is not in the log of this case: either the backup is newer or the case was rewritten',
    },
    evidence: {
      'zh-CN': '未写出备份；备份和案件均未改动。',
      en: 'No backup was made; neither the backup nor the case was changed.',
    },
    next: {
      'zh-CN': '请用 fascicle verify 分别核验备份和案件，并将新备份写入另一文件夹。',
      en: 'Run `fascicle verify` on both, and write the new backup to another folder.',
    },
    exit: 1,
  },
  'case-locked': {
    message: {
      'zh-CN': '另一个程序正在写入此案件：{path}',
      en: 'Another program is writing to this case: {path}',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '请等待其完成或将其关闭，然后重试；查看和核验不受影响。',
      en: 'Wait for it to finish or close it, then try again; reading and verifying still work.',
    },
    exit: 1,
  },
  'case-newer': {
    message: {
      'zh-CN': '此案件由较新版本的程序写入（格式版本 {found}，本程序支持到 {known}），只能查看',
      en: 'This case was written by a newer program (version {found}; this program supports up to {known}); it can only be read',
    },
    evidence: unchanged,
    next: { 'zh-CN': '请更新程序后再写入。', en: 'Update the program before writing to this case.' },
    exit: 1,
  },
  'case-damaged': {
    message: { 'zh-CN': '案件数据库无法使用：{why}', en: 'The case database cannot be used: {why}' },
    evidence: {
      'zh-CN': '程序未作任何改动；objects/ 内的文件均可单独核验。',
      en: 'The program changed nothing; each file in objects/ can still be verified on its own.',
    },
    next: {
      'zh-CN': '请先复制整个文件夹，再运行 fascicle verify 查明受损之处。',
      en: 'Copy the whole folder first, then run `fascicle verify` to see what is damaged.',
    },
    exit: 1,
  },
  'case-unreadable': {
    message: { 'zh-CN': '无法读取案件 {path}：{why}', en: 'The case {path} cannot be read: {why}' },
    evidence: {
      'zh-CN': '这并不表明证据有改动；程序未作任何改动。',
      en: 'This does not mean that the evidence has changed; the program changed nothing.',
    },
    next: {
      'zh-CN': '请检查访问权限、磁盘空间（包括系统临时文件夹）以及磁盘或共享文件夹的连接，然后重试。',
      en: 'Check the access rights, the free space (also of the temporary folder) and whether the disk or share is still connected, then try again.',
    },
    exit: 1,
  },
  'object-unreadable': {
    message: { 'zh-CN': '无法读取文件 {sha256}：{why}', en: 'File {sha256} cannot be read: {why}' },
    evidence: {
      'zh-CN': '这并不表明证据有改动；程序未作任何改动。',
      en: 'This does not mean that the evidence has changed; the program changed nothing.',
    },
    next: {
      'zh-CN': '请检查访问权限以及磁盘或共享文件夹的连接，然后重试。',
      en: 'Check the access rights and whether the disk or share is still connected, then try again.',
    },
    exit: 1,
  },
  'not-a-page': {
    message: {
      'zh-CN': '{item} 不是网页取证，不能比对',
      en: '{item} is not a captured page and cannot be compared',
    },
    evidence: unchanged,
    next: {
      'zh-CN': '可用 fascicle list 查看编号；局部截取、遮盖件和导入文件不能比对。',
      en: '`fascicle list` shows the ids; parts, redacted copies and imported files cannot be compared.',
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
    message: { 'zh-CN': '编号 {item} 对应 {count} 项证据', en: '{item} matches {count} {count|item|items}' },
    evidence: unchanged,
    next: { 'zh-CN': '请输入更长的编号。', en: 'Type more characters of the id.' },
    exit: 1,
  },
  'no-such-job': {
    message: { 'zh-CN': '队列中没有与 {job} 唯一对应的条目', en: 'No single queue entry matches {job}' },
    evidence: unchanged,
    next: { 'zh-CN': '可用 fascicle queue 查看编号。', en: '`fascicle queue` shows the ids.' },
    exit: 1,
  },
  'job-not-fit': {
    message: {
      'zh-CN': '队列条目 {job} 目前为“{state}”，不能{wish}',
      en: 'Queue entry {job} is {state}; it does not allow this: {wish}',
    },
    evidence: unchanged,
    next: { 'zh-CN': '可用 fascicle queue 查看状态。', en: '`fascicle queue` shows the state of each entry.' },
    exit: 1,
  },
  'object-missing': {
    message: { 'zh-CN': '案件中缺少文件 {sha256}', en: 'File {sha256} is missing from the case' },
    evidence: {
      'zh-CN': '其余证据不受影响；程序未作任何改动。',
      en: 'The other evidence is unaffected; the program changed nothing.',
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
      'zh-CN': '其余证据不受影响；程序未作任何改动。',
      en: 'The other evidence is unaffected; the program changed nothing.',
    },
    next: {
      'zh-CN': '请从备份恢复该文件，再运行 fascicle verify。',
      en: 'Restore the file from a backup, then run `fascicle verify`.',
    },
    exit: 1,
  },
  'suggest-ended': {
    message: {
      'zh-CN': '查找传播关系时中断：{why}',
      en: 'The search for links between publications was interrupted: {why}',
    },
    evidence: { 'zh-CN': '案件中的证据未改动。', en: 'The evidence in the case is unchanged.' },
    next: {
      'zh-CN': '请重试；若仍如此，可手工填写传播关系，并报告此问题。',
      en: 'Try again; if it keeps failing, enter the links by hand and report this.',
    },
    exit: 1,
  },
  'keep-ended': {
    message: {
      'zh-CN': '核验、备份或修复 {path} 时中断：{why}',
      en: 'Verifying, backing up or repairing {path} was interrupted: {why}',
    },
    evidence: {
      'zh-CN': '案件中的证据未改动；未完成的备份不能作为备份使用。',
      en: 'The evidence in the case is unchanged; an unfinished backup does not count as a backup.',
    },
    next: {
      'zh-CN': '请检查磁盘和内存后重试；备份会从中断处继续。',
      en: 'Check disk and memory and try again; a backup resumes where it stopped.',
    },
    exit: 1,
  },
  'no-room': {
    message: {
      'zh-CN': '磁盘空间不够，未开始复制：{path} 需要 {needed} MB，{to} 处可用 {free} MB（其中须保留 {reserve} MB）',
      en: 'There is not enough space, and copying was not begun: {path} needs {needed} MB, and {free} MB are free at {to}, of which {reserve} MB must stay free',
    },
    evidence: {
      'zh-CN': '未写入任何内容；此前已确认保存的证据完好。',
      en: 'Nothing was stored; everything acknowledged earlier is intact.',
    },
    next: {
      'zh-CN': '请腾出空间或换用更大的磁盘，然后重试；并请核对其大小是否正常。',
      en: 'Free some space or use a larger disk, then try again; check whether it should be that large.',
    },
    exit: 1,
  },
  'disk-full': {
    message: { 'zh-CN': '磁盘空间不足：{why}', en: 'The disk is full: {why}' },
    evidence: notAcknowledged,
    next: {
      'zh-CN': '请腾出空间，然后重新处理未保存的项目。',
      en: 'Free some space, then repeat what was not stored.',
    },
    exit: 1,
  },
  'write-failed': {
    message: { 'zh-CN': '写入失败：{why}', en: 'Writing failed: {why}' },
    evidence: notAcknowledged,
    next: {
      'zh-CN': '请检查磁盘和权限，运行 fascicle verify，然后重试。',
      en: 'Check the disk and its permissions, run `fascicle verify`, then try again.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
