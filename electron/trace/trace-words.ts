import { storedJson } from '../casefile/files/stored-text.ts';
import type { ItemRecord } from '../../shared/case/record.ts';
import { because } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { findWords } from '../../shared/page/find-words.ts';
import { parseTextPositions } from '../../shared/page/text-positions.ts';
import { traceFindingsSchema, type Trace } from '../../shared/trace/trace.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../casefile/processes/children.ts';
import type { TraceAnswer, TraceRequest } from './trace-child.ts';

/** Bounds of the process that reads: a text of 16 MB, its letters and their places take 500 MB. */
const limits = { milliseconds: 240_000, megabytes: 1_024 } as const;

/**
 * Tells which answer carried some words of a captured page: every answer in the archive is searched, as the servers
 * sent it. Only that the connected address returned them can be said, never whose server it was.
 *
 * @param which the sealed archive, or the copy of it that others may have
 * @throws {FascicleError} `nothing-to-trace` | `source-changed` | `trace-ended`
 */
export async function traceWords(
  caseFile: ReadableCase,
  record: ItemRecord,
  which: 'wacz' | 'wacz-disclosure',
  words: string,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Trace> {
  const { item } = record;
  if (words.trim() === '') throw new FascicleError('nothing-to-trace', { item, why: because('no-words-given') });
  const archive = record.artifacts.find(({ role }) => role === which);
  if (!archive) throw new FascicleError('nothing-to-trace', { item, why: because('no-archive') });
  const request: TraceRequest = { wacz: caseFile.objectPath(archive.sha256), sha256: archive.sha256, words };
  const result = await runInChild(spawnChild, 'trace/trace-child', request, limits, signal);
  if (result.ended === 'died') throw new FascicleError('trace-ended', { item, why: result.because });
  const answer = result.answer as TraceAnswer; // its outer form is our own child's; what it found is parsed
  if (answer.changed) throw new FascicleError('source-changed', { sha256: archive.sha256 });
  const findings = traceFindingsSchema.parse(answer.findings);
  const { carriers, unsearched } = findings;
  return {
    ...findings,
    item,
    words,
    archive: archive.sha256,
    disclosure: which === 'wacz-disclosure',
    onPage: isOnPage(caseFile, record, words),
    verdict: carriers.length > 0 ? 'found' : unsearched.length > 0 ? 'not-found-in-part' : 'not-found',
  };
}

function isOnPage(caseFile: ReadableCase, record: ItemRecord, words: string): boolean {
  const artifact = record.artifacts.find(({ role }) => role === 'text-positions');
  if (!artifact) return false;
  const { runs } = parseTextPositions(storedJson(caseFile, artifact.sha256));
  // A font that draws other characters shows other words.
  return (
    findWords(
      runs.filter(({ otherGlyphs }) => otherGlyphs !== true),
      words,
    ).length > 0
  );
}
