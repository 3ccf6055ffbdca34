import { z } from 'zod';
import { scaledRun } from './letters.ts';
import { parseTextPositions, storedTextPositions, type TextRun } from './text-positions.ts';
import type { WordsByPage } from './page-words.ts';

/** Artifact `rolling-positions`: where the words of a rolling picture are, for each piece as `text-positions` has them. */
const rollingWordsSchema = z.strictObject({ v: z.literal(1), pieces: z.array(z.unknown()).max(500) });

/**
 * Words of one piece in CSS pixels; `doubtful`: texts of which it was not measured whether, or where, the picture shows them;
 * `cut`: the page had more text than was read.
 */
export type StoredPiece = Readonly<{
  runs: readonly TextRun[];
  doubtful: readonly string[];
  unseen: readonly string[];
  cut: boolean;
}>;

export function storedRollingWords(pieces: readonly StoredPiece[]) {
  const origin = { x: 0, y: 0 };
  return {
    v: 1 as const,
    pieces: pieces.map(({ runs, doubtful, unseen, cut }) =>
      storedTextPositions(runs, cut, { origin, elsewhere: doubtful, unseen }),
    ),
  };
}

/**
 * Reads the artifact back: the pieces from the top down.
 *
 * @param scale device pixels per CSS pixel: places are in device pixels of each piece
 * @throws {z.ZodError} when it is not such a file
 */
export function parseRollingPieces(stored: unknown, scale: number): readonly StoredPiece[] {
  return rollingWordsSchema.parse(stored).pieces.map((piece) => {
    const { runs, elsewhere, unseen, cut } = parseTextPositions(piece);
    return { runs: runs.map((run) => scaledRun(run, scale)), doubtful: elsewhere, unseen, cut };
  });
}

/** As {@link parseRollingPieces}: only the words that each piece shows, counted from 1. */
export function parseRollingWords(stored: unknown, scale: number): WordsByPage {
  return new Map(parseRollingPieces(stored, scale).map(({ runs }, at) => [at + 1, runs]));
}
