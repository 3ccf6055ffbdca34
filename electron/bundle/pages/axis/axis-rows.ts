import type { Category } from '../../../../shared/case/category.ts';
import { shortTime } from '../../../../shared/instant.ts';
import type { Order } from '../../../../shared/order/order.ts';
import { quotedIn } from '../../../../shared/quoted-in.ts';
import { publishedStretch, type Stretch } from '../../../../shared/window/spread-layout.ts';
import type { BundleExhibit, BundleModel } from '../../model.ts';
import { citedBy } from '../../quoted-words.ts';
import { beijingOffset, publicationOf, type StatedPublication } from '../statements/published.ts';

/** Whose side of the matter a row tells of, from the left. */
export const lanes = ['message', 'media', 'clarified', 'court', 'other', 'own'] as const;
export type Lane = (typeof lanes)[number];

/** What happened, in the order in which rows of one moment stand. */
export const axisSigns = [
  ...(['event', 'publishedByPage', 'publishedByParty', 'undated', 'corrected', 'ordered'] as const),
  ...(['gone', 'captured', 'imported'] as const),
] as const;
export type AxisSign = (typeof axisSigns)[number];

/** Of what a row tells, beside its time and exhibits. */
export type AxisTold =
  | Readonly<{ of: 'event'; what: string }>
  | Readonly<{
      of: 'published';
      what: string | null;
      exhibit: BundleExhibit;
      publication: StatedPublication;
      /** Captured more than once: the exhibits that show the same page with the same time, the first among them. */
      all: readonly BundleExhibit[];
    }>
  | Readonly<{ of: 'corrected'; exhibit: BundleExhibit; words: string }>
  | Readonly<{ of: 'gone'; exhibit: BundleExhibit; status: number }>
  | Readonly<{ of: 'captured' | 'imported'; exhibits: readonly BundleExhibit[] }>
  | Readonly<{ of: 'ruled' | 'measure'; number: string | null }>
  | Readonly<{ of: 'served'; served: Order['served'][number] }>;

/** An exhibit that a row cites, with words that lead to the page of it that says them. */
type AxisCitation = Readonly<{ exhibit: BundleExhibit; words: readonly string[] }>;

/** How the stated times of two publications lie to each other, of which one took from the other. */
type AxisOrder = 'after' | 'unknown' | 'before';
type AxisSource = AxisCitation & Readonly<{ order: AxisOrder }>;

export type AxisRow = Readonly<{
  sign: AxisSign;
  lane: Lane;
  told: AxisTold;
  /** Null: the day is not known, or cannot be read. */
  stretch: Stretch | null;
  /** As it is stated; null: nobody states it. */
  written: string | null;
  /** Whether it is a time of this device's clock, and not one that a page or a person states. */
  measured: boolean;
  cites: readonly AxisCitation[];
  /** The publications that this one took from, as a person confirmed it. */
  sources: readonly AxisSource[];
}>;

const laneOf: Readonly<Record<Category, Lane>> = {
  message: 'message',
  coverage: 'media',
  clarification: 'clarified',
  record: 'other',
  harm: 'other',
  order: 'court',
  other: 'other',
};

/** Everything that has or should have a time, in its order; last, in that of the exhibits, what has no day. */
export function axisRows(model: BundleModel): readonly AxisRow[] {
  const published = publicationRows(model);
  const { told, merged } = eventRows(model, published);
  const rows = [
    ...told,
    ...published.filter((row) => !merged.has(row)),
    ...correctionRows(model),
    ...orderRows(model),
    ...captureRows(model),
  ];
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => inTime(a.row, b.row) || a.at - b.at)
    .map(({ row }) => row);
}

/** Whether somebody stated anything to tell: for captures and imports alone nobody needs an axis. */
export const hasAxis = (model: BundleModel): boolean =>
  axisRows(model).some(
    ({ measured, told }) =>
      !measured && (told.of !== 'published' || told.publication.said !== null || hasMedia(told.exhibit)),
  );

const hasMedia = ({ exhibit: { media = {} } }: Pick<BundleExhibit, 'exhibit'>): boolean =>
  Object.values(media).some((said) => (said ?? '').trim() !== '');

function inTime({ stretch: a, sign: one }: AxisRow, { stretch: b, sign: other }: AxisRow): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  // A day without a time of day before what happened on it at midnight.
  return a.from - b.from || b.to - a.to || axisSigns.indexOf(one) - axisSigns.indexOf(other);
}

/** Events of the chronology; that which is the one publication that it cites tells of both. */
function eventRows({ exhibits, plan, standing }: BundleModel, published: readonly PublicationRow[]): Events {
  const merged = new Set<PublicationRow>();
  const told = plan.chronology.flatMap(({ when, what, items = [] }, at): AxisRow[] => {
    if (standing?.axis.chronology.has(at)) return [];
    const stretch = publishedStretch(when, beijingOffset);
    const cited = exhibits.filter(({ record }) => items.includes(record.item));
    const cites = cited.map((exhibit) => ({ exhibit, words: quotedIn(what) }));
    const same = published.filter(
      (row) => isSame(row.stretch, stretch) && row.told.all.some((one) => cited.includes(one)),
    );
    const [only] = same;
    if (same.length === 1 && only && !merged.has(only)) {
      merged.add(only);
      const others = only.cites.filter(({ exhibit }) => !cited.includes(exhibit));
      const own = (exhibit: BundleExhibit) => only.cites.find((one) => one.exhibit === exhibit)?.words ?? [];
      return [
        {
          ...only,
          told: { ...only.told, what },
          cites: [...cites.map((one) => ({ ...one, words: [...one.words, ...own(one.exhibit)] })), ...others],
        },
      ];
    }
    const sides = [...new Set(cited.map(({ record }) => laneOf[record.category]))];
    const lane = sides.length === 1 ? (sides[0] ?? 'other') : 'other';
    return [{ ...statedRow('event', lane, stretch, when), told: { of: 'event', what }, cites }];
  });
  return { told, merged };
}

type Events = Readonly<{ told: readonly AxisRow[]; merged: ReadonlySet<PublicationRow> }>;
type PublicationRow = AxisRow & Readonly<{ told: Extract<AxisTold, { of: 'published' }> }>;

/** The same minute, or the same day where neither says more. */
function isSame(one: Stretch | null, other: Stretch | null): boolean {
  if (one === null || other === null) return false;
  if (one.from === other.from && one.to === other.to) return true;
  const [a, b] = [one, other].map(({ from }) => Math.floor(from / minute));
  return a === b && one.to - one.from <= minute && other.to - other.from <= minute;
}

const minute = 60_000;

/** Exhibits whose publication is told: those that say when, and coverage and what is linked even where it is not known. */
function shownPublications({ exhibits, spread, standing }: BundleModel): readonly BundleExhibit[] {
  const linked = new Set(spread.flatMap(({ source, citing }) => [source, citing]));
  return exhibits.filter(({ index, record, exhibit }) => {
    if (standing?.axis.media.has(index)) return false;
    if (publicationOf({ exhibit, record }).said !== null) return true;
    return record.category === 'coverage' || hasMedia({ exhibit }) || linked.has(index);
  });
}

/** One row a publication: captures of one address that state the same time show the same one. */
function publicationRows(model: BundleModel): readonly PublicationRow[] {
  const groups = Map.groupBy(shownPublications(model), (one) => {
    const { stretch } = publicationOf(one);
    const { record, index } = one;
    return record.kind !== 'capture' || stretch === null ? index : `${record.url} ${stretch.from} ${stretch.to}`;
  });
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    return first ? [publicationRow(first, all, model)] : [];
  });
}

function publicationRow(exhibit: BundleExhibit, all: readonly BundleExhibit[], model: BundleModel): PublicationRow {
  const publication = publicationOf(exhibit);
  const taken = all.map((one) => ({ one, ...sourcesOf(one, publication, model) }));
  const by = publication.by === 'page' ? 'publishedByPage' : 'publishedByParty';
  const sign = publication.said === null ? 'undated' : by;
  return {
    ...statedRow(sign, laneOf[exhibit.record.category], publication.stretch, publication.said),
    told: { of: 'published', what: null, exhibit, publication, all },
    cites: taken.map(({ one, words }) => ({
      exhibit: one,
      words: [...words, ...citedBy(one.exhibit), ...quotedIn(one.exhibit.title)],
    })),
    sources: taken.flatMap(({ sources }) => sources),
  };
}

function sourcesOf(
  { index }: BundleExhibit,
  { stretch }: StatedPublication,
  { spread, exhibits, standing }: BundleModel,
): Readonly<{ sources: readonly AxisSource[]; words: readonly string[] }> {
  const links = spread.filter(({ citing }, at) => citing === index && standing?.axis.spread.has(at) !== true);
  return {
    words: links.flatMap(({ basis }) => quotedIn(basis)),
    sources: links.flatMap(({ source, basis }): AxisSource[] => {
      const exhibit = exhibits[source];
      if (!exhibit) return [];
      return [{ exhibit, words: quotedIn(basis), order: orderOf(publicationOf(exhibit).stretch, stretch) }];
    }),
  };
}

/** Whether a publication certainly came after its source. Times that overlap, and one that is not known, settle nothing. */
function orderOf(source: Stretch | null, citing: Stretch | null): AxisOrder {
  if (source === null || citing === null) return 'unknown';
  if (isPoint(source) && isPoint(citing) && source.from === citing.from) return 'unknown';
  if (source.to <= citing.from) return 'after';
  return citing.to <= source.from ? 'before' : 'unknown';
}

const isPoint = ({ from, to }: Stretch): boolean => from === to;

/** What somebody stated of a correction or a deletion: at its time where it says one, and one alone. */
function correctionRows({ exhibits, standing }: BundleModel): readonly AxisRow[] {
  return exhibits.flatMap((exhibit): AxisRow[] => {
    const words = exhibit.exhibit.media?.corrected?.trim() ?? '';
    if (words === '' || standing?.axis.media.has(exhibit.index)) return [];
    const times = words.match(/\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?/g) ?? [];
    const [first = null, another] = times;
    const written = another === undefined ? first : null;
    return [
      {
        ...statedRow('corrected', laneOf[exhibit.record.category], publishedStretch(written, beijingOffset), written),
        told: { of: 'corrected', exhibit, words },
        cites: [{ exhibit, words: quotedIn(words) }],
      },
    ];
  });
}

/** What the case states of its order, where the ruling is filed here. */
function orderRows({ order, exhibits, reissue, standing }: BundleModel): readonly AxisRow[] {
  const ruling = exhibits.find(({ record }) => record.item === order?.item);
  if (!order || !ruling || (standing !== null && reissue?.exhibits.has(ruling.number))) return [];
  const row = (written: string, told: AxisTold, exhibit = ruling): AxisRow => ({
    ...statedRow('ordered', 'court', publishedStretch(written, beijingOffset), written),
    told,
    cites: [{ exhibit, words: [] }],
  });
  const { number, ruled, measureTaken } = order;
  return [
    ...(ruled === null ? [] : [row(ruled, { of: 'ruled', number })]),
    ...(measureTaken === null ? [] : [row(measureTaken, { of: 'measure', number })]),
    ...order.served.map((served) =>
      row(
        // A stored moment is nobody's words: it is printed as every other time is.
        served.on.length > 10 ? shortTime(served.on) : served.on,
        { of: 'served', served },
        exhibits.find(({ record }) => record.item === served.item),
      ),
    ),
  ];
}

/** Captures and imports, those of one day together; and each capture to which the server answered that nothing is there. */
function captureRows({ exhibits, reissue, standing }: BundleModel): readonly AxisRow[] {
  const late = exhibits.filter(({ number }) => standing === null || reissue?.exhibits.has(number) !== true);
  const groups = Map.groupBy(late, ({ record: { kind, startedAt } }) => `${kind} ${axisDay(Date.parse(startedAt))}`);
  const together = [...groups.values()].map((some): AxisRow => {
    const times = some.map(({ record }) => Date.parse(record.startedAt));
    const of = some[0]?.record.kind === 'capture' ? 'captured' : 'imported';
    return {
      ...measuredRow(of, 'own', { from: Math.min(...times), to: Math.max(...times) }),
      told: { of, exhibits: some },
      cites: some.map((exhibit) => ({ exhibit, words: [] })),
    };
  });
  const gone = late.flatMap((exhibit): AxisRow[] => {
    const { record } = exhibit;
    if (record.kind !== 'capture' || (record.httpStatus !== 404 && record.httpStatus !== 410)) return [];
    const at = Date.parse(record.startedAt);
    return [
      {
        ...measuredRow('gone', laneOf[record.category], { from: at, to: at }),
        told: { of: 'gone', exhibit, status: record.httpStatus },
        cites: [{ exhibit, words: [] }],
      },
    ];
  });
  return [...together, ...gone];
}

type RowTime = Omit<AxisRow, 'told' | 'cites'>;

const statedRow = (sign: AxisSign, lane: Lane, stretch: Stretch | null, written: string | null): RowTime => ({
  ...{ sign, lane, stretch, written },
  measured: false,
  sources: [],
});
const measuredRow = (sign: AxisSign, lane: Lane, stretch: Stretch): RowTime => ({
  ...{ sign, lane, stretch, written: null },
  measured: true,
  sources: [],
});

/** The day of a moment in Beijing. */
export const axisDay = (moment: number): string => inBeijing(moment).slice(0, 10);
export const inBeijing = (moment: number): string =>
  new Date(moment + beijingOffset * 60_000).toISOString().replace('T', ' ');
