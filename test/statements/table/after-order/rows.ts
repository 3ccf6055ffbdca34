import type { Facts } from '../../reading/stored-facts.ts';
import type {
  StoredAccount,
  StoredChannel,
  StoredClarify,
  StoredHomepage,
  StoredObligation,
  StoredOrder,
  StoredStop,
} from '../../reading/stored-order.ts';
import { toSecond } from '../front/times.ts';
import { withoutBlanks } from '../../reading/printed-words.ts';
import {
  blindOf,
  clockOff,
  dayAfter,
  beijingDay,
  dayOrDayOf,
  dueOf,
  frameOf,
  saysSo,
  lastOf,
  looksAt,
  pageIs,
  reached,
  sawWords,
  sideOf,
  type Look,
  type SideOfTerm,
} from './looks.ts';
import {
  accountSaid,
  apart,
  channelSaid,
  dateSaid,
  daySaid,
  inList,
  pageSaid,
  reportSaid,
  sideSaid,
  stateSaid,
  inWords,
  waySaid,
  completedSaid,
} from './said.ts';

/** A report on what followed an order: the facts of a case that has one. */
export type Reported = Facts & { order: StoredOrder };
type Cells = readonly string[];
const dash = '–';

const itemOf = ({ looks }: Facts, item: string): Look | undefined => looks.find(({ record }) => record.item === item);
const numberOf = ({ exhibits }: Facts, item: string): string | null =>
  exhibits.find(({ record }) => record.item === item)?.number ?? null;
const exhibitOf = (facts: Facts, item: string): string => {
  const number = numberOf(facts, item);
  return number === null ? '' : inWords(facts, reportSaid.exhibit, { number });
};
function exhibitsOf(facts: Facts, looks: readonly Look[]): string {
  const named = looks.map(({ record }) => exhibitOf(facts, record.item)).filter((one) => one !== '');
  const count = looks.length - named.length;
  const others = count === 0 ? [] : [inWords(facts, reportSaid.others, { count, s: count === 1 ? '' : 's' })];
  return inList(facts, [...named, ...others]) || dash;
}
/** Marks between words as each language writes them. */
const marks = ({ language }: Pick<Facts, 'language'>) =>
  language === 'zh' ? { colon: '：', semicolon: '；' } : { colon: ':', semicolon: ';' };
const inBrackets = ({ language }: Pick<Facts, 'language'>, text: string): string =>
  language === 'zh' ? `（${text}）` : `(${text})`;
const when = (facts: Facts, { record, ...look }: Look): string =>
  clockOff({ record, ...look })
    ? inBrackets(facts, inWords(facts, reportSaid.timeUnknown))
    : toSecond(record.startedAt);
const aside = (facts: Facts, side: SideOfTerm): readonly string[] =>
  side === 'after' ? [] : [inWords(facts, sideSaid[side])];

/** What is said of the term of an obligation, under its title. */
function termOf(facts: Reported, obligation: StoredObligation): string {
  const due = dueOf(obligation, facts.order);
  if (due === null) return inWords(facts, reportSaid.dueUnknown);
  const isServed = reached(obligation.due, facts.order).length > 0;
  return inWords(facts, isServed ? reportSaid.dueBy : reportSaid.dueNotServed, {
    at: toSecond(new Date(due).toISOString()),
  });
}

export function stopRow(facts: Reported, of: StoredStop, spot: StoredStop['places'][number]): Cells {
  const looks = looksAt(facts, spot.address);
  const telling = looks.filter((look) => sawWords(look, spot.words) !== null);
  const side = (look: Look): SideOfTerm => sideOf(look.record.startedAt, clockOff(look), of, facts.order);
  const last = telling.at(-1);
  const state = (): keyof typeof stateSaid => {
    if (!last) return looks.length > 0 ? 'cannot-tell' : 'not-checked';
    if (sawWords(last, spot.words) === false)
      return telling.some((look) => sawWords(look, spot.words) === true && side(look) === 'after')
        ? 'seen-after-due'
        : 'not-seen';
    return (
      {
        'before-order': 'seen-before-order',
        before: 'seen-before-due',
        after: 'still-seen',
        unknown: 'seen-due-unknown',
      } as const
    )[side(last)];
  };
  return [
    spot.account === null ? spot.channel : `${spot.channel}${inBrackets(facts, spot.account)}`,
    spot.address,
    inWords(facts, stateSaid[state()]),
    frameOf(facts, looks, spot.words),
    apart(facts, blindOf(facts, looks, spot.words)) || dash,
    exhibitsOf(facts, looks),
  ];
}

type Looked = Readonly<{ account: string; cell: string; saw: boolean | null; at: string | null }>;

function looked(facts: Reported, { words }: StoredClarify, { account, original, looks }: StoredAccount): Looked {
  const all = looks.flatMap(({ item, seen }) => {
    const look = itemOf(facts, item);
    if (!look) return [];
    const own = look.record.account === account;
    const read = look.text === null || look.record.kind === 'import' ? seen : (seen ?? saysSo(look.text, words));
    return [{ look, own, saw: own || read === true ? read : null }];
  });
  const telling = all
    .filter(({ saw }) => saw !== null)
    .toSorted((a, b) => Date.parse(a.look.record.startedAt) - Date.parse(b.look.record.startedAt));
  const shown = telling.findLast(({ saw }) => saw === true) ?? telling.at(-1);
  const saw = telling.length === 0 ? null : telling.some((one) => one.saw === true);
  const own = shown ? shown.own : all.every((one) => one.own);
  const said = saw === null ? 'notLooked' : !saw ? 'sawNot' : own ? 'saw' : 'enteredAsSeen';
  const receivedByIt = original !== null && itemOf(facts, original)?.record.account === account;
  const received =
    original === null
      ? inWords(facts, accountSaid.noReceipt)
      : inWords(facts, accountSaid[receivedByIt ? 'received' : 'enteredAsReceived']) + exhibitOf(facts, original);
  const cell = [
    `${account}${marks(facts).colon}${inWords(facts, accountSaid[said])}`,
    shown ? when(facts, shown.look) : '',
    own ? '' : inBrackets(facts, inWords(facts, accountSaid.otherRecord)),
    `${marks(facts).semicolon}${received}`,
  ].join('');
  return { account, cell, saw, at: shown && !clockOff(shown.look) ? shown.look.record.startedAt : null };
}

/** What is said of one channel, at the end of its row and where its other side would be. */
export function channelResultOf(facts: Reported, of: StoredClarify, channel: StoredChannel): string {
  const accounts = channel.accounts.map((account) => looked(facts, of, account));
  const found = channel.clarifications.flatMap((item) => itemOf(facts, item) ?? []);
  const without = accounts.flatMap(({ saw, at }) => (saw === false && at !== null ? [at] : [])).toSorted();
  const [earliest] = without;
  const isSeen =
    found.some(({ record, text }) => record.kind === 'capture' && saysSo(text, of.words)) ||
    accounts.some(({ saw }) => saw === true);
  const lacking = accounts.some(({ saw }) => saw === false);
  const state = isSeen ? 'seen' : found.length > 0 ? 'entered' : lacking ? 'not-seen' : 'not-checked';
  const count = without.length;
  return apart(facts, [
    ...(state === 'not-seen' && earliest !== undefined ? [] : [inWords(facts, channelSaid[state])]),
    ...(state === 'not-seen' && earliest === undefined ? [inWords(facts, reportSaid.timeUnknown)] : []),
    ...(earliest === undefined
      ? []
      : [
          inWords(facts, channelSaid.asOf, { at: toSecond(earliest), count, s: count === 1 ? '' : 's' }),
          ...aside(facts, sideOf(earliest, false, of, facts.order)),
        ]),
  ]);
}

function clarifyRow(facts: Reported, of: StoredClarify, channel: StoredChannel): Cells {
  const side = (items: readonly string[], scope: string | null, none: readonly [string, string]) => {
    const found = items.flatMap((item) => itemOf(facts, item) ?? []);
    if (found.length === 0) return inWords(facts, none);
    const all = found.map((look) => `${exhibitOf(facts, look.record.item)}${when(facts, look)}`);
    return [
      ...all,
      scope === null ? inWords(facts, reportSaid.noScope) : inWords(facts, reportSaid.scope, { scope }),
    ].join('');
  };
  return [
    channel.channel,
    side(channel.originals, channel.scopeOfOriginal, reportSaid.noOriginal),
    side(channel.clarifications, channel.scopeOfClarification, reportSaid.noClarification),
    channel.accounts.map((account) => looked(facts, of, account).cell).join('') || dash,
    channelResultOf(facts, of, channel),
  ];
}

const hostAndPath = (address: string): string => {
  const { hostname, port, pathname } = new URL(address);
  return `${hostname.replace(/^www\./u, '')}:${port}${pathname.replace(/\/+$/u, '')}`;
};

/** Whether words end above the lower edge of the window in which the page was captured; null: nobody knows where they are. */
function isInWindow({ record, lines }: Look & Readonly<{ lines: Facts['looks'][number]['lines'] }>, words: string) {
  const line = lines.find(({ text }) => saysSo(text, words));
  return line ? line.bottom <= (record.view?.height ?? 0) : null;
}

function measured(facts: Facts, answers: readonly (boolean | null)[]): string {
  const known = answers.filter((one) => one !== null);
  if (known.length === 0) return inWords(facts, reportSaid.notMeasured);
  if (known.length < answers.length) return inWords(facts, reportSaid.partly);
  return inWords(facts, reportSaid[known.every(Boolean) ? 'yes' : known.some(Boolean) ? 'differs' : 'no']);
}

export function homepageRows(facts: Reported, of: StoredHomepage): readonly Cells[] {
  const looks = looksAt(facts, of.address);
  const due = dueOf(of, facts.order);
  const captured = looks.map(({ record }) => beijingDay(record.startedAt));
  const dueDay = due === null ? [] : [beijingDay(new Date(due).toISOString())];
  const [first] = [...captured, ...dueDay].toSorted();
  if (first === undefined) return [];
  const wanted = of.days === null ? [] : [dayAfter(dueDay[0] ?? first, of.days - 1)];
  const asOf = beijingDay(facts.entries.at(-1)?.wall ?? '');
  const last = [...wanted, ...captured].toSorted().at(-1);
  if (last === undefined) return [];
  const end = last > asOf && !captured.includes(last) ? asOf : last;
  const rows: Cells[] = [];
  for (let day = first; day <= end; day = dayAfter(day, 1)) {
    const own = facts.looks.filter(({ record }) =>
      looks.some((look) => look.record === record && beijingDay(record.startedAt) === day),
    );
    const saw = own.map((look) => sawWords(look, of.words));
    const seen = saw.includes(true) ? 'yes' : saw.includes(false) ? 'no' : own.length > 0 ? 'unknown' : 'unchecked';
    const side = sideOf(own[0]?.record.startedAt ?? '', own.some(clockOff), of, facts.order);
    const states = seen === 'yes' ? [] : new Set(own.map((look) => inWords(facts, pageSaid[pageIs(look, of.words)])));
    const onIt = own.map(({ record }) =>
      record.finalUrl ? hostAndPath(record.finalUrl) === hostAndPath(of.address) : null,
    );
    rows.push([
      day,
      apart(facts, [inWords(facts, daySaid[seen]), ...(seen === 'no' ? aside(facts, side) : []), ...states]),
      own.length === 0 ? dash : measured(facts, onIt),
      seen === 'yes'
        ? measured(
            facts,
            own.map((look) => (pageIs(look, of.words) === 'live' ? isInWindow(look, of.words) : null)),
          )
        : dash,
      exhibitsOf(facts, own),
    ]);
  }
  return rows;
}

function rowsOfObligation(facts: Reported, of: StoredObligation): readonly Cells[] {
  switch (of.kind) {
    case 'stop':
      return of.places.map((spot) => stopRow(facts, of, spot));
    case 'clarify':
      return of.channels.map((channel) => clarifyRow(facts, of, channel));
    case 'homepage':
      return homepageRows(facts, of);
  }
}

/** Title, what is said under it, and rows of the table of each obligation: cells without blanks, joined by bars. */
export const obligationKeys = (facts: Reported): readonly string[] =>
  facts.order.obligations.flatMap((of) => {
    const looks = of.kind === 'homepage' ? looksAt(facts, of.address) : [];
    const notes =
      of.kind === 'homepage'
        ? [of.address, termOf(facts, of), frameOf(facts, looks, of.words), ...blindOf(facts, looks, of.words)]
        : [termOf(facts, of)];
    return [
      ...notes.map((note) => key(of.id, [note])),
      ...rowsOfObligation(facts, of).map((cells) => key(of.id, cells)),
    ];
  });

export const key = (of: string, cells: Cells): string => [of, ...cells.map(withoutBlanks)].join('|');

/** Rows of the table of dates: what a filing says of the dates of each obligation. */
export const dateKeys = (facts: Reported): readonly string[] =>
  facts.order.obligations.flatMap((of) => {
    const { due, text } = of;
    const { order } = facts;
    const last = lastOf(due, order);
    const counted = 'party' in due;
    const service = counted ? order.served.find(({ party }) => party === due.party) : undefined;
    const said = (what: keyof typeof dateSaid, values = {}) => inWords(facts, dateSaid[what], values);
    const unknown = counted ? said('noService') : said('unstated');
    const date = last === null ? unknown : last.length === 10 ? last : toSecond(last);
    const basis = [
      said('itself'),
      ...(counted ? [said('counting')] : []),
      ...(service?.way === 'electronic' ? [said('electronic')] : []),
    ];
    const how =
      counted && !service
        ? []
        : [
            said('orderText'),
            ...(service?.way !== 'electronic'
              ? []
              : [said(service.completedBy === 'acknowledged' ? 'acknowledged' : 'arrival')]),
          ];
    const from = service ? dayOrDayOf(service.on) : dash;
    const rows = [[said('obligation', { text }), date, from, apart(facts, basis), apart(facts, how)]];
    if (of.kind === 'homepage' && of.days !== null && last !== null) {
      const begins = dayOrDayOf(last);
      const until = dayAfter(begins, of.days - 1);
      rows.push([said('standing', { text }), until, begins, said('itself'), said('fromDue')]);
    }
    return rows.map((cells) => key('dates', cells));
  });

/** Lines of the first page. */
export function orderKeys(facts: Reported): readonly string[] {
  const { order } = facts;
  const labels: readonly (readonly [zh: string, en: string, value: string | null])[] = [
    ['裁定案号', 'Ruling no.', order.number],
    ['裁定日期', 'Date of the ruling', order.ruled],
    ['采取保全措施之日', 'Measure taken on', order.measureTaken],
    [
      '送达',
      'Service',
      order.served
        .map(({ party, way, on, completedBy = '' }) => {
          const how = waySaid[way];
          const completed = way === 'electronic' ? completedSaid[completedBy] : undefined;
          const { colon, semicolon } = marks(facts);
          return `${party}${colon}${how ? inWords(facts, how) : way}${completed ? inWords(facts, completed) : ''}${semicolon}${on.length > 10 ? toSecond(on) : on}`;
        })
        .join('') || null,
    ],
    [
      '措施期限',
      'Term of the measure',
      order.term.until === 'judgment'
        ? inWords(facts, ['至裁判生效时止', 'until the judgment takes effect'])
        : (order.term.day ?? null),
    ],
    ...order.obligations.map(({ text }, at) => [String(at + 1), String(at + 1), text] as const),
  ];
  return labels.flatMap(([zh, en, value]) =>
    value === null ? [] : [key('order', [facts.language === 'zh' ? zh : en, value])],
  );
}

/** What an exhibit of the report is for. */
export function purposeOf(facts: Reported, record: Look['record']): readonly string[] {
  const { order } = facts;
  if ([order.item, ...order.served.map(({ item }) => item)].includes(record.item))
    return [inWords(facts, reportSaid.ruling)];
  const known = record.kind === 'capture' && !clockOff({ record, text: null }) && order.ruled !== null;
  const isBefore = known && Date.parse(record.startedAt) < Date.parse(`${order.ruled}T00:00:00+08:00`);
  const said = !known ? reportSaid.beside : isBefore ? reportSaid.before : reportSaid.look;
  const first = order.obligations.find((of) => itemsOf(facts, of).includes(record.item));
  return first ? [inWords(facts, said, { text: first.text })] : [];
}

function itemsOf(facts: Facts, of: StoredObligation): readonly string[] {
  switch (of.kind) {
    case 'stop':
      return of.places.flatMap(({ address }) => looksAt(facts, address).map(({ record }) => record.item));
    case 'homepage':
      return looksAt(facts, of.address).map(({ record }) => record.item);
    case 'clarify':
      return of.channels.flatMap(({ originals, clarifications, accounts }) => [
        ...originals,
        ...clarifications,
        ...accounts.flatMap(({ original, looks }) => [original ?? '', ...looks.map(({ item }) => item)]),
      ]);
  }
}
