// Makes frames that ffmpeg took from a film fit for a PDF, in a process of its own: they come from a hostile file.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { serveRequest } from '../../../casefile/processes/children.ts';
import { mostPixels } from '../picture/limits.ts';
import { convertPicture } from '../picture/convert-picture.ts';

export type FramesRequest = Readonly<{ files: readonly string[]; outFolder: string }>;

serveRequest(async (sent) => {
  const { files, outFolder } = sent as FramesRequest; // sent by film-frames.ts only
  sharp.cache(false);
  sharp.concurrency(1);
  const tiles: { file: string; frame: number; y: number; width: number; height: number }[] = [];
  for (const [frame, path] of files.entries()) {
    const own = `frame-${String(frame + 1).padStart(2, '0')}`;
    mkdirSync(join(outFolder, own));
    // ffmpeg has turned them as the film says.
    const made = await convertPicture(path, join(outFolder, own), 1, mostPixels.picture, 'done');
    for (const tile of made.tiles) tiles.push({ ...tile, file: `${own}/${tile.file}`, frame });
  }
  return { tiles };
});
