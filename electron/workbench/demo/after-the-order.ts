import type { Category } from '../../../shared/case/category.ts';
import { emptyOrder, type Order } from '../../../shared/order/order.ts';
import type { DemoSites } from './demo-server.ts';

/** What the story has after the application: the ruling, the looks that follow it, and what a lawyer states of them. */

/** Item of a captured page (the first capture of it, or a later one by its own name), or of an imported file. @throws where there is none */
export type ItemOf = (name: string) => string;

export const demoOrder = {
  ruled: '2019-05-24',
  ruling: 'ruling-demo.txt',
  homepage: 'www.qijing/',
  notice: 'www.qijing/app/notice',
  mail: 'www.qijing/mail/20190529',
  login: 'www.qijing/login',
  daily: 'www.qijing/daily/2019-05-30',
} as const;

type Look = Readonly<{ page: string; category: Category; device: 'desktop' | 'phone'; session?: true }>;

/** Chapter by chapter: the moment, what the site does first, and what is then looked at. */
export const chapters: readonly Readonly<{
  at: string;
  changes: readonly Readonly<{ page: string; file: string | null }>[];
  login?: true;
  looks: readonly Look[];
}>[] = [
  {
    at: '2019-05-29T21:00:00+08:00',
    changes: [{ page: 'www.qijing/app/message', file: null }],
    looks: [
      { page: demoOrder.notice, category: 'clarification', device: 'phone' },
      { page: demoOrder.mail, category: 'clarification', device: 'desktop' },
      { page: demoOrder.homepage, category: 'clarification', device: 'desktop' },
      { page: 'www.qijing/app/message', category: 'message', device: 'phone' },
    ],
  },
  {
    at: '2019-05-30T09:30:00+08:00',
    changes: [],
    login: true,
    looks: [
      { page: demoOrder.daily, category: 'clarification', device: 'desktop', session: true },
      { page: demoOrder.homepage, category: 'clarification', device: 'desktop' },
    ],
  },
  {
    at: '2019-05-31T09:30:00+08:00',
    changes: [{ page: demoOrder.homepage, file: 'pages/homepage-plain.html' }],
    looks: [{ page: demoOrder.homepage, category: 'clarification', device: 'desktop' }],
  },
  {
    at: '2019-06-01T09:30:00+08:00',
    changes: [],
    looks: [{ page: demoOrder.homepage, category: 'clarification', device: 'desktop' }],
  },
];

/** The order as a lawyer reads it from the ruling, with the control account and what was captured for it. */
export function statedOrder(itemOf: ItemOf, { urlOf }: Pick<DemoSites, 'urlOf'>, respondent: string): Order {
  const due = { by: 'day', on: '2019-05-29' } as const;
  const channel = (name: string, original: string, clarifications: readonly string[], look: string) => ({
    channel: name,
    originals: [itemOf(original)],
    clarifications: clarifications.map(itemOf),
    scopeOfOriginal: name === '站内消息' ? '推送对象：全部监控用户' : null,
    scopeOfClarification: null,
    accounts: [{ account: '核查一号', original: itemOf(original), looks: [{ item: itemOf(look), seen: null }] }],
  });
  const stopAt = (name: string, page: string, words = '新增清算信息') => ({
    channel: name,
    account: null,
    address: urlOf(page),
    words,
  });
  return {
    ...emptyOrder,
    number: '（2019）演示保 1 号',
    item: itemOf(demoOrder.ruling),
    received: '2019-05-22T06:10:00.000Z',
    ruled: demoOrder.ruled,
    measureTaken: demoOrder.ruled,
    served: [
      {
        party: respondent,
        role: 'respondent',
        way: 'electronic',
        on: '2019-05-27',
        item: null,
        completedBy: 'confirmed-address',
      },
    ],
    term: { until: 'judgment' },
    obligations: [
      {
        id: 'stop',
        kind: 'stop',
        text: '立即停止通过站内消息、监控日报、电子邮件及网页传播涉案清算信息',
        due: { by: 'at-once', party: respondent },
        places: [
          stopAt('站内消息', 'www.qijing/app/message'),
          stopAt('监控日报', 'www.qijing/daily/2019-05-06', '清算组成员'),
          stopAt('电子邮件', 'www.qijing/mail/20190505'),
        ],
      },
      {
        id: 'clarify',
        kind: 'clarify',
        text: '于2019年5月29日前，以与原推送相同的方式，在相同的用户范围内推送澄清信息',
        due,
        words: '特此澄清',
        channels: [
          channel('站内消息', 'www.qijing/app/message', [demoOrder.notice], demoOrder.notice),
          channel('监控日报', 'www.qijing/daily/2019-05-06', [], demoOrder.daily),
          channel('电子邮件', 'www.qijing/mail/20190505', [demoOrder.mail], demoOrder.mail),
        ],
      },
      {
        id: 'homepage',
        kind: 'homepage',
        text: '于2019年5月29日前，在其网站首页显著位置刊登声明，持续七日',
        due,
        address: urlOf(demoOrder.homepage),
        words: '与事实不符',
        days: 7,
      },
    ],
  };
}
