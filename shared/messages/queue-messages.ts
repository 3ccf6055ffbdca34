import type { JobState } from '../case/job.ts';
import type { Text } from '../language.ts';

/** Why an address of the queue is in its state, or why the queue stands still. Codes are kept for ever. */
export const queueReasons = {
  'run-stopped': { 'zh-CN': '采集被停止，重新排队', en: 'the run was stopped; it waits again' },
  'run-interrupted': {
    'zh-CN': '程序在采集中被终止',
    en: 'the program was ended while it was captured',
  },
  'run-broken': { 'zh-CN': '采集因错误中止，重新排队：{why}', en: 'an error ended the run; it waits again: {why}' },
  'held-by-person': { 'zh-CN': '人工暂停：{why}', en: 'held by a person: {why}' },
  'cancelled-by-person': { 'zh-CN': '人工取消：{why}', en: 'cancelled by a person: {why}' },
  'retried-by-person': { 'zh-CN': '人工重试：{why}', en: 'to be tried again, by a person: {why}' },
} as const satisfies Record<string, Text>;

/** The states of an address in the queue, as a person reads them. */
export const jobStateNames = {
  waiting: { 'zh-CN': '等待', en: 'waits' },
  begun: { 'zh-CN': '已开始', en: 'begun' },
  complete: { 'zh-CN': '完整', en: 'complete' },
  partial: { 'zh-CN': '部分', en: 'partial' },
  blocked: { 'zh-CN': '受阻', en: 'blocked' },
  failed: { 'zh-CN': '失败', en: 'failed' },
  refused: { 'zh-CN': '未受理', en: 'refused' },
  cancelled: { 'zh-CN': '已取消', en: 'cancelled' },
} as const satisfies Record<JobState, Text>;
