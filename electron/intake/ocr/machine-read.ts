import { z } from 'zod';
import { canonicalBytes } from '../../../shared/canonical-json.ts';
import type { Attachment } from '../../../shared/case/attachment.ts';
import { reasonSchema, type ItemRecord, type Reason } from '../../../shared/case/record.ts';
import { pageDocument, pagePictures } from '../../../shared/case/page-pictures.ts';
import { pageWordsFile, storedPageWords } from '../../../shared/page/page-words.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import type { ItemState, WritableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import { answered } from '../answered.ts';
import { remove } from '../../casefile/files/durable.ts';

/** The engine and its data, as pinned: a later one may read other words, and what was read says by which. */
const engine = 'tesseract.js 7.0.0, chi_sim + eng 4.0.0_best_int';

/** Tiles of one picture: 40 are 160,000 rows. */
const mostTiles = 40;
/** Pages of one file; a longer one is read so far, and that is said. */
const mostPages = 300;
/** A page of a scan takes a few seconds. */
const reading = { milliseconds: 45 * 60_000, megabytes: 1_536 } as const;

type Tile = Readonly<{ path: string; y: number }>;
/** What is read: pictures, each in its tiles, or a PDF's pages that have no words of their own. `folder` is to work in. */
export type OcrRequest = Readonly<{ folder: string }> &
  (Readonly<{ pictures: readonly (readonly Tile[])[] }> | Readonly<{ document: string; mostPages: number }>);

const measure = z.number().nonnegative();
const answerSchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('pages'),
    pages: z.array(
      z.strictObject({
        page: z.int().positive(),
        runs: z.array(z.strictObject({ x: measure, y: measure, width: measure, height: measure, text: z.string() })),
      }),
    ),
  }),
  z.strictObject({ as: z.literal('none'), reason: reasonSchema }),
]);
export type OcrAnswer = z.infer<typeof answerSchema>;

/** What came of reading an item: how many lines, or why none. Never an error: a missing text layer stops nobody. */
export type MachineRead = Readonly<{ lines: number }> | Readonly<{ reason: Reason }>;

/**
 * Reads the words of an imported picture, scan or PDF without text by machine and keeps them beside the item, once:
 * bundles print what was read then, so that they stay the same. The record of the item is not touched.
 *
 * @throws the signal's reason when cancelled
 */
export async function readByMachine(
  caseFile: WritableCase,
  { item, record, attachments }: ItemState,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<MachineRead> {
  if (attachments.some(({ kind }) => kind === 'machine-read')) return { reason: { code: 'ocr-already' } };
  const wanted = wantedOf(caseFile, record);
  if ('code' in wanted) return { reason: wanted };
  const folder = caseFile.scratch();
  const request: OcrRequest = { ...wanted, folder };
  const result = await runInChild(spawnChild, 'intake/ocr/ocr-child', request, reading, signal).finally(() => {
    remove(folder);
  });
  const answer = answered(result, answerSchema);
  if ('code' in answer) return { reason: answer };
  if (answer.as === 'none') return { reason: answer.reason };
  const pages = new Map(answer.pages.map(({ page, runs }) => [page, runs]));
  const single = 'pictures' in wanted && wanted.pictures.length === 1;
  const stored = caseFile.objects.putBytes(
    canonicalBytes(single ? storedTextPositions(pages.get(1) ?? [], false) : storedPageWords(pages)),
  );
  const attachment: Attachment = {
    item,
    kind: 'machine-read',
    number: engine,
    file: { name: single ? 'machine-read.json' : pageWordsFile, ...stored },
  };
  caseFile.logEvent('attachment-added', attachment, item);
  return { lines: answer.pages.reduce((sum, { runs }) => sum + runs.length, 0) };
}

type Wanted = Readonly<{ pictures: readonly (readonly Tile[])[] }> | Readonly<{ document: string; mostPages: number }>;

/** What of an item can be read by machine, or why nothing. */
function wantedOf(caseFile: WritableCase, record: ItemRecord): Wanted | Reason {
  const nothing = { code: 'ocr-no-picture' };
  if (record.kind !== 'import') return nothing;
  if (record.artifacts.some(({ role }) => role === 'text-positions' || role === 'page-words')) return nothing;
  const document = pageDocument(record);
  if (record.pages.as === 'document' && document) return { document: caseFile.objectPath(document.sha256), mostPages };
  if (record.pages.as !== 'images') return nothing;
  const pictures: Tile[][] = [];
  for (const { sha256, y = 0 } of pagePictures(record)) {
    const tile = { path: caseFile.objectPath(sha256), y };
    if (y === 0) pictures.push([tile]);
    else pictures.at(-1)?.push(tile);
  }
  if (pictures.length === 0) return nothing;
  if (pictures.some((tiles) => tiles.length > mostTiles)) return { code: 'ocr-too-tall' };
  return { pictures: pictures.slice(0, mostPages) };
}
