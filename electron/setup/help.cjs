// @ts-check
/*
 * `npm run help`: the scripts of this repository in groups. CommonJS and old syntax, like `ensure-ready.cjs`: it answers
 * before anything is installed. A test holds the list against `package.json`.
 */
'use strict';
var language = require('./setup-words.cjs').language;

/** @typedef {import('./setup-words.cjs').Text} Text */

/** @type {{title: Text, scripts: Record<string, Text>}[]} */
var groups = [
  {
    title: { 'zh-CN': '使用', en: 'To use it' },
    scripts: {
      demo: { 'zh-CN': '在自带的小网站上完成全部工作', en: 'the whole job on a small site of our own' },
      start: {
        'zh-CN': '打开窗口；用 -- --chromium 或 -- --electron 选择窗口程序',
        en: 'the window; -- --chromium or -- --electron chooses which',
      },
      fascicle: {
        'zh-CN': '命令行：npm run -s fascicle -- --help',
        en: 'the command: npm run -s fascicle -- --help',
      },
      'verify-page': {
        'zh-CN': '生成离线核验页 verify.html，并显示其哈希值',
        en: 'writes verify.html, the offline verifier, and prints its hash',
      },
      setup: { 'zh-CN': '检查缺少什么，并安装', en: 'looks for what is missing, and installs it' },
    },
  },
  {
    title: { 'zh-CN': '提交代码之前', en: 'Before a commit' },
    scripts: {
      build: {
        'zh-CN': '将命令、窗口和子进程构建为 JavaScript，存入 out/',
        en: 'command, window and children as built JavaScript, in out/',
      },
      typecheck: { 'zh-CN': '逐层检查类型', en: 'types, layer by layer' },
      lint: { 'zh-CN': 'ESLint、Prettier、导入规则', en: 'ESLint, Prettier, who may import whom' },
      knip: { 'zh-CN': '查找无人使用的代码', en: 'code that nobody uses' },
      test: { 'zh-CN': '测试，约四分钟', en: 'the tests, about four minutes' },
      docs: {
        'zh-CN': '由程序生成文档页（docs/commands.md）',
        en: 'writes the pages that are made from the program (docs/commands.md)',
      },
    },
  },
  {
    title: { 'zh-CN': '较长的测试', en: 'Longer tests' },
    scripts: {
      'test:browser': { 'zh-CN': '每次需要数秒的取证和命令', en: 'captures and commands that take many seconds each' },
      journeys: {
        'zh-CN': '以真实的键盘和鼠标走遍窗口',
        en: 'a person’s ways through the window, real keys and mouse',
      },
      mutants: {
        'zh-CN': '在代码中逐一植入小错误，看测试能否发现（-- --short）',
        en: 'small faults put into the code, and whether a test finds each (-- --short)',
      },
      tamper: {
        'zh-CN': '篡改案卷、移交包和证明；威胁清单',
        en: 'attacks on cases, packages and proofs; the threat list',
      },
      agree: {
        'zh-CN': '攻击清单与 300 份改动，由命令、verify.html、VERIFY.txt 三方核验并比对（-- --short）',
        en: 'the attack table and 300 mutants, verified by command, verify.html and VERIFY.txt, compared (-- --short)',
      },
      layout: {
        'zh-CN': '40 类证据册的版面：文字出框、重叠、孤行（-- --short 为简短形式）',
        en: 'pages of forty kinds of bundle: text outside its box, overlaps, what stands alone (-- --short for a short form)',
      },
      statements: {
        'zh-CN': '证据册中的每一句话与记录核对，另有 70 份改动一处的记录（-- --short）',
        en: 'every sentence of a bundle against the records, and 70 records with one field changed (-- --short)',
      },
      'intake-folder': {
        'zh-CN': '一次导入 300 个不同类型的文件并制成证据册：用时、内存、各文件的结果，并由其他软件读取',
        en: 'imports a mixed folder of 300 files and bundles it: time, memory, what became of each, read by other programs',
      },
      'intake-suites': {
        'zh-CN': '导入给定文件夹中的文件，列表显示结果，邮件与 Python 的 email 比对',
        en: 'imports the folders that are given, prints what became of them, mails against Python’s email',
      },
      display: { 'zh-CN': '屏幕上的真实窗口（Xvfb）', en: 'real windows on a screen (Xvfb)' },
      'test:electron': {
        'zh-CN': 'Electron 窗口（需有其程序）',
        en: 'the window in Electron, where its program is there',
      },
      packages: { 'zh-CN': '桌面安装包', en: 'the desktop package' },
      long: {
        'zh-CN': '长时间运行：npm run long 列出各项；NAME -- --short 运行缩短版',
        en: 'long runs: npm run long alone lists them; NAME -- --short for a short one',
      },
      bench: {
        'zh-CN': '速度与内存：sizes、window、capture、large-bundle、verify、long-body、tools',
        en: 'speed and memory: sizes, window, capture, large-bundle, verify, long-body, tools',
      },
    },
  },
  {
    title: { 'zh-CN': '发布', en: 'To release' },
    scripts: {
      screenshots: {
        'zh-CN': '各界面的截图（两种语言、两种主题），存入 out/screenshots',
        en: 'every screen, both languages and themes, into out/screenshots',
      },
      'pin-browser': {
        'zh-CN': '固定安装包所带的取证浏览器：-- win x64',
        en: 'pins the capture browser of a package: -- win x64',
      },
    },
  },
];

module.exports = groups;

if (require.main === module) {
  var to = language();
  groups.forEach(function (group) {
    console.log('\n' + group.title[to]);
    Object.keys(group.scripts).forEach(function (name) {
      var text = group.scripts[name];
      console.log('  npm run ' + (name + '                ').slice(0, 15) + (text ? text[to] : ''));
    });
  });
  console.log(to === 'en' ? '\nEverything, in a fresh clone: .ci/run' : '\n在全新克隆中运行全部检查：.ci/run');
}
