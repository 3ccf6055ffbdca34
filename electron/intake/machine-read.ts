import { rmSync } from 'node:fs';
import { z } from 'zod';
import { canonicalBytes } from '../../shared/canonical-json.ts';
import type { Attachment } from '../../shared/case/attachment.ts';
import { reasonSchema, type ItemRecord, type Reason } from '../../shared/case/record.ts';
import { storedTextPositions } from '../../shared/page/text-positions.ts';
import type { ItemState, WritableCase } from '../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../casefile/children.ts';
import { answered } from './answered.ts';
import { decoding } from './limits.ts';

/** The engine and its data, as pinned: a later one may read other words, and what was read says by which. */
const engine = 'tesseract.js 7.0.0, chi_sim + eng 4.0.0_best_int';

/** Tiles of one picture: 40 are 160,000 rows. */
const mostPictures = 40;

export type OcrRequest = Readonly<{
  pictures: readonly Readonly<{ path: string; y: number }>[];
  /** To work in; removed afterwards. */
  folder: string;
}>;

const measure = z.number().nonnegative();
const answerSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('runs'),
    runs: z.array(z.strictObject({ x: measure, y: measure, width: measure, height: measure, text: z.string() })),
  }),
  z.strictObject({ as: z.literal('none'), reason: reasonSchema }),
]);
export type OcrAnswer = z.infer<typeof answerSchema>;

/** What came of reading an item: how many lines, or why none. Never an error: a missing text layer stops nobody. */
export type MachineRead = Readonly<{ lines: number }> | Readonly<{ reason: Reason }>;

/**
 * Reads the words of an imported picture by machine and keeps them beside the item, once: bundles print what was read
 * then, so that they stay the same. The record of the item is not touched.
 *
 * @throws the signal's reason when cancelled
 */
export async function readByMachine(
  kase: WritableCase,
  { item, record, attachments }: ItemState,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<MachineRead> {
  if (attachments.some(({ kind }) => kind === 'machine-read')) return { reason: { code: 'ocr-already' } };
  const pictures = firstPicture(record);
  if (pictures.length === 0) return { reason: { code: 'ocr-no-picture' } };
  if (pictures.length > mostPictures) return { reason: { code: 'ocr-too-tall' } };
  const folder = kase.scratch();
  const request: OcrRequest = {
    pictures: pictures.map(({ sha256, y = 0 }) => ({ path: kase.objectPath(sha256), y })),
    folder,
  };
  const result = await runInChild(spawnChild, 'intake/ocr-child', request, decoding, signal).finally(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const answer = answered(result, answerSchema);
  if ('code' in answer) return { reason: answer };
  if (answer.as === 'none') return { reason: answer.reason };
  const stored = kase.objects.putBytes(canonicalBytes(storedTextPositions(answer.runs, false)));
  const attachment: Attachment = {
    item,
    kind: 'machine-read',
    number: engine,
    file: { name: 'machine-read.json', ...stored },
  };
  kase.act('attachment-added', attachment, item);
  return { lines: answer.runs.length };
}

/** The tiles of the picture that stands first: a text layer lies over that one. */
function firstPicture(record: ItemRecord): readonly Readonly<{ sha256: string; y?: number | undefined }>[] {
  if (record.kind !== 'import' || record.pages.as !== 'images') return [];
  if (record.artifacts.some(({ role }) => role === 'text-positions')) return [];
  const tiles = record.artifacts.filter(({ role }) => role === 'page-image');
  if (tiles.length === 0) return record.artifacts.filter(({ role }) => role === 'original');
  const next = tiles.findIndex(({ y }, at) => at > 0 && y === 0);
  return next === -1 ? tiles : tiles.slice(0, next);
}
