import type { Output } from '../../../shared/contract.ts';
import type { Language } from '../../../shared/language.ts';
import { jobStateNames } from '../../../shared/messages/queue-messages.ts';
import { command } from '../command.ts';

export const queueCommand = command({
  name: 'queue',
  args: '<case>',
  about: { 'zh-CN': '显示采集队列', en: 'Shows the queue of addresses to capture' },
  example: 'fascicle queue qinghe.fascicle',
  method: 'queue.list',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)) }),
  print: ({ held, jobs }, language) => [
    ...(held === null ? [] : [language === 'zh-CN' ? `队列已暂停：${held}` : `the queue stands still: ${held}`]),
    ...jobs.flatMap(({ job, url, state, reason, item }) => [
      `${job}  ${jobStateNames[state][language]}${reason === null ? '' : `  ${reason}`}`,
      `  ${url}${item === null ? '' : `  → ${item}`}`,
    ]),
  ],
});

export const resumeCommand = command({
  name: 'resume',
  args: '<case>',
  about: {
    'zh-CN': '继续采集队列中等待的网址（程序曾被终止或暂停）',
    en: 'Captures what waits in the queue: after a pause, or a run that was killed',
  },
  example: 'fascicle resume qinghe.fascicle --concurrency 2',
  method: 'queue.run',
  options: [
    { flags: '--concurrency <n>', about: { 'zh-CN': '同时采集数（1–8，默认 1）', en: 'pages at once, 1 to 8 (1)' } },
  ],
  input: (call) => ({ case: call.path(call.word(0)), concurrency: call.whole('concurrency', 1, 1, 8) }),
  print: summaryLines,
  exit: summaryExit,
});

const reasonOption = { flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'why' }, required: true } as const;

export const pauseCommand = command({
  name: 'pause',
  args: '<case>',
  about: { 'zh-CN': '暂停队列；用 resume 继续', en: 'Holds the queue; `resume` goes on' },
  example: 'fascicle pause qinghe.fascicle --reason "等待登录"',
  method: 'queue.hold',
  options: [reasonOption],
  input: (call) => ({
    case: call.path(call.word(0)),
    reason: call.text('reason') || call.refuse('--reason is empty'),
  }),
  print: ({ held }) => [held ?? ''],
});

export const cancelCommand = command({
  name: 'cancel',
  args: '<case> [jobs...]',
  about: {
    'zh-CN': '取消队列中的网址；不指明则取消全部等待者',
    en: 'Takes addresses out of the queue; all that wait, if none is named',
  },
  example: 'fascicle cancel qinghe.fascicle 0198c7 --reason "网址有误"',
  method: 'queue.cancel',
  options: [reasonOption],
  input: (call) => ({
    case: call.path(call.word(0)),
    jobs: call.words(1).length > 0 ? [...call.words(1)] : null,
    reason: call.text('reason') || call.refuse('--reason is empty'),
  }),
  print: ({ jobs }, language) => [language === 'zh-CN' ? `已取消 ${jobs.length} 个` : `${jobs.length} cancelled`],
});

export const retryCommand = command({
  name: 'retry',
  args: '<case> <jobs...>',
  about: {
    'zh-CN': '将网址重新排队；新得的证据与先前的一项相联',
    en: 'Puts addresses back into the queue; what comes is a new item, linked to the earlier one',
  },
  example: 'fascicle retry qinghe.fascicle 0198c7 --reason "服务器已恢复"',
  method: 'queue.retry',
  options: [reasonOption],
  input: (call) => ({
    case: call.path(call.word(0)),
    jobs: [...call.words(1)],
    reason: call.text('reason') || call.refuse('--reason is empty'),
  }),
  print: ({ jobs }, language) => [
    language === 'zh-CN'
      ? `${jobs.length} 个重新排队；用 fascicle resume 采集`
      : `${jobs.length} wait again; \`fascicle resume\` captures them`,
  ],
});

export const finishCommand = command({
  name: 'finish',
  args: '<case> <row>',
  about: {
    'zh-CN': '在可见浏览器中由人完成受阻的一行（队列行号或证据编号），按 Enter 采集；新得的证据与受阻的一项相联',
    en: 'Finishes a blocked address (its row, or its item) by hand in a visible browser; Enter captures; the new item names the blocked one',
  },
  example: 'fascicle finish qinghe.fascicle 0198c7 --account 王某',
  method: 'queue.finish',
  options: [
    {
      flags: '--account <name>',
      about: { 'zh-CN': '所登录的账号（由操作人填写）', en: 'the account that is logged in, as you state it' },
    },
  ],
  input: (call) => ({ case: call.path(call.word(0)), row: call.word(1), account: call.text('account') || null }),
  print: summaryLines,
  exit: summaryExit,
  onLine: (call) => ({ case: call.path(call.word(0)) }),
});

export function summaryLines(done: Output<'queue.run'>, language: Language): readonly string[] {
  const { items, complete, partial, blocked, failed, refused, cancelled, waiting, held } = done;
  const zh = language === 'zh-CN';
  return [
    zh
      ? `${items} 项：完整 ${complete}，部分 ${partial}，受阻 ${blocked}，失败 ${failed}；未受理 ${refused}`
      : `${items} items: ${complete} complete, ${partial} partial, ${blocked} blocked, ${failed} failed; ${refused} refused`,
    ...(cancelled > 0 ? [zh ? `已取消 ${cancelled}` : `${cancelled} cancelled`] : []),
    ...(held === null ? [] : [zh ? `队列已暂停：${held}` : `the queue stands still: ${held}`]),
    ...(waiting > 0 ? [zh ? `队列中还有 ${waiting} 个等待` : `${waiting} still wait in the queue`] : []),
  ];
}

export function summaryExit({ blocked, failed, refused, held }: Output<'queue.run'>): 0 | 1 {
  return blocked + failed + refused > 0 || held !== null ? 1 : 0;
}
