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
} as const satisfies KindWords;
