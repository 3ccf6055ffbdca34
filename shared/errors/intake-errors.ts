import type { ErrorText } from './fascicle-error.ts';

const nothingTaken = {
  'zh-CN': '未收入该文件；案件内原有证据不变。',
  en: 'This file was not taken in; what the case holds is unchanged.',
} as const;

/** Files that a person names: to import, to attach, and the folder for the hash list. */
export const intakeErrors = {
  'file-missing': {
    message: { 'zh-CN': '文件不存在：{path}', en: 'There is no such file: {path}' },
    evidence: nothingTaken,
    next: { 'zh-CN': '请检查路径后重试。', en: 'Check the path and try again.' },
    exit: 1,
  },
  'cannot-stitch': {
    message: { 'zh-CN': '无法拼接证据 {item}：{why}', en: 'Item {item} cannot be joined: {why}' },
    evidence: { 'zh-CN': '案件未改动，原截图不变。', en: 'The case is unchanged, the screenshots are as they were.' },
    next: {
      'zh-CN': '请选择同一页面上下相连、宽度相同、有重叠部分的截图；fascicle stitch 案件 会列出可拼接者。',
      en: 'Choose screenshots of one view, of one width, that overlap; `fascicle stitch CASE` lists which do.',
    },
    exit: 1,
  },
  'file-is-folder': {
    message: { 'zh-CN': '这是文件夹，不是文件：{path}', en: 'This is a folder, not a file: {path}' },
    evidence: nothingTaken,
    next: { 'zh-CN': '请逐一指明文件夹内的文件。', en: 'Name the files in it one by one.' },
    exit: 1,
  },
  'file-not-regular': {
    message: {
      'zh-CN': '不是普通文件（管道、设备或套接字）：{path}',
      en: 'No regular file (a pipe, device or socket): {path}',
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
      en: 'The index has no head row that can be understood: {path}',
    },
    evidence: nothingTaken,
    next: {
      'zh-CN': '表头须有“证据名称”或“文件名”，以及“编号”“组别”“日期”“来源”“证明目的”等至少一列。',
      en: 'The head takes “Title” or “File”, and at least one of “No.”, “Group”, “Tab”, “Date”, “Source”, “Purpose”.',
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
      en: 'The folder holds more than {count} files: {path}',
    },
    evidence: nothingTaken,
    next: { 'zh-CN': '请分文件夹导入。', en: 'Import it in parts.' },
    exit: 1,
  },
  'already-attached': {
    message: {
      'zh-CN': '该文件已作为外部存证附于此证据：{path}',
      en: 'This very file is already attached to the item, with the same kind and number: {path}',
    },
    evidence: { 'zh-CN': '案件未作任何变更。', en: 'The case is unchanged.' },
    next: { 'zh-CN': '无需再次附加。', en: 'Nothing needs to be done.' },
    exit: 1,
  },
  'digests-inside-case': {
    message: {
      'zh-CN': '哈希值清单不能写入案件文件夹之内：{path}',
      en: 'The hash list cannot be written inside the case folder: {path}',
    },
    evidence: { 'zh-CN': '案件未作任何变更。', en: 'The case is unchanged.' },
    next: { 'zh-CN': '请用 --out 指定案件文件夹之外的位置。', en: 'Name a place outside the case folder with --out.' },
    exit: 1,
  },
  'digests-unwritable': {
    message: { 'zh-CN': '无法写入 {path}（{why}）', en: '{path} cannot be written ({why})' },
    evidence: {
      'zh-CN': '案件未作任何变更；未留下以正式文件名命名的不完整文件。',
      en: 'The case is unchanged; no incomplete file bears a final name.',
    },
    next: {
      'zh-CN': '请检查磁盘空间和权限，或用 --out 指定其他位置。',
      en: 'Check space and permissions, or name another place with --out.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
