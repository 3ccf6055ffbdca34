import { resolveArrangement } from '../../../shared/plan/arrangement.ts';
import { exhibitNumbers } from '../../../shared/plan/numbers.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { cellOfProblem, told, type Problem } from '../../../shared/plan/problem.ts';
import { judged, problemsOf } from '../../../shared/plan/problems.ts';
import type { LocatedProblem } from '../../../shared/window/rows.ts';
import { sealedParentProblems, takenOutOf } from '../../bundle/problems/redaction-problems.ts';
import { caseClaims } from '../../bundle/state/case-claims.ts';
import { fixState } from '../../bundle/state/fix-state.ts';
import { bundledFonts, fallbackFonts } from '../../capture/browser/fonts.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { profileFor } from './profiles.ts';
import type { Handler } from '../handler.ts';
import type { Services } from '../services.ts';

/** What is wrong with the bundle as it would be built now, each problem with the place where it can be mended. */
export const problemsHandler: Handler<'bundle.problems'> = (
  { case: folder, edition },
  { open, services, language },
) => {
  const caseFile = open.of(folder).read();
  const facts = caseFile.facts();
  const items = caseFile.items();
  const arrangement = resolveArrangement(caseFile.arrangement(), items, facts.language);
  const plan = caseFile.plan();
  const profile = profileFor({ profile: null, profileFile: null }, facts, services);
  const numbers = exhibitNumbers(arrangement, profile.exhibits);
  const numbered = new Map(arrangement.map((exhibit, at) => [numbers[at] ?? '', exhibit.item]));
  const claims = caseClaims(caseFile, items, arrangement, profile);
  const found = [
    ...problemsOf({ facts, plan, claims, arrangement, profile, filed: edition === 'filing' }, items, language),
    ...sealedParentProblems(caseFile, items, arrangement, numbers, language),
  ];
  const problems = [...judged(found, plan.accepted), ...wordsLeft(caseFile, items, profile, services, language)];
  const known = new Set(items.map(({ item }) => item));
  return Promise.resolve({
    problems: problems.map((one): LocatedProblem => ({
      ...told(one, language),
      item: known.has(one.where) ? one.where : (numbered.get(one.where) ?? null),
      cell: cellOf(one, language),
    })),
  });
};

const ofWords: ReadonlySet<string> = new Set(['redacted-words-left', 'redacted-copy-says']);

/** Where the bundle would still say words that a redaction took out; what only its finished pages show, building it says. */
function wordsLeft(
  caseFile: ReadableCase,
  items: readonly ItemState[],
  profile: Profile,
  { program }: Services,
  language: CaseLanguage,
): readonly Problem[] {
  const listed = resolveArrangement(caseFile.arrangement(), items, language);
  if (listed.length === 0 || takenOutOf(caseFile, items).words.length === 0) return [];
  const options = { profile, language, working: false, draft: false, reissue: null };
  const fonts = { ...bundledFonts(), fallbacks: fallbackFonts() };
  const { problems } = fixState(caseFile, options, `${program.name} ${program.version}`, fonts);
  return problems.filter(({ code }) => ofWords.has(code));
}

export const listBundles: Handler<'bundle.list'> = ({ case: folder }, { open }) =>
  Promise.resolve({ bundles: [...open.of(folder).bundles()].reverse() });

const otherCells: ReadonlyMap<string, LocatedProblem['cell']> = new Map([
  ['number-doubled', 'number'],
  ['pages-unknown', 'pages'],
  ['court-missing', 'court'],
  ['applicant-missing', 'applicants'],
]);

const cellOf = (one: Problem, language: CaseLanguage): LocatedProblem['cell'] =>
  cellOfProblem(one, language) ?? otherCells.get(one.code) ?? null;
