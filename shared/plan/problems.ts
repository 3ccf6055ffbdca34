import { dataAbroad } from '../law/data-abroad.ts';
import { inForce, provisionsText } from '../law/provision.ts';
import type { Arrangement, Exhibit } from '../case/exhibit.ts';
import type { CaseFacts } from '../case/case.ts';
import type { ProofPlan } from '../case/proof-plan.ts';
import type { FilePages, ItemRecord } from '../case/record.ts';
import type { ElementReport } from '../claims/claims-report.ts';
import { fourAnswers } from '../case/outcome/four-answers.ts';
import { listed, type CaseLanguage, type Text } from '../language.ts';
import { outcomeTexts } from '../messages/names/outcome-texts.ts';
import { cellNames, problemTexts, type ProblemCode } from '../messages/problem-messages.ts';
import { asksFor, isDemanded, writtenCells, type Profile } from '../profile/profile.ts';
import { acceptedReason } from './accepted.ts';
import { shortOf, titleOf, type ArrangedItem } from './arrangement.ts';
import { claimsProblems } from './claims-problems.ts';
import { dateProblems } from './date-problems.ts';
import { signsTruth } from '../profile/declaration.ts';
import { exhibitNumbers } from './numbers.ts';
import { pageNumbersOf } from './page-choice.ts';
import { type Problem, problem, type Add } from './problem.ts';

/** What stops a bundle until somebody answers for it with a reason: the same words, openly, in another exhibit. */
const answerable: ReadonlySet<ProblemCode> = new Set(['redacted-words-left']);

/** Whether somebody can answer for such a problem with a reason. */
export const isAcceptable = (code: ProblemCode): boolean => problemTexts[code].rank === 'warn' || answerable.has(code);

/** Whether nothing can be filed because of a problem. */
export const isStopping = ({ rank, accepted }: Pick<Problem, 'rank' | 'accepted'>): boolean =>
  rank === 'stop' && accepted === null;

/** Problems that the plan accepts, marked with the reason. What stops a bundle cannot be accepted, but for a few. */
export function judged(problems: readonly Problem[], accepted: ProofPlan['accepted']): readonly Problem[] {
  return problems.map((one) => {
    const reason = acceptedReason(accepted, one);
    return isAcceptable(one.code) && reason !== null ? { ...one, accepted: reason } : one;
  });
}

/** What can be seen in the case before anything is drawn. */
export function problemsOf(
  {
    facts,
    plan,
    claims,
    arrangement,
    profile,
    filed,
  }: Readonly<{
    facts: CaseFacts;
    plan: ProofPlan;
    /** What the claims map says of each element; null where the case has none. */
    claims: readonly ElementReport[] | null;
    arrangement: Arrangement;
    profile: Profile;
    /** Whether it is the bundle that goes to the court: what the law demands stops that one, and is said of any other. */
    filed: boolean;
  }>,
  items: readonly ArrangedItem[],
  language: CaseLanguage,
): readonly Problem[] {
  const byId = new Map(items.map((item) => [item.item, item]));
  const inArrangement = Map.groupBy(arrangement, ({ item }) => item);
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const add: Add = (code, where, params = {}) => problem(code, where, language, params);
  return [
    ...factProblems(facts, profile, add),
    ...signerProblems(facts, profile, items, add),
    ...abroadProblems(facts, profile, add),
    ...(claims === null
      ? elementProblems(plan, arrangement, numbers, profile, add)
      : claimsProblems(claims, plan, arrangement, numbers, add)),
    ...eventProblems(plan, arrangement, add),
    ...(profile.unverified.length > 0
      ? [
          add('profile-unverified', profile.id, {
            profile: profile.name,
            values: listedText(profile.unverified.map((value) => `\`${value}\``)),
          }),
        ]
      : []),
    ...arrangement.flatMap((exhibit, index) => {
      const where = numbers[index] ?? ''; // there is one for each
      const found = byId.get(exhibit.item);
      return found
        ? [...cellProblems(exhibit, where, profile, filed, add), ...exhibitProblems(exhibit, found, where, add)]
        : [add('item-unknown', where, { item: exhibit.item })];
    }),
    ...[...inArrangement].flatMap(([item, exhibits]) =>
      exhibits.length > 1 ? [add('item-doubled', item, { count: exhibits.length })] : [],
    ),
    ...[...Map.groupBy(numbers, (number) => number)].flatMap(([number, all]) =>
      all.length > 1 ? [add('number-doubled', number)] : [],
    ),
    ...items
      .filter(({ item, excluded }) => excluded === null && !inArrangement.has(item))
      .map((state) => add(unlisted(state), state.item, { title: titleOf(state.record) })),
  ];
}

const listedText = (parts: readonly string[]): Text => ({ 'zh-CN': listed(parts, 'zh-CN'), en: listed(parts, 'en') });

/** What fell short and nobody accepted is left out by itself, and said to be; anything else was left out by somebody. */
function unlisted({ record, accepted }: ArrangedItem): ProblemCode {
  const short = accepted ? null : shortOf(record);
  return short === null ? 'item-unlisted' : short === 'capture' ? 'capture-not-filed' : 'file-not-filed';
}

function factProblems(facts: CaseFacts, { expects }: Profile, add: Add): readonly Problem[] {
  const missing: Readonly<Record<Profile['expects'][number], readonly [absent: boolean, code: ProblemCode]>> = {
    court: [facts.court === null, 'court-missing'],
    caseNumber: [facts.caseNumber === undefined && facts.beforeSuit === undefined, 'case-number-missing'],
    cause: [facts.cause === null, 'cause-missing'],
    applicants: [facts.applicants.length === 0, 'applicant-missing'],
    respondents: [facts.respondents.length === 0, 'respondent-missing'],
    counsel: [(facts.counsel ?? []).length === 0, 'counsel-missing'],
    submitted: [facts.submitted === undefined, 'date-missing'],
    deponent: [facts.deponent === undefined, 'deponent-missing'],
  };
  return [
    ...expects.flatMap((fact) => (missing[fact][0] ? [add(missing[fact][1], 'case')] : [])),
    ...(expects.includes('counsel') ? (facts.counsel ?? []) : [])
      .filter(({ licence }) => licence === undefined)
      .map(({ name }) => add('licence-missing', 'case', { name })),
  ];
}

/** What is filed with a court abroad needs approval by the law of its day; where that day is not stated it may. */
function abroadProblems({ submitted }: CaseFacts, { foreign, id }: Profile, add: Add): readonly Problem[] {
  const rules = submitted === undefined ? dataAbroad.flat() : inForce(dataAbroad, submitted);
  return foreign === true && rules.length > 0 ? [add('handed-abroad', id, { rules: provisionsText(rules, true) })] : [];
}

/** What the certificate lacks of whom it is about and who signs it. A declaration is made by a person, or not at all. */
function signerProblems(
  { operators = [], declarant }: CaseFacts,
  profile: Profile,
  items: readonly ArrangedItem[],
  add: Add,
): readonly Problem[] {
  if (!profile.parts.includes('certificate')) return [];
  if (signsTruth(profile)) {
    if (declarant === undefined) return [add('declarant-missing', 'case')];
    return declarant.qualification === undefined
      ? [add('qualification-missing', 'case', { name: declarant.name })]
      : [];
  }
  const names = new Set(items.flatMap(({ record, excluded }) => (excluded === null ? (record.operator ?? []) : [])));
  const full = new Set(
    operators.filter(({ identity, employer, interest }) => identity && employer && interest).map(({ name }) => name),
  );
  return [...names].filter((name) => !full.has(name)).map((name) => add('operator-unstated', 'case', { name }));
}

function elementProblems(
  { elements }: ProofPlan,
  arrangement: Arrangement,
  numbers: readonly string[],
  { parts }: Profile,
  add: Add,
): readonly Problem[] {
  const known = new Set(elements.map(({ id }) => id));
  const named = arrangement.flatMap(({ elements: ids = [] }, at) => ids.map((id) => ({ id, at })));
  return [
    ...(parts.includes('matrix') && elements.length === 0 && named.length === 0
      ? [add('elements-missing', 'case')]
      : []),
    ...elements.flatMap(({ id, name }) => {
      const count = named.filter((one) => one.id === id).length;
      const code = count === 0 ? 'element-unproven' : 'element-alone';
      return count > 1 ? [] : [add(code, id, { element: name ?? id })];
    }),
    ...named
      .filter(({ id }) => elements.length > 0 && !known.has(id))
      .map(({ id, at }) => add('element-unknown', numbers[at] ?? '', { element: id })),
  ];
}

function eventProblems({ chronology }: ProofPlan, arrangement: Arrangement, add: Add): readonly Problem[] {
  const filed = new Set(arrangement.map(({ item }) => item));
  return chronology
    .filter(({ items = [] }) => items.some((item) => !filed.has(item)))
    .map(({ when }) => add('event-unknown', when, { when }));
}

/** Cells of the catalogue that the court asks for and nobody filled. */
function cellProblems(exhibit: Exhibit, where: string, profile: Profile, filed: boolean, add: Add): readonly Problem[] {
  const empty = writtenCells.filter((cell) => (exhibit[cell] ?? '').trim() === '' && asksFor(profile, cell));
  return empty.map((cell) => {
    if (isDemanded(profile, cell)) {
      const demanded = add('cell-demanded', where, { cell: cellNames[cell] });
      return filed ? demanded : { ...demanded, rank: 'warn' };
    }
    return cell === 'purpose' ? add('purpose-missing', where) : add('cell-empty', where, { cell: cellNames[cell] });
  });
}

function exhibitProblems(
  exhibit: Exhibit,
  { record, excluded, attachments = [] }: ArrangedItem,
  where: string,
  add: Add,
): readonly Problem[] {
  const document = record.kind === 'import' ? record.pages : record.file?.pages;
  const short = wordOf(record);
  const pageCount = countOfPages(record, document);
  return [
    ...(excluded === null ? [] : [add('item-excluded', where, { reason: excluded })]),
    ...dateProblems(exhibit, record, where, add),
    ...(short === 'complete' ? [] : [add('capture-short', where, { outcome: outcomeTexts[short] })]),
    ...(document?.as === 'none' ? [add('no-pages', where)] : []),
    ...(pageCount !== null && pageNumbersOf(exhibit.pages, pageCount) === null
      ? [add('pages-unknown', where, { pages: exhibit.pages ?? '', count: pageCount })]
      : []),
    ...pictureProblems(
      record,
      attachments.some(({ kind }) => kind === 'machine-read'),
      where,
      add,
    ),
  ];
}

/**
 * How an item came out, as its record answers: what is short of something is so also where an older program called it
 * complete. Where the record does not say, the word that is stored in it.
 */
function wordOf(record: ItemRecord): ItemRecord['outcome'] {
  const { word } = fourAnswers(record);
  return word === 'undetermined' ? record.outcome : word;
}

/** Pages of a document, or pictures of a file that several show; null where there is nothing to choose from. */
function countOfPages({ artifacts }: ItemRecord, pages: FilePages | undefined): number | null {
  if (pages?.as === 'document') return pages.count;
  const pictures = artifacts.filter(({ role, y }) => role === 'page-image' && y === 0).length;
  return pages?.as === 'images' && pictures > 1 ? pictures : null;
}

const cuts = ['picture-cut-width', 'picture-cut-height'];

function pictureProblems(record: ItemRecord, machineRead: boolean, where: string, add: Add): readonly Problem[] {
  const pictured = record.artifacts.some(({ role }) =>
    ['screenshot-tile', 'screenshot-region', 'page-image'].includes(role),
  );
  const shown = pictured || (record.kind === 'import' && record.pages.as === 'images');
  const layered =
    machineRead || record.artifacts.some(({ role }) => role === 'text-positions' || role === 'page-words');
  const reasons = [...record.warnings, ...record.steps.flatMap(({ reason }) => (reason ? [reason] : []))];
  return [
    ...(shown && !layered ? [add('text-layer-missing', where)] : []),
    ...(reasons.some(({ code }) => cuts.includes(code)) ? [add('picture-cut', where)] : []),
  ];
}
