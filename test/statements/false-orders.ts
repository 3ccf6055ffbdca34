import { falseOf, without, type FalseRecord } from './false-records.ts';

const served = falseOf('order-served', '');
const order = falseOf('order-served', 'order.');
const stop = falseOf('order-served', 'order.obligations.0.');
const clarify = falseOf('order-served', 'order.obligations.3.');
const onFirstPage = falseOf('order-served', 'order.obligations.4.');
/** In the order in which the case took them in: ruling, mail, kept, taken, refused, absent, short, old, home, other, low, taken. */
const look = falseOf('order-served', 'looks.');
const unserved = falseOf('order-unserved', 'order.');
const later = falseOf('order-later', 'order.');

/** Rulings, terms, services and looks that are not so: the report that was printed of the true ones must be contradicted. */
export const falseOrders: readonly FalseRecord[] = [
  order('number', '（2020）浙0192行保9号'),
  order('ruled', '2019-05-23'),
  order('ruled', '2090-01-01'),
  order('measureTaken', '2019-05-25'),
  order('served', []),
  order('served.0.on', '2019-05-23T07:00:00.000Z'),
  order('served.0.way', 'direct'),
  order('served.0.completedBy', 'acknowledged'),
  order('served.0.completedBy', undefined),
  order('served.1.party', '另一公司'),
  order('term', { until: 'judgment' }),
  order('term.day', '2019-12-24'),
  order('item', null),
  order('obligations', without(1)),
  stop('text', '不得再传播涉案信息'),
  stop('due', { by: 'not-stated' }),
  stop('due', { by: 'moment', at: '2090-05-29T01:30:00.000Z' }),
  stop('due.on', '2019-05-30'),
  stop('places', without(1)),
  stop('places.0.words', '没有这样的文字'),
  stop('places.1.account', null),
  stop('places.1.channel', '周报'),
  stop('places.7.address', 'http://127.0.0.1:1/other'),
  clarify('due.days', 4),
  clarify('due.party', '无人'),
  clarify('words', '没有这样的文字'),
  clarify('channels.0.clarifications', []),
  clarify('channels.0.originals', []),
  clarify('channels.0.accounts.0.account', '核查九号'),
  clarify('channels.0.accounts.0.looks', []),
  clarify('channels.1.accounts.0.looks.0.seen', true),
  clarify('channels.1.accounts.0.original', null),
  clarify('channels.2.scopeOfClarification', null),
  onFirstPage('days', 4),
  onFirstPage('words', '没有这样的文字'),
  onFirstPage('due', { by: 'not-stated' }),
  look('1.record.account', '另一账号'),
  look('2.text', '没有这样的文字'),
  look('2.record.startedAt', '2019-05-25T01:30:00.000Z'),
  look('3.record.httpStatus', 404),
  look('4.record', (was) => ({ ...(was as object), outcome: 'complete', httpStatus: 200, judged: { is: 'page' } })),
  look('6.record.startedAt', '2019-05-25T01:30:00.000Z'),
  look('7.record.checks', undefined),
  look('8.lines', []),
  look('9.record.finalUrl', 'http://127.0.0.1:1/elsewhere'),
  look('9.record.judged', { is: 'notice' }),
  look('10.lines', (was) => (was as readonly object[]).map((line) => ({ ...line, bottom: 10 }))),
  look('11.record.outcome', 'blocked'),
  served('looks', without(1)),
  served('entries', without(1)),
  unserved('served', [{ party: '某信息公司', role: 'respondent', way: 'direct', on: '2019-05-24', item: null }]),
  unserved('term', { until: 'not-stated' }),
  unserved('ruled', null),
  later('ruled', '2019-05-24'),
  later('obligations.0.due', { by: 'not-stated' }),
];
