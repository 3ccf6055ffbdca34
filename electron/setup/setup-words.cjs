// @ts-check
/*
 * What set-up says, in both languages, one row a message: `{name}` is filled in. CommonJS and old syntax, like
 * `ensure-ready.cjs`.
 */
'use strict';

/** @typedef {{'zh-CN': string, en: string}} Text */

/** @satisfies {Record<string, Text>} */
var texts = {
  line: { 'zh-CN': '[Fascicle 安装准备] {text}\n', en: 'fascicle set-up: {text}\n' },
  'gave-up': {
    'zh-CN': '\nFascicle 安装准备未完成：{what}\n{next}\n未读写任何证据。\n',
    en: '\nfascicle set-up could not finish: {what}\n{next}\nNo evidence was read or written.\n',
  },
  plan: { 'zh-CN': '将先安装以下内容：', en: 'this will be installed first:' },
  'plan-packages': {
    'zh-CN': '从 npm 源安装至多 {count} 个程序包到 node_modules/（npm ci，约 1 GB）',
    en: 'up to {count} packages from the npm registry into node_modules/ (npm ci; about 1 GB)',
  },
  'plan-node': {
    'zh-CN': '从 npm 源下载 Node 24，仅供本文件夹使用（当前为 {version}；约 120 MB）',
    en: 'a Node 24 from the npm registry, for this folder alone (yours is {version}; about 120 MB)',
  },
  'plan-browser': {
    'zh-CN': '由 puppeteer 下载 Chrome，存入用户主目录下它自己的文件夹',
    en: 'a Chrome by puppeteer, into its folder in your home',
  },
  'plan-browser-debian': {
    'zh-CN':
      '由 puppeteer 下载 Chrome，存入用户主目录下它自己的文件夹；无法下载时，用 apt-get 安装 Debian 的 chromium 和两个字体包',
    en: 'a Chrome by puppeteer, into its folder in your home; where that cannot be had, Debian’s chromium with two font packages (apt-get)',
  },
  'plan-debian': { 'zh-CN': '用 apt-get 安装：{names}', en: 'by apt-get: {names}' },
  'installing-packages': {
    'zh-CN': '正在安装程序包（npm ci），仅首次需要',
    en: 'installing the program’s packages (npm ci); this happens once',
  },
  'old-npm-node': {
    'zh-CN': '当前为 Node {version}；npm 安装本程序需要 Node 18 或更新版本。',
    en: 'this is Node {version}, and npm needs Node 18 or newer to install the program.',
  },
  'node-by-hand': {
    'zh-CN': '请从 https://nodejs.org（或系统的软件源）安装 Node 24，再运行同一命令。',
    en: 'Install Node 24 from https://nodejs.org (or your system’s packages) and run the same command again.',
  },
  'npm-failed': {
    'zh-CN': 'npm ci 失败（其输出见上）。',
    en: 'npm ci failed (its own words are above).',
  },
  'npm-failed-next': {
    'zh-CN': '请确认能连接 npm 源（npm ping），且磁盘有 1 GB 可用空间，再运行同一命令。',
    en: 'Check that the npm registry is reachable (npm ping) and that the disk has 1 GB free, then run the same command again.',
  },
  'not-built': {
    'zh-CN': '程序构建失败（输出见上）；将直接从源码运行，启动较慢',
    en: 'the program could not be built (the words are above); it runs from its sources, and starts more slowly',
  },
  'browser-download': {
    'zh-CN': '未找到 Chromium，正在由 puppeteer 下载',
    en: 'no Chromium found; asking puppeteer to download one',
  },
  'browser-debian': {
    'zh-CN': '下载失败，正在安装 Debian 的 chromium',
    en: 'the download did not succeed; installing Debian’s chromium',
  },
  'no-browser': {
    'zh-CN': '未找到 Chromium，也未能安装。',
    en: 'no Chromium was found and none could be installed.',
  },
  'no-browser-next': {
    'zh-CN':
      '请安装 Google Chrome、Chromium 或 Microsoft Edge（Debian、Ubuntu：apt install chromium），或将环境变量 FASCICLE_CHROMIUM 设为其程序文件。',
    en: 'Install Google Chrome, Chromium or Microsoft Edge (Debian and Ubuntu: apt install chromium), or set FASCICLE_CHROMIUM to its program file.',
  },
  'tool-missing': { 'zh-CN': '缺少 {name}：{use}', en: '{name} missing; {use}' },
  'tool-by-hand': {
    'zh-CN': '请自行安装 {name}；在此之前会跳过相应部分，并予以说明',
    en: 'install {name} by hand; until then that part is skipped, and says so',
  },
  unforeseen: { 'zh-CN': '发生意外错误：{error}', en: 'an unforeseen error: {error}' },
  'unforeseen-next': {
    'zh-CN': '请连同以上输出一并反馈。',
    en: 'Please report it with the lines above.',
  },
  'sources-changed': {
    'zh-CN': '构建期间源码有改动：下次构建前，程序从源码运行。\n',
    en: 'The sources changed while they were built: the program runs from them until the next build.\n',
  },
  'node-gone': { 'zh-CN': '运行安装准备的 Node 已不在原处', en: 'the Node that ran this is gone' },
  'node-here': { 'zh-CN': '当前为 Node {version}', en: 'this is Node {version}' },
  'node-not-asked': {
    'zh-CN': '{here}，且无法向 npm 源查询 Node 24。',
    en: '{here}, and the npm registry could not be asked for a Node 24.',
  },
  'node-not-asked-next': {
    'zh-CN': '请确认能连接 npm 源（npm ping）。否则：{next}',
    en: 'Check that the registry is reachable (npm ping), or: {next}',
  },
  'node-none': {
    'zh-CN': '{here}，且 npm 源没有适用于 {system} {cpu} 的 Node 24。',
    en: '{here}, and the npm registry has no Node 24 for {system} on {cpu}.',
  },
  'node-fetching': {
    'zh-CN': '{here}；正在为本文件夹下载 Node {version}（{name}）',
    en: '{here}; fetching Node {version} ({name}) for this checkout',
  },
  'node-not-started': {
    'zh-CN': '已从 npm 源下载 Node {version}，但无法在 {system} {cpu} 上启动。',
    en: 'Node {version} was fetched from the npm registry and did not start on {system} on {cpu}.',
  },
  'use-bundles': { 'zh-CN': '用于检查证据册', en: 'bundles are checked with it' },
  'use-films': { 'zh-CN': '用于读取影片信息和关键画面', en: 'facts and key frames of films are read with it' },
  'use-heic': { 'zh-CN': '用于显示 HEIC 图片', en: 'HEIC pictures are drawn with it' },
  'use-locked': { 'zh-CN': '也用于打开加密的移交包', en: 'packages that are locked are opened with it too' },
  'use-stamps': { 'zh-CN': '也用于核验时间戳和签名', en: 'time stamps and signatures are checked with it too' },
  'use-zipped': { 'zh-CN': '用于重新压缩移交包', en: 'packages are zipped again with it' },
  'use-unpacked': { 'zh-CN': '用于解压移交包', en: 'packages are unpacked with it' },
  'use-measured': { 'zh-CN': '用于与证据册的生成速度比较', en: 'bundles are measured against it' },
  'use-kills': { 'zh-CN': '用于在系统调用处中断程序', en: 'kills at system calls are made with it' },
  'use-browsers': { 'zh-CN': '用于解压浏览器', en: 'builds of browsers are unpacked with it' },
  'use-screen': { 'zh-CN': '用作打开窗口的屏幕', en: 'it is the screen that windows are opened on' },
  'use-lists': {
    'zh-CN': '用于打开 Word 和 Excel 清单（LibreOffice，下载约 90 MB，安装后约 300 MB）',
    en: 'lists for Word and Excel are opened with it (LibreOffice; about 90 MB to fetch, 300 MB installed)',
  },
  'use-hand': {
    'zh-CN': '用于在该屏幕上操作鼠标和键盘',
    en: 'it is the hand at the mouse and keys of that screen',
  },
};

/**
 * The same wish as the command follows.
 * @returns {keyof Text}
 */
function language() {
  var env = process.env;
  var wish = env['FASCICLE_LANGUAGE'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(wish) ? 'zh-CN' : 'en';
}

/**
 * @param {keyof typeof texts} code
 * @param {Record<string, string | number>} [values]
 */
function words(code, values) {
  return texts[code][language()].replace(/\{(\w+)\}/g, function (hole, name) {
    return values && Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : hole;
  });
}

module.exports = { language: language, texts: texts, words: words };
