import type { KindWords } from './kind-words.ts';

/** Files packed in one. */
export const archiveWords = {
  reasons: {
    'archive-listed': {
      'zh-CN':
        '这是压缩包（归档文件）：页面列出其中 {count} 个文件的名称、大小和 SHA-256 哈希值，不显示这些文件的内容。',
      en: 'This is an archive: the pages list the {count} {count|file|files} in it by name, size and SHA-256, and do not show what is in {count|it|them}.',
    },
    'archive-not-read': {
      'zh-CN': '该归档文件已损坏或不完整，未能读出其中的文件；原文件已完整保存。',
      en: 'The archive is damaged or not whole: no file in it could be read. The original is stored in full.',
    },
    'archive-directory-cut': {
      'zh-CN': '该归档文件的目录不完整，只列出能读到的文件；原文件已完整保存。',
      en: 'The directory of the archive is not whole: only the files that could be read are listed. The original is stored in full.',
    },
    'archive-list-cut': {
      'zh-CN': '该归档文件共有 {of} 个文件，其余未列出；原文件已完整保存。',
      en: 'The archive has {of} {of|file|files} in all; not all are listed. The original is stored in full.',
    },
    'archive-names-judged': {
      'zh-CN': '文件名未声明字符编码，按最相符的 {charset} 解读。',
      en: 'The names declare no charset and were read as {charset}, which fits them best.',
    },
    'archive-names-twice': {
      'zh-CN': '有 {count} 个文件与其他文件同名（不计大小写）：解压软件会保留哪一个，各有不同。',
      en: '{count} {count|file has|files have} the name of another one (capitals apart): which one an unpacking program keeps differs.',
    },
    'archive-names-lead-out': {
      'zh-CN': '有 {count} 个文件的名称带有绝对路径或“..”，会指向解压文件夹之外；本程序不使用这些路径。',
      en: 'The {count|name|names} of {count} {count|file|files} {count|has|have} an absolute path or “..”, which leads out of the folder that an archive is unpacked into; {count|it is|they are} not used as {count|a path|paths} here.',
    },
    'archive-members-links': {
      'zh-CN': '其中 {count} 个是链接，只指向别处，没有内容。',
      en: '{count} of them {count|is a link|are links} that only {count|names|name} another file and {count|has|have} no content.',
    },
    'archive-members-special': {
      'zh-CN': '其中 {count} 个是设备或管道文件，不是普通文件，未打开。',
      en: '{count} of them {count|is a device or a pipe, no file, and was|are devices or pipes, no files, and were} not opened.',
    },
    'archive-opened-by': {
      'zh-CN': '该归档文件由本机的 {tool} 打开。',
      en: 'The archive was opened by this computer’s {tool}.',
    },
    'archive-tool-missing': {
      'zh-CN': '本机没有能打开此类归档文件的程序，未列出其中的文件。原文件已完整保存。',
      en: 'No program on this computer can open archives of this kind, so the files in it are not listed. The original is stored in full.',
    },
    'archive-encrypted': {
      'zh-CN': '该归档文件已加密，未列出其中的文件。原文件已完整保存。',
      en: 'The archive is encrypted and the files in it are not listed. The original is stored in full.',
    },
    'archive-tool-ended': {
      'zh-CN': '打开该归档文件的程序未能读完（{why}），只列出已读到的文件。',
      en: 'The program that opened the archive did not come to its end ({why}): only the files that it read are listed.',
    },
    'archive-token-holds': {
      'zh-CN': '时间戳“{token}”所载 {hash} 值与“{members}”的内容一致，所载时间为 {time}；其签名和时间未在此核验。',
      en: 'The time stamp “{token}” holds the {hash} of “{members}” and states the time {time}; its signature and time are not verified here.',
    },
    'archive-token-of-none': {
      'zh-CN': '时间戳“{token}”（所载时间 {time}）所载 {hash} 值与归档文件中其他文件的内容均不一致。',
      en: 'The time stamp “{token}” (stated time {time}) holds a {hash} that is of no other file in the archive.',
    },
    'archive-token-unknown-hash': {
      'zh-CN': '时间戳“{token}”（所载时间 {time}）使用 {hash} 算法，未能与其他文件比对。',
      en: 'The time stamp “{token}” (stated time {time}) uses {hash}, and was not held against the other files.',
    },
    'archive-members-encrypted': {
      'zh-CN': '有 {count} 个文件已加密，未打开，其哈希值未计算。',
      en: '{count} {count|file is|files are} encrypted, {count|was|were} not opened and {count|has|have} no hash here.',
    },
    'archive-members-packed-otherwise': {
      'zh-CN': '有 {count} 个文件的压缩方式本程序不支持，其哈希值未计算。',
      en: '{count} {count|file is|files are} packed in a way that this program does not know and {count|has|have} no hash here.',
    },
    'archive-headers-differ': {
      'zh-CN': '有 {count} 个文件在目录中与在其自身文件头中的记载不一致，未打开：不同软件可能显示不同内容。',
      en: 'Of {count} {count|file|files} the directory and the header of {count|its|their} own say different things; {count|it was|they were} not opened: programs may show different contents.',
    },
    'archive-members-damaged': {
      'zh-CN': '有 {count} 个文件已损坏，或与归档文件所载大小、校验码不符，其哈希值未列出。',
      en: '{count} {count|file is|files are} damaged, or not of the size and CRC-32 that the archive states, and {count|has|have} no hash here.',
    },
    'archive-members-not-hashed': {
      'zh-CN': '有 {count} 个文件因解压后总量过大未计算哈希值。',
      en: '{count} {count|file was|files were} not hashed: unpacked, the files are too large in all.',
    },
  },
  facts: {
    ArchiveItem: { 'zh-CN': '取自归档文件（证据）', en: 'Taken out of the archive (item)' },
    ArchiveMember: { 'zh-CN': '在归档文件中的路径', en: 'Path in the archive' },
  },
  sources: {
    archive: { 'zh-CN': '归档文件', en: 'archive' },
  },
} as const satisfies KindWords;
