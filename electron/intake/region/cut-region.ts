import type { Cause } from '../../../shared/text.ts';
import { join } from 'node:path';
import type { Region } from '../../../shared/case/exhibit.ts';
import { itemId } from '../../../shared/case/item-id.ts';
import type { Artifact, CaptureRecord } from '../../../shared/case/record.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { cropWords } from '../../../shared/page/crop-words.ts';
import { scaledRun } from '../../../shared/page/letters.ts';
import { storedTextPositions } from '../../../shared/page/text-positions.ts';
import { tilesOf } from '../../../shared/case/region.ts';
import type { ItemState, ClockAndRandom, WritableCase } from '../../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../../casefile/processes/children.ts';
import { decoding, tile } from '../limits.ts';
import { wordsOfItem } from '../redact/locate-words.ts';
import type { RegionAnswer, RegionRequest } from './region-child.ts';
import { remove } from '../../casefile/files/durable.ts';

/**
 * Makes a new item from a part of a captured page's picture: cut out of the stored tiles, never taken anew. The item names
 * its parent's record, the tiles and the rectangle, so that `verify` can cut it out again and compare. The words that
 * stand in the part come with it. The parent stays as it is and where it is.
 *
 * @param region device pixels of the whole picture
 * @throws {FascicleError} `region-not-there` | `source-changed`
 */
export async function cutRegion(
  caseFile: WritableCase,
  parent: ItemState,
  region: Region,
  reason: string | null,
  clockAndRandom: ClockAndRandom,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<ItemState> {
  const began = clockAndRandom.mono();
  const { record } = parent;
  const refuse = (why: Cause) => new FascicleError('region-not-there', { item: parent.item, why });
  if (record.kind !== 'capture' || !record.picture) throw refuse(because('no-page-picture'));
  const { width, height } = record.picture;
  if (region.x + region.width > width || region.y + region.height > height)
    throw refuse(because('picture-size', { width, height }));
  const tiles = tilesOf(record).filter((one) => one.y < region.y + region.height && one.y + one.height > region.y);

  const folder = caseFile.scratch();
  try {
    const cuts = piecesOf(region).map((piece, at) => ({ ...piece, out: join(folder, `${at}.png`) }));
    const request: RegionRequest = {
      tiles: tiles.map(({ x, y, width: across, height: down, sha256 }) => {
        return { x, y, width: across, height: down, sha256, path: caseFile.objectPath(sha256) };
      }),
      pieces: cuts,
    };
    const result = await runInChild(spawnChild, 'intake/region/region-child', request, decoding, signal);
    if (result.ended === 'died') throw new Error(because('pictures-not-made', { why: result.because }));
    const { changed } = result.answer as RegionAnswer; // our own child's word
    if (changed !== null) throw new FascicleError('source-changed', { sha256: changed });
    const pieces = cuts.map((cut, at): Artifact => ({
      role: 'screenshot-region',
      name: `region-${String(at + 1).padStart(4, '0')}.png`,
      mediaType: 'image/png',
      ...caseFile.objects.putFile(cut.out),
      x: 0,
      y: cut.y - region.y,
      width: cut.width,
      height: cut.height,
    }));
    const words = wordsIn(caseFile, record, region);
    const ms = Number((clockAndRandom.mono() - began) / 1_000_000n);
    // Its place in the queue and what scrolls inside the whole page are the parent's.
    const own = { ...record };
    delete own.innerScroll;
    delete own.rolling;
    delete own.job;
    delete own.earlier;
    return caseFile.addItem({
      ...own,
      item: itemId(clockAndRandom.now().getTime(), clockAndRandom.random(10)),
      picture: { width: region.width, height: region.height, overlap: tile.overlap },
      artifacts: [...pieces, ...words.files, ...record.artifacts.filter(({ role }) => role === 'environment')],
      steps: [...record.steps, { step: 'region', outcome: 'ok', ms }],
      warnings: [
        ...record.warnings,
        ...(words.cut > 0 ? [{ code: 'region-cuts-words', params: { count: words.cut } }] : []),
        ...(words.parted > 0 ? [{ code: 'region-parts-lines', params: { count: words.parted } }] : []),
      ],
      region: {
        parent: parent.item,
        parentRecord: parent.recordSha256,
        ...(reason !== null && { reason }),
        ...region,
        tiles: tiles.map(({ sha256 }) => sha256),
      },
    });
  } finally {
    remove(folder);
  }
}

/** A high region is stored in pieces that share rows, as tiles are. */
function piecesOf({ x, y, width, height }: Region): readonly Region[] {
  const pieces: Region[] = [];
  for (let top = 0; ; top += tile.height - tile.overlap) {
    const rows = Math.min(tile.height, height - top);
    pieces.push({ x, y: y + top, width, height: rows });
    if (top + rows >= height) return pieces;
  }
}

/** The words that stand in the region, whole letters or whole lines: with their places, and as plain text. */
function wordsIn(
  caseFile: WritableCase,
  record: CaptureRecord,
  region: Region,
): Readonly<{ files: readonly Artifact[]; cut: number; parted: number }> {
  const { runs, framed } = wordsOfItem(caseFile, record);
  if (runs.length === 0 || !framed) return { files: [], cut: 0, parted: 0 };
  const { scale } = record.view;
  const kept = cropWords(runs, region);
  const inCssPixels = kept.runs.map((run) => scaledRun(run, 1 / scale));
  const store = (role: 'text-positions' | 'text', name: string, mediaType: string, text: string): Artifact => ({
    role,
    name,
    mediaType,
    ...caseFile.objects.putBytes(new TextEncoder().encode(text)),
  });
  const positions = storedTextPositions(inCssPixels, false, { origin: { x: 0, y: 0 }, elsewhere: [] });
  return {
    files: [
      store('text-positions', 'text-positions.json', 'application/json', JSON.stringify(positions)),
      store('text', 'text.txt', 'text/plain', kept.runs.map(({ text }) => text).join('\n')),
    ],
    cut: kept.cut,
    parted: kept.parted,
  };
}
