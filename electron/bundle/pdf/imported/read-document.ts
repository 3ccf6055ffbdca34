import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Reason } from '../../../../shared/case/record.ts';
import { because, storedCause } from '../../../../shared/cause.ts';
import { FascicleError } from '../../../../shared/errors/fascicle-error.ts';
import { runInChild, type SpawnChild } from '../../../casefile/processes/children.ts';
import type { PdfSink } from '../sink.ts';
import { copyBufferSize } from '../images.ts';
import {
  largestFile,
  type Layers,
  type PageForm,
  type ImportedPageSize,
  type ReadAnswer,
  type ReadRequest,
  type Shortcomings,
} from './child-words.ts';
import { remove } from '../../../casefile/files/durable.ts';
import type { Told } from './facts/told.ts';

/** Measured: a 455 MB file took 2.5 s and 1.5 GB; its pictures are decoded besides, at some 50 MB a second alone. */
const limits = { milliseconds: 30_000, megabytes: 2_048 };
/** Bytes of a file for which a millisecond is added, on a computer that does much else. */
const perMillisecond = 2_000;

export type Inspection = (
  Readonly<{ pages: readonly ImportedPageSize[]; warnings: readonly Reason[] }> | Readonly<{ refused: Reason }>
) &
  Readonly<{ told?: Told | null }>;

/**
 * A PDF's pages, or why it gives none, and what stands beside them. Everything is copied once on trial: a file that a
 * bundle cannot show is known when it comes in. Where the reader dies, it is asked once more for the pages alone.
 *
 * @param filesFolder an empty one, for the files that it carries; null: what stands beside its pages is not asked for
 * @throws only when cancelled
 */
export async function inspectPdf(
  path: string,
  spawnChild: SpawnChild,
  signal: AbortSignal,
  filesFolder: string | null = null,
): Promise<Inspection> {
  const answer = await ask({ ask: 'inspect', path, filesFolder }, spawnChild, signal);
  if ('refused' in answer) {
    if (filesFolder === null || !answer.died) return answer;
    const again = await inspectPdf(path, spawnChild, signal);
    const notes = [{ code: 'pdf-facts-not-read', params: answer.refused.params }];
    return { ...again, told: { facts: [], notes, files: [], notItsPages: null } };
  }
  return answer.answer === 'pages'
    ? { pages: answer.pages, warnings: warningsOf(answer.shortcomings), told: answer.told }
    : { refused: { code: 'pdf-damaged', params: { why: because('answer-unfit', { answer: answer.answer }) } } };
}

/** A file of the case, and which of its pages are wanted. */
export type PagesOfFile = Readonly<{ path: string; sha256: string; pages: readonly number[] }>;

export type CopiedPages =
  Readonly<{ forms: readonly PageForm[]; layers: Layers; warnings: readonly Reason[] }> | Readonly<{ refused: Reason }>;

/**
 * Copies pages of a foreign PDF into ours as forms, renumbered. Pages and what they show only: no scripts, no actions, no
 * embedded files. The sink must not be written to meanwhile.
 *
 * @throws {FascicleError} `source-changed` where the file is not what its record says; the signal's reason when cancelled
 */
export async function copyPages(
  { path, sha256, pages }: PagesOfFile,
  sink: PdfSink,
  scratchFile: string,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<CopiedPages> {
  const first = sink.allocate();
  try {
    const request: ReadRequest = { ask: 'copy', path, sha256, pages, firstObject: first, out: scratchFile };
    const answer = await ask(request, spawnChild, signal);
    if ('refused' in answer || answer.answer !== 'forms' || answer.objects.length === 0) {
      sink.object(first, 'null');
      const none = { code: 'pdf-damaged', params: { why: because('no-pages') } };
      return { refused: 'refused' in answer ? answer.refused : none };
    }
    const fd = openSync(scratchFile, 'r');
    try {
      const buffer = Buffer.allocUnsafe(copyBufferSize);
      answer.objects.forEach(([offset, length], index) => {
        sink.rawObject(index === 0 ? first : sink.allocate(), pieces(fd, offset, length, buffer));
      });
    } finally {
      closeSync(fd);
    }
    return { forms: answer.forms, layers: answer.layers, warnings: warningsOf(answer.shortcomings) };
  } finally {
    remove(scratchFile);
  }
}

function* pieces(fd: number, offset: number, length: number, buffer: Buffer): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < length;) {
    const read = readSync(fd, buffer, 0, Math.min(buffer.length, length - at), offset + at);
    if (read === 0) throw new Error('the copied pages end too early');
    yield buffer.subarray(0, read);
    at += read;
  }
}

function warningsOf(found: Shortcomings): readonly Reason[] {
  const {
    withoutAppearance,
    damagedPages,
    damagedParts,
    scripts,
    searched,
    unnamed,
    passedOver,
    differs,
    doubledKeys,
    pages,
  } = found;
  const warnings: readonly (Reason | false)[] = [
    searched && { code: 'pdf-table-damaged', params: {} },
    differs && { code: 'pdf-two-readings', params: { count: passedOver } },
    !differs && unnamed > 0 && { code: 'pdf-unnamed-objects', params: { count: unnamed } },
    doubledKeys > 0 && { code: 'pdf-doubled-keys', params: { count: doubledKeys } },
    found.otherParents > 0 && { code: 'pdf-other-parents', params: { count: found.otherParents } },
    found.countedPages !== null && { code: 'pdf-page-count', params: { counted: found.countedPages, pages } },
    withoutAppearance.length > 0 && {
      code: 'pdf-without-appearance',
      params: { pages: withoutAppearance.join(', ') },
    },
    scripts > 0 && { code: 'pdf-script-dropped', params: { count: scripts } },
    damagedParts > 0 && {
      code: 'pdf-parts-missing',
      params: { count: damagedParts, pages: damagedPages.join(', ') },
    },
  ];
  return warnings.filter((one) => one !== false);
}

type Refused = Readonly<{ refused: Reason; died: boolean; told?: Told | null }>;

async function ask(
  request: ReadRequest,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Exclude<ReadAnswer, { answer: 'refused' }> | Refused> {
  const bytes = statSync(request.path, { throwIfNoEntry: false })?.size ?? 0;
  const milliseconds = limits.milliseconds + Math.min(bytes, largestFile) / perMillisecond;
  const within = { ...limits, milliseconds };
  const result = await runInChild(spawnChild, 'bundle/pdf/imported/pdf-child', request, within, signal);
  if (result.ended === 'died')
    return { refused: { code: `pdf-reader-${result.why}`, params: { why: result.because } }, died: true };
  const answer = result.answer as ReadAnswer; // our own child's words
  if (answer.answer !== 'refused') return answer;
  if (answer.why === 'changed' && request.ask === 'copy')
    throw new FascicleError('source-changed', { sha256: request.sha256 });
  const refused = { code: `pdf-${answer.why}`, params: { why: storedCause(answer.detail) } };
  return { refused, died: false, told: answer.told ?? null };
}
