import { statSync } from 'node:fs';
import type { ProofPlan } from '../../shared/case/proof-plan.ts';
import type { Arrangement } from '../../shared/case/exhibit.ts';
import type { ItemRecord } from '../../shared/case/record.ts';
import { leafHash, type Entry } from '../../shared/custody/entry.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { CaseLanguage } from '../../shared/language.ts';
import { pageTextSchema, type PageText } from '../../shared/page/page-text.ts';
import { parseMachineRead, type PageWords } from '../../shared/page/page-words.ts';
import { parseTextPositions, type TextRun } from '../../shared/page/text-positions.ts';
import { resolveArrangement, titleOf } from '../../shared/plan/arrangement.ts';
import { complianceExhibits } from '../../shared/plan/compliance-exhibits.ts';
import { exhibitNumbers } from '../../shared/plan/numbers.ts';
import { judged, problem, problemsOf, type Problem } from '../../shared/plan/problems.ts';
import type { ReissuedCatalogue } from '../../shared/plan/reissue.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { ItemState, WritableCase } from '../casefile/case-handles.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import { caseClaims } from './case-claims.ts';
import { filedPlan, openPointsOf } from './filed-plan.ts';
import { layoutOf } from './layout.ts';
import {
  courtName,
  textsIn,
  type BundleExhibit,
  type BundleModel,
  type ComplianceFacts,
  type CustodyLine,
} from './model.ts';
import { picturesFor } from './pages/exhibit-pages.ts';
import { FontFaces, type FontFiles } from './pdf/font-face.ts';
import { originalPictures } from './pictures.ts';

/** How a bundle is asked for. */
export type StateOptions = Readonly<{
  profile: Profile;
  /** Null: the profile's, else the case's. */
  language: CaseLanguage | null;
  working: boolean;
  draft: boolean;
  reissue: ReissuedCatalogue | null;
  /** Makes it a compliance report. */
  compliance?: ComplianceFacts | null;
}>;

/**
 * The state of the case, fixed, and what is wrong with it. Here the editions part: what only a working edition may show
 * does not enter the model of a filing at all.
 *
 * @throws {FascicleError} `bundle-empty` | `object-missing`
 */
export function fixState(
  kase: WritableCase,
  { profile, language: asked, working, draft, reissue, compliance = null }: StateOptions,
  program: string,
  fontFiles: FontFiles,
): Readonly<{ model: BundleModel; problems: readonly Problem[] }> {
  const facts = kase.facts();
  const language = asked ?? profile.language ?? facts.language;
  const { items, arrangement, plan } = chosenOf(kase, compliance, language);
  if (arrangement.length === 0) throw new FascicleError('bundle-empty');
  const byId = new Map(items.map((state) => [state.item, state]));
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const exhibits = arrangement
    .flatMap((exhibit, at): Omit<BundleExhibit, 'index'>[] => {
      const state = byId.get(exhibit.item);
      return state ? [exhibitOf(kase, state, exhibit, numbers[at] ?? '')] : []; // an unknown item is a problem already
    })
    .map((exhibit, index): BundleExhibit => ({ ...exhibit, index }));
  const claims = compliance ? [] : caseClaims(kase, items, arrangement, profile);
  const problems = judged(
    [
      ...problemsOf({ facts, plan, claims, arrangement, profile }, items, language),
      ...earlierProblems(exhibits, reissue, language),
    ],
    plan.accepted,
  );
  const entries = kase.entries('content');
  const model: BundleModel = {
    caseId: kase.caseId,
    facts,
    court: courtName(facts, language),
    profile,
    layout: layoutOf(profile),
    working: working
      ? { ...workingPapers(plan, items, exhibits, problems), open: openPointsOf(plan, claims, language) }
      : null,
    compliance,
    spread: compliance ? [] : filedLinks(kase, exhibits),
    plan: filedPlan(plan, claims, exhibits, working, language),
    exhibits,
    annexed: new Set(),
    traces: new Map(),
    comparisons: new Map(),
    custody: {
      ...kase.head('content'),
      wall: entries.at(-1)?.wall ?? '',
      entries: custodyLines(entries, exhibits, working),
    },
    reissue,
    program,
    language,
    draft,
    fonts: new FontFaces(fontFiles),
    pictures: originalPictures(exhibits.flatMap(picturesFor), (sha256) => kase.objectPath(sha256)),
    t: textsIn(language),
  };
  return { model, problems };
}

/** Confirmed links between filed exhibits; what was rejected, and why, is nobody else's business. */
function filedLinks(kase: WritableCase, exhibits: readonly BundleExhibit[]): BundleModel['spread'] {
  const places = new Map(exhibits.map(({ record, index }) => [record.item, index]));
  return (kase.matter('spread')?.links ?? [])
    .flatMap(({ source, citing, decided, basis }) => {
      const [from, to] = [places.get(source), places.get(citing)];
      return decided === 'confirmed' && from !== undefined && to !== undefined
        ? [{ source: from, citing: to, basis }]
        : [];
    })
    .sort((a, b) => a.source - b.source || a.citing - b.citing);
}

/** What of the case goes into the bundle: as the lawyer arranged it, or, in a compliance report, what its findings rest on. */
function chosenOf(
  kase: WritableCase,
  compliance: ComplianceFacts | null,
  language: CaseLanguage,
): Readonly<{ items: readonly ItemState[]; arrangement: Arrangement; plan: ProofPlan }> {
  const items = kase.items();
  const plan = kase.plan();
  const arranged = kase.arrangement();
  if (!compliance) return { items, arrangement: resolveArrangement(arranged, items, language), plan };
  const arrangement = complianceExhibits(compliance.order, compliance.reports, items, arranged, language);
  const placed = new Set(arrangement.map(({ item }) => item));
  return {
    items: items.filter(({ item }) => placed.has(item)),
    arrangement,
    plan: { ...plan, chronology: [], elements: [] },
  };
}

function exhibitOf(
  kase: WritableCase,
  state: ItemState,
  exhibit: BundleExhibit['exhibit'],
  number: string,
): Omit<BundleExhibit, 'index'> {
  const { record, recordSha256 } = state;
  const attachments = state.attachments.filter(({ kind }) => kind !== 'machine-read');
  const machineRead = state.attachments.findLast(({ kind }) => kind === 'machine-read')?.file ?? null;
  const size = statSync(kase.objectPath(recordSha256), { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new FascicleError('object-missing', { sha256: recordSha256 });
  const pageWords = () => pageWordsOf(kase, machineRead);
  const words = () => wordsOf(kase, record) ?? pageWords().get(1) ?? [];
  const pageText = (name: string) => pageTextOf(kase, record, name);
  return {
    number,
    exhibit,
    record,
    recordSha256,
    recordBytes: size,
    attachments,
    machineRead,
    words,
    pageWords,
    pageText,
  };
}

/** The page's own words in device pixels, read from the case and checked against their hash; null where it has none. */
function wordsOf(kase: WritableCase, record: ItemRecord): readonly TextRun[] | null {
  const artifact = record.artifacts.find(({ role }) => role === 'text-positions');
  if (!artifact) return null;
  const scale = record.kind === 'capture' ? record.view.scale : 1;
  const { runs } = parseTextPositions(JSON.parse(new TextDecoder().decode(kase.readObject(artifact.sha256))));
  if (scale === 1) return runs;
  return runs.map(({ x, y, width, height, text }) => ({
    x: x * scale,
    y: y * scale,
    width: width * scale,
    height: height * scale,
    text,
  }));
}

function pageWordsOf(kase: WritableCase, machineRead: BundleExhibit['machineRead']): PageWords {
  if (!machineRead) return new Map();
  return parseMachineRead(machineRead.name, JSON.parse(new TextDecoder().decode(kase.readObject(machineRead.sha256))));
}

function pageTextOf(kase: WritableCase, record: ItemRecord, file: string): PageText | null {
  const artifact = record.artifacts.find(({ role, name }) => role === 'page-text' && name === file);
  if (!artifact) return null;
  return pageTextSchema.parse(JSON.parse(new TextDecoder().decode(kase.readObject(artifact.sha256))));
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

function workingPapers(
  plan: ProofPlan,
  items: readonly ItemState[],
  exhibits: readonly BundleExhibit[],
  problems: readonly Problem[],
): Omit<NonNullable<BundleModel['working']>, 'open'> {
  const placed = new Set(exhibits.map(({ record }) => record.item));
  return {
    plan,
    leftOut: items
      .filter(({ item }) => !placed.has(item))
      .map(({ item, record, excluded }) => ({ item, title: titleOf(record), reason: excluded })),
    notes: exhibits.flatMap(({ number, exhibit: { notes } }) => (notes === undefined ? [] : [{ number, notes }])),
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
      prev: entry.prev,
      hash: leafHash(entry, newSha256),
    }));
}
