import { onOneLine } from '../bilingual.ts';
import type { Attachment } from '../case/attachment.ts';
import type { Artifact, ItemRecord, Role } from '../case/record.ts';
import { attachmentName } from '../messages/names/attachment-names.ts';
import { roleName } from '../messages/names/role-names.ts';
import { visibleText } from '../visible-text.ts';
import { carriers, isSealed } from './layout.ts';

/** What the list is about: an item of the package, its record, and what is kept beside it. */
type ListedForDisclosure = Readonly<{
  item: string;
  record: ItemRecord;
  attachments: readonly Pick<Attachment, 'kind' | 'file'>[];
}>;

/** Why a file is not handed over, or not whole. */
const reasons = {
  traffic: {
    'zh-CN': '通信原文，可能含 Cookie 和登录凭据',
    en: 'the raw traffic, which may hold cookies and credentials',
  },
  screen: {
    'zh-CN': '取证人的屏幕画面或其操作记录',
    en: 'the operator’s own screen, or what was done on it',
  },
  computerWhole: {
    'zh-CN': '载有取证计算机的名称、路径、网络地址和已安装字体；删减后的副本列于“经删减”一栏',
    en: 'it holds names, paths, network addresses and installed fonts of the computer; the copy without them is listed under “reduced”',
  },
  networkWhole: {
    'zh-CN': '载有取证计算机所在网络的地址、端口和代理；删减后的副本列于“经删减”一栏',
    en: 'it holds addresses, ports and the proxy of the network that the computer is in; the copy without them is listed under “reduced”',
  },
  network: {
    'zh-CN': '删去取证计算机所在网络的地址、端口、代理和浏览器自身的请求；完整记录已封存',
    en: 'addresses, ports and proxy of the network that the computer is in, and the browser’s own requests, were left out; the complete log is sealed',
  },
  olderNetwork: {
    'zh-CN': '由较早版本的程序写成，未作删减：可能载有取证计算机所在网络的地址、端口和代理',
    en: 'written by an older version of the program and not reduced: it may have addresses, ports and the proxy of the network that the computer is in',
  },
  credentials: {
    'zh-CN': '其中查出登录凭据或令牌，或者文件过大未能查找；有替换后的副本的，副本列于“经删减”一栏',
    en: 'credentials or tokens were found in it, or it is too long to be searched; a copy with these replaced, where there is one, is listed under “reduced”',
  },
  addresses: {
    'zh-CN': '完整网址含登录凭据或令牌；各文件中的网址以 REPLACED 代替其值',
    en: 'the complete addresses contain credentials or tokens; in all files REPLACED is printed instead of their values',
  },
  values: {
    'zh-CN': '列明取证时得知的登录凭据和令牌，供查找其他文件之用',
    en: 'it lists the credentials and tokens that were learnt in the capture, to search other files for them',
  },
  words: { 'zh-CN': '载有已遮盖的词句', en: 'it holds the words that were redacted' },
  computer: {
    'zh-CN': '删去取证计算机的名称、路径、网络地址和已安装字体；完整记录已封存',
    en: 'names, paths, network addresses and installed fonts of the computer were left out; the complete record is sealed',
  },
  replaced: {
    'zh-CN': '登录凭据和令牌的值以 REPLACED 代替，其余与原文件一致；原文件已封存',
    en: 'values of credentials and tokens were replaced by REPLACED, everything else is as in the file, which is sealed',
  },
  archive: {
    'zh-CN': 'Cookie、登录凭据和令牌的值以 REPLACED 代替；据以生成的归档的哈希值载于其 datapackage.json',
    en: 'values of cookies, credentials and tokens were replaced by REPLACED; its datapackage.json states the hash of the archive that it was made from',
  },
  beside: {
    'zh-CN': '与该证据一并保存，不在证据自身的文件之列；由移交人保管，可要求其提供',
    en: 'kept with the item and not one of its own files; the sender keeps it and can be asked for it',
  },
  older: {
    'zh-CN': '由较早版本的程序写成，未作删减：载有取证计算机的网络地址、hosts 文件和程序路径',
    en: 'written by an older version of the program and not reduced: it has network addresses, hosts file and program paths of the computer',
  },
} as const;

function whyWithheld({ role, sha256 }: Artifact, artifacts: readonly Artifact[]): keyof typeof reasons {
  if (role === 'addresses') return 'addresses';
  if (role === 'credentials') return 'values';
  if (role === 'redacted-words') return 'words';
  if (role === 'recording' || role === 'hand-log') return 'screen';
  const copy = artifacts.find(({ copyOf }) => copyOf === sha256);
  if (copy?.role === 'environment') return 'computerWhole';
  if (copy?.role === 'gateway-log') return 'networkWhole';
  return carriers[role] === 'sealed' && role !== 'sealed-original' ? 'traffic' : 'credentials';
}

function whyReduced(artifact: Artifact): keyof typeof reasons | null {
  if (artifact.role === 'environment') return artifact.copyOf === undefined ? 'older' : 'computer';
  if (artifact.role === 'gateway-log') return artifact.copyOf === undefined ? 'olderNetwork' : 'network';
  if (artifact.role === 'wacz-disclosure') return 'archive';
  return artifact.copyOf === undefined ? null : 'replaced';
}

const titles = {
  package: ['本移交包含有什么、不含什么', 'What this package contains, and what it does not'],
  deposit: ['本压缩包含有什么、不含什么', 'What this archive contains, and what it does not'],
} as const;

const both = (role: Role): string => onOneLine(roleName(role, 'zh-CN+en'));
/** A sentence in each language, one under the other. */
const why = (reason: keyof typeof reasons): readonly string[] =>
  [reasons[reason]['zh-CN'], reasons[reason].en].map((line) => `      ${line}`);

/**
 * `DISCLOSURE.txt`: what of each item is in a package for filing, or in its ZIP for a deposit, what is in it reduced, and what is withheld, with the
 * reason and the hash of each in Chinese and English. The same records give the same text.
 */
export function disclosureText(items: readonly ListedForDisclosure[], of: keyof typeof titles = 'package'): string {
  // An archive is made to be deposited: what it brings back is kept beside the item afterwards, and changes no archive.
  const listedBeside = of === 'package';
  const title = titles[of];
  return [
    ...title,
    '=============================================================',
    '',
    '未移交的文件由移交人封存保管；移交人从他人处接收的证据，由该他人保管。各项证据的 record.json 列明其哈希值，',
    '法院可以要求保管人提供文件，并据此核对。',
    'Files that are withheld stay sealed with the sender or, for items that the sender received in a package, with whoever',
    'made it. The record.json of each item lists their hashes: a court that asks for such a file can check it against them.',
    '登录凭据和令牌按名称和形式查找，未能识别的可能仍在其中。导入的文件、PDF 和 ZIP 只查找本案取证时得知的值，',
    '查出的由程序告知移交人，文件本身未改动；图片和影片未作查找。',
    'Credentials and tokens are found by name and form; any that were not recognised may still be in it. Imported files, PDF',
    'and ZIP files were searched only for values that captures of the case had learnt: the sender is told of any found, and the',
    'files are unchanged. Pictures and films were not searched.',
    ...items.flatMap((one) => ['', ...linesOf(one.item, one.record, listedBeside ? one.attachments : [])]),
    '',
  ].join('\n');
}

function linesOf(
  item: string,
  { artifacts }: ItemRecord,
  attachments: ListedForDisclosure['attachments'],
): readonly string[] {
  const withheld = artifacts.filter(isSealed);
  const handed = artifacts.filter((one) => !isSealed(one));
  const reduced = handed.flatMap((one) => {
    const reason = whyReduced(one);
    return reason === null ? [] : [{ one, reason }];
  });
  const whole = handed.filter((one) => whyReduced(one) === null);
  return [
    item,
    '  完整移交 · whole',
    ...['record.json', ...whole.map(({ name, role }) => `${name}  ${both(role)}`)].map((line) => `    ${line}`),
    ...(reduced.length === 0 ? [] : ['  经删减或须注意 · reduced, or to be noted']),
    ...reduced.flatMap(({ one, reason }) => [
      `    ${one.name}  ${both(one.role)}`,
      ...why(reason),
      ...(one.copyOf === undefined ? [] : [`      SHA-256 ${one.copyOf}  封存的原文件 · the sealed file`]),
    ]),
    ...(withheld.length + attachments.length === 0 ? [] : ['  未移交 · withheld']),
    ...withheld.flatMap((one) => [
      `    ${one.name}  ${both(one.role)}`,
      ...why(whyWithheld(one, artifacts)),
      `      SHA-256 ${one.sha256}`,
    ]),
    ...attachments.flatMap(({ kind, file: { name, sha256 } }) => [
      `    ${visibleText(name)}  ${onOneLine(attachmentName(kind, 'zh-CN+en'))}`,
      ...why('beside'),
      `      SHA-256 ${sha256}`,
    ]),
  ];
}
