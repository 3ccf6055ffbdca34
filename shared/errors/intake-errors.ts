import type { ErrorText } from './error-text.ts';

const nothingTaken = {
  'zh-CN': '未存入该文件的任何内容；证据未改动。',
  en: 'Nothing of this file was stored; the evidence is unchanged.',
} as const;

/** Files that a person names: to import, to attach, and the folder for the hash list. */
export const intakeErrors = {
  'file-missing': {
    message: { 'zh-CN': '文件不存在：{path}', en: 'File not found: {path}' },
    evidence: nothingTaken,
    next: { 'zh-CN': '请检查路径后重试。', en: 'Check the path and try again.' },
    exit: 1,
  },
  'not-in-import': {
    message: { 'zh-CN': '未导入：{path}（{why}）', en: 'Not imported: {path} ({why})' },
    evidence: nothingTaken,
    next: { 'zh-CN': '请查明是否属于证据。', en: 'Find out whether it belongs to the evidence.' },
    exit: 1,
  },
  'members-not-imported': {
    message: {
      'zh-CN': '归档文件中的文件未导入：{path}（{why}）',
      en: 'The files in the archive were not imported: {path} ({why})',
    },
    evidence: { 'zh-CN': '归档文件本身已完整存入。', en: 'The archive itself is stored in full.' },
    next: {
      'zh-CN': '请用其他软件解压后导入。',
      en: 'Unpack it with another program and import what is in it.',
    },
    exit: 1,
  },
  'file-name-unclear': {
    message: {
      'zh-CN': '该文件名不是 UTF-8 编码，文件夹中有 {count} 个文件可能是所指文件：{path}',
      en: 'The name is not UTF-8, and {count} {count|file|files} of the folder could be meant: {path}',
    },
    evidence: nothingTaken,
    next: {
      'zh-CN': '请导入该文件所在的文件夹，或先重命名该文件。',
      en: 'Import the folder that it lies in, or rename the file first.',
    },
    exit: 1,
  },
  'cannot-stitch': {
    message: { 'zh-CN': '无法拼接证据 {item}：{why}', en: 'Item {item} cannot be stitched: {why}' },
    evidence: { 'zh-CN': '案件和原截图均未改动。', en: 'The case and the screenshots are unchanged.' },
    next: {
      'zh-CN': '请选择同一页面中上下相连、宽度相同且有重叠的截图；fascicle stitch 案件 会列出可拼接的截图。',
      en: 'Choose overlapping screenshots of one view and of the same width; `fascicle stitch CASE` lists those that fit.',
    },
    exit: 1,
  },
  'file-is-folder': {
    message: { 'zh-CN': '这是文件夹，不是文件：{path}', en: 'This is a folder, not a file: {path}' },
    evidence: nothingTaken,
    next: { 'zh-CN': '请逐一指明文件夹内的文件。', en: 'Name the files in it one by one.' },
    exit: 1,
  },
  'file-without-path': {
    message: {
      'zh-CN': '拖入的内容没有对应的磁盘文件',
      en: 'What was dropped here is not a file on disk',
    },
    evidence: nothingTaken,
    next: { 'zh-CN': '请先另存为文件，再拖入。', en: 'Save it as a file first, then drop that file.' },
    exit: 1,
  },
  'given-too-large': {
    message: {
      'zh-CN': '粘贴或拖入的内容过大（上限 {megabytes} MB）',
      en: 'What was pasted or dropped is too large (limit: {megabytes} MB)',
    },
    evidence: nothingTaken,
    next: { 'zh-CN': '请先另存为文件，再拖入。', en: 'Save it as a file first, then drop that file.' },
    exit: 1,
  },
  'given-lost': {
    message: {
      'zh-CN': '粘贴或拖入的内容未完整收到',
      en: 'What was pasted or dropped did not arrive completely',
    },
    evidence: nothingTaken,
    next: { 'zh-CN': '请重新粘贴或拖入。', en: 'Paste or drop it again.' },
    exit: 1,
  },
  'file-not-regular': {
    message: {
      'zh-CN': '不是普通文件（管道、设备或套接字）：{path}',
      en: 'Not a regular file (a pipe, device or socket): {path}',
    },
    evidence: nothingTaken,
    next: { 'zh-CN': '请先将内容保存为普通文件。', en: 'Save its content as a regular file first.' },
    exit: 1,
  },
  'file-unreadable': {
    message: { 'zh-CN': '无法读取文件：{path}（{why}）', en: 'The file cannot be read: {path} ({why})' },
    evidence: nothingTaken,
    next: {
      'zh-CN': '请检查文件权限或存储设备后重试。',
      en: 'Check its permissions or the storage device and try again.',
    },
    exit: 1,
  },
  'index-unreadable': {
    message: { 'zh-CN': '无法读取目录文件：{path}（{why}）', en: 'The index cannot be read: {path} ({why})' },
    evidence: nothingTaken,
    next: {
      'zh-CN': '请用 Word 或 Excel 打开并另存为 .docx 或 .xlsx 后重试。',
      en: 'Open it in Word or Excel, save it as .docx or .xlsx, and try again.',
    },
    exit: 1,
  },
  'index-without-head': {
    message: {
      'zh-CN': '目录文件中没有可识别的表头：{path}',
      en: 'No recognisable header row in the index: {path}',
    },
    evidence: nothingTaken,
    next: {
      'zh-CN': '表头须有“证据名称”或“文件名”，以及“编号”“组别”“日期”“来源”“证明目的”等至少一列。',
      en: 'The header row needs “Title” or “File” and at least one of “No.”, “Group”, “Tab”, “Date”, “Source”, “Purpose”.',
    },
    exit: 1,
  },
  'folder-unreadable': {
    message: { 'zh-CN': '无法读取文件夹：{path}（{why}）', en: 'The folder cannot be read: {path} ({why})' },
    evidence: nothingTaken,
    next: { 'zh-CN': '请检查路径和权限后重试。', en: 'Check the path and its permissions and try again.' },
    exit: 1,
  },
  'folder-too-large': {
    message: {
      'zh-CN': '文件夹中的文件超过 {count} 个：{path}',
      en: 'The folder holds more than {count} {count|file|files}: {path}',
    },
    evidence: nothingTaken,
    next: { 'zh-CN': '请分批导入。', en: 'Import it in parts.' },
    exit: 1,
  },
  'folder-too-deep': {
    message: {
      'zh-CN': '文件夹层级超过 {depth} 层：{path}',
      en: 'The folder is nested more than {depth} {depth|level|levels} deep: {path}',
    },
    evidence: nothingTaken,
    next: { 'zh-CN': '请分批导入。', en: 'Import it in parts.' },
    exit: 1,
  },
  'already-attached': {
    message: {
      'zh-CN': '该文件已作为外部存证附于此证据：{path}',
      en: 'This file is already attached to the item with the same kind and number: {path}',
    },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: { 'zh-CN': '无需再次附加。', en: 'There is nothing left to do.' },
    exit: 1,
  },
  'digests-inside-case': {
    message: {
      'zh-CN': '哈希值清单不能写入案件文件夹：{path}',
      en: 'The hash list cannot be written inside the case folder: {path}',
    },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: {
      'zh-CN': '请用 --out 指定案件文件夹以外的位置。',
      en: 'Use --out to name a location outside the case folder.',
    },
    exit: 1,
  },
  'digests-unwritable': {
    message: { 'zh-CN': '无法写入 {path}（{why}）', en: '{path} cannot be written ({why})' },
    evidence: {
      'zh-CN': '案件未改动；没有留下不完整的文件。',
      en: 'The case is unchanged; no incomplete file was left under its final name.',
    },
    next: {
      'zh-CN': '请检查磁盘空间和权限，或用 --out 另行指定位置。',
      en: 'Check the free space and permissions, or name another location with --out.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
