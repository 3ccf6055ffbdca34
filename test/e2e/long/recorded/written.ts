import type { Recorded } from './shell.ts';
import type { Room } from './room.ts';

/** Lines about this computer: what it is differs from one to the next, and the name of the line does not. */
const ofThisComputer = [
  /^(\s*)[✓✕!]? ?((?:operating system|hardware|program|runtime \(Node\), SHA-256|browser(?:, SHA-256| command line| sandbox)?|time zone|locale(?: and time zone)?|fonts|screen and viewport|additional root certificates|hosts file|proxy|DNS servers|network interfaces|clock[^:]*|Node|network|disk|time stamps|Program and its hash|Browser and its hash|Hosts file check|Proxy state): ).*$/,
  /^(\s*)[✓✕!]? ?((?:操作系统|硬件|取证程序|程序|运行环境(?:（Node）SHA-256| Node)|浏览器(?: SHA-256|启动参数|沙箱)?|时区|语言区域(?:与时区)?|字体|屏幕与视口|额外的根证书|hosts 文件|代理|DNS 服务器|网络接口|时钟[^：]*|网络|磁盘|时间戳|取证程序及其哈希值|浏览器及其哈希值|hosts 文件检查|代理状态)：).*$/,
];
/** Lines that are there on some computers only. */
const onSomeComputers = /systemd-inhibit|disk encryption|磁盘加密|^\s+at .*\(?(?:file|node):/;

/** What differs from one run to the next, and what it is called in its place. */
const varying: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{64}/g, '<sha256>'],
  [/\b[0-9a-f]{2}\/[0-9a-f]{62}/g, '<sha256>'],
  [/\b[0-9a-f]{32}\b/g, '<case id>'],
  [/127\.0\.0\.1:\d{4,5}/g, '127.0.0.1:<port>'],
  [/\/\d{5}-[0-9a-f]{16}\//g, '/<bundle>/'],
  [/(?<=(?:package|移交包) )[0-9a-f]{12}\b/g, '<hash>'],
  [/(?:session|scratch)-[A-Za-z0-9]{6}|unfinished-\d+/g, '<temporary>'],
  [/\w{3}, \d\d \w{3} 20\d\d \d\d:\d\d:\d\d GMT/g, '<HTTP date>'],
  [/20(?:2[6-9]|3\d)-\d\d-\d\dT[\d:.]+Z/g, '<ISO time>'],
  [/20(?:2[6-9]|3\d)-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})?/g, '<time>'],
  [/(?<= )\d\d:\d\d:\d\d\.\d{3}(?= \+)/g, '<time>'],
  [/[+-]?\d+(?= (?:ms|毫秒|B|bytes?|字节|MB|MiB)(?![A-Za-z]))/g, '<n>'],
  [/(?<=byte |第 )\d+(?= (?:up|\(|字节))/g, '<n>'],
  [/(?<=from byte )\d+/g, '<n>'],
  // How many files a browser's answers come to follows from when they came.
  [/(?<=已核对 )\d{3}(?= 项)|\b\d{3}(?= checks, all as expected)/g, '<n>'],
  [/\(\d+, \d+\)/g, '(<x>, <y>)'],
  [/\d+–\d+/g, '<n>–<n>'],
  [/fascicle[ /]\d+\.\d+\.\d+/g, 'fascicle <version>'],
  [/^\d+\.\d+\.\d+$/gm, '<version>'],
  [/(Chrom(?:e|ium)\/)\d+(?:\.\d+)+/g, '$1<version>'],
];

/** What was shown, with a line to each step of progress: the first of each kind. */
function linesOf(shown: string): readonly string[] {
  const seen = new Set<string>();
  return shown
    .trimEnd()
    .replaceAll('\r\u001b[K', '\n')
    .split('\n')
    .filter((line) => {
      const stage = /^[▓░]+ \d+(?:\/\d+)? (.*?) \S*$/.exec(line)?.[1];
      if (stage === undefined) return line !== '' || !shown.includes('\r\u001b[K');
      return !seen.has(stage) && seen.add(stage);
    });
}

/** The files of an item, one line each, by name: in a record they stand in the order in which they came. */
function filesInOrder(lines: readonly string[]): readonly string[] {
  const groups: { file: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const file = fileOfItem.test(line);
    const open = groups.at(-1);
    if (open?.file === file) open.lines.push(line);
    else groups.push({ file, lines: [line] });
  }
  return groups.flatMap((group) => (group.file ? group.lines.toSorted() : group.lines));
}
const fileOfItem = /(?:item: its file |证据：所属文件 |^\s+)[\w.-]+\.[\w.]+[,:：].*SHA-256/;

/** The calls of one run as they are kept: headings, what was typed, what was shown, the exit code. */
export function written(calls: readonly Recorded[], room: Room): string {
  const known: readonly (readonly [string, string])[] = [
    [room.folder, '<folder>'],
    [room.site, '<site>'],
    [room.tsa, '<service>'],
    [room.anchor, '<root.pem>'],
    [room.p12, '<wang.p12>'],
  ];
  const ids = new Map<string, string>();
  const nameOf = (id: string) => {
    const found = ids.get(id) ?? [...ids].find(([one]) => id.length < 36 && one.startsWith(id))?.[1];
    const name = found ?? `<id ${ids.size + 1}>`;
    if (found === undefined) ids.set(id, name);
    return name;
  };
  const plain = (text: string) => {
    const named = known.reduce((left, [value, name]) => left.replaceAll(value, name), text);
    const counted = named
      .replace(/<urn:uuid:[0-9a-f-]{36}>/g, '<uuid>')
      .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}(?:-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})?\b/g, nameOf);
    return varying.reduce((left, [what, name]) => left.replace(what, name), counted);
  };
  return calls
    .flatMap(({ heading, line, shown, exit }) => [
      ...(heading === '' ? [] : [`## ${heading}`, '']),
      plain(`$ fascicle ${line}`),
      ...filesInOrder(linesOf(shown))
        .filter((one) => !onSomeComputers.test(one))
        .filter((one) => line !== 'doctor' || !one.startsWith('  →'))
        .map((one) => ofThisComputer.reduce((left, what) => left.replace(what, '$1$2…'), plain(one)))
        .map((one) => (one === '' ? '' : `  ${one}`)),
      `  [${exit}]`,
      '',
    ])
    .join('\n');
}
