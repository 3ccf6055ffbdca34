import { z } from 'zod';

/** Of an item whose file is a film: the frames that its pages show. They stand for it; the film itself is stored whole. */
export const filmSchema = z.strictObject({
  /** The program of this computer that decoded it: `ffmpeg 5.1.6`. */
  tool: z.string(),
  /** Frames where the picture changed most, or only evenly spread ones. */
  chosen: z.enum(['changes', 'spread']),
  frames: z
    .array(
      z.strictObject({
        /** Name of the artifact with (the first tile of) the picture. */
        artifact: z.string(),
        /** Milliseconds from the film's beginning. */
        at: z.int().nonnegative(),
      }),
    )
    .min(1),
});
export type Film = z.infer<typeof filmSchema>;

/** 83,400 → `00:01:23.400`. */
export function filmTime(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = milliseconds / 1_000;
  const rest = String(milliseconds % 1_000).padStart(3, '0');
  return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}
