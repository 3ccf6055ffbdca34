import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Region } from '../../shared/case/exhibit.ts';
import { itemId } from '../../shared/case/item-id.ts';
import type { Artifact, CaptureRecord } from '../../shared/case/record.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { cropWords } from '../../shared/page/crop-words.ts';
import { parseTextPositions, storedTextPositions, type TextRun } from '../../shared/page/text-positions.ts';
import { tilesOf } from '../../shared/case/region.ts';
import type { ItemState, Surroundings, WritableCase } from '../casefile/case-handles.ts';
import { runInChild, type SpawnChild } from '../casefile/children.ts';
import { decoding, tile } from './limits.ts';
import type { RegionAnswer, RegionRequest } from './region-child.ts';

/**
 * Makes a new item from a part of a captured page's picture: cut out of the stored tiles, never taken anew. The item names
 * its parent's record, the tiles and the rectangle, so that `verify` can cut it out again and compare. The words that
 * stand in the part come with it. The parent stays as it is and where it is.
 *
 * @param region device pixels of the whole picture
 * @throws {FascicleError} `region-not-there` | `source-changed`
 */
export async function cutRegion(
  kase: WritableCase,
  parent: ItemState,
  region: Region,
  reason: string | null,
  surroundings: Surroundings,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<ItemState> {
  const began = surroundings.mono();
  const { record } = parent;
  const refuse = (why: string) => new FascicleError('region-not-there', { item: parent.item, why });
  if (record.kind !== 'capture' || !record.picture) throw refuse('it has no picture of a captured page');
  const { width, height } = record.picture;
  if (region.x + region.width > width || region.y + region.height > height)
    throw refuse(`its picture is ${width} × ${height} px`);
  const tiles = tilesOf(record).filter((one) => one.y < region.y + region.height && one.y + one.height > region.y);

  const folder = kase.scratch();
  try {
    const cuts = piecesOf(region).map((piece, at) => ({ ...piece, out: join(folder, `${at}.png`) }));
    const request: RegionRequest = {
      tiles: tiles.map(({ x, y, width: across, height: down, sha256 }) => {
        return { x, y, width: across, height: down, sha256, path: kase.objectPath(sha256) };
      }),
      pieces: cuts,
    };
    const result = await runInChild(spawnChild, 'intake/region-child', request, decoding, signal);
    if (result.ended === 'died') throw new Error(`the region could not be cut out: ${result.detail}`);
    const { changed } = result.answer as RegionAnswer; // our own child's word
    if (changed !== null) throw new FascicleError('source-changed', { sha256: changed });
    const pieces = cuts.map((cut, at): Artifact => ({
      role: 'screenshot-region',
      name: `region-${String(at + 1).padStart(4, '0')}.png`,
      mediaType: 'image/png',
      ...kase.objects.putFile(cut.out),
      x: 0,
      y: cut.y - region.y,
      width: cut.width,
      height: cut.height,
    }));
    const ms = Number((surroundings.mono() - began) / 1_000_000n);
    // Its place in the queue and what scrolls inside the whole page are the parent's.
    const own = { ...record };
    delete own.innerScroll;
    delete own.job;
    delete own.earlier;
    return kase.addItem({
      ...own,
      item: itemId(surroundings.now().getTime(), surroundings.random(10)),
      picture: { width: region.width, height: region.height, overlap: tile.overlap },
      artifacts: [
        ...pieces,
        ...wordsIn(kase, record, region),
        ...record.artifacts.filter(({ role }) => role === 'environment'),
      ],
      steps: [...record.steps, { step: 'region', outcome: 'ok', ms }],
      region: {
        parent: parent.item,
        parentRecord: parent.recordSha256,
        ...(reason !== null && { reason }),
        ...region,
        tiles: tiles.map(({ sha256 }) => sha256),
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
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

/** The words that stand in the region: with their places, and as plain text. */
function wordsIn(kase: WritableCase, { artifacts, view }: CaptureRecord, region: Region): readonly Artifact[] {
  const artifact = artifacts.find(({ role }) => role === 'text-positions');
  if (!artifact) return [];
  const { runs } = parseTextPositions(JSON.parse(new TextDecoder().decode(kase.readObject(artifact.sha256))));
  const inside = {
    x: region.x / view.scale,
    y: region.y / view.scale,
    width: region.width / view.scale,
    height: region.height / view.scale,
  };
  const kept: readonly TextRun[] = cropWords(runs, inside);
  const store = (role: 'text-positions' | 'text', name: string, mediaType: string, text: string): Artifact => ({
    role,
    name,
    mediaType,
    ...kase.objects.putBytes(new TextEncoder().encode(text)),
  });
  return [
    store(
      'text-positions',
      'text-positions.json',
      'application/json',
      JSON.stringify(storedTextPositions(kept, false)),
    ),
    store('text', 'text.txt', 'text/plain', kept.map(({ text }) => text).join('\n')),
  ];
}
