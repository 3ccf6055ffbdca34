import { withoutBlanks } from '../reading/printed-words.ts';
import type { Held } from '../holding.ts';

/** What VERIFY.txt says, sentence by sentence, in its order: of a method or a limit; or of a file or folder that it names. */
const prose: readonly (string | readonly [path: string, is: 'always' | 'if-there', text: string])[] = [
  ...[
    '如何核验本移交包·How to verify this package',
    '=============================================',
    '一、说明什么，不说明什么',
  ],
  '·哈希值相符：包内文件与旁边的清单一致。',
  '能改动文件的人也能改写清单；清单本身须以时间戳或另行留存的哈希值印证。',
  ...['·第三方时间戳：清单在时间戳所载时间之前已经存在；', '不说明取证发生在何时。'],
  '·下列命令不核对：各项记录是否属于保管日志、custody/stamps/中的时间戳是否加盖于本案日志、PDF显示的是否为所列图片、PDF上的签名、时间戳的形式及其证书的用途、强度与吊销。',
  ...[
    '这些由verify.html或本程序核对：命令得出PASSED时，它们仍可能得出FAILED或INDETERMINATE，以它们为准。',
    '·命令得出INDETERMINATE时，未能判断，并非有误：verify.html可能得出结论。',
  ],
  '·均不说明网页内容属实，也不能排除整个移交包被重新制作并重新加盖时间戳；请与另行留存的tagmanifest-sha256.txt的哈希值核对。',
  'What it shows, and what it does not',
  '·Matching hashes: the files are as the lists next to them say.',
  'Whoever can change a file can also rewrite the lists; only a time stamp, or a hash kept elsewhere, vouches for the lists.',
  '·A third-party time stamp: the lists existed before the time it states.',
  'It does not say when pages were captured.',
  '·The commands below do not check whether the records belong to the custody log, whether the stamps in custody/stamps/ cover this case’s log, whether the PDF shows the listed pictures, signatures in the PDF, the form of a time stamp, or purpose, strength and revocation of its certificates.',
  ...[
    'verify.html and the program do: where the commands say PASSED, they may still say FAILED or INDETERMINATE, and they are right.',
    '·Where the commands say INDETERMINATE, nothing was decided, and nothing is wrong by that: verify.html may decide it.',
  ],
  '·None of this shows that the content of a web page is true, or that the whole package was not remade and stamped again: compare the hash of tagmanifest-sha256.txt with a copy kept elsewhere.',
  '二、用常见工具核验（Linux、macOS、WSL；缺少的工具会被指出）',
  'With common tools (Linux, macOS, WSL; a missing one is named)',
  '在本文件所在文件夹中运行，也可整段粘贴到终端。',
  'ROOT是从时间戳服务机构另行取得的根证书，不可使用包内的证书。',
  'Run this in the folder of this file, or paste it whole into a terminal.',
  'ROOT is the service’s root certificate, obtained elsewhere, never from a package.',
  '三、用本程序的离线核验页·With the offline page',
  ['verify.html', 'always', '用任何浏览器打开verify.html，选择本文件夹或ZIP；不联网。'],
  ['verify.html', 'always', '包内的副本由移交人提供：请使用从本程序发布处取得的副本。'],
  '浏览器不把链接交给网页：包内是否混入链接，由命令或本程序核对。',
  ['verify.html', 'always', 'Open verify.html in any browser and choose this folder or the ZIP; it uses no network.'],
  [
    'verify.html',
    'always',
    'The copy in this package was supplied by the sender: use one from where the program is published.',
  ],
  'A browser hands no links to a page: whether one was put into the package is checked by the commands and the program.',
  '四、Windows',
  'PowerShell: Get-FileHash -Algorithm SHA256 文件名 (Get-FileHash -Algorithm SHA256 FILE)',
  'cmd: certutil -hashfile 文件名 SHA256 (certutil -hashfile FILE SHA256)',
  ['manifest-sha256.txt', 'always', '与manifest-sha256.txt、tagmanifest-sha256.txt逐行比对。'],
  ['tagmanifest-sha256.txt', 'always', 'Compare the result line by line with the two lists.'],
  ...[
    '五、打开方式·How to open what is in it',
    '·WACZ（网页存档）：用ReplayWeb.page。',
    '脚本和框架在回放中可能与封存的画面不同。',
    '·MHTML：用Chrome或Edge。',
    '文本（txt、json、jsonl、csv、html）：UTF-8编码；只看，不要另存。',
    '·无论打开的程序显示什么，以文件的SHA-256为准。',
    '·WACZ (archives of pages): ReplayWeb.page.',
    'Scripts and frames may replay otherwise than in the stored picture.',
    '·MHTML: Chrome or Edge.',
    'Texts (txt, json, jsonl, csv, html): UTF-8; look at them, and do not save them again.',
    '·Whatever a program shows, the file’s SHA-256 decides.',
  ],
  '六、文件·The files',
  ['verify.html', 'always', 'verify.html 离线核验页·the offline page'],
  [
    'DISCLOSURE.txt',
    'if-there',
    'DISCLOSURE.txt 含有、删减、未移交的文件及原因·what is in it, reduced or withheld, and why',
  ],
  ['data/bundle/', 'if-there', 'data/bundle/ 证据册、哈希值文件、清单·the bundle, its hash list and manifest'],
  ['data/items/', 'always', 'data/items/标识/ 各项证据的记录及文件·each item’s record and files'],
  [
    'data/attachments/',
    'if-there',
    'data/attachments/ 外部存证，文件名为其SHA-256·external documents, each named by its SHA-256',
  ],
  [
    'custody/checkpoint.txt',
    'always',
    'custody/checkpoint.txt 保管日志检查点（C2SP tlog-checkpoint，RFC 6962 默克尔树根）·checkpoint of the custody log',
  ],
  [
    'custody/proofs.jsonl',
    'always',
    'custody/proofs.jsonl 各项证据在保管日志中的条目及默克尔证明·each item’s entry and its Merkle proof',
  ],
  [
    'custody/leaves.txt',
    'if-there',
    'custody/leaves.txt 保管日志每条的叶哈希，可与另一时点的日志比对·the leaf hash of every entry of the custody log, to compare it with another state',
  ],
  ['custody/log.jsonl', 'if-there', 'custody/log.jsonl 保管日志全部条目·every entry of the custody log'],
  ['custody/digests.csv', 'always', 'custody/digests.csv SHA-256与SM3哈希值·SHA-256 and SM3 of every file'],
  [
    'custody/stamps/',
    'if-there',
    'custody/stamps/ 此前对保管日志加盖的时间戳，及其属于本日志的证明·earlier time stamps of the custody log, and proofs that each covers this log',
  ],
  ['seal/', 'if-there', 'seal/ 对整个移交包加盖的时间戳·the time stamp of the whole package'],
];

/** `files` of the package; `edition`: what its own list says that it is. */
export type PackageFacts = Readonly<{
  files: readonly string[];
  edition: 'filing' | 'whole';
  stamps: number;
  seals: number;
}>;

const plain = (text: string): string => withoutBlanks(text).replaceAll("'", '’');

/** The sentences of the help, its commands left out: each known, in its place, and true of this package. */
export function helpHeld(help: string, facts: PackageFacts): readonly Held[] {
  const held: Held[] = [];
  let rest = plain(help.replace(/----- begin -----.*----- end -----/su, ''));
  for (const sentence of prose) {
    const [path, is, words] = typeof sentence === 'string' ? [null, 'always', sentence] : sentence;
    const text = plain(words);
    const at = rest.indexOf(text);
    const wanted = path === null || isWanted(path, is, facts);
    if (at < 0 && !wanted) continue; // of what the package does not have nothing is said
    if (at > 0) held.push({ ...line, is: 'unclassified', text: rest.slice(0, at) });
    held.push({
      ...line,
      is: at < 0 ? 'not said' : wanted && isTrue(path, facts) ? 'borne-out' : 'contradicted',
      text,
    });
    if (at >= 0) rest = rest.slice(at + text.length);
  }
  if (rest !== '') held.push({ ...line, is: 'unclassified', text: rest });
  return held;
}
const line = { paper: 'VERIFY.txt', statement: 'prose', rests: 'files of the package' } as const;

/** Whether something must be said of a file or folder: a package must have it, or has it. */
function isWanted(path: string, is: string, facts: PackageFacts): boolean {
  const { edition, stamps, seals } = facts;
  if (is === 'always' || isThere(path, facts)) return true;
  if (path === 'DISCLOSURE.txt') return edition === 'filing';
  if (path === 'custody/leaves.txt') return edition === 'filing';
  if (path === 'custody/log.jsonl') return edition === 'whole';
  return path === 'custody/stamps/' ? stamps > 0 : path === 'seal/' && seals > 0;
}

const isThere = (path: string, { files }: PackageFacts): boolean =>
  files.some((file) => file === path || file.startsWith(path));
const isTrue = (path: string | null, facts: PackageFacts): boolean => path === null || isThere(path, facts);
