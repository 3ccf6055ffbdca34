import { fill, type Language, type Text } from '../../language.ts';

/** Why a check was not made, and that it found nothing. */
const details = {
  'not-checked-by-program': { 'zh-CN': '程序不作此项检查', en: 'the program does not check this' },
  'no-outside-service-asked': { 'zh-CN': '未向外部服务查询', en: 'no outside service was asked' },
  'not-asked-for': { 'zh-CN': '未要求此项检查', en: 'this check was not asked for' },
  'server-sent-no-date': { 'zh-CN': '服务器未返回 Date', en: 'the server sent no Date' },
  'no-server-answered': { 'zh-CN': '没有服务器应答', en: 'no server answered' },
  'not-readable': { 'zh-CN': '无法读取', en: 'could not be read' },
  none: { 'zh-CN': '无', en: 'none' },
} as const satisfies Record<string, Text>;
export type CheckDetail = keyof typeof details;

const states = {
  on: { 'zh-CN': '启用', en: 'on' },
  off: { 'zh-CN': '未启用', en: 'off' },
} as const satisfies Record<string, Text>;

/** What a record says of a check, as the program writes it there, and the same in words that a reader has. */
const phrases: readonly Readonly<{ written: RegExp; text: Text }>[] = [
  {
    written: /^this device (?<off>[+-]\d+) ms \(± (?<within>\d+) ms and the way of the answer\)$/u,
    text: {
      'zh-CN': '本机 {off} 毫秒（误差 ± {within} 毫秒及应答在途时间）',
      en: 'this device {off} ms (± {within} ms plus transmission time)',
    },
  },
  {
    written: /^(?<server>[^\s;]+): this device (?<off>[+-]\d+) ms \(± (?<within>\d+) ms\)$/u,
    text: {
      'zh-CN': '{server}：本机 {off} 毫秒（误差 ± {within} 毫秒）',
      en: '{server}: this device {off} ms (± {within} ms)',
    },
  },
  { written: /^(?<off>-?\d+) ms$/u, text: { 'zh-CN': '相差 {off} 毫秒', en: 'difference {off} ms' } },
  { written: /^(?<count>\d+) flags$/u, text: { 'zh-CN': '{count} 个参数', en: '{count} {count|flag|flags}' } },
  {
    written: /^fresh folder, 0 files before start$/u,
    text: { 'zh-CN': '新建文件夹，启动前没有文件', en: 'new folder, empty before the start' },
  },
  {
    written: /^folder with files in it before start$/u,
    text: { 'zh-CN': '启动前文件夹内已有文件', en: 'folder contained files before the start' },
  },
  {
    written: /^fresh folder with a copy of the login session (?<session>[^\s,]+), since (?<since>\S+)$/u,
    text: {
      'zh-CN': '新建文件夹，内有登录会话 {session} 的副本（该会话始于 {since}）',
      en: 'new folder with a copy of the login session {session}, since {since}',
    },
  },
  {
    written: /^(?<count>\d+) cookies before the load$/u,
    text: { 'zh-CN': '加载前的 Cookie：{count} 个', en: 'cookies before loading: {count}' },
  },
  { written: /^(?<font>.+) \(bundled\)$/u, text: { 'zh-CN': '{font}（随程序附带）', en: '{font} (bundled)' } },
  {
    written: /^fonts of the system not listed$/u,
    text: { 'zh-CN': '未列出系统字体', en: 'fonts of the system not listed' },
  },
  {
    written: /^(?<count>\d+) font families of the system$/u,
    text: { 'zh-CN': '系统字体：{count} 种', en: 'system font families: {count}' },
  },
  {
    written: /^(?<size>\d+×\d+) CSS px, ×(?<scale>[\d.]+), (?<device>phone|desktop)$/u,
    text: { 'zh-CN': '{size} CSS 像素，×{scale}，{device}', en: '{size} CSS px, ×{scale}, {device}' },
  },
  {
    written: /^a window on a screen of (?<size>\d+×\d+)$/u,
    text: { 'zh-CN': '{size} 屏幕上的窗口', en: 'a window on a screen of {size}' },
  },
  { written: /^no physical screen$/u, text: { 'zh-CN': '无实体屏幕', en: 'no physical screen' } },
  {
    written: /^the package lists (?<sha256>[0-9a-f]+)$/u,
    text: { 'zh-CN': '安装包所列为 {sha256}', en: 'listed in the package: {sha256}' },
  },
  {
    written: /^direct, although (?<proxy>\S+) is set$/u,
    text: { 'zh-CN': '直接连接（环境中设有 {proxy}）', en: 'direct ({proxy} set in the environment)' },
  },
  {
    written: /^direct, although a proxy is set$/u,
    text: { 'zh-CN': '直接连接（环境中设有代理）', en: 'direct (a proxy is set in the environment)' },
  },
  {
    written: /^(?<count>\d+) entries of other names$/u,
    text: { 'zh-CN': '其他名称的条目 {count} 条', en: '{count} {count|entry|entries} of other names' },
  },
  {
    written: /^(?<count>\d+) entries of hosts of this capture$/u,
    text: {
      'zh-CN': '其中涉及本次取证所访问主机的 {count} 条',
      en: '{count} {count|entry|entries} of hosts requested in this capture',
    },
  },
  { written: /^(?<count>\d+) servers$/u, text: { 'zh-CN': '{count} 个服务器', en: '{count} {count|server|servers}' } },
  {
    written: /^(?<count>\d+) addresses outward$/u,
    text: { 'zh-CN': '{count} 个对外地址', en: '{count} outward {count|address|addresses}' },
  },
  {
    written: /^(?<count>\d+) files or settings$/u,
    text: { 'zh-CN': '{count} 个文件或设置', en: '{count} {count|file or setting|files or settings}' },
  },
  { written: /^through (?<proxy>\S+)$/u, text: { 'zh-CN': '经 {proxy}', en: 'through {proxy}' } },
  {
    written: /^(?<count>\d+) entries, all of this device$/u,
    text: { 'zh-CN': '{count} 条，均为本机名称', en: '{count} {count|entry|entries}, all names of this device' },
  },
  {
    written: /^(?<count>\d+) files, SHA-256 of their sha256sum list (?<sha256>[0-9a-f]+)$/u,
    text: {
      'zh-CN': '{count} 个文件，其 sha256sum 清单的 SHA-256 为 {sha256}',
      en: '{count} {count|file|files}, SHA-256 of the sha256sum list: {sha256}',
    },
  },
];

const devices: Readonly<Record<string, Text>> = {
  phone: { 'zh-CN': '手机', en: 'phone' },
  desktop: { 'zh-CN': '桌面', en: 'desktop' },
};

const words: Readonly<Record<string, Text>> = { ...details, ...states };

/** Stands after a folder in a list of several. */
const unreadable: Text = { 'zh-CN': '（无法读取）', en: ' (not readable)' };

/**
 * The detail of a check in one language. A record holds it as the program wrote it, several findings parted by `; `; what
 * is a name, a path or an address stays as it is, and so does what a newer program writes.
 */
export function checkDetail(detail: string, language: Language): string {
  return (
    words[detail]?.[language] ??
    detail
      .split('; ')
      .map((part) => phraseOf(part, language))
      .join(apart[language])
  );
}

const apart = { 'zh-CN': '；', en: '; ' } as const;

function phraseOf(part: string, language: Language): string {
  for (const { written, text } of phrases) {
    const match = written.exec(part);
    if (!match) continue;
    const found = match.groups ?? {};
    const device = devices[found['device'] ?? '']?.[language];
    return fill(text[language], { ...found, ...(device !== undefined && { device }) });
  }
  const read = part.replaceAll(unreadable.en, unreadable[language]);
  return language === 'en' ? read : read.replaceAll(`${unreadable[language]}, `, `${unreadable[language]}、`);
}
