import { programCauses } from './causes/program-causes.ts';
import type { JobState } from '../case/job.ts';
import type { Text } from '../text.ts';
import { outcomeTexts } from './names/outcome-texts.ts';

/** Why an address of the queue is in its state, or why the queue stands still. Codes are kept for ever. */
export const queueReasons = {
  'run-stopped': { 'zh-CN': '取证被停止，已重新排队', en: 'the run was stopped; requeued' },
  'run-interrupted': {
    'zh-CN': '取证期间程序被终止',
    en: 'the program was terminated during the capture',
  },
  'run-broken': { 'zh-CN': '取证因错误中止，已重新排队：{why}', en: 'the run was ended by an error; requeued: {why}' },
  'held-by-person': { 'zh-CN': '人工暂停：{why}', en: 'paused by a person: {why}' },
  'cancelled-by-person': { 'zh-CN': '人工取消：{why}', en: 'cancelled by a person: {why}' },
  'retried-by-person': { 'zh-CN': '人工重试：{why}', en: 'retried by a person: {why}' },
  'for-a-hand': { 'zh-CN': '等待人工完成', en: 'waiting to be finished by hand' },
  'session-missing': {
    'zh-CN':
      '这些网址须在登录会话中取证，而会话已不存在：请先用 fascicle login（或窗口中的“登录一次”）登录，再继续队列',
    en: 'these addresses must be captured in a login session, and there is none: log in first (`fascicle login`, or “Log in once” in the window), then continue the queue',
  },
  'session-logged-out': {
    'zh-CN':
      '网站再次要求登录，登录会话已失效（{url}）：请重新登录（fascicle login），重试该条目（fascicle retry），再继续队列（fascicle resume）；其余条目不受影响',
    en: 'the site asks for a login again, so the session has ended ({url}): log in again (`fascicle login`), retry that entry (`fascicle retry`), then continue (`fascicle resume`); the other entries are unaffected',
  },
  'session-puzzle': {
    'zh-CN':
      '网站要求输入验证码或完成验证（{url}）：请人工完成该条目（fascicle finish），再继续队列（fascicle resume）；其余条目不受影响',
    en: 'the site shows a CAPTCHA ({url}): finish that entry by hand (`fascicle finish`), then continue (`fascicle resume`); the other entries are unaffected',
  },
} as const satisfies Record<string, Text>;

/** The states of an address in the queue, as a person reads them. */
export const jobStateNames = {
  waiting: programCauses['state-waiting'],
  begun: programCauses['state-begun'],
  complete: outcomeTexts.complete,
  partial: outcomeTexts.partial,
  blocked: outcomeTexts.blocked,
  failed: outcomeTexts.failed,
  refused: programCauses['state-refused'],
  cancelled: programCauses['state-cancelled'],
} as const satisfies Record<JobState, Text>;
