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
  'for-a-hand': { 'zh-CN': '等待人工完成', en: 'waits to be finished by hand' },
  'session-missing': {
    'zh-CN': '这些网址须在登录会话中采集，而会话已不在：请先用 fascicle login（或窗口中的“登录一次”）登录，再继续队列',
    en: 'these addresses are to be captured in a login session, and there is none: log in first (`fascicle login`, or “Log in once” in the window), then let the queue go on',
  },
  'session-logged-out': {
    'zh-CN':
      '网站又要求登录，登录会话已失效（{url}）：请重新登录（fascicle login），重试该行（fascicle retry），再继续队列（fascicle resume）；其余各行未动',
    en: 'the site asks for a login again, so the session has ended ({url}): log in anew (`fascicle login`), retry that row (`fascicle retry`), then go on (`fascicle resume`); the other rows are untouched',
  },
  'session-puzzle': {
    'zh-CN':
      '网站要求完成验证（{url}）：请人工完成该行（fascicle finish），再继续队列（fascicle resume）；其余各行未动',
    en: 'the site shows a puzzle ({url}): finish that row by hand (`fascicle finish`), then go on (`fascicle resume`); the other rows are untouched',
  },
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
