import { withoutBlanks } from '../reading/printed-words.ts';

/** Headings, heads of tables and lines to write on: they state nothing. Longest first, so that none hides another. */
const headings: readonly string[] = [
  ...[
    '取证说明',
    'Capture certificate',
    '取证声明',
    '取证陈述',
    'Statement on the captures',
    'Declaration on the captures',
    '核验说明',
    'How to verify',
    '证据目录',
  ],
  ...[
    'Exhibit catalogue',
    'Index of exhibits',
    'Table of exhibits',
    '技术附录',
    'Technical annex',
    '哈希值清单（全部文件）',
    'Hash list (all files)',
    '哈希值清单',
    'Hash list',
    '保管日志',
    'Custody log',
    '压缩图片清单',
    'List of recoded pictures',
  ],
  ...['补充证据', 'Late evidence'],
  ...['一、计算机系统的硬件、软件环境', '1. Hardware and software environment of the computer system'],
  ...['二、生成主体和时间，表现内容', '2. Who generated the data and when; content'],
  ...['三、存储介质与保管', '3. Storage medium and custody'],
  ...['四、提取和固定的主体、工具和方式；过程能否重现'],
  ...['4. Person, tools and method of extraction and preservation; whether the process can be repeated'],
  ...['五、是否存在增加、删除、修改及不完整等情形', '5. Additions, deletions, alterations and incompleteness'],
  ...['六、可以何种形式验证', '6. How the data can be verified', '未经核实的事项', 'Matters not verified'],
  ...['取证人签名或者盖章', 'Signature or seal of the person who made the captures', '签署日期', 'Date executed'],
  ...['声明人签名', 'Signature of the declarant', '取证人', 'Person who made the captures', '姓名', 'Name'],
  ...['身份、资格或执业证号', 'Identity, qualification or licence no.', '与本案的利害关系', 'Interest in the case'],
  ...[
    '职务',
    'Capacity',
    '所在单位',
    'Employer',
    '声明人的资格',
    'Qualification of the declarant',
    '声明人',
    'Declarant',
  ],
  ...['存储介质、备份与接触人员', 'Storage medium, copies and persons with access'],
  ...['提交人（签名或者盖章）', 'Signature or seal of the submitting party', '提交日期', 'Filing date', '副本份数'],
  ...['Copies for the opposing party', '证据说明', 'Purpose of filing', '取证信息', 'Capture details', '导入信息'],
  ...[
    'Import details',
    '操作日志',
    'Operation log',
    '提示',
    'Warnings',
    '文件与哈希值（SHA-256）',
    'Files and hashes (SHA-256)',
  ],
  ...['一、核对本册文件', '1. Verifying the files of this bundle', '二、核对单个文件', '2. Verifying a single file'],
  ...[
    '三、重新取证',
    '3. Repeating the capture',
    '四、能够证明与不能证明的事项',
    '4. What this proves and what it does not',
  ],
  ...['三、能够证明与不能证明的事项', '3. What this proves and what it does not', '证据册', 'Evidence bundle'],
]
  .map(withoutBlanks)
  .sort((a, b) => b.length - a.length);

/** A text without the headings before it; what is left states something, or is empty. */
export function afterHeadings(text: string): string {
  const heading = headings.find((one) => text.startsWith(one));
  return heading === undefined ||
    (heading === text.slice(0, heading.length) && /^[：:]/u.test(text.slice(heading.length)))
    ? text
    : afterHeadings(text.slice(heading.length));
}
