import type { Arrangement } from '../../../shared/case/exhibit.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { CaseLanguage, Text } from '../../../shared/language.ts';
import { causeOfProblem, problem, type Problem } from '../../../shared/plan/problem.ts';
import { allCauses } from '../../../shared/cause.ts';
import { pathSaying } from '../../../shared/redaction/masked-record.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';
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
} as const satisfies Record<string, Text>;

/**
 * Where a bundle would still say words that a redaction took out: in any exhibit, in what is written around them, or in
 * what its pages print of the case. The words themselves are not repeated.
 */
export function leftWords(model: BundleModel, words: readonly string[]): readonly Problem[] {
  if (words.length === 0) return [];
  const { facts, court, plan, spread, compliance, working, custody, reissue } = model;
  const found = finder(words, model.language);
  return [
    ...model.exhibits.flatMap((exhibit) => {
      const { number: where } = exhibit;
      return [
        ...found(where, 'arrangement', exhibit.exhibit),
        ...found(where, 'record', exhibit.record),
        ...found(where, 'files', exhibit.attachments),
        ...found(where, 'text', textsOf(exhibit)),
        ...found(
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
  return [words.join('\n'), ...texts.map(({ name }) => exhibit.pageText(name))];
}

/** The same in what is found out while a bundle is built. */
export function leftInTraces(model: BundleModel, words: readonly string[]): readonly Problem[] {
  const found = finder(words, model.language);
  return model.exhibits.flatMap(({ index, number }) =>
    found(number, 'traced', [model.traces.get(index), model.comparisons.get(index)]),
  );
}

function finder(words: readonly string[], language: CaseLanguage) {
  return (where: string, source: keyof typeof sources, value: unknown): readonly Problem[] => {
    const path = pathSaying(value, words);
    if (path === null) return [];
    return [problem('redacted-words-left', where, language, { source: sources[source], field: path || '–' })];
  };
}

/**
 * Drafts and lists are built in spite of what else is wrong with a case; words that were taken out are in none of them.
 * @throws {FascicleError} `bundle-stopped`
 */
export function refuseLeftWords(problems: readonly Problem[]): void {
  const left = problems.filter(({ code }) => code === 'redacted-words-left');
  if (left.length > 0) throw stoppedBy(left);
}

/** The error that names every problem that stopped a bundle. */
export function stoppedBy(stops: readonly Problem[]): FascicleError {
  return new FascicleError('bundle-stopped', { count: stops.length, what: allCauses(stops.map(causeOfProblem)) });
}
