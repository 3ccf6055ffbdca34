import { inBoth } from '../../shared/bilingual.ts';
import type { CaseFacts } from '../../shared/case/case.ts';
import { courts } from '../../shared/case/case.ts';
import type { Exhibit } from '../../shared/case/exhibit.ts';
import type { Attachment } from '../../shared/case/attachment.ts';
import type { ProofPlan } from '../../shared/case/proof-plan.ts';
import type { FilePages, ItemRecord } from '../../shared/case/record.ts';
import {
  languagesOf,
  say,
  type CaseLanguage,
  type FiledWords,
  type Params,
  type Text,
  type UserWords,
} from '../../shared/language.ts';
import { bundleTexts, type BundleText } from '../../shared/messages/papers/bundle-messages.ts';
import type { Deadline } from '../../shared/order/deadlines.ts';
import type { ObligationReport } from '../../shared/order/obligations.ts';
import type { Order } from '../../shared/order/order.ts';
import type { Continued } from '../../shared/plan/numbers.ts';
import type { ReissuedCatalogue } from '../../shared/plan/reissue.ts';
import type { Problem } from '../../shared/plan/problem.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import type { PageText } from '../../shared/page/page-text.ts';
import type { WordsByPage } from '../../shared/page/page-words.ts';
import type { TextRun } from '../../shared/page/text-positions.ts';
import type { PictureBand } from '../../shared/watch/picture-bands.ts';
import type { ComparisonTable } from '../compare/comparison-table.ts';
import type { FontFaces } from './pdf/font-face.ts';
import type { Layout } from './layout.ts';
import type { PictureLibrary } from './pictures/pictures.ts';

/** The order and what the captures of the case showed of each obligation, at its last content entry. */
export type ComplianceFacts = Readonly<{
  /** Wall clock of that entry. */
  asOf: string;
  order: Order;
  deadlines: readonly Deadline[];
  reports: readonly ObligationReport[];
}>;

/** *filing*: what is filed, nothing else. *working*: also what only those who work on the case may read. */
export type Edition = 'filing' | 'working';

/** Everything that a bundle shows, fixed before the first page is drawn. */
export type BundleModel = Readonly<{
  caseId: string;
  facts: CaseFacts;
  court: string | null;
  profile: Profile;
  layout: Layout;
  /** What only a working edition shows; null in a filing, so that no page can show it by mistake. */
  working: WorkingPapers | null;
  /** What followed the order: then this is a compliance report, and nothing else of the plan is in it. */
  compliance: ComplianceFacts | null;
  /** Chronology, media schedule and spread as tables too, beside the time axis; always where people only work on the case. */
  tables: boolean;
  /** The order whose ruling is among the exhibits of this bundle; null: there is none. */
  order: Order | null;
  plan: FiledPlan;
  /** Links between publications that a person confirmed and whose two ends are filed, in order of the sources. */
  spread: readonly FiledLink[];
  exhibits: readonly BundleExhibit[];
  /** Words that the lists quote from each exhibit, by its place: they are framed where its pictures show them. */
  quoted: ReadonlyMap<number, readonly string[]>;
  /** Places of the exhibits whose full pages stand in an annex volume, behind everything else. */
  annexed: ReadonlySet<number>;
  /** Which answers carried the words that the arrangement wants traced, by the exhibit's place. */
  traces: ReadonlyMap<number, readonly Trace[]>;
  /** The same of the words of key pages, by the exhibit's place and the words: only those that an answer carried. */
  keyTraces: ReadonlyMap<number, ReadonlyMap<string, Trace>>;
  /** What differs from the other captures that the arrangement wants it compared with, by the exhibit's place. */
  comparisons: ReadonlyMap<number, readonly FiledComparison[]>;
  /** Last content entry of the custody log, and the entries that this edition prints. */
  custody: Readonly<{ seq: number; hash: string; wall: string; entries: readonly CustodyLine[] }>;
  /** The bundle filed before, where this one adds to it. */
  reissue: ReissuedCatalogue | null;
  /** What stands in that bundle as it would here, and is not said again; null where everything is said. */
  standing: StandingRows | null;
  program: string;
  language: CaseLanguage;
  draft: boolean;
  fonts: FontFaces;
  pictures: PictureLibrary;
  /** A text of the bundle in its language or languages. */
  t: SayText<BundleText>;
}>;

/**
 * Rows of a bundle filed before that this one would only repeat, by its part: of the part that it has, and of the case as it
 * stood then. What has changed since is none of them.
 */
export type StandingRows = Readonly<{
  /** When it was filed, as somebody stated it; null: nobody did. */
  filed: string | null;
  /** Wall clock of the entry that it was built from. */
  asOf: string;
  /** By the element. */
  matrix: ReadonlySet<string>;
  /** By the place of the event in the plan. */
  chronology: ReadonlySet<number>;
  /** By the place of the link. */
  spread: ReadonlySet<number>;
  /** By the place of the exhibit. */
  media: ReadonlySet<number>;
  /** The same three, where the axis of that bundle or its tables say them. */
  axis: Readonly<Record<'chronology' | 'spread' | 'media', ReadonlySet<number>>>;
  catalogue: ReadonlySet<number>;
  certificate: ReadonlySet<number>;
  hashes: ReadonlySet<number>;
  /** Two exhibits compared, as {@link pairOf} has them. */
  comparison: ReadonlySet<string>;
  /** By the number of the entry of the custody log. */
  custody: ReadonlySet<number>;
}>;

/** Two exhibits by their places, whichever comes first. */
export const pairOf = (one: number, other: number): string => [one, other].toSorted((a, b) => a - b).join('-');

/** Exhibits that a bundle adds to those filed before; all, where it adds to none. */
export const addedExhibits = ({
  exhibits,
  reissue,
}: Pick<BundleModel, 'exhibits' | 'reissue'>): readonly BundleExhibit[] =>
  exhibits.filter(({ number }) => reissue?.exhibits.has(number) !== true);

/** Says a text by its name; `in` is the same in another language. */
export type SayText<Name extends string> = ((name: Name, params?: Params) => string) &
  Readonly<{ in(language: CaseLanguage): SayText<Name> }>;

/** Two exhibits compared: the earlier capture first, and the place of the other one in the arrangement. */
export type FiledComparison = Readonly<{
  before: number;
  after: number;
  table: ComparisonTable;
  /** Rows that differ; empty where the pictures could not be compared, which the table's notes say. */
  bands: readonly PictureBand[];
}>;

/** What of an exhibit may be filed: its notes are for those who work on the case. */
export type FiledExhibit = Omit<Continued<Exhibit>, 'notes' | 'number'> & Pick<Exhibit, 'number'>;

/** What of the plan may be filed: contrary evidence, gaps, notes and drafts are not in here. */
export type FiledPlan = Readonly<{
  chronology: ProofPlan['chronology'];
  elements: readonly FiledElement[];
}>;

/** One exhibit took from another, by their places, with what shows it. */
export type FiledLink = Readonly<{ source: number; citing: number; basis: string }>;

/** An element with the exhibits that go to it, each with the words quoted from it. */
export type FiledElement = Readonly<{
  id: string;
  name: string;
  law: string | null;
  fact: string | null;
  support: readonly Readonly<{ index: number; passages: readonly string[] }>[];
}>;

/** Contrary evidence, and what is lacking or to be looked at, one a line. */
export type OpenPoints = Readonly<{ contrary: readonly UserWords[]; lacking: readonly UserWords[] }>;

export type WorkingPapers = Readonly<{
  plan: ProofPlan;
  /** By element. */
  open: ReadonlyMap<string, OpenPoints>;
  /** Items that are not in the bundle, with the reason where somebody gave one. */
  leftOut: readonly Readonly<{ item: string; title: string; reason: string | null }>[];
  notes: readonly Readonly<{ number: string; notes: UserWords }>[];
  problems: readonly Problem[];
}>;

/** A custody entry as a bundle prints it. */
export type CustodyLine = Readonly<{
  seq: number;
  wall: string;
  person: string | null;
  program: string;
  act: string;
  /** Number of the exhibit that it concerns; null: none of the bundle's. */
  exhibit: string | null;
  /** Whether it concerns the case as a whole, and not one item or queued address. */
  ofCase: boolean;
  prev: string;
  hash: string;
}>;

export type BundleExhibit = Readonly<{
  index: number;
  number: string;
  exhibit: FiledExhibit;
  record: ItemRecord;
  recordSha256: string;
  recordBytes: number;
  attachments: readonly Attachment[];
  /** The file with the words that a machine read in its picture; null where none did. */
  machineRead: Attachment['file'] | null;
  /** When the custody log came to hold each file, by its SHA-256: wall clock of the entry. */
  keptAt: ReadonlyMap<string, string>;
  /**
   * Words where they stand in its first picture, in device pixels: a captured page's own, else what a machine read there;
   * empty where there are none.
   */
  words(): readonly TextRun[];
  /** Words of the page without a place in its picture, and those whose font draws other characters there. */
  elsewhere(): readonly string[];
  /** What a machine read on the pages of its document or in its pictures, both counted from 1. Read from disk at each call. */
  pageWords(): WordsByPage;
  /** Words of its rolling picture in each piece, both counted from 1, in device pixels. Read from disk at each call. */
  rollingWords(): WordsByPage;
  /** Words of an HTML document that was drawn here, in device pixels of its picture, by the artifact's name. Read from disk at each call. */
  drawnWords(name: string): readonly TextRun[];
  /** What the pages of a mail or a text file print, by its artifact's name; null for anything else. */
  pageText(name: string): PageText | null;
}>;

/**
 * Words for the user on a page of a working edition: the only way onto any page. What asks for it holds working papers, which
 * a filing does not have.
 */
export function forOwnTeam(_working: WorkingPapers, words: UserWords): FiledWords {
  return String(words);
}

/** What an item's file becomes: pictures, a document, or nothing with a reason. A captured page is pictures. */
export function filePagesOf(record: ItemRecord): FilePages {
  const pages = record.kind === 'import' ? record.pages : record.file?.pages;
  return pages ?? { as: 'images' };
}

export function courtName(facts: CaseFacts, language: CaseLanguage): string | null {
  if (facts.court === null) return null;
  return facts.court in courts ? say(courts[facts.court as keyof typeof courts], language) : facts.court; // checked just now
}

/** The texts that every page may say, and those of a page's own, in the court's terms. */
export function textsIn<W extends Readonly<Record<string, Text>> = typeof bundleTexts>(
  language: CaseLanguage,
  words?: W,
  terms?: Profile['terms'],
): SayText<BundleText | (keyof W & string)> {
  type Name = BundleText | (keyof W & string);
  const all = { ...bundleTexts, ...words, ...terms } as Readonly<Record<Name, Text>>; // these names, some in a court's words
  return Object.assign((name: Name, params?: Params) => say(all[name], language, params), {
    in: (other: CaseLanguage) => textsIn(other, words, terms),
  });
}

/**
 * Lines made in each language by itself, each a value of both: whatever stands within a sentence is then in that
 * sentence's language. `t` of a bilingual model would put both languages of a word into both.
 */
export function inEachLanguage<M extends Readonly<{ language: CaseLanguage; t: Pick<SayText<never>, 'in'> }>>(
  model: M,
  lines: (model: M) => readonly string[],
): readonly string[] {
  const [first = [], second] = languagesOf(model.language).map((language) =>
    lines({ ...model, language, t: model.t.in(language) }),
  );
  if (second === undefined) return first;
  if (second.length !== first.length) return [...first, ...second];
  return first.map((line, at) => inBoth(line, second[at] ?? ''));
}
