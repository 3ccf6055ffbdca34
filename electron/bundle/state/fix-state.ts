import { storedJson } from '../../casefile/files/stored-text.ts';
import { statSync } from 'node:fs';
import type { ProofPlan } from '../../../shared/case/proof-plan.ts';
import type { Arrangement, Exhibit } from '../../../shared/case/exhibit.ts';
import type { ItemRecord } from '../../../shared/case/record.ts';
import { leafHash, type Entry } from '../../../shared/custody/entry.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { typedSides, withoutMarks } from '../../../shared/bilingual.ts';
import { inEach, type CaseLanguage } from '../../../shared/language.ts';
import { toUser } from '../../../shared/text.ts';
import { pageTextSchema, type PageText } from '../../../shared/page/page-text.ts';
import { parseMachineRead, parsePageWords, type WordsByPage } from '../../../shared/page/page-words.ts';
import { drawnScale } from '../../../shared/page/picture/drawn-html.ts';
import { scaledRun } from '../../../shared/page/letters.ts';
import { parseTextPositions, type TextRun } from '../../../shared/page/text-positions.ts';
import { parseRollingWords } from '../../../shared/page/rolling-words.ts';
import { positionedWords, type PositionedWords } from '../../../shared/page/positioned-words.ts';
import { resolveArrangement, titleOf } from '../../../shared/plan/arrangement.ts';
import { complianceExhibits } from '../../../shared/plan/compliance-exhibits.ts';
import { continued, continuing, exhibitNumbers } from '../../../shared/plan/numbers.ts';
import { judged, problemsOf } from '../../../shared/plan/problems.ts';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import type { ReissuedCatalogue } from '../../../shared/plan/reissue.ts';
import { cleanedRecord } from '../../../shared/redaction/cleaned-record.ts';
import { withoutWords } from '../../../shared/redaction/masked-record.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { sealedParents } from '../../casefile/sealed-parents.ts';
import { newSha256 } from '../../casefile/files/node-sha256.ts';
import { caseClaims } from './case-claims.ts';
import { filedLinks } from './filed-links.ts';
import { filedOrder } from './filed-order.ts';
import { filedPlan, openPointsOf } from './filed-plan.ts';
import { standingRows } from './standing-rows.ts';
import { layoutOf } from '../layout.ts';
import {
  courtName,
  textsIn,
  type BundleExhibit,
  type FiledExhibit,
  type FiledPlan,
  type BundleModel,
  type ComplianceFacts,
  type CustodyLine,
} from '../model.ts';
import { quotedWords } from '../quoted-words.ts';
import { picturesFor } from '../pages/exhibit/exhibit-pictures.ts';
import { annexedOf } from '../pages/exhibit/key-page.ts';
import { leftWords, sealedParentProblems, takenOutOf, type TakenOut } from '../problems/redaction-problems.ts';
import { FontFaces, type FontFiles } from '../pdf/font-face.ts';
import { originalPictures } from '../pictures/pictures.ts';

/** How a bundle is asked for. */
export type StateOptions = Readonly<{
  profile: Profile;
  /** Null: the profile's, else the case's. */
  language: CaseLanguage | null;
  working: boolean;
  draft: boolean;
  reissue: ReissuedCatalogue | null;
  /** The full pages of all exhibits with a key page stand in the annex; else only those that take many pages. */
  annex?: boolean;
  /** Chronology, media schedule and spread as tables too. */
  tables?: boolean;
  /** Makes it a compliance report. */
  compliance?: ComplianceFacts | null;
}>;

/** `takenOut`: the words that no page may say. `accepted`: what somebody answered for. */
export type FixedState = Readonly<{
  model: BundleModel;
  problems: readonly Problem[];
  takenOut: TakenOut;
  accepted: ProofPlan['accepted'];
}>;

/**
 * The state of the case, fixed, and what is wrong with it. Here the editions part: what only a working edition may show
 * does not enter the model of a filing at all.
 *
 * @returns `takenOut`: the words that no page may say
 * @throws {FascicleError} `bundle-empty` | `object-missing`
 */
export function fixState(
  caseFile: ReadableCase,
  { profile, language: asked, working, draft, reissue, compliance: report = null, ...how }: StateOptions,
  program: string,
  fontFiles: FontFiles,
): FixedState {
  const facts = withoutMarks(caseFile.facts());
  const language = asked ?? profile.language ?? facts.language;
  const compliance = withoutMarks(report);
  const { items, arrangement, plan } = chosenOf(caseFile, { compliance, reissue, profile }, language);
  if (arrangement.length === 0) throw new FascicleError('bundle-empty');
  const byId = new Map(items.map((state) => [state.item, state]));
  const layout = layoutOf(profile);
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const entries = caseFile.entries('content');
  const positioned = readLast((record: ItemRecord) => wordsOf(caseFile, record));
  const exhibits = arrangement
    .flatMap((exhibit, at): Omit<BundleExhibit, 'index'>[] => {
      const state = byId.get(exhibit.item);
      return state ? [exhibitOf(caseFile, state, exhibit, numbers[at] ?? '', entries, positioned)] : []; // an unknown item is a problem already
    })
    .map((exhibit, index): BundleExhibit => ({ ...exhibit, index }));
  const claims = compliance ? [] : caseClaims(caseFile, items, arrangement, profile);
  const problems = judged(
    [
      ...problemsOf({ facts, plan, claims, arrangement, profile, filed: !working }, items, language),
      ...earlierProblems(exhibits, reissue, language),
      ...sealedParentProblems(caseFile, caseFile.items(), arrangement, numbers, language),
    ],
    plan.accepted,
  );
  const takenOut = takenOutOf(caseFile);
  const spread = compliance ? [] : filedLinks(caseFile, exhibits);
  const filed = filedPlan(plan, claims, exhibits, { working, draft, submitted: facts.submitted ?? null }, language);
  const model: BundleModel = {
    caseId: caseFile.caseId,
    facts,
    court: courtName(facts, language),
    profile,
    layout,
    working: working
      ? {
          ...workingPapers(plan, arrangement, maskedTitles(items, takenOut.words, language), exhibits, problems),
          open: openPointsOf(plan, claims, language),
        }
      : null,
    compliance,
    tables: how.tables === true || working,
    order: compliance ? null : filedOrder(caseFile, exhibits),
    spread,
    ...asSpoken(exhibits, filed, language),
    quoted: quotedWords(filed, spread, exhibits, compliance?.reports ?? []),
    annexed: annexedOf(exhibits, layout, how.annex === true),
    traces: new Map(),
    keyTraces: new Map(),
    comparisons: new Map(),
    custody: {
      ...caseFile.head('content'),
      wall: entries.at(-1)?.wall ?? '',
      entries: custodyLines(entries, exhibits, working),
    },
    reissue,
    // Those who work on the case see every row, with what is open.
    standing:
      reissue && !working
        ? standingRows(caseFile, reissue, { exhibits, plan: filed, spread, items, profile, language })
        : null,
    program,
    language,
    draft,
    fonts: new FontFaces(fontFiles),
    pictures: originalPictures(exhibits.flatMap(picturesFor), (sha256) => caseFile.objectPath(sha256)),
    t: textsIn(language, undefined, profile.terms),
  };
  const accepted = [...plan.accepted, ...filedOriginals(caseFile, arrangement, numbers)];
  return { model, problems: [...problems, ...judged(leftWords(model, takenOut), accepted)], takenOut, accepted };
}

/** Whoever took the original of a copy back with a reason answered for what it says openly. */
function filedOriginals(
  caseFile: ReadableCase,
  arrangement: Arrangement,
  numbers: readonly string[],
): ProofPlan['accepted'] {
  const sealed = sealedParents(caseFile);
  return arrangement.flatMap(({ item }, at) => {
    const reason = sealed.get(item)?.reason ?? null;
    return reason === null ? [] : [{ code: 'redacted-words-left', where: numbers[at] ?? '', reason }];
  });
}

/**
 * What of the case goes into the bundle: as the lawyer arranged it, under numbers that mean the same in a bundle filed before
 * and in a report; or, in a compliance report, what its findings rest on, under the numbers that the arrangement gives.
 */
function chosenOf(
  caseFile: ReadableCase,
  { compliance = null, reissue, profile }: Pick<StateOptions, 'compliance' | 'reissue' | 'profile'>,
  language: CaseLanguage,
): Readonly<{ items: readonly ItemState[]; arrangement: Arrangement; plan: ProofPlan }> {
  const items = withoutMarks(caseFile.items());
  const plan = withoutMarks(caseFile.plan());
  const arranged = withoutMarks(caseFile.arrangement());
  if (!compliance) {
    const whole = resolveArrangement(arranged, items, language);
    if (!reissue) return { items, arrangement: whole, plan };
    const filed = new Set([...reissue.exhibits.values()].map(({ item }) => item));
    return { items, arrangement: continuing(whole, filed, reissue.reported, profile.exhibits), plan };
  }
  const reported = complianceExhibits(compliance.order, compliance.reports, items, arranged, language);
  const arrangement = continued(reported, arranged ?? [], profile.exhibits);
  const listed = new Set(arrangement.map(({ item }) => item));
  return {
    items: items.filter(({ item }) => listed.has(item)),
    arrangement,
    plan: { ...plan, chronology: [], elements: [] },
  };
}

function exhibitOf(
  caseFile: ReadableCase,
  state: ItemState,
  exhibit: Exhibit,
  number: string,
  entries: readonly Entry[],
  positioned: (record: ItemRecord) => PositionedWords | null,
): Omit<BundleExhibit, 'index'> {
  const { record, recordSha256 } = state;
  const attachments = state.attachments.filter(({ kind }) => kind !== 'machine-read');
  const machineRead = state.attachments.findLast(({ kind }) => kind === 'machine-read')?.file ?? null;
  const size = statSync(caseFile.objectPath(recordSha256), { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new FascicleError('object-missing', { sha256: recordSha256 });
  const pageWords = () => pageWordsOf(caseFile, record, machineRead);
  const words = () => positioned(record)?.runs.filter(isDrawn) ?? pageWords().get(1) ?? [];
  const elsewhere = () => elsewhereIn(positioned(record));
  const pageText = (name: string) => pageTextOf(caseFile, record, name);
  return {
    number,
    exhibit: filedExhibit(exhibit),
    record: cleanedRecord(record), // older records say addresses whole; what is printed goes to everybody
    recordSha256,
    recordBytes: size,
    attachments,
    machineRead,
    keptAt: keptTimes(state, entries),
    words,
    elsewhere,
    pageWords,
    rollingWords: () => rollingWordsOf(caseFile, record),
    drawnWords: (name: string) => drawnWordsOf(caseFile, record, name),
    pageText,
  };
}

/** Words in a font that draws other characters are not what the picture shows: nothing of it is searched or marked by them. */
const isDrawn = ({ otherGlyphs }: TextRun): boolean => otherGlyphs !== true;

const elsewhereIn = (own: PositionedWords | null): readonly string[] =>
  own ? [...own.elsewhere, ...own.runs.flatMap((run) => (isDrawn(run) ? [] : [run.text]))] : [];

/** When the log came to hold the files of an item: with the item, or when one was attached to it later. */
function keptTimes(
  { item, record, recordSha256, attachments }: ItemState,
  entries: readonly Entry[],
): ReadonlyMap<string, string> {
  const own = entries.filter(({ subject }) => subject === item);
  const attached = own.filter(({ act }) => act === 'attachment-added');
  const added = own.find(({ act }) => act === 'item-added')?.wall;
  const files = [
    ...(attached.length === attachments.length
      ? attachments.map(({ file }, at) => [file.sha256, attached[at]?.wall] as const) // both in the order of the log
      : []),
    ...[recordSha256, ...record.artifacts.map(({ sha256 }) => sha256)].map((sha256) => [sha256, added] as const),
  ];
  return new Map(files.flatMap(([sha256, wall]) => (wall === undefined ? [] : [[sha256, wall] as const])));
}

/**
 * What was read last is at hand when it is asked for again: the kinds of pages of one exhibit ask one after the other, and
 * no more than one exhibit's is held.
 */
function readLast<K, T>(read: (of: K) => T): (of: K) => T {
  let last: Readonly<{ of: K; value: T }> | null = null;
  return (of) => (last?.of === of ? last : (last = { of, value: read(of) })).value;
}

/** The page's own words, read from the case and checked against their hash; null where it has none. */
function wordsOf(caseFile: ReadableCase, record: ItemRecord): PositionedWords | null {
  const artifact = record.artifacts.find(({ role }) => role === 'text-positions');
  if (!artifact) return null;
  return positionedWords(record, storedJson(caseFile, artifact.sha256));
}

function rollingWordsOf(caseFile: ReadableCase, record: ItemRecord): WordsByPage {
  const artifact = record.artifacts.find(({ role }) => role === 'rolling-positions');
  if (!artifact || record.kind !== 'capture') return new Map();
  return parseRollingWords(storedJson(caseFile, artifact.sha256), record.view.scale);
}

function pageWordsOf(
  caseFile: ReadableCase,
  { artifacts }: ItemRecord,
  machineRead: BundleExhibit['machineRead'],
): WordsByPage {
  const left = artifacts.find(({ role }) => role === 'page-words');
  if (left) return parsePageWords(storedJson(caseFile, left.sha256));
  if (!machineRead) return new Map();
  return parseMachineRead(machineRead.name, storedJson(caseFile, machineRead.sha256));
}

function drawnWordsOf(caseFile: ReadableCase, { artifacts }: ItemRecord, file: string): readonly TextRun[] {
  const layer = artifacts.find(({ role, name }) => role === 'drawn-words' && name === file);
  if (!layer) return [];
  const { runs } = parseTextPositions(storedJson(caseFile, layer.sha256));
  return runs.filter(isDrawn).map((run) => scaledRun(run, drawnScale));
}

function pageTextOf(caseFile: ReadableCase, record: ItemRecord, file: string): PageText | null {
  const artifact = record.artifacts.find(({ role, name }) => role === 'page-text' && name === file);
  if (!artifact) return null;
  return pageTextSchema.parse(storedJson(caseFile, artifact.sha256));
}

type WorkingItem = NonNullable<BundleModel['working']>['leftOut'][number];

/** Items by their titles, as a list of what is left out names them: without words that a redaction took out. */
function maskedTitles(
  items: readonly ItemState[],
  words: readonly string[],
  language: CaseLanguage,
): readonly WorkingItem[] {
  return items.map(({ item, record, excluded }) => ({
    item,
    title: withoutWords(titleOf(record), words, language),
    reason: excluded,
  }));
}

/** What was filed before must stand in the arrangement as it was. */
function earlierProblems(
  exhibits: readonly BundleExhibit[],
  reissue: ReissuedCatalogue | null,
  language: CaseLanguage,
): readonly Problem[] {
  if (!reissue) return [];
  const changed = [...reissue.exhibits].flatMap(([number, { item, title }]) => {
    const now = exhibits.find((one) => one.number === number);
    return now?.record.item === item && now.exhibit.title === title
      ? []
      : [problem('earlier-changed', number, language, { number })];
  });
  const late = exhibits.some(({ number }) => !reissue.exhibits.has(number));
  return [...changed, ...(late ? [] : [problem('nothing-late', 'case', language)])];
}

/** What a person typed in both languages, in those of the paper. */
function asSpoken(
  exhibits: readonly BundleExhibit[],
  plan: FiledPlan,
  language: CaseLanguage,
): Pick<BundleModel, 'exhibits' | 'plan'> {
  const each = <T extends object>(fields: T, names: readonly (keyof T)[]): T =>
    Object.fromEntries(
      Object.entries(fields).map(([name, text]: [string, unknown]) => [
        name,
        typeof text === 'string' && names.some((one) => one === name) ? spokenIn(text, language) : text,
      ]),
    ) as T; // the same fields
  return {
    exhibits: exhibits.map((one) => ({
      ...one,
      exhibit: each(one.exhibit, ['group', 'kind', 'source', 'summary', 'purpose', 'remarks']),
    })),
    plan: {
      chronology: plan.chronology.map((event) => each(event, ['what'])),
      elements: plan.elements.map((element) => each(element, ['name', 'law', 'fact'])),
    },
  };
}

function spokenIn(text: string, language: CaseLanguage): string {
  const [first, second = first] = typedSides(text);
  return inEach(language, (one) => (one === 'en' ? second : first));
}

/** An exhibit as it may be filed: without notes, and without a summary that says nothing. */
function filedExhibit(exhibit: Exhibit): FiledExhibit {
  const { notes, summary = '', ...filed } = exhibit;
  if (notes === undefined && summary.trim() !== '') return exhibit;
  return summary.trim() === '' ? filed : { ...filed, summary };
}

/** Notes of exhibits, by the numbers that they have in the bundle. */
function notesOf(
  arrangement: Arrangement,
  exhibits: readonly BundleExhibit[],
): NonNullable<BundleModel['working']>['notes'] {
  const notes = new Map(arrangement.map(({ item, notes }) => [item, notes]));
  return exhibits.flatMap(({ number, record }) => {
    const own = notes.get(record.item);
    return own === undefined ? [] : [{ number, notes: toUser(own) }];
  });
}

function workingPapers(
  plan: ProofPlan,
  arrangement: Arrangement,
  items: readonly WorkingItem[],
  exhibits: readonly BundleExhibit[],
  problems: readonly Problem[],
): Omit<NonNullable<BundleModel['working']>, 'open'> {
  const listed = new Set(exhibits.map(({ record }) => record.item));
  return {
    plan,
    leftOut: items.filter(({ item }) => !listed.has(item)),
    notes: notesOf(arrangement, exhibits),
    problems,
  };
}

/** The entries that concern filed exhibits, and the first; a working edition has the whole log. */
function custodyLines(
  entries: readonly Entry[],
  exhibits: readonly BundleExhibit[],
  working: boolean,
): readonly CustodyLine[] {
  const numbers = new Map(exhibits.map(({ record, number }) => [record.item, number]));
  return entries
    .filter(({ seq, subject }) => working || seq === 0 || numbers.has(subject))
    .map((entry) => ({
      seq: entry.seq,
      wall: entry.wall,
      person: entry.actor.person,
      program: entry.actor.program,
      act: entry.act,
      exhibit: numbers.get(entry.subject) ?? null,
      ofCase: entry.subject === entry.caseId,
      prev: entry.prev,
      hash: leafHash(entry, newSha256),
    }));
}
