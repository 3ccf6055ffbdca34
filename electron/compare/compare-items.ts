import { because } from '../../shared/cause.ts';
import type { CaptureRecord, Reason } from '../../shared/case/record.ts';
import { tilesOf } from '../../shared/case/region.ts';
import type { TextRun } from '../../shared/page/text-positions.ts';
import { pictureBands, type PictureBand } from '../../shared/watch/picture-bands.ts';
import { textDifferences, type TextDifference, type Side } from '../../shared/watch/text-differences.ts';
import type { DifferenceKind } from '../../shared/watch/self-changing.ts';
import type { ReadableCase } from '../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../casefile/processes/children.ts';
import type { RowsAnswer, RowsRequest } from './rows-child.ts';

/** One capture to compare, with its words as text and where they stand. */
export type Compared = Readonly<{ record: CaptureRecord; side: Side; words: readonly TextRun[] }>;

/**
 * A band with what it is by the words that stand in it: an edit of the text, what a page changes by itself (clock, counter,
 * advertisement), or `picture` where no word differs.
 */
type ComparedBand = PictureBand & Readonly<{ kind: DifferenceKind | 'picture' }>;

export type Comparison = Readonly<{
  text: readonly TextDifference[];
  picture: Readonly<{ bands: readonly ComparedBand[] }> | Readonly<{ why: Reason }>;
}>;

const limits = { milliseconds: 240_000, megabytes: 1_280 } as const;

/** What differs between two captures, in words and in pixels. Pictures are decoded in a child that may die. */
export async function compareItems(
  caseFile: ReadableCase,
  before: Compared,
  after: Compared,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<Comparison> {
  const text = textDifferences(before.side, after.side);
  const [old, fresh] = [before.record, after.record];
  if (!old.picture || !fresh.picture) return { text, picture: { why: { code: 'no-picture-to-compare' } } };
  if (old.picture.width !== fresh.picture.width)
    return {
      text,
      picture: { why: { code: 'widths-differ', params: { before: old.picture.width, after: fresh.picture.width } } },
    };
  // A received record may say anything of where its tiles lie.
  if (![old, fresh].every(liesInItself))
    return { text, picture: { why: { code: 'pictures-not-read', params: { why: because('tiles-outside') } } } };
  const stored = (record: CaptureRecord) =>
    tilesOf(record).map((tile) => ({ ...tile, path: caseFile.objectPath(tile.sha256) }));
  const request: RowsRequest = { pictures: [stored(old), stored(fresh)] };
  const result = await runInChild(spawnChild, 'compare/rows-child', request, limits, signal);
  if (result.ended === 'died')
    return { text, picture: { why: { code: 'pictures-not-read', params: { why: result.because } } } };
  const [rowsBefore = [], rowsAfter = []] = (result.answer as RowsAnswer).rows; // our own child's word
  const bands = pictureBands(rowsBefore, rowsAfter);
  if (!bands) return { text, picture: { why: { code: 'pictures-differ-throughout' } } };
  return { text, picture: { bands: bands.map((band) => ({ ...band, kind: kindOf(band, text, before, after) })) } };
}

/** Rows of a picture that are compared: more than any page of which a picture is taken. */
const mostRows = 400_000;

function liesInItself(record: CaptureRecord): boolean {
  const height = record.picture?.height ?? 0;
  return height <= mostRows && tilesOf(record).every((tile) => tile.y + tile.height <= height);
}

/** By the words in the band: the differences of the text that they belong to. An edit counts before all else. */
function kindOf(
  { before: old, after: fresh }: PictureBand,
  text: readonly TextDifference[],
  before: Compared,
  after: Compared,
): DifferenceKind | 'picture' {
  const words = [...wordsIn(before, old), ...wordsIn(after, fresh)];
  const kinds = text
    .filter((one) => [...one.before, ...one.after].some((line) => words.some((word) => squeezed(line).includes(word))))
    .map(({ kind }) => kind);
  return kinds.includes('edit') ? 'edit' : (kinds[0] ?? 'picture');
}

function wordsIn({ words, record }: Compared, band: PictureBand['before']): readonly string[] {
  if (!band) return [];
  const { scale } = record.view;
  return words
    .filter(({ y, height }) => (y + height) * scale > band.y && y * scale < band.y + band.height)
    .map(({ text }) => squeezed(text))
    .filter((text) => text !== '');
}

const squeezed = (text: string) => text.replace(/\s+/g, '');
