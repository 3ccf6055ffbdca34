import { withoutMarks } from '../../../shared/bilingual.ts';
import { opponentsOf } from '../../../shared/case/case.ts';
import type { Arrangement } from '../../../shared/case/exhibit.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import type { ReissuedCatalogue } from '../../../shared/plan/reissue.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { pairOf, type BundleExhibit, type BundleModel, type FiledPlan, type StandingRows } from '../model.ts';
import { caseClaims } from './case-claims.ts';
import { filedLinks } from './filed-links.ts';
import { filedPlan } from './filed-plan.ts';

type Now = Readonly<{
  exhibits: readonly BundleExhibit[];
  plan: FiledPlan;
  spread: BundleModel['spread'];
  items: readonly ItemState[];
  profile: Profile;
  language: CaseLanguage;
}>;

/**
 * Rows that the bundle filed before has as this one would: each is worked out again from the case as it stood then and from
 * the exhibits filed then, and compared. Null where the log is not the one that bundle was built from.
 */
export function standingRows(
  caseFile: ReadableCase,
  { custody: { seq, hash }, kinds, exhibits: filed }: ReissuedCatalogue,
  now: Now,
): StandingRows | null {
  if (caseFile.leafHash(seq) !== hash) return null;
  const before = now.exhibits.filter(({ number }) => filed.has(number));
  const rows = rowsThen(caseFile, seq, before, now);
  const entries = caseFile.entries('content');
  const touched = new Set(entries.filter((entry) => entry.seq > seq).map(({ subject }) => subject));
  const of = <K>(kind: string, keys: readonly K[]): ReadonlySet<K> => new Set(kinds.has(kind) ? keys : []);
  const onAxis = (kind: string, keys: readonly number[]) => (kinds.has('time-axis') ? new Set(keys) : of(kind, keys));
  const isSaid = (said: ReadonlySet<string>, row: unknown) => said.has(JSON.stringify(row));
  const standingAt = <T>(all: readonly T[], stands: (one: T) => boolean) =>
    all.flatMap((one, at) => (stands(one) ? [at] : []));
  const untouched = someOf(
    now,
    before.filter(({ exhibit }) => !touched.has(exhibit.item)),
  );
  const events = standingAt(now.plan.chronology, (event) => isSaid(rows.events, eventOf(event, now.exhibits)));
  const links = standingAt(now.spread, (link) => isSaid(rows.links, link));
  const publications = before
    .filter((one) => isSaid(rows.publications, publicationOf(one.exhibit)))
    .map(({ index }) => index);
  return {
    filed: caseFile.facts(seq).submitted ?? null,
    asOf: entries.find((entry) => entry.seq === seq)?.wall ?? '',
    matrix: of(
      'matrix',
      now.plan.elements.filter((one) => isSaid(rows.elements, one)).map(({ id }) => id),
    ),
    chronology: of('chronology', events),
    spread: of('spread', links),
    media: of('media', publications),
    axis: {
      chronology: onAxis('chronology', events),
      spread: onAxis('spread', links),
      media: onAxis('media', publications),
    },
    catalogue: of(
      'catalogue',
      someOf(
        now,
        before.filter((one) => isSaid(rows.catalogue, catalogueRow(one.exhibit))),
      ),
    ),
    certificate: of('certificate', untouched),
    hashes: of('hash-list', untouched),
    comparison: of('comparison', rows.compared),
    custody: of('custody', custodyThen(caseFile, seq, before)),
  };
}

/** Indexes of exhibits; none where nothing would be left to say. */
const someOf = ({ exhibits }: Now, some: readonly BundleExhibit[]): readonly number[] =>
  some.length < exhibits.length ? some.map(({ index }) => index) : [];

type Said = Readonly<Record<'elements' | 'events' | 'links' | 'publications' | 'catalogue', ReadonlySet<string>>> &
  Readonly<{ compared: readonly string[] }>;

/** Entries of the custody log that a bundle of these exhibits lists, built from the log up to one of them. */
function custodyThen(caseFile: ReadableCase, seq: number, before: readonly BundleExhibit[]): readonly number[] {
  const items = new Set(before.map(({ record }) => record.item));
  return caseFile
    .entries()
    .flatMap((one) => (one.seq <= seq && (one.seq === 0 || items.has(one.subject)) ? [one.seq] : []));
}

/** The rows of the case as it stood at an entry, each as one text. */
function rowsThen(
  caseFile: ReadableCase,
  seq: number,
  before: readonly BundleExhibit[],
  { items, profile, language }: Now,
): Said {
  const arrangement = resolveArrangement(
    withoutMarks(caseFile.arrangement(seq)),
    items.filter((state) => state.seq <= seq),
    language,
  );
  const arranged = new Map(arrangement.map((exhibit) => [exhibit.item, exhibit]));
  const exhibits = before.map((one): BundleExhibit => ({
    ...one,
    exhibit: arranged.get(one.exhibit.item) ?? one.exhibit,
  }));
  const claims = caseClaims(caseFile, items, arrangement, profile, seq);
  const submitted = caseFile.facts(seq).submitted ?? null;
  const asFiled = { working: false, draft: false, submitted };
  const plan = filedPlan(withoutMarks(caseFile.plan(seq)), claims, exhibits, asFiled, language);
  const texts = (rows: readonly unknown[]) => new Set(rows.map((row) => JSON.stringify(row)));
  return {
    elements: texts(plan.elements),
    events: texts(plan.chronology.map((event) => eventOf(event, exhibits))),
    links: texts(filedLinks(caseFile, exhibits, seq)),
    publications: texts(exhibits.map(({ exhibit }) => publicationOf(exhibit))),
    catalogue: texts(
      opponentsOf(caseFile.facts(seq)) === opponentsOf(caseFile.facts())
        ? exhibits.map(({ exhibit }) => catalogueRow(exhibit))
        : [],
    ),
    compared: exhibits.flatMap(({ index, exhibit: { item, comparedWith = [] } }) =>
      exhibits.flatMap((other) =>
        other.exhibit.item !== item && comparedWith.includes(other.exhibit.item) ? [pairOf(index, other.index)] : [],
      ),
    ),
  };
}

/** An event with the exhibits that its row cites. */
const eventOf = (
  { when, what, items = [] }: FiledPlan['chronology'][number],
  exhibits: readonly BundleExhibit[],
): unknown => [when, what, exhibits.flatMap(({ index, exhibit }) => (items.includes(exhibit.item) ? [index] : []))];

/** What a person arranged of an exhibit: without notes, which are in no catalogue, and its number, which is that of the bundle before. */
function catalogueRow(exhibit: Arrangement[number] | BundleExhibit['exhibit']): unknown {
  return Object.entries(exhibit)
    .filter(([name, value]) => !['notes', 'number', 'inserted'].includes(name) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const publicationOf = ({ item, title, media }: Pick<Arrangement[number], 'item' | 'title' | 'media'>): unknown => [
  item,
  title,
  media ?? null,
];
