import type { Arrangement } from '../../../shared/case/exhibit.ts';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { CaseLanguage, Text } from '../../../shared/language.ts';
import { causeOfProblem, problem, targetsText, type Problem } from '../../../shared/plan/problem.ts';
import { isStopping } from '../../../shared/plan/problems.ts';
import { allCauses } from '../../../shared/cause.ts';
import { pathSaying } from '../../../shared/redaction/masked-record.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
import { redactedWordsOf } from '../../casefile/redacted-words.ts';
import { sealedParents, showsSealed } from '../../casefile/sealed-parents.ts';
import type { BundleExhibit, BundleModel } from '../model.ts';

/** Originals of redacted copies, and parts of them that show what is hidden, that would be filed without a reason. */
export function sealedParentProblems(
  caseFile: ReadableCase,
  items: readonly ItemState[],
  arrangement: Arrangement,
  numbers: readonly string[],
  language: CaseLanguage,
): readonly Problem[] {
  const sealed = sealedParents(caseFile, items);
  const byId = new Map(items.map((state) => [state.item, state.record]));
  return arrangement.flatMap(({ item }, at) => {
    const record = byId.get(item);
    const shown = record ? showsSealed(record, sealed, items) : null;
    return shown ? [problem('redacted-parent-filed', numbers[at] ?? '', language, { copy: shown.copy })] : [];
  });
}

const sources = {
  arrangement: { 'zh-CN': '编排', en: 'the arrangement' },
  record: { 'zh-CN': '证据记录', en: 'the item’s record' },
  text: { 'zh-CN': '页面文字', en: 'its page text' },
  read: { 'zh-CN': '程序识别的文字', en: 'machine-read text' },
  files: { 'zh-CN': '外部存证的名称', en: 'the names of external documents' },
  traced: { 'zh-CN': '溯源与比对', en: 'word sources and comparisons' },
  case: { 'zh-CN': '案件信息', en: 'the case details' },
  plan: { 'zh-CN': '时间线、要件与传播关系', en: 'chronology, elements and spread' },
  compliance: { 'zh-CN': '履行情况', en: 'compliance' },
  working: { 'zh-CN': '工作版', en: 'the working edition' },
  custody: { 'zh-CN': '保管日志', en: 'the custody log' },
  written: { 'zh-CN': '生成的文件', en: 'the generated files' },
} as const satisfies Record<string, Text>;

/** Words that redactions took out of items of a case: all of them, and those of each copy by its item. */
export type TakenOut = Readonly<{ words: readonly string[]; ofCopy: ReadonlyMap<string, readonly string[]> }>;

export function takenOutOf(caseFile: ReadableCase, items: readonly ItemState[] = caseFile.items()): TakenOut {
  const ofCopy = new Map(
    items.flatMap(({ item, record }) => {
      const own = redactedWordsOf(caseFile, record);
      return own.length === 0 ? [] : [[item, own] as const];
    }),
  );
  return { words: [...new Set([...ofCopy.values()].flat())], ofCopy };
}

/**
 * Where a bundle would still say words that a redaction took out: in any exhibit, in what is written around them, or in
 * what its pages print of the case. The words themselves are not repeated.
 */
export function leftWords(model: BundleModel, takenOut: TakenOut): readonly Problem[] {
  if (takenOut.words.length === 0) return [];
  const { facts, court, plan, spread, compliance, working, custody, reissue } = model;
  const found = finder(takenOut.words, model.language);
  return [
    ...model.exhibits.flatMap((exhibit) => {
      const { number: where } = exhibit;
      const saying = ofExhibit(exhibit, takenOut, model.language);
      return [
        ...saying(where, 'arrangement', exhibit.exhibit),
        ...saying(where, 'record', exhibit.record),
        ...saying(where, 'files', exhibit.attachments),
        ...saying(where, 'text', textsOf(exhibit)),
        ...saying(
          where,
          'read',
          [...exhibit.pageWords()].map(([, runs]) => runs.map(({ text }) => text).join('\n')),
        ),
      ];
    }),
    ...found('case', 'case', [facts, court]),
    ...found('case', 'plan', [plan, spread, reissue?.exhibits]),
    ...found('case', 'compliance', compliance),
    ...found('case', 'working', working),
    ...found('case', 'custody', custody.entries),
  ];
}

function textsOf(exhibit: BundleExhibit): unknown {
  const texts = exhibit.record.artifacts.filter(({ role }) => role === 'page-text');
  const words = exhibit.words().map(({ text }) => text);
  const rolling = [...exhibit.rollingWords().values()].map((runs) => runs.map(({ text }) => text).join('\n'));
  return [
    words.join('\n'),
    ...rolling,
    exhibit.elsewhere().join('\n'),
    ...texts.map(({ name }) => exhibit.pageText(name)),
  ];
}

/** The same in what is found out while a bundle is built. */
export function leftInTraces(model: BundleModel, takenOut: TakenOut): readonly Problem[] {
  return model.exhibits.flatMap((exhibit) => {
    const { index, number } = exhibit;
    const saying = ofExhibit(exhibit, takenOut, model.language);
    return saying(number, 'traced', [
      model.traces.get(index),
      [...(model.keyTraces.get(index)?.values() ?? [])],
      model.comparisons.get(index),
    ]);
  });
}

type Finder = (where: string, source: keyof typeof sources, value: unknown) => readonly Problem[];

/** A copy that says its own words was redacted in vain, for which nobody can answer; other words are said openly. */
function ofExhibit({ record }: BundleExhibit, { words, ofCopy }: TakenOut, language: CaseLanguage): Finder {
  const own = ofCopy.get(record.item) ?? [];
  const [inVain, openly] = [finder(own, language, 'redacted-copy-says'), finder(words, language)];
  return (...asked) => {
    const found = inVain(...asked);
    return found.length > 0 ? found : openly(...asked);
  };
}

function finder(
  words: readonly string[],
  language: CaseLanguage,
  code: 'redacted-words-left' | 'redacted-copy-says' = 'redacted-words-left',
): Finder {
  return (where, source, value) => {
    const path = pathSaying(value, words);
    return path === null ? [] : [wordsSaid(code, where, language, source, path || '–')];
  };
}

/** The problem that words which were taken out are said somewhere. */
export const wordsSaid = (
  code: 'redacted-words-left' | 'redacted-copy-says',
  where: string,
  language: CaseLanguage,
  source: keyof typeof sources,
  field: string,
): Problem => problem(code, where, language, { source: sources[source], field });

/**
 * Drafts and lists are built in spite of what else is wrong with a case; words that were taken out are in none of them,
 * unless somebody answered for it.
 * @throws {FascicleError} `bundle-stopped`
 */
export function refuseLeftWords(problems: readonly Problem[]): void {
  const left = problems.filter(
    (one) => (one.code === 'redacted-words-left' || one.code === 'redacted-copy-says') && isStopping(one),
  );
  if (left.length > 0) throw stoppedBy(left);
}

/** The error that names every problem that stopped a bundle; what many exhibits lack alike is said once, with all of them. */
export function stoppedBy(stops: readonly Problem[]): FascicleError {
  const alike = Map.groupBy(stops, ({ code, words }) => canonicalJson({ code, ...words }));
  const causes = [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first ? [causeOfProblem({ ...first, where: targetsText(group.map(({ where }) => where)) })] : [];
  });
  return new FascicleError('bundle-stopped', { count: stops.length, what: allCauses(causes) });
}
