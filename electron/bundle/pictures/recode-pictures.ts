import { join } from 'node:path';
import type { Artifact } from '../../../shared/case/record.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { tiledPicturesOf, slicesOf } from '../../../shared/plan/pictures/slices.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import { printAreaOf } from '../layout.ts';
import type { BundleModel } from '../model.ts';
import { densityOf, picturesFor } from '../pages/exhibit/exhibit-pictures.ts';
import type { BundlePicture } from './pictures.ts';
import type { RecodeAnswer, RecodeRequest } from './recode-child.ts';

/**
 * How far a filing copy goes, step by step: JPEG quality, and dots per inch on the page. The last is the least at which
 * 16-px text of a desktop page is still read with ease on A4.
 */
const levels = [
  { quality: 82, dpi: 200 },
  { quality: 70, dpi: 170 },
  { quality: 58, dpi: 150 },
  { quality: 45, dpi: 130 },
  { quality: 34, dpi: 110 },
] as const;
/** What a bundle has beside its pictures, by page and by file. */
const beside = { page: 6_000, file: 900_000 };
const limits = { milliseconds: 600_000, megabytes: 1_024 };

/**
 * The model of a filing copy: pictures recoded so that all of them fit what the profile's portal takes; the least lossy step
 * that fits. A picture stays as it is where no copy is smaller and yet looks like it. Where even the last does not, the copy is parted into volumes, and `unreadable` says that
 * smaller ones could not be read.
 *
 * @throws {FascicleError} `source-changed`; the signal's reason when cancelled
 */
export async function recodePictures(
  caseFile: WritableCase,
  model: BundleModel,
  folder: string,
  { spawnChild, signal }: Readonly<{ spawnChild: SpawnChild; signal: AbortSignal }>,
): Promise<Readonly<{ model: BundleModel; unreadable: boolean }>> {
  const wanted = picturesIn(model);
  const { portal } = model.profile.sizeCap;
  const pages = wanted.reduce((sum, { pages: count }) => sum + count, 0) + model.exhibits.length * 2;
  const room = portal === null ? Infinity : portal - beside.file - pages * beside.page;
  for (let level = 0; ; level++) {
    const step = levels[level] ?? levels[levels.length - 1];
    if (!step) throw new Error('there is at least one level');
    const dpi = Math.min(step.dpi, model.profile.resolutionCap ?? Infinity);
    const recoded = await recodeAll(
      caseFile,
      wanted,
      { quality: step.quality, dpi, cap: model.profile.resolutionCap ?? Infinity },
      join(folder, `level-${level}-`),
      spawnChild,
      signal,
    );
    const all = new Map(wanted.map(({ artifact }) => [artifact.sha256, artifact.bytes]));
    const bytes = [...all].reduce((sum, [sha256, own]) => sum + (recoded.get(sha256)?.bytes ?? own), 0);
    const last = level === levels.length - 1;
    if (bytes > room && !last) continue;
    return {
      model: {
        ...model,
        pictures: { recoded: recoded.size > 0, of: (sha256) => recoded.get(sha256) ?? model.pictures.of(sha256) },
      },
      unreadable: bytes > room,
    };
  }
}

type Wanted = Readonly<{ artifact: Artifact; dpi: number; pages: number }>;

/** Every picture with its dots per inch on the page. */
function picturesIn({ exhibits, layout }: BundleModel): readonly Wanted[] {
  const field = printAreaOf(layout.portrait);
  return exhibits.flatMap((exhibit) => {
    const artifacts = picturesFor(exhibit);
    const bySha256 = new Map(artifacts.map((artifact) => [artifact.sha256, artifact]));
    const continued = exhibit.record.kind === 'capture' && exhibit.record.file === null;
    return tiledPicturesOf(artifacts).flatMap((picture) => {
      const slices = slicesOf(picture, field, densityOf(exhibit), continued);
      const dpi = 72 / (slices[0]?.scale ?? 1);
      return picture.tiles.flatMap(({ sha256 }, at): Wanted[] => {
        const artifact = bySha256.get(sha256);
        return artifact ? [{ artifact, dpi, pages: at === 0 ? slices.length : 0 }] : [];
      });
    });
  });
}

/** Pictures in one child at a time: a picture is some 30 MB when it is unpacked. */
async function recodeAll(
  caseFile: WritableCase,
  wanted: readonly Wanted[],
  { quality, dpi: most, cap }: Readonly<{ quality: number; dpi: number; cap: number }>,
  stem: string,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, BundlePicture>> {
  const jobs = [...new Map(wanted.map((one) => [one.artifact.sha256, one])).values()].map(({ artifact, dpi }, at) => ({
    path: caseFile.objectPath(artifact.sha256),
    sha256: artifact.sha256,
    out: `${stem}${at}`,
    quality,
    scale: Math.min(1, most / dpi),
    mustScale: dpi > cap,
  }));
  const request: RecodeRequest = { jobs };
  const result = await runInChild(spawnChild, 'bundle/pictures/recode-child', request, limits, signal);
  if (result.ended === 'died') throw new Error(because('pictures-not-made', { why: result.because }));
  const answer = result.answer as RecodeAnswer; // our own child's word
  if (answer.changed !== null) throw new FascicleError('source-changed', { sha256: answer.changed });
  return new Map(
    jobs.flatMap(({ sha256: original, out, scale }, at) => {
      const made = answer.pictures[at];
      if (!made) return [];
      const { sha256, bytes, mediaType } = made;
      const loss = `${made.how}, ×${scale.toFixed(2)}, PSNR ${made.psnr} dB, SSIM ${made.ssim}`;
      return [[original, { sha256, path: out, mediaType, bytes, original, loss, scale }]];
    }),
  );
}
