import { seenBySite, shownToSite } from './capture/seen-by-site.ts';
import { watchListSchema } from '../../../shared/watch/watch-list.ts';
import { command } from './command.ts';
import { jsonIn } from './json-file.ts';
import { tableLines } from '../output/table-lines.ts';

export const watchCommand = command({
  name: 'watch',
  args: '<case>',
  about: {
    'zh-CN': '持续监测的网址：读取或设置清单，显示历次所见、变化与空档',
    en: 'Watched addresses: shows or sets the list, what was seen, what changed, and the gaps',
  },
  example: 'fascicle watch qinghe.fascicle --set watch.json',
  method: 'watch.keep',
  options: [
    {
      flags: '--set <file>',
      about: {
        'zh-CN':
          '监测清单（JSON）：[{url, expect: {is: gone|contains|lacks|unchanged, words}, everyMinutes, category}]',
        en: 'the list as JSON: [{url, expect: {is: gone|contains|lacks|unchanged, words}, everyMinutes, category}]',
      },
    },
  ],
  input: (call) => {
    const file = call.text('set');
    return { case: call.path(call.word(0)), list: file === null ? null : jsonIn(call, 'set', file, watchListSchema) };
  },
  print: ({ table }, language) => tableLines(table, language),
});

export const watchRunCommand = command({
  name: 'watch-run',
  args: '<case>',
  about: {
    'zh-CN': '按清单到期重新取证，直至停止（Ctrl+C）；--once 只对已到期者取证',
    en: 'Captures watched addresses whenever they are due, until stopped (Ctrl+C); with --once only those due now',
  },
  example: 'fascicle watch-run qinghe.fascicle --concurrency 2',
  method: 'watch.run',
  options: [
    { flags: '--once', about: { 'zh-CN': '对已到期者取证后结束', en: 'capture those due now, then stop' } },
    {
      flags: '--all',
      about: { 'zh-CN': '不论是否到期，全部取证一次后结束', en: 'capture all once, due or not, then stop' },
    },
    {
      flags: '--concurrency <n>',
      about: { 'zh-CN': '同时取证数（1–8，默认 1）', en: 'captures at the same time, 1 to 8 (default 1)' },
    },
    {
      flags: '--timeout <seconds>',
      about: { 'zh-CN': '每个网址的总时限（秒，默认 90）', en: 'time limit for one URL in seconds (default 90)' },
    },
    { flags: '--operator <name>', about: { 'zh-CN': '取证人', en: 'operator' } },
    {
      flags: '--allow-private-network',
      about: { 'zh-CN': '允许内网地址（会记录）', en: 'allow private addresses (recorded)' },
    },
    { flags: '--no-second-path', about: { 'zh-CN': '不作二次获取', en: 'no second fetch' } },
    ...seenBySite,
  ],
  input: (call) => ({
    case: call.path(call.word(0)),
    until: call.flag('all') ? 'all-once' : call.flag('once') ? 'due-once' : 'stopped',
    concurrency: call.whole('concurrency', 1, 1, 8),
    view: { device: 'desktop', width: 1280, height: 900, scale: 1 },
    timeout: call.whole('timeout', 90, 5, 3600),
    operator: call.text('operator'),
    allowPrivateNetwork: call.flag('allow-private-network'),
    throughProxy: false,
    noSecondPath: call.flag('no-second-path'),
    ...shownToSite(call),
  }),
  print: ({ table }, language) => tableLines(table, language),
});
