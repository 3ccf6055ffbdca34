import { z } from 'zod';
import { scaledRun } from './letters.ts';
import { parseTextPositions, storedTextPositions, type TextRun } from './text-positions.ts';
import type { WordsByPage } from './page-words.ts';

/** Artifact `rolling-positions`: where the words of a rolling picture are, for each piece as `text-positions` has them. */
const rollingWordsSchema = z.strictObject({ v: z.literal(1), pieces: z.array(z.unknown()).max(500) });

/** Words of one piece in CSS pixels; `doubtful`: texts of which it was not measured whether the picture shows them. */
export type StoredPiece = Readonly<{
  runs: readonly TextRun[];
  doubtful: readonly string[];
  unseen: readonly string[];
}>;

export function storedRollingWords(pieces: readonly StoredPiece[]) {
  const origin = { x: 0, y: 0 };
  return {
    v: 1 as const,
    pieces: pieces.map(({ runs, doubtful, unseen }) =>
      storedTextPositions(runs, false, { origin, elsewhere: doubtful, unseen }),
    ),
  };
}

/**
 * Reads the artifact back.
 *
 * @param scale device pixels per CSS pixel
 * @returns the words of each piece, counted from 1, in device pixels of it
 * @throws {z.ZodError} when it is not such a file
 */
export function parseRollingWords(stored: unknown, scale: number): WordsByPage {
  const { pieces } = rollingWordsSchema.parse(stored);
  return new Map(
    pieces.map((piece, at) => [at + 1, parseTextPositions(piece).runs.map((run) => scaledRun(run, scale))]),
  );
}
