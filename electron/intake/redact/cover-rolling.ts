import { storedJson } from '../../casefile/files/stored-text.ts';
import type { PagedRegion } from '../../../shared/case/paged-region.ts';
import { numberedPieces } from '../../../shared/case/capture/rolling.ts';
import type { Artifact, ItemRecord, Reason } from '../../../shared/case/record.ts';
import { scaledRun } from '../../../shared/page/letters.ts';
import { coversOf, lettersSaying, runsLeft, wholeLines, wholly } from '../../../shared/page/redact-words.ts';
import { parseRollingPieces, storedRollingWords, type StoredPiece } from '../../../shared/page/rolling-words.ts';
import { bareWords, timesSaid } from '../../../shared/redaction/same-words.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import type { Covering } from './covering.ts';
import { drawsOthers } from './locate-words.ts';

/** A piece of a rolling picture as its item has it; `at`: which one, counted from 1. Words in device pixels of it. */
type Piece = Readonly<{ at: number; tiles: readonly Artifact[]; words: StoredPiece | null }>;

/** What becomes of the pieces: the tiles of those that go along, where they are painted, and how many lines wholly. */
export type CoveredRolling = Readonly<{
  /** Which pieces go along, counted from 1. */
  kept: ReadonlySet<number>;
  /** `picture`: which one of the copy a tile belongs to; the page's own is 1, the first piece that goes along 2. */
  tiles: readonly Readonly<{ tile: Artifact; picture: number }>[];
  /** `page` is such a number, too. */
  regions: readonly PagedRegion[];
  lines: number;
  /** The words that are left, as stored. */
  positions: string | null;
  warnings: readonly Reason[];
}>;

const none: CoveredRolling = {
  kept: new Set(),
  tiles: [],
  regions: [],
  lines: 0,
  positions: null,
  warnings: [],
};

/** Which picture of an item a piece is: the page's own picture is the first. @param piece counted from 1 */
export const pictureOfPiece = (piece: number): number => piece + 1;

/** The rolling picture of an item, piece by piece; none where it has none. */
export function rollingPiecesOf(caseFile: ReadableCase, record: ItemRecord): readonly Piece[] {
  if (record.kind !== 'capture' || !record.rolling) return [];
  const begun: Artifact[][] = [];
  for (const tile of record.artifacts.filter(({ role }) => role === 'screenshot-rolling'))
    if (tile.y === 0 || begun.length === 0) begun.push([tile]);
    else begun.at(-1)?.push(tile);
  const stored = record.artifacts.find(({ role }) => role === 'rolling-positions');
  const words = stored ? parseRollingPieces(storedJson(caseFile, stored.sha256), record.view.scale) : [];
  return begun.map((tiles, at) => ({ at: at + 1, tiles, words: words[at] ?? null }));
}

/** Whether the rolling picture says some words, or may say them at a place that is not known. */
export const rollingSays = (pieces: readonly Piece[], words: string): boolean =>
  pieces.some(
    ({ words: own }) =>
      own !== null &&
      timesSaid(own.runs.map(({ text }) => text).join(''), words) + timesSaid(own.doubtful.join('\n'), words) > 0,
  );

/**
 * Which pieces of the rolling picture can go along, and what is painted in them. Of words, their measured letters; a piece
 * that may say them where nothing was measured stays with the original, as does, where a person drew places, one in which
 * none was drawn.
 *
 * @param regions drawn places; those without a picture's number are of the page's own picture
 */
export function coverRolling(
  record: ItemRecord,
  pieces: readonly Piece[],
  { words, regions, wholeLines: whole }: Pick<Covering, 'words' | 'regions' | 'wholeLines'>,
): CoveredRolling {
  if (record.kind !== 'capture' || !record.rolling || pieces.length === 0) return none;
  const { scale } = record.view;
  const { numbers } = numberedPieces(record.rolling);
  const kept: Piece[] = [];
  const left = { unplaced: [] as number[], unnamed: [] as number[] };
  const painted: PagedRegion[] = [];
  const texts: StoredPiece[] = [];
  let lines = 0;
  for (const piece of pieces) {
    const { at, words: own } = piece;
    const drawn = regions.filter(({ page }) => page === pictureOfPiece(at));
    const leave = (why: keyof typeof left) => left[why].push(numbers[at - 1] ?? at);
    if (regions.length > 0 && drawn.length === 0) {
      leave('unnamed');
      continue;
    }
    const found = lettersSaying(own?.runs ?? [], words);
    const said = whole ? wholly(found) : found;
    const runs = runsLeft(own?.runs ?? [], said, drawn);
    if (
      drawn.length === 0 &&
      isUnplaced(
        record,
        own,
        runs.map(({ text }) => text),
        words,
      )
    ) {
      leave('unplaced');
      continue;
    }
    kept.push(piece);
    const page = pictureOfPiece(kept.length);
    painted.push(...[...drawn, ...coversOf(said)].map((cover) => ({ ...cover, page })));
    lines += wholeLines(said);
    texts.push({ runs: runs.map((run) => scaledRun(run, 1 / scale)), doubtful: [], unseen: [], cut: own?.cut ?? true });
  }
  return {
    kept: new Set(kept.map(({ at }) => at)),
    tiles: kept.flatMap(({ tiles }, nth) => tiles.map((tile) => ({ tile, picture: pictureOfPiece(nth + 1) }))),
    regions: painted,
    lines,
    positions: kept.length > 0 ? JSON.stringify(storedRollingWords(texts)) : null,
    warnings: (['unplaced', 'unnamed'] as const).flatMap((why): readonly Reason[] =>
      left[why].length > 0 ? [{ code: `rolling-left-${why}`, params: { pieces: left[why].join(', ') } }] : [],
    ),
  };
}

/** Whether a piece may say the words at a place that was not measured. @param left what is still said in it */
function isUnplaced(
  record: ItemRecord,
  own: StoredPiece | null,
  left: readonly string[],
  words: readonly string[],
): boolean {
  if (words.length === 0) return false;
  if (!own || own.cut || drawsOthers(record, own.runs)) return true;
  if (record.kind === 'capture' && (record.rolling?.unsteady ?? 0) > 0) return true;
  if (record.warnings.some(({ code }) => code === 'rolling-zoomed')) return true; // older programs did not say of each piece
  return words.some((one) => mayBeSaid(own.doubtful.map(bareWords), left.map(bareWords), bareWords(one)));
}

/**
 * Whether words may be said by texts of which it is not known where they are, together with each other or with what is
 * left; or by two of what is left, in whatever order these are read.
 */
function mayBeSaid(doubtful: readonly string[], left: readonly string[], wanted: string): boolean {
  if (left.join('').includes(wanted)) return true;
  const parts = Array.from({ length: wanted.length - 1 }, (_, at) => [wanted.slice(0, at + 1), wanted.slice(at + 1)]);
  const begins = (text: string) => parts.some(([first = '']) => text.endsWith(first));
  const ends = (text: string) => parts.some(([, last = '']) => text.startsWith(last));
  if (
    doubtful.some(
      (text) => text !== '' && (text.includes(wanted) || wanted.includes(text) || begins(text) || ends(text)),
    )
  )
    return true;
  return parts.some(
    ([first = '', last = '']) =>
      left.some((text) => text.endsWith(first)) && left.some((text) => text.startsWith(last)),
  );
}
