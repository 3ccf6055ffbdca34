import { because } from '../../../../shared/cause.ts';
import type { Output } from '../../../../shared/contract.ts';
import { counted, type Language } from '../../../../shared/language.ts';
import { jobStateNames } from '../../../../shared/messages/queue-messages.ts';
import { command } from '../command.ts';

export const queueCommand = command({
  name: 'queue',
  args: '<case>',
  about: { 'zh-CN': '显示取证队列', en: 'Shows the capture queue' },
  example: 'fascicle queue qinghe.fascicle',
  method: 'queue.list',
  options: [],
  input: (call) => ({ case: call.path(call.word(0)) }),
  print: ({ held, jobs }, language) => [
    ...(held === null && jobs.length === 0 ? [language === 'zh-CN' ? '队列为空' : 'The queue is empty'] : []),
    ...(held === null ? [] : [language === 'zh-CN' ? `队列已暂停：${held}` : `the queue is paused: ${held}`]),
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
    'zh-CN': '继续处理取证队列中等待的条目（程序曾被终止或暂停）',
    en: 'Captures the waiting queue entries, after a pause or a run that was killed',
  },
  example: 'fascicle resume qinghe.fascicle --concurrency 2',
  method: 'queue.run',
  options: [
    {
      flags: '--concurrency <n>',
      about: { 'zh-CN': '同时取证数（1–8，默认 1）', en: 'captures at the same time, 1 to 8 (default 1)' },
    },
  ],
  input: (call) => ({ case: call.path(call.word(0)), concurrency: call.whole('concurrency', 1, 1, 8) }),
  print: summaryLines,
  exit: summaryExit,
});

const reasonOption = { flags: '--reason <text>', about: { 'zh-CN': '理由', en: 'reason' }, required: true } as const;

export const pauseCommand = command({
  name: 'pause',
  args: '<case>',
  about: { 'zh-CN': '暂停队列；用 resume 继续', en: 'Pauses the queue; `resume` continues it' },
  example: 'fascicle pause qinghe.fascicle --reason "等待登录"',
  method: 'queue.hold',
  options: [reasonOption],
  input: (call) => ({
    case: call.path(call.word(0)),
    reason: call.text('reason') || call.refuse(because('option-empty', { option: '--reason' })),
  }),
  print: ({ held }) => [held ?? ''],
});

export const cancelCommand = command({
  name: 'cancel',
  args: '<case> [jobs...]',
  about: {
    'zh-CN': '取消队列条目；不指明则取消全部等待的条目',
    en: 'Cancels queue entries; all that are waiting if none is named',
  },
  example: 'fascicle cancel qinghe.fascicle 0198c7 --reason "网址有误"',
  method: 'queue.cancel',
  options: [reasonOption],
  input: (call) => ({
    case: call.path(call.word(0)),
    jobs: call.words(1).length > 0 ? [...call.words(1)] : null,
    reason: call.text('reason') || call.refuse(because('option-empty', { option: '--reason' })),
  }),
  print: ({ jobs }, language) => [
    language === 'zh-CN' ? `已取消 ${jobs.length} 个条目` : `${counted(jobs.length, 'entry', 'entries')} cancelled`,
  ],
});

export const retryCommand = command({
  name: 'retry',
  args: '<case> <jobs...>',
  about: {
    'zh-CN': '将条目重新排队；所得为新证据，并与先前的一项相关联',
    en: 'Puts entries back into the queue; the result is a new item, linked to the earlier one',
  },
  example: 'fascicle retry qinghe.fascicle 0198c7 --reason "服务器已恢复"',
  method: 'queue.retry',
  options: [reasonOption],
  input: (call) => ({
    case: call.path(call.word(0)),
    jobs: [...call.words(1)],
    reason: call.text('reason') || call.refuse(because('option-empty', { option: '--reason' })),
  }),
  print: ({ jobs }, language) => [
    language === 'zh-CN'
      ? `${jobs.length} 个条目重新排队；用 fascicle resume 取证`
      : `${counted(jobs.length, 'entry', 'entries')} requeued; \`fascicle resume\` captures ${jobs.length === 1 ? 'it' : 'them'}`,
  ],
});

export const finishCommand = command({
  name: 'finish',
  args: '<case> <row>',
  about: {
    'zh-CN':
      '在可见浏览器中人工完成受阻的条目（队列条目编号或证据编号），按 Enter 取证；所得为新证据，并与受阻的一项相关联',
    en: 'Finishes a blocked entry (its id, or that of its item) by hand in a visible browser; press Enter to capture; the new item is linked to the blocked one',
  },
  example: 'fascicle finish qinghe.fascicle 0198c7 --account 王某',
  method: 'queue.finish',
  options: [
    {
      flags: '--account <name>',
      about: { 'zh-CN': '所登录的账号（由取证人填写）', en: 'the account logged in, as stated by the operator' },
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
      ? `${items} 项：完整 ${complete}，部分 ${partial}，受阻 ${blocked}，失败 ${failed}；未取证 ${refused}`
      : `${counted(items, 'item', 'items')}: ${complete} complete, ${partial} partial, ${blocked} blocked, ${failed} failed; ${refused} refused`,
    ...(cancelled > 0 ? [zh ? `已取消 ${cancelled}` : `${cancelled} cancelled`] : []),
    ...(held === null ? [] : [zh ? `队列已暂停：${held}` : `the queue is paused: ${held}`]),
    ...(waiting > 0 ? [zh ? `队列中还有 ${waiting} 个条目等待` : `${waiting} still waiting in the queue`] : []),
  ];
}

export function summaryExit({ blocked, failed, refused, held }: Output<'queue.run'>): 0 | 1 {
  return blocked + failed + refused > 0 || held !== null ? 1 : 0;
}
