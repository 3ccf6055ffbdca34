import type { ErrorText } from './fascicle-error.ts';

const noItem = {
  'zh-CN': '未为该网址建立证据；案件内原有证据不变。',
  en: 'No item was made for this address; what the case holds is unchanged.',
} as const;

/** Errors of capture that make no item. What a page or a server does wrong is an item with an honest outcome instead. */
export const captureErrors = {
  'not-a-url': {
    message: { 'zh-CN': '不是可采集的网址：{url}（{why}）', en: 'No address that can be captured: {url} ({why})' },
    evidence: noItem,
    next: {
      'zh-CN': '请写出以 http:// 或 https:// 开头的完整网址。',
      en: 'Write the whole address, beginning with http:// or https://.',
    },
    exit: 1,
  },
  'address-refused': {
    message: {
      'zh-CN': '拒绝访问非公网地址：{url}（{address}，{why}）',
      en: 'Refused, since it is not on the public internet: {url} ({address}, {why})',
    },
    evidence: noItem,
    next: {
      'zh-CN': '如确需采集内网证据，请使用 --allow-private-network；该选择会写入记录。',
      en: 'For evidence on a private network use --allow-private-network; the choice is recorded.',
    },
    exit: 1,
  },
  'browser-missing': {
    message: { 'zh-CN': '找不到 Chromium 浏览器', en: 'No Chromium browser was found' },
    evidence: noItem,
    next: {
      'zh-CN':
        '请安装 Chrome、Chromium 或 Edge，或用环境变量 FASCICLE_CHROMIUM 指明程序文件；也可运行 fascicle doctor。',
      en: 'Install Chrome, Chromium or Edge, or name the program file in FASCICLE_CHROMIUM; `fascicle doctor` says more.',
    },
    exit: 1,
  },
  'browser-failed': {
    message: { 'zh-CN': '浏览器未能启动：{why}', en: 'The browser did not start: {why}' },
    evidence: noItem,
    next: { 'zh-CN': '请运行 fascicle doctor，然后重试。', en: 'Run `fascicle doctor`, then try again.' },
    exit: 1,
  },
  'no-display': {
    message: {
      'zh-CN': '本机没有可用的显示器（DISPLAY、WAYLAND_DISPLAY 均未设置），无法打开可见浏览器',
      en: 'There is no display here to show a browser on (neither DISPLAY nor WAYLAND_DISPLAY is set)',
    },
    evidence: noItem,
    next: {
      'zh-CN': '请在有桌面的计算机上使用 --interactive，或去掉该选项由程序自动采集。',
      en: 'Use --interactive on a computer with a desktop, or leave it out and let the program capture by itself.',
    },
    exit: 1,
  },
  'capture-broke': {
    message: { 'zh-CN': '采集中断：{why}', en: 'The capture broke off: {why}' },
    evidence: noItem,
    next: {
      'zh-CN': '可用 fascicle retry 重新采集；若再次发生，请反馈给开发者。',
      en: '`fascicle retry` captures it again; if it comes again, please report it.',
    },
    exit: 1,
  },
  'nothing-to-trace': {
    message: { 'zh-CN': '证据 {item} 无可追溯之处：{why}', en: 'Nothing of item {item} can be traced: {why}' },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: {
      'zh-CN': '请以 --text 写出页面上的文字；只有存档完整的网页采集可以追溯（见 fascicle show）。',
      en: 'Give words of the page in --text; only captured pages that have an archive can be traced (see `fascicle show`).',
    },
    exit: 1,
  },
  'trace-ended': {
    message: { 'zh-CN': '检索证据 {item} 的存档时中断：{why}', en: 'Searching the archive of item {item} ended: {why}' },
    evidence: { 'zh-CN': '案件未改动；存档仍在。', en: 'The case is unchanged; the archive is still there.' },
    next: {
      'zh-CN': '存档可能过大；可另用 WACZ 工具打开查找，并请反馈。',
      en: 'The archive may be too large: any WACZ tool can open and search it. Please report this.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
