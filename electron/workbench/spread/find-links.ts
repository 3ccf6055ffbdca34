import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { SpreadSuggestion } from '../../../shared/spread/suggest.ts';
import { runInChild } from '../../casefile/processes/children.ts';
import type { HandlerContext } from '../handler.ts';
import type { Publication } from './publications.ts';

export type SuggestRequest = Readonly<{ folder: string }>;
/** Suggested links, and the publications that were looked at, without their texts. */
export type FoundLinks = Readonly<{ links: readonly SpreadSuggestion[]; publications: readonly Publication[] }>;

/** Measured: ten thousand pages take three seconds. */
const limits = { milliseconds: 10 * 60_000, megabytes: 4_096 } as const;

/** @throws {FascicleError} `suggest-ended`; the signal's reason when cancelled */
export async function findLinks(
  folder: string,
  { services, signal }: Pick<HandlerContext, 'services' | 'signal'>,
): Promise<FoundLinks> {
  const request: SuggestRequest = { folder };
  const ended = await runInChild(services.spawnChild, 'workbench/spread/suggest-child', request, limits, signal);
  if (ended.ended === 'died') throw new FascicleError('suggest-ended', { why: ended.because });
  return ended.answer as FoundLinks; // our own child's words
}
