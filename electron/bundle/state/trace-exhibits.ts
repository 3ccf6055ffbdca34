import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { problem, type Problem } from '../../../shared/plan/problem.ts';
import type { Trace } from '../../../shared/trace/trace.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { SpawnChild } from '../../casefile/processes/children.ts';
import { traceWords } from '../../trace/trace-words.ts';
import type { BundleModel } from '../model.ts';

/**
 * Traces the words of key pages, for two lines there. Nobody asked for it: what is not found, or has no archive, is not said.
 * @param asked traces that the arrangement asked for: what they found is not looked for again
 */
export async function traceKeyWords(
  { exhibits }: BundleModel,
  asked: BundleModel['traces'],
  caseFile: ReadableCase,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<BundleModel['keyTraces']> {
  const found = new Map<number, Map<string, Trace>>();
  for (const { index, exhibit, record } of exhibits) {
    const marked = (exhibit.marks ?? []).flatMap(({ kind, words }) => (kind === 'frame' || !words ? [] : [words]));
    for (const words of new Set(marked)) {
      const known = asked.get(index)?.find((one) => one.words === words);
      const trace =
        known ?? (await quietly(() => traceWords(caseFile, record, 'wacz-disclosure', words, spawnChild, signal)));
      if (trace?.verdict === 'found') found.set(index, new Map([...(found.get(index) ?? []), [words, trace]]));
    }
  }
  return found;
}

async function quietly<T>(trace: () => Promise<T>): Promise<T | null> {
  try {
    return await trace();
  } catch (error) {
    if (!(error instanceof FascicleError) || error.code === 'source-changed') throw error;
    return null;
  }
}

/**
 * Traces the words that the arrangement asks for, in the disclosure copies: they are what goes along with a bundle, so
 * that others can look the bytes up. An archive never changes: the same case gives the same traces.
 */
export async function traceExhibits(
  { exhibits, language }: BundleModel,
  caseFile: ReadableCase,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Readonly<{ traces: BundleModel['traces']; problems: readonly Problem[] }>> {
  const traces = new Map<number, Trace[]>();
  const problems: Problem[] = [];
  for (const { index, number, exhibit, record } of exhibits) {
    for (const words of exhibit.traces ?? []) {
      try {
        const trace = await traceWords(caseFile, record, 'wacz-disclosure', words, spawnChild, signal);
        traces.set(index, [...(traces.get(index) ?? []), trace]);
        if (trace.verdict !== 'found') problems.push(problem('words-not-traced', number, language, { words }));
      } catch (error) {
        if (!(error instanceof FascicleError) || error.code === 'source-changed') throw error;
        problems.push(problem('words-not-traced', number, language, { words }));
      }
    }
  }
  return { traces, problems };
}
