import { because } from '../../../../shared/cause.ts';
import { categories } from '../../../../shared/case/category.ts';
import { counted, type Language } from '../../../../shared/language.ts';
import type { DocumentIndexReport } from '../../../../shared/document-index/report.ts';
import { intakeReportLines } from '../../output/intake-report-lines.ts';
import { command, type Call } from '../command.ts';

export const importCommand = command({
  name: 'import',
  args: '<case> <files...>',
  about: {
    'zh-CN': '导入已有文件或整个文件夹，每个文件一项证据，并报告各文件的结果',
    en: 'Imports existing files or whole folders, each file as one item, and reports what became of each',
  },
  example:
    'fascicle import qinghe.fascicle phone.jpg --category message --source "王某手机微信截图" --received-by 王某',
  method: 'intake.import',
  options: [
    {
      flags: '--category <category>',
      about: { 'zh-CN': `类别：${categories.join(' | ')}`, en: `category: ${categories.join(' | ')}` },
    },
    {
      flags: '--index <file>',
      about: {
        'zh-CN': '按目录（.xlsx、.docx）导入文件夹：编号、名称、组别、顺序均依目录',
        en: 'import a folder by its index (.xlsx, .docx), which gives numbers, titles, groups and order',
      },
    },
    {
      flags: '--members',
      about: {
        'zh-CN': '连同归档文件（ZIP、tar、gz，有 bsdtar 时还有 7z、RAR）中的文件一并导入，各为一项证据',
        en: 'import the files in archives too (ZIP, tar, gz; 7z and RAR where there is bsdtar), each as one item',
      },
    },
    {
      flags: '--ocr',
      about: {
        'zh-CN': '识别图片中的文字（离线，标明为机器识别）',
        en: 'read the words in pictures by machine (offline, marked as machine-read)',
      },
    },
    {
      flags: '--no-dkim',
      about: {
        'zh-CN': '不为核验邮件 DKIM 签名查询 DNS（查询会向 DNS 服务器透露签名域名）',
        en: 'do not query DNS for the DKIM keys of e-mails (a query reveals the signing domain to the DNS server)',
      },
    },
    {
      flags: '--dns-server <address>',
      about: {
        'zh-CN': '查询 DKIM 公钥的 DNS 服务器（IP 地址，可带端口）',
        en: 'the DNS server to query (an IP address, optionally with a port)',
      },
    },
    { flags: '--title <text>', about: { 'zh-CN': '证据名称', en: 'title' } },
    { flags: '--source <text>', about: { 'zh-CN': '取得方式', en: 'how it was obtained' } },
    { flags: '--received-by <name>', about: { 'zh-CN': '接收人', en: 'received by' } },
    { flags: '--received-on <device>', about: { 'zh-CN': '接收设备', en: 'device on which it was received' } },
    { flags: '--account <account>', about: { 'zh-CN': '接收账号', en: 'account on which it was received' } },
    {
      flags: '--formed <time>',
      about: {
        'zh-CN': '形成时间（北京时间）：2019-05-05、"2019-05-05 21:06"，或 unknown（不详）',
        en: 'when it was made (Beijing time): 2019-05-05, "2019-05-05 21:06", or unknown',
      },
    },
    { flags: '--operator <name>', about: { 'zh-CN': '取证人', en: 'operator' } },
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    files: call.words(1).map((file) => call.path(file)),
    index: indexOf(call),
    members: call.flag('members'),
    ocr: call.flag('ocr'),
    dkim: !call.flag('no-dkim'),
    dnsServer: dnsServerOf(call),
    category: call.choice('category', categories, 'other'),
    title: call.text('title'),
    source: call.text('source'),
    receivedBy: call.text('received-by'),
    receivedOn: call.text('received-on'),
    account: call.text('account'),
    formed: call.text('formed'),
    operator: call.text('operator'),
  }),
  print: ({ items, refused, papers, report }, language) => [
    ...intakeReportLines(report, language),
    ...(papers ? papersLines(papers, language) : []),
    language === 'zh-CN' ? `已导入 ${items} 项；未导入 ${refused} 项` : `${items} imported; ${refused} refused`,
  ],
  // A row without its file means that the bundle would be short of what was agreed.
  exit: ({ refused, papers }) => (refused + (papers ? papers.missing.length + papers.unclear.length : 0) > 0 ? 1 : 0),
});

function indexOf(call: Call): string | null {
  const index = call.text('index');
  return index === null ? null : call.path(index);
}

function dnsServerOf(call: Call): string | null {
  const server = call.text('dns-server');
  if (server === null || /^(?:[\d.]+(?::\d{1,5})?|\[[0-9a-f:.]+\](?::\d{1,5})?|[0-9a-f:.]*:[0-9a-f:.]*)$/i.test(server))
    return server;
  return call.refuse(because('option-ip', { option: '--dns-server', value: server }));
}

/** What the index and the folder do not have in common. */
function papersLines(
  { exhibits, ignored, missing, unclear, duplicates, unlisted }: DocumentIndexReport,
  language: Language,
): readonly string[] {
  const say = (chinese: string, english: string) => (language === 'zh-CN' ? chinese : english);
  const rowOf = ({ row, number, title }: Readonly<{ row: number; number: string; title: string }>) =>
    say(`第 ${row} 行  ${number} ${title}`, `row ${row}  ${number} ${title}`);
  return [
    ...missing.map((one) => `✕ ${rowOf(one)}  ${say('文件夹中没有此文件', 'not in the folder')}  ${one.file}`),
    ...unclear.map(
      (one) => `✕ ${rowOf(one)}  ${say('有多个文件符合', 'matches several files')}: ${one.files.join(', ')}`,
    ),
    ...duplicates.map(
      (one) =>
        `! ${rowOf(one)}  ${say(`与 ${one.sameAs} 为同一文件，未重复列入`, `the same file as ${one.sameAs}, not listed twice`)}`,
    ),
    ...unlisted.map((file) => `! ${file}  ${say('目录未列，未导入', 'not in the index, not imported')}`),
    ...(ignored.length > 0 ? [`· ${say('未识别的列', 'columns not recognised')}: ${ignored.join(', ')}`] : []),
    say(`目录所列 ${exhibits} 项已列入编排`, `${counted(exhibits, 'exhibit', 'exhibits')} arranged as in the index`),
  ];
}
