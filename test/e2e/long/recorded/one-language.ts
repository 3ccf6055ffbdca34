import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../../../electron/cli/commands/all.ts';
import { root } from '../../../fixtures/oracles/source-tree.ts';
import type { Language } from '../../../../shared/language.ts';

/**
 * What people wrote into this case, what its pages say, and who its certificates are of: shown as it is in either language.
 * Longer ones first.
 */
const ownWords = [
  '青禾小贷申请诉前行为保全',
  '青禾小贷已进入清算程序，记者向该公司求证',
  '截至发稿，公司未作回应。',
  '更正：上述消息不实，公司经营正常。',
  '据晨渡财经报道',
  '（2019）浙0192行保1号',
  '口令.txt',
  '快讯：青禾小贷',
  '青禾小贷',
  '清算程序',
  '清算',
  '快讯',
  '便条',
  '照片',
  '晨渡财经',
  '安全验证',
  '展开全文',
  '联系电话',
  '没有这些字',
  '第一组',
  '经营正常',
  '停止传播',
  '发布澄清',
  '更正请求',
  '更正',
  '网站',
  '启镜',
  '王某',
  '李某',
  '某某法院',
  '当事人提供',
  '当事人',
  '接收的案件',
  '涉案段落',
  '个人电话号码',
  '与本案无关',
  '等待登录',
  '次日交存证',
  '开庭时说明',
  '无所谓',
  '再试一次',
  '网址有误',
  '隐私',
  '王律师 Lawyer Wang',
  '测试时间戳服务 Test TSA',
  '测试中间证书 Test Intermediate',
  '测试根证书 Test Root',
  '测试签名根 Signing Root',
];

/** Names and units that are the same in Chinese: of formats, algorithms, protocols, programs, keys and headers. */
const names = [
  ...[
    'SHA-256',
    'ENOENT',
    'EEXIST',
    'ftp',
    'http',
    'zh-CN',
    'en',
    'https',
    'zh',
    'PDF',
    'WACZ',
    'MHTML',
    'ZIP',
    'JSON',
    'HTML',
    'Word',
    'Excel',
    'PAdES',
    'PKCS',
    'BagIt',
    'OID',
    'CMS',
    'DKIM',
  ],
  ...[
    'HTTPS',
    'HTTP',
    'http',
    'TLS',
    'DNS',
    'NTP',
    'IP',
    'UTC',
    'CSS',
    'App',
    'Cookie',
    'User-Agent',
    'Accept-Language',
    'HeadlessChrome',
    'Date',
    'hosts',
    'Base64',
    'charset',
    'VPN',
  ],
  ...[
    'Fascicle',
    'Node',
    'FileVault',
    'BitLocker',
    'dm-crypt',
    'DISPLAY',
    'WAYLAND_DISPLAY',
    'Enter',
    'Ctrl',
    'chmod',
    'CN',
  ],
  ...[
    'MB',
    'MiB',
    'GiB',
    'ms',
    'px',
    'data-src',
    'html',
    'lang',
    'utf',
    'date',
    'connection',
    'keep-alive',
    'close',
    'timeout',
  ],
];

/** What a person types for an option or in a file, as help and errors list it. */
const values = [
  ...[
    'message',
    'coverage',
    'clarification',
    'record',
    'harm',
    'order',
    'other',
    'desktop',
    'phone',
    'filing',
    'working',
  ],
  ...['timestamp', 'certificate', 'deposit', 'hangzhou', 'beijing', 'guangzhou', 'plain', 'no-such', 'WxH'],
  ...[
    ...['profiles', 'claims'].flatMap((folder) =>
      readdirSync(join(root, 'resources', folder)).map((file) => file.replace(/\.json$/, '')),
    ),
    'help',
    ...Object.keys(commands),
  ],
];

/** What is not a word of the program's: what it quotes, and what a person types. */
const notWords: readonly RegExp[] = [
  /^ *\$ .*$/, // an example of the help
  /^ *["{}[\]].*$/, // a line of a file in JSON
  /`[^`]*`/g,
  /“[^“”]*”/g,
  /<[^<>]*>/g,
  /Mozilla\/5\.0 \([^()]*\)[\w ./(),]*? Safari\/[\w.<>]+/g, // what a browser calls itself
  /html > body[^：]*|\(html lang\)|字段 [\w.]+|名称：\w+|缺少字段 \w+|\[manifest\]/g, // a place in a page, a field of a file
  /[\w.:-]*\/[^\s，。；：、（）“”'"]*|; charset=[\w-]+|(?<![\w-])utf-8/g, // addresses, paths, media types
  /[\w-]*(?:\.[\w-]+)+/g, // names of files and hosts, places in JSON
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g, // variables of the environment
  /(?<![\w-])--?[a-z][a-z0-9-]*/g,
  /\b[0-9a-f]{8,}\b/g,
  /\bfascicle(?:-proof)?\b/g,
  new RegExp(`(?<![A-Za-z-])(?:${[...names, ...values].join('|')})(?![A-Za-z-])`, 'g'),
];

/** Every line of a recording that holds a word of the other language. */
export function foreignLines(recording: string, language: Language): string[] {
  const strange = language === 'en' ? /[\u3400-\u9fff]/ : /[A-Za-z]{2,}/;
  const bare = (line: string) => {
    const own = ownWords.reduce((left, one) => left.replaceAll(one, ' '), line);
    return language === 'en' ? own : notWords.reduce((left, what) => left.replace(what, ' '), own);
  };
  return recording
    .split('\n')
    .filter((line) => !/^(?:\$|##) /.test(line)) // what was typed, and our own headings
    .filter((line) => strange.test(bare(line)));
}
