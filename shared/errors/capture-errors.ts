import type { ErrorText } from './error-text.ts';

const noItem = {
  'zh-CN': '未就该网址建立证据；案件内原有证据未改动。',
  en: 'No item was made for this address; the evidence in the case is unchanged.',
} as const;

/** Errors of capture that make no item. What a page or a server does wrong is an item with an honest outcome instead. */
export const captureErrors = {
  'not-a-url': {
    message: { 'zh-CN': '无法对该网址取证：{url}（{why}）', en: 'This address cannot be captured: {url} ({why})' },
    evidence: noItem,
    next: {
      'zh-CN': '请写出以 http:// 或 https:// 开头的完整网址。',
      en: 'Write the full address, starting with http:// or https://.',
    },
    exit: 1,
  },
  'address-refused': {
    message: {
      'zh-CN': '拒绝访问非公网地址：{url}（{address}，{why}）',
      en: 'Refused because it is not on the public internet: {url} ({address}, {why})',
    },
    evidence: noItem,
    next: {
      'zh-CN': '如确需对内网网页取证，请使用 --allow-private-network；该选择会写入记录。',
      en: 'To capture from a private network, use --allow-private-network; the choice is recorded.',
    },
    exit: 1,
  },
  'browser-missing': {
    message: { 'zh-CN': '未找到 Chromium 浏览器', en: 'No Chromium browser was found' },
    evidence: noItem,
    next: {
      'zh-CN':
        '请安装 Chrome、Chromium 或 Edge，或用环境变量 FASCICLE_CHROMIUM 指明程序文件；也可运行 fascicle doctor。',
      en: 'Install Chrome, Chromium or Edge, or set FASCICLE_CHROMIUM to its program file; see also `fascicle doctor`.',
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
      en: 'No display is available to show a browser (neither DISPLAY nor WAYLAND_DISPLAY is set)',
    },
    evidence: noItem,
    next: {
      'zh-CN':
        '请在有桌面的计算机上登录或人工操作（login、finish、--interactive）；不需人工操作的网页仍可在本机自动取证。',
      en: 'Log in or work by hand (login, finish, --interactive) on a computer with a desktop; captures without manual steps still run here.',
    },
    exit: 1,
  },
  'no-session': {
    message: {
      'zh-CN': '本案件没有登录会话（尚未登录、已清除或已过期）',
      en: 'This case has no login session (never logged in, erased, or expired)',
    },
    evidence: noItem,
    next: {
      'zh-CN': '请先运行 fascicle login 案件 网址，登录后再取证。',
      en: 'Run `fascicle login CASE URL` first and log in, then capture.',
    },
    exit: 1,
  },
  'login-page-failed': {
    message: {
      'zh-CN': '登录页面未能打开：{url}（{why}）',
      en: 'The login page could not be opened: {url} ({why})',
    },
    evidence: noItem,
    next: {
      'zh-CN': '请检查网址和网络后重试；原有的登录会话（如有）未改动。',
      en: 'Check the address and the network and try again; an earlier session, if any, is unchanged.',
    },
    exit: 1,
  },
  'login-abandoned': {
    message: {
      'zh-CN': '浏览器窗口在登录完成前被关闭',
      en: 'The browser window was closed before the login was completed',
    },
    evidence: noItem,
    next: {
      'zh-CN': '请再次运行 fascicle login；登录完成后按 Enter，不要自行关闭窗口。',
      en: 'Run `fascicle login` again and press Enter once you are logged in; do not close the window yourself.',
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
      'zh-CN': '只有受阻的条目可以人工完成；可用 fascicle queue 查看。',
      en: 'Only a blocked entry can be finished by hand; `fascicle queue` lists the entries.',
    },
    exit: 1,
  },
  'capture-broke': {
    message: { 'zh-CN': '取证中断：{why}', en: 'The capture was interrupted: {why}' },
    evidence: noItem,
    next: {
      'zh-CN': '请用 fascicle retry 重新取证；若再次发生，请向开发者报告。',
      en: 'Run `fascicle retry` to capture it again; if this happens again, please report it.',
    },
    exit: 1,
  },
  'nothing-to-trace': {
    message: {
      'zh-CN': '证据 {item} 无法溯源：{why}',
      en: 'The source of words in item {item} cannot be searched: {why}',
    },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: {
      'zh-CN': '请用 --text 给出页面上的文字；只有存档完整的网页取证可以溯源（见 fascicle show）。',
      en: 'Give words of the page with --text; only captured pages with an archive can be searched (see `fascicle show`).',
    },
    exit: 1,
  },
  'trace-ended': {
    message: {
      'zh-CN': '检索证据 {item} 的存档时中断：{why}',
      en: 'Searching the archive of item {item} was interrupted: {why}',
    },
    evidence: { 'zh-CN': '案件未改动；存档完好保留。', en: 'The case is unchanged; the archive is still there.' },
    next: {
      'zh-CN': '存档可能过大；可用其他 WACZ 工具打开并检索，也请报告此问题。',
      en: 'The archive may be too large; any WACZ tool can open and search it. Please report this.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
