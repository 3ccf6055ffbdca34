import type { Cause } from '../../../../shared/text.ts';
import { because } from '../../../../shared/cause.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Artifact } from '../../../../shared/case/record.ts';
import { runInChild } from '../../../casefile/processes/children.ts';
import { decoding } from '../../limits.ts';
import type { IntakeServices } from '../../intake-types.ts';
import { runTool } from '../../outside-tool.ts';
import type { FramesRequest } from './frames-child.ts';
import { keyMoments, sceneChanges } from './key-moments.ts';
import { inputArgs } from './read-film.ts';

/** Looking through a film for changes: an hour of it takes a few minutes. A film that takes longer is shown evenly spread. */
const search = { milliseconds: 180_000, megabytes: 2_048, outputBytes: 4_000_000 } as const;
const oneFrame = { milliseconds: 30_000, megabytes: 2_048, outputBytes: 200_000 } as const;
/** From so much change on a frame is told to ffmpeg to be named; a page that scrolls changes by less at each frame. */
const change = 0.08;
/** Pixels that the search looks at are few: it is about change, not about words. In RGB: `scene` sees only brightness else. */
const searchWidth = 320;

const tilesSchema = z.strictObject({
  tiles: z.array(
    z.strictObject({
      file: z.string().regex(/^frame-\d{2}\/page-\d{4}\.png$/),
      frame: z.int().nonnegative(),
      y: z.int().nonnegative(),
      width: z.int().positive(),
      height: z.int().positive(),
    }),
  ),
});

/** Frames of a film as pictures, each with its place in it in milliseconds. */
export type FilmFrames = Readonly<{
  artifacts: readonly Artifact[];
  frames: readonly Readonly<{ artifact: string; at: number }>[];
  /** Whether the whole film was looked through for changes; else the frames are only evenly spread. */
  searched: boolean;
}>;

/**
 * Key frames of a film: what ffmpeg decodes at the chosen moments, stored as pictures of their own.
 * @returns why there are none, where none could be taken
 */
export async function filmFrames(
  path: string,
  mediaType: string,
  seconds: number,
  ffmpeg: string,
  folder: string,
  { caseFile, spawnChild, signal }: Pick<IntakeServices, 'caseFile' | 'spawnChild' | 'signal'>,
): Promise<FilmFrames | Readonly<{ why: Cause }>> {
  const input = inputArgs(path, mediaType);
  const filter = `scale=${searchWidth}:-2,format=rgb24,select='gt(scene\\,${change})',metadata=print:file=-`;
  const found = await runTool(
    ffmpeg,
    ['-nostdin', ...input, '-an', '-sn', '-dn', '-vf', filter, '-f', 'null', '-'],
    search,
    signal,
  );
  const moments = keyMoments(seconds, found.ended === 'ok' ? sceneChanges(found.stdout) : []);
  const taken: { file: string; at: number }[] = [];
  let why: Cause | null = null;
  for (const [at, moment] of moments.entries()) {
    const file = join(folder, `taken-${at}.png`);
    const [seek, frame] = [
      ['-ss', moment.toFixed(3)],
      ['-an', '-sn', '-dn', '-frames:v', '1', '-pix_fmt', 'rgb24', '-f', 'image2', '-update', '1'],
    ];
    const end = await runTool(ffmpeg, ['-nostdin', ...seek, ...input, ...frame, `file:${file}`], oneFrame, signal);
    if (end.ended === 'ok' && existsSync(file)) taken.push({ file, at: Math.round(moment * 1_000) });
    else if (end.ended === 'failed') why = end.because;
  }
  if (taken.length === 0) return { why: why ?? because('no-frame') };
  const request: FramesRequest = { files: taken.map(({ file }) => file), outFolder: folder };
  const result = await runInChild(spawnChild, 'intake/kinds/film/frames-child', request, decoding, signal);
  const parsed = result.ended === 'answered' ? tilesSchema.safeParse(result.answer) : null;
  if (!parsed?.success) return { why: result.ended === 'died' ? result.because : because('frames-unsound') };
  const artifacts = parsed.data.tiles.map(({ file, y, width, height }, at): Artifact => ({
    role: 'page-image',
    name: `page-${String(at + 1).padStart(4, '0')}.png`,
    mediaType: 'image/png',
    ...caseFile.objects.putFile(join(folder, file)),
    x: 0,
    y,
    width,
    height,
  }));
  const frames = parsed.data.tiles.flatMap(({ y, frame }, at) => {
    const name = artifacts[at]?.name;
    return y === 0 && name !== undefined ? [{ artifact: name, at: taken[frame]?.at ?? 0 }] : [];
  });
  return { artifacts, frames, searched: found.ended === 'ok' };
}
