import type { ErrorText } from './error-text.ts';

/** Errors of the program itself: the words of a call, and what nobody foresaw. */
export const programErrors = {
  'bad-call': {
    message: { 'zh-CN': '命令有误：{why}', en: 'Invalid command: {why}' },
    evidence: { 'zh-CN': '未读写任何证据。', en: 'No evidence was read or written.' },
    next: { 'zh-CN': '用法请见 fascicle {command} --help', en: 'See: fascicle {command} --help' },
    exit: 2,
  },
  'nothing-to-watch': {
    message: { 'zh-CN': '尚未设置监测网址', en: 'No address is being watched' },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: {
      'zh-CN': '请用 fascicle watch 案件 --set watch.json 设置清单。',
      en: 'Set a list with `fascicle watch CASE --set watch.json`.',
    },
    exit: 1,
  },
  cancelled: {
    message: { 'zh-CN': '已按您的要求停止', en: 'Stopped at your request' },
    evidence: {
      'zh-CN': '已入案的证据全部保留；被停止的步骤未留下任何内容。',
      en: 'Everything already stored stays; the step that was stopped left nothing behind.',
    },
    next: { 'zh-CN': '可随时重新开始。', en: 'You can start it again at any time.' },
    exit: 1,
  },
  'demo-failed': {
    message: { 'zh-CN': '演示未能完成：{why}', en: 'The demo did not finish: {why}' },
    evidence: {
      'zh-CN': '演示案件保留在原处，可供查看。',
      en: 'The demo case stays where it is, so that you can look at it.',
    },
    next: { 'zh-CN': '请运行 fascicle doctor，并向开发者报告。', en: 'Run `fascicle doctor` and report this.' },
    exit: 1,
  },
  unforeseen: {
    message: { 'zh-CN': '程序发生意外错误：{why}', en: 'Unexpected internal error: {why}' },
    evidence: {
      'zh-CN': '此前已确认保存的证据不受影响；当前步骤没有确认保存任何内容。',
      en: 'Everything acknowledged earlier is unaffected; the current step acknowledged nothing.',
    },
    next: {
      'zh-CN': '请运行 fascicle verify 核验案件，并将日志一并报告给开发者。',
      en: 'Run `fascicle verify` on the case, and report this together with the log.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
