import { withoutBlanks } from '../../reading/printed-words.ts';
import type { Facts, StoredExhibit } from '../../reading/stored-facts.ts';
import { toldRows } from '../arranged/standing.ts';
import { citedWith, word } from '../arranged/tables.ts';

/** A time as it is stated: from, and until when it may be. Milliseconds since 1970. */
type Span = Readonly<{ from: number; until: number }>;
type Row = {
  span: Span | null;
  time: string;
  measured: boolean;
  lane: string;
  sign: string;
  what: string;
  more: string[];
  cited: string;
};

const [second, minute, day] = [1_000, 60_000, 86_400_000] as const;
const signs = ['◇', '○', '◎', '☆', '△', '□', '▲', '■', '▼'];
export const laneOrder = ['message', 'media', 'clarified', 'court', 'other', 'own'];

const clock = (moment: number): string => new Date(moment + 8 * 60 * minute).toISOString().replace('T', ' ');

/** A day, a minute or a second; without a zone Beijing's. Anything else says no time. */
function spanOf(text: string | null): Span | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?)?$/u.exec(
    text?.trim() ?? '',
  );
  if (!found) return null;
  const [, date = '', time, seconds, zone = '+08:00'] = found;
  const from = Date.parse(`${date}T${time ?? '00:00'}${seconds ?? ':00'}${zone.replace(/(\d\d)(\d\d)$/u, '$1:$2')}`);
  return { from, until: from + (time === undefined ? day : seconds === undefined ? minute : 0) };
}

const inRead = (value: string): string => /\[([\dT:.Z+-]+)\]$/u.exec(value.trim())?.[1] ?? value.trim();
const written = (text: string): string =>
  inRead(text)
    .replace('T', ' ')
    .replace(/(\d\d:\d\d) ?([+-]\d\d):?(\d\d)$/u, '$1 $2:$3');

/** What a person stated of the time of publication, and what the page says. */
function saidOf({ record, stated }: StoredExhibit): Readonly<{ said: string | null; page: string | null }> {
  const facts = record.kind === 'capture' ? (record.pageFacts ?? []).filter(({ name }) => name === 'Published') : [];
  const differs = facts.some((one) => (one as { standing?: string }).standing === 'differs');
  const value = facts[0]?.value;
  const page = differs || value === undefined || value.trim() === '' ? null : written(value);
  const own = stated?.media?.['published'];
  return { said: own === undefined ? page : own.trim() === '' ? null : written(own), page };
}

const quoted = (text: string | null | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/[“「『《]([^“”「」『』《》]{2,})[”」』》]/gu)].map(([, words = '']) => words);

const sides = new Map([
  ['message', 'message'],
  ['coverage', 'media'],
  ['clarification', 'clarified'],
  ['order', 'court'],
]);
const laneOf = ({ record }: StoredExhibit): string => sides.get(record.category ?? '') ?? 'other';

/** Where two spans lie: surely later, surely earlier, or neither. */
function lies(source: Span | null, citing: Span | null): 'later' | 'earlier' | 'open' {
  if (!source || !citing) return 'open';
  if (source.from === citing.from && source.until === citing.until && source.from === source.until) return 'open';
  if (citing.from >= source.until) return 'later';
  return citing.until <= source.from ? 'earlier' : 'open';
}

const titleOf = ({ manifest, exhibits }: Facts, { record, stated }: StoredExhibit): string =>
  manifest.exhibits.find(({ item }) => item === record.item)?.title ??
  exhibits.find((one) => one.record.item === record.item)?.stated?.title ??
  stated?.title ??
  '';

/** Links that are told here, with the exhibits at both ends. */
function links(facts: Facts) {
  const at = (item: string) => facts.exhibits.findIndex(({ record }) => record.item === item);
  const confirmed = (of: Facts) =>
    of.links.filter(({ decided, source, citing }) => decided === 'confirmed' && at(source) >= 0 && at(citing) >= 0);
  return toldRows(facts, 'spread', confirmed, ({ source, citing, basis }) => [source, citing, basis]).toSorted(
    (a, b) => at(a.source) - at(b.source) || at(a.citing) - at(b.citing),
  );
}

/** `first` and `last`: what is said before and after what stands in its media fields. */
type Publication = Row & { all: readonly StoredExhibit[]; first: string[]; last: string[] };

const hasMedia = ({ stated }: StoredExhibit): boolean =>
  Object.values(stated?.media ?? {}).some((text) => text.trim() !== '');

const unsaid = (facts: Facts): readonly StoredExhibit[] =>
  toldRows(
    facts,
    'media',
    ({ exhibits }) => exhibits,
    ({ record, stated }) => [record.item, stated?.title, stated?.media],
  );

function publications(facts: Facts): Publication[] {
  const all = links(facts);
  const every = facts.links.filter(({ decided }) => decided === 'confirmed');
  const linked = new Set(every.flatMap(({ source, citing }) => [source, citing]));
  const shown = unsaid(facts).filter(
    (one) =>
      saidOf(one).said !== null || one.record.category === 'coverage' || hasMedia(one) || linked.has(one.record.item),
  );
  const keyOf = (one: StoredExhibit) => {
    const span = spanOf(saidOf(one).said);
    return one.record.kind === 'capture' && span ? `${one.record.url} ${span.from} ${span.until}` : one.number;
  };
  return [...Map.groupBy(shown, keyOf).values()].map((same): Publication => {
    const [first] = same as [StoredExhibit, ...StoredExhibit[]];
    const { said, page } = saidOf(first);
    const span = spanOf(said);
    const agrees = page === said || (span !== null && JSON.stringify(spanOf(page)) === JSON.stringify(span));
    const sources = same.flatMap(({ record }) => all.filter(({ citing }) => citing === record.item));
    const wanted = (item: string) => {
      const of = same.find(({ record }) => record.item === item);
      const cites = of?.stated?.media?.['cites']?.trim() ?? '';
      return [
        ...sources.filter(({ citing }) => citing === item).flatMap(({ basis }) => quoted(basis)),
        ...(cites === '' ? [] : [cites, ...quoted(cites)]),
        ...quoted(of && titleOf(facts, of)),
      ];
    };
    const order = (wantedOrder: 'earlier' | 'open') =>
      sources.flatMap(({ source }) => {
        const from = facts.exhibits.find(({ record }) => record.item === source);
        return from && lies(spanOf(saidOf(from).said), span) === wantedOrder ? [from.number] : [];
      });
    const [open, earlier] = [order('open'), order('earlier')];
    const mark = (numbers: readonly string[]) => numbers.join(word(facts, '、', ', '));
    const differs = page === null || agrees ? [] : [word(facts, `页面载明的时间为${page}`, `the page states ${page}`)];
    const last = [
      ...(open.length === 0
        ? []
        : [
            word(
              facts,
              `所载时间不能确定是否晚于证据${mark(open)}`,
              `the stated times do not settle whether it is later than exhibit ${mark(open)}`,
            ),
          ]),
      ...(earlier.length === 0
        ? []
        : [
            word(
              facts,
              `所载时间早于其来源证据${mark(earlier)}`,
              `the stated time is earlier than that of its source, exhibit ${mark(earlier)}`,
            ),
          ]),
    ];
    return {
      ...{ all: same, span, time: said ?? '–', measured: false, lane: laneOf(first) },
      sign: said === null ? '☆' : page !== null && agrees ? '○' : '◎',
      what: titleOf(facts, first),
      ...{ first: differs, last, more: [...differs, ...ofMedia(facts, first), ...last] },
      cited:
        citedOne(
          facts,
          same.map(({ record }) => record.item),
          wanted,
        ) + sources.map(({ source, basis }) => `←${citedWith(facts, [source], () => quoted(basis))}`).join(''),
    };
  });
}

/** A dash where nothing is cited, in every edition. */
function citedOne(facts: Facts, items: readonly string[], wanted: (item: string) => readonly string[]): string {
  const known = items.filter((item) => facts.manifest.exhibits.some((one) => one.item === item));
  return known.length === 0 ? '–' : citedWith(facts, known, wanted);
}

function ofMedia(facts: Facts, one: StoredExhibit, what = titleOf(facts, one)): string[] {
  const said = (field: string) => one.stated?.media?.[field]?.trim() ?? '';
  const named = (field: string, zh: string, en: string) =>
    said(field) === '' ? [] : [word(facts, `${zh}：${said(field)}`, `${en}: ${said(field)}`)];
  return [
    ...(said('outlet') === '' || what.includes(said('outlet')) ? [] : [said('outlet')]),
    ...named('author', '作者', 'author'),
    ...named('cites', '引用', 'cites'),
    ...named('reach', '计数', 'counts'),
  ];
}

/** Events; that which falls on the one publication that it cites is that publication, in the party's words. */
function events(facts: Facts, published: readonly Publication[]): Readonly<{ rows: Row[]; taken: Set<Publication> }> {
  const taken = new Set<Publication>();
  const told = toldRows(
    facts,
    'chronology',
    ({ plan }) => plan.chronology,
    ({ when, what, items = [] }, of) => [
      when,
      what,
      items.filter((item) => of.exhibits.some(({ record }) => record.item === item)),
    ],
  );
  const rows = told.map(({ when, what, items = [] }): Row => {
    const span = spanOf(when);
    const cited = facts.exhibits.filter(({ record }) => items.includes(record.item));
    const same = published.filter(
      (one) => isSame(one.span, span) && one.all.some((exhibit) => cited.includes(exhibit)),
    );
    const [only] = same;
    const said = what.trim() || '–';
    if (only && same.length === 1 && !taken.has(only)) {
      taken.add(only);
      const [first] = only.all;
      const more = [...only.first, ...(first ? ofMedia(facts, first, said) : []), ...only.last];
      const others = cited.filter((one) => !only.all.includes(one));
      if (others.length === 0 && only.all.every((one) => cited.includes(one))) return { ...only, what: said, more };
      return { ...only, what: said, more, cited: 'several' };
    }
    const lanes = new Set(cited.map(laneOf));
    return {
      ...{ span, time: when.trim() || '–', measured: false, sign: '◇', what: said, more: [] },
      lane: lanes.size === 1 ? ([...lanes][0] ?? 'other') : 'other',
      cited: citedOne(
        facts,
        cited.map(({ record }) => record.item),
        () => quoted(what),
      ),
    };
  });
  return { rows, taken };
}

function isSame(one: Span | null, other: Span | null): boolean {
  if (!one || !other) return false;
  if (one.from === other.from && one.until === other.until) return true;
  const short = ({ from, until }: Span) => until - from <= minute;
  return short(one) && short(other) && Math.floor(one.from / minute) === Math.floor(other.from / minute);
}

/** What was stated of corrections; what was captured and imported, by the day; what was not there. */
function others(facts: Facts): Row[] {
  const corrected = unsaid(facts).flatMap((one): Row[] => {
    const words = one.stated?.media?.['corrected']?.trim() ?? '';
    if (words === '') return [];
    const times = words.match(/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?/gu) ?? [];
    const [only = '–', another] = times;
    const time = another === undefined ? only : '–';
    return [
      {
        ...{ span: spanOf(time), time, measured: false, sign: '△', lane: laneOf(one), what: titleOf(facts, one) },
        more: [word(facts, `更正、删除情况：${words}`, `on correction or deletion: ${words}`)],
        cited: citedOne(facts, [one.record.item], () => quoted(words)),
      },
    ];
  });
  const earlier = new Set((facts.manifest.earlier ?? []).map(({ number }) => number));
  const late = facts.exhibits.filter(({ number }) => facts.manifest.edition !== 'filing' || !earlier.has(number));
  const measured = (some: readonly StoredExhibit[], sign: string, lane: string, what: string, cited: string): Row => {
    const times = some.map(({ record }) => Date.parse(record.startedAt));
    const span = { from: Math.min(...times), until: Math.max(...times) };
    const [from, until] = [clock(span.from).slice(11, 19), clock(span.until).slice(11, 19)];
    return {
      span,
      time: from === until ? from : `${from}–${until}`,
      measured: true,
      sign,
      lane,
      what,
      more: [],
      cited,
    };
  };
  const groups = Map.groupBy(
    late,
    ({ record }) => `${record.kind} ${clock(Date.parse(record.startedAt)).slice(0, 10)}`,
  );
  const together = [...groups.values()].map((some) => {
    const [first] = some as [StoredExhibit, ...StoredExhibit[]];
    const isCapture = first.record.kind === 'capture';
    const many = isCapture
      ? word(facts, `由本程序取证${some.length}项`, `${some.length} exhibits captured by this program`)
      : word(facts, `导入${some.length}项`, `${some.length} exhibits imported`);
    const what = some.length === 1 ? titleOf(facts, first) : many;
    return measured(some, isCapture ? '■' : '▼', 'own', what, runs(facts, some));
  });
  const gone = late.flatMap((one) => {
    const status = (one.record as { httpStatus?: number | null }).httpStatus;
    if (one.record.kind !== 'capture' || (status !== 404 && status !== 410)) return [];
    const title = titleOf(facts, one);
    const what = word(
      facts,
      `取证时服务器答复${status}：${title}`,
      `the server answered ${status} at capture: ${title}`,
    );
    return [
      measured(
        [one],
        '▲',
        laneOf(one),
        what,
        citedOne(facts, [one.record.item], () => []),
      ),
    ];
  });
  return [...corrected, ...together, ...gone];
}

/** Exhibits that follow one another as one, from the first page to the last. */
function runs(facts: Facts, some: readonly StoredExhibit[]): string {
  const rows = some.flatMap(({ record, number }) => {
    const at = facts.manifest.exhibits.findIndex(({ item }) => item === record.item);
    const entry = facts.manifest.exhibits[at] as { pages: readonly [number, number]; annex?: unknown } | undefined;
    return entry ? [{ at, number, pages: entry.pages, annexed: entry.annex !== undefined }] : [];
  });
  const found: (typeof rows)[] = [];
  for (const row of rows) {
    const before = found.at(-1)?.at(-1);
    if (before && before.at === row.at - 1 && !before.annexed && !row.annexed) found.at(-1)?.push(row);
    else found.push([row]);
  }
  return found
    .map((run) => {
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last) return '';
      const [from, to] = [first.pages[0], last.pages[1]];
      const pages = from === to ? `${from}` : `${from}–${to}`;
      const numbers = first === last ? first.number : `${first.number}–${last.number}`;
      const name = first === last ? 'Exhibit' : 'Exhibits';
      return word(facts, `证据${numbers}第${pages}页`, `${name} ${numbers}, ${from === to ? 'p' : 'pp'}. ${pages}`);
    })
    .join('');
}

/** Every row in its order. */
export function rowsOfAxis(facts: Facts): readonly Row[] {
  const published = publications(facts);
  const { rows, taken } = events(facts, published);
  const all = [...rows, ...published.filter((one) => !taken.has(one)), ...others(facts)];
  return all
    .map((row, at) => ({ row, at }))
    .sort(({ row: a, at: m }, { row: b, at: n }) => {
      if (!a.span || !b.span) return Number(!a.span) - Number(!b.span) || m - n;
      return (
        a.span.from - b.span.from ||
        b.span.until - a.span.until ||
        signs.indexOf(a.sign) - signs.indexOf(b.sign) ||
        m - n
      );
    })
    .map(({ row }) => row);
}

/** Courts that ask for no chronology get no axis. */
const withoutAxis = ['singapore', 'us-cmecf'];

/** Whether there must be an axis: the court's paper has one, and somebody stated something. */
export const isAxisDue = (facts: Facts): boolean =>
  facts.manifest.report === undefined &&
  !withoutAxis.includes(facts.manifest.profile) &&
  rowsOfAxis(facts).some(({ measured, sign, more }) => !measured && (sign !== '☆' || more.length > 0));

/** The lines that the axis prints below its heads: days, and rows as `time|sign under its lane|words|exhibits`. */
export function linesOfAxis(facts: Facts): readonly string[] {
  const rows = rowsOfAxis(facts);
  const days = rows.map(({ span }) => (span ? clock(span.from).slice(0, 10) : null));
  const noDay = word(facts, '日期不详或无法识别', 'Day unknown or not readable');
  return rows.flatMap((row, at) => {
    const own = days[at];
    const alone = own !== null && days[at - 1] !== own && days[at + 1] !== own;
    const opens = !alone && (at === 0 || days[at - 1] !== own);
    const words = withoutBlanks(
      [row.what, [...otherwise(facts, row), ...row.more].join(word(facts, '；', '; '))].join(''),
    );
    const line = [timeOfRow(facts, row, alone ? (own ?? '') : null), `${row.lane}${row.sign}`, words, row.cited].join(
      '|',
    );
    return [...(opens ? [withoutBlanks(own ?? noDay)] : []), withoutBlanks(line)];
  });
}

function timeOfRow(facts: Facts, { span, time, measured }: Row, alone: string | null): string {
  if (!span) return time;
  const length = span.until - span.from;
  if (!measured && length > minute) return alone ?? word(facts, '当日', 'that day');
  const shown = measured ? time : clock(span.from).slice(11, length < second ? 19 : 16);
  return `${alone ?? ''}${shown}`;
}

/** Said where the time is printed otherwise than it is stated. */
function otherwise(facts: Facts, { span, time, measured }: Row): string[] {
  if (!span || measured) return [];
  const printed = clock(span.from).slice(0, span.until - span.from > minute ? 10 : 16);
  return time.trim().replace('T', ' ').startsWith(printed)
    ? []
    : [word(facts, `原文所载时间${time}`, `time as stated: ${time}`)];
}
