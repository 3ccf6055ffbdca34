import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import type { Reason } from '../../../../shared/case/record.ts';
import { FascicleError } from '../../../../shared/errors/fascicle-error.ts';
import { runInChild, type SpawnChild } from '../../../casefile/children.ts';
import type { PdfSink } from '../sink.ts';
import { copyBufferSize } from '../images.ts';
import type { Layers, PageForm, PageSize, ReadAnswer, ReadRequest, Shortcomings } from './child-words.ts';

/** Measured: a 455 MB file took 2.5 s and 1.5 GB. */
const limits = { milliseconds: 30_000, megabytes: 2_048 };

export type Inspection =
  Readonly<{ pages: readonly PageSize[]; warnings: readonly Reason[] }> | Readonly<{ refused: Reason }>;

/**
 * A PDF's pages, or why it gives none. Everything is copied once on trial: a file that a bundle cannot show is known
 * when it comes in.
 *
 * @throws only when cancelled
 */
export async function inspectPdf(path: string, spawnChild: SpawnChild, signal: AbortSignal): Promise<Inspection> {
  const answer = await ask({ ask: 'inspect', path }, spawnChild, signal);
  if ('refused' in answer) return answer;
  return answer.answer === 'pages'
    ? { pages: answer.pages, warnings: warningsOf(answer.shortcomings) }
    : { refused: { code: 'pdf-damaged', params: { why: answer.answer } } };
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
      return 'refused' in answer ? answer : { refused: { code: 'pdf-damaged', params: { why: 'no pages' } } };
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
    rmSync(scratchFile, { force: true });
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

function warningsOf({ withoutAppearance, damagedStreams, scripts }: Shortcomings): readonly Reason[] {
  return [
    ...(withoutAppearance.length > 0
      ? [{ code: 'pdf-without-appearance', params: { pages: withoutAppearance.join(', ') } }]
      : []),
    ...(scripts > 0 ? [{ code: 'pdf-script-dropped', params: { count: scripts } }] : []),
    ...(damagedStreams > 0 ? [{ code: 'pdf-damaged-parts', params: { count: damagedStreams } }] : []),
  ];
}

async function ask(
  request: ReadRequest,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Exclude<ReadAnswer, { answer: 'refused' }> | Readonly<{ refused: Reason }>> {
  const result = await runInChild(spawnChild, 'bundle/pdf/imported/pdf-child', request, limits, signal);
  if (result.ended === 'died')
    return { refused: { code: `pdf-reader-${result.why}`, params: { why: result.detail.slice(-300) } } };
  const answer = result.answer as ReadAnswer; // our own child's words
  if (answer.answer !== 'refused') return answer;
  if (answer.why === 'changed' && request.ask === 'copy')
    throw new FascicleError('source-changed', { sha256: request.sha256 });
  return { refused: { code: `pdf-${answer.why}`, params: { why: answer.detail } } };
}
