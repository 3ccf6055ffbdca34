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
      'zh-CN':
        '请在有桌面的计算机上登录或由人操作（login、finish、--interactive）；不需要人操作的网页可由程序自动采集。',
      en: 'Log in or work by hand (login, finish, --interactive) on a computer with a desktop; what needs no hand the program captures by itself.',
    },
    exit: 1,
  },
  'no-session': {
    message: {
      'zh-CN': '本案件没有登录会话（从未登录、已清除或已过期）',
      en: 'This case has no login session (nobody logged in, or it was erased, or is too old)',
    },
    evidence: noItem,
    next: {
      'zh-CN': '请先运行 fascicle login 案件 网址，登录后再采集。',
      en: 'Run `fascicle login CASE URL` first, log in, then capture.',
    },
    exit: 1,
  },
  'login-page-failed': {
    message: {
      'zh-CN': '登录页面未能打开：{url}（{why}）',
      en: 'The page to log in could not be opened: {url} ({why})',
    },
    evidence: noItem,
    next: {
      'zh-CN': '请检查网址与网络后再试；先前的登录会话（如有）不变。',
      en: 'Check the address and the network, then try again; an earlier session, if there is one, is unchanged.',
    },
    exit: 1,
  },
  'login-abandoned': {
    message: { 'zh-CN': '浏览器窗口在登录完成前被关闭', en: 'The browser window was closed before the login was done' },
    evidence: noItem,
    next: {
      'zh-CN': '请再次运行 fascicle login，登录完成后按 Enter，不要关闭窗口。',
      en: 'Run `fascicle login` again, and press Enter when you are logged in instead of closing the window.',
    },
    exit: 1,
  },
  'not-for-a-hand': {
    message: {
      'zh-CN': '{id} 不能人工完成：{state}',
      en: '{id} cannot be finished by hand: {state}',
    },
    evidence: noItem,
    next: {
      'zh-CN': '只有受阻的行可以人工完成；用 fascicle queue 查看各行。',
      en: 'Only a blocked row can be finished by hand; `fascicle queue` shows the rows.',
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
    message: {
      'zh-CN': '检索证据 {item} 的存档时中断：{why}',
      en: 'Searching the archive of item {item} ended: {why}',
    },
    evidence: { 'zh-CN': '案件未改动；存档仍在。', en: 'The case is unchanged; the archive is still there.' },
    next: {
      'zh-CN': '存档可能过大；可另用 WACZ 工具打开查找，并请反馈。',
      en: 'The archive may be too large: any WACZ tool can open and search it. Please report this.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
