import { writeFileSync } from 'node:fs';
import type { KindOfCase } from './kind.ts';
import { capture, imported, itemsOf, typed, type StatementRoom } from './room.ts';

const words = '青禾公司公告';
const day = 86_400_000;
const inBeijing = (moment: number): string => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);

/** The last Wednesday that is two days ago or more: a day on which courts work, in all but a few weeks of a year. */
function recentWednesday(): string {
  let moment = Date.now() - 2 * day;
  while (new Date(`${inBeijing(moment)}T00:00:00Z`).getUTCDay() !== 3) moment -= day;
  return inBeijing(moment);
}

const spot = (channel: string, address: string, of = words, account: string | null = null) => ({
  ...{ channel, address, words: of },
  account,
});
const stop = (id: string, text: string, due: object, spots: readonly object[]) => ({
  ...{ kind: 'stop', id, text, due, places: spots },
});
const homepage = (id: string, due: object, address: string, of: string, days: number | null) => ({
  ...{ kind: 'homepage', id, text: `在首页发布声明（${id}）`, due, address, words: of, days },
});
const nothingStated = {
  number: null,
  item: null,
  received: null,
  ruled: null,
  measureTaken: null,
  served: [],
  term: { until: 'not-stated' },
  reconsideration: [],
  security: { given: null, furtherBy: null },
  obligations: [],
  calendar: [],
};
const past = { by: 'day', on: '2019-05-29' };
const future = { by: 'moment', at: '2090-05-29T01:30:00.000Z' };

const setOrder = async (room: StatementRoom, folder: string, order: object): Promise<void> => {
  writeFileSync(`${folder}.order.json`, JSON.stringify({ ...nothingStated, ...order }));
  await typed(room, ['order', folder, '--set', `${folder}.order.json`]);
};

/** A ruling that was served, with terms that ended, did not end and are not known; every kind of look at a place. */
async function served(room: StatementRoom, folder: string): Promise<void> {
  const site = room.own;
  const [ruling = '', mail = ''] = itemsOf(
    await imported(room, folder, ['note.txt', 'mail.eml'], '--account', 'b@q.example'),
  );
  const pages = ['kept', 'taken', 'refused', 'absent', 'short', 'old', '', 'other', 'low'].map(
    (name) => `${site}/${name}`,
  );
  const before = itemsOf(await capture(room, folder, ...pages, '--no-second-path'));
  room.withdraw('/taken');
  await capture(room, folder, `${site}/taken`, '--no-second-path');
  const kept = before[0] ?? '';
  const home = before[6] ?? '';
  const recent = { by: 'day', on: recentWednesday() };
  await setOrder(room, folder, {
    number: '（2019）浙0192行保1号',
    item: ruling,
    received: '2019-05-21T02:00:00.000Z',
    ruled: '2019-05-24',
    measureTaken: '2019-05-24',
    served: [
      {
        ...{ party: '某信息公司', role: 'respondent', way: 'electronic', on: '2019-05-24T07:00:00.000Z', item: null },
        completedBy: 'confirmed-address',
      },
      { party: '青禾小贷', role: 'applicant', way: 'direct', on: '2019-05-24', item: null },
    ],
    term: { until: 'day', day: '2019-11-24' },
    obligations: [
      stop('past', '立即停止传播涉案信息', past, [
        spot('网页', `${site}/kept`),
        spot('日报', `${site}/taken`, words, '某账号'),
        ...['refused', 'absent', 'short', 'old', 'other', 'never'].map((name) => spot('网页', `${site}/${name}`)),
      ]),
      stop('unstated', '停止转发', { by: 'not-stated' }, [spot('网页', `${site}/kept`)]),
      stop('future', '停止链接', future, [spot('网页', `${site}/kept`), spot('网页', `${site}/taken`)]),
      {
        ...{ kind: 'clarify', id: 'clarify', text: '在相同范围内澄清', words: '特此声明' },
        due: { by: 'days-from-service', days: 5, party: '某信息公司' },
        channels: [
          {
            ...{ channel: '站内消息', originals: [kept], clarifications: [home] },
            ...{ scopeOfOriginal: '推送对象：全部监控用户', scopeOfClarification: null },
            accounts: [{ account: '核查一号', original: kept, looks: [{ item: home, seen: null }] }],
          },
          {
            ...{ channel: '电子邮件', originals: [mail], clarifications: [] },
            ...{ scopeOfOriginal: null, scopeOfClarification: null },
            accounts: [
              { account: 'b@q.example', original: mail, looks: [{ item: mail, seen: false }] },
              { account: '核查二号', original: null, looks: [] },
            ],
          },
          {
            ...{ channel: '日报', originals: [], clarifications: [kept] },
            ...{ scopeOfOriginal: null, scopeOfClarification: '全部用户', accounts: [] },
          },
          {
            ...{ channel: '短信', originals: [], clarifications: [] },
            ...{ scopeOfOriginal: null, scopeOfClarification: null, accounts: [] },
          },
        ],
      },
      homepage('seen', recent, `${site}/`, '特此声明', 3),
      homepage('low', recent, `${site}/low`, '特此声明', null),
      homepage('lacking', recent, `${site}/other`, '特此声明', null),
      homepage('untold', { by: 'not-stated' }, `${site}/other`, '特此声明', null),
      homepage('early', future, `${site}/other`, '特此声明', 2),
    ],
  });
}

/** A ruling of which no service is stated. */
async function unserved(room: StatementRoom, folder: string): Promise<void> {
  await capture(room, folder, `${room.own}/kept`, `${room.own}/other`, '--no-second-path');
  await setOrder(room, folder, {
    ruled: '2019-05-24',
    term: { until: 'judgment' },
    obligations: [
      stop('past', '立即停止传播涉案信息', past, [spot('网页', `${room.own}/kept`)]),
      stop('at-once', '停止转发', { by: 'at-once', party: '某信息公司' }, [spot('网页', `${room.own}/kept`)]),
      homepage('lacking', { by: 'day', on: recentWednesday() }, `${room.own}/other`, '特此声明', null),
    ],
  });
}

/** What was seen before there was a ruling. */
async function beforeRuling(room: StatementRoom, folder: string): Promise<void> {
  await capture(room, folder, `${room.own}/kept`, `${room.own}/other`, '--no-second-path');
  await setOrder(room, folder, {
    ruled: '2090-05-24',
    measureTaken: '2090-05-24',
    obligations: [
      stop('after', '立即停止传播涉案信息', future, [spot('网页', `${room.own}/kept`)]),
      homepage('early', future, `${room.own}/other`, '特此声明', null),
    ],
  });
}

const report = { bundle: ['--compliance'] };
export const kindsAfterOrder: readonly KindOfCase[] = [
  { name: 'order-served', ...report, make: served },
  { name: 'order-unserved', ...report, make: unserved },
  { name: 'order-later', ...report, make: beforeRuling },
];
