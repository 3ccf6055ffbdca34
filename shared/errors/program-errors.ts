import type { ErrorText } from './fascicle-error.ts';

/** Errors of the program itself: the words of a call, and what nobody foresaw. */
export const programErrors = {
  'bad-call': {
    message: { 'zh-CN': '命令有误：{why}', en: 'The call is off: {why}' },
    evidence: { 'zh-CN': '未读写任何证据。', en: 'No evidence was read or written.' },
    next: { 'zh-CN': '用法见 fascicle {command} --help', en: 'See: fascicle {command} --help' },
    exit: 2,
  },
  'nothing-to-watch': {
    message: { 'zh-CN': '尚未设置监测网址', en: 'No address is watched' },
    evidence: { 'zh-CN': '案件未改动。', en: 'The case is unchanged.' },
    next: {
      'zh-CN': '请用 fascicle watch CASE --set watch.json 设置清单。',
      en: 'Set a list with `fascicle watch CASE --set watch.json`.',
    },
    exit: 1,
  },
  cancelled: {
    message: { 'zh-CN': '已按您的要求停止', en: 'Stopped, as you asked' },
    evidence: {
      'zh-CN': '已入案的证据都在；停止时尚未完成的一步没有留下任何内容。',
      en: 'Everything that was taken in stays; the step that was stopped left nothing behind.',
    },
    next: { 'zh-CN': '可随时重新开始。', en: 'It can be started again at any time.' },
    exit: 1,
  },
  'demo-failed': {
    message: { 'zh-CN': '演示未能走完：{why}', en: 'The demo did not come to its end: {why}' },
    evidence: { 'zh-CN': '演示案件留在原处，可供查看。', en: 'The demo’s case stays where it is, to be looked at.' },
    next: { 'zh-CN': '请运行 fascicle doctor，并反馈给开发者。', en: 'Run `fascicle doctor`, and report this.' },
    exit: 1,
  },
  unforeseen: {
    message: { 'zh-CN': '程序出现未预见的错误：{why}', en: 'The program met an error it did not foresee: {why}' },
    evidence: {
      'zh-CN': '已确认保存的证据不受影响；当前步骤未写入任何已确认的内容。',
      en: 'Everything acknowledged before stays as it is; the running step acknowledged nothing.',
    },
    next: {
      'zh-CN': '请运行 fascicle verify 核验案件，并将日志反馈给开发者。',
      en: 'Run `fascicle verify` on the case, and report this with the log.',
    },
    exit: 1,
  },
} as const satisfies Record<string, ErrorText>;
