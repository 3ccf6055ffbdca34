import type { Cause } from '../../shared/text.ts';
import { because } from '../../shared/cause.ts';
import { tilesOf } from '../../shared/case/region.ts';
import type { CustodyEvent } from '../../shared/custody/projection.ts';
import type { CaseFindingCode } from '../../shared/messages/verify/verify-messages.ts';
import type { CheckFindings, Finding } from '../../shared/verify/findings.ts';
import { runInChild, type SpawnChild } from '../casefile/processes/children.ts';
import { objectFile } from '../casefile/objects.ts';
import type { RegionCheckAnswer, RegionCheckRequest, RegionToCheck } from './region-child.ts';
import { stitchedRows, type KnownItem } from './stitched-rows.ts';

/** Wall time and memory of the process that decodes: a region may be as high as the page. */
const limits = { milliseconds: 600_000, megabytes: 1_280 } as const;

/** What is to be compared of items that were made from others' pictures, and what is wrong before a pixel is looked at. */
export type RegionPlan = Readonly<{
  looked: number;
  findings: readonly Finding<CaseFindingCode>[];
  request: RegionCheckRequest;
  /** Items that were joined from screenshots. */
  stitched: readonly string[];
}>;

/** @returns null where the case has no such item */
export function planRegions(folder: string, custodyEvents: readonly CustodyEvent[]): RegionPlan | null {
  const items = new Map<string, KnownItem>();
  for (const { item } of custodyEvents)
    if (item) items.set(item.record.item, { record: item.record, sha256: item.object.sha256 });
  const findings: Finding<CaseFindingCode>[] = [];
  const regions: RegionToCheck[] = [];
  const failed = (item: string, why: Cause) =>
    findings.push({ rank: 'failed', code: 'region-differs', params: { item, why } });
  let looked = 0;
  const received = new Set(
    custodyEvents.flatMap(({ act, value }) =>
      act === 'item-added' && value.received !== undefined ? [value.item] : [],
    ),
  );
  for (const { record } of items.values()) {
    const { region, item } = record;
    if (!region) continue;
    // A redacted copy of a region has pixels of its own; the region that it was made from is looked at.
    const painted = record.redaction && items.get(record.redaction.parent)?.record.region;
    if (painted?.parentRecord === region.parentRecord) continue;
    looked += 1;
    const parent = items.get(region.parent);
    if (!parent && received.has(item))
      findings.push({ rank: 'note', code: 'region-parent-elsewhere', params: { item } });
    else if (!parent) failed(item, because('region-parent-missing', { parent: region.parent }));
    else if (parent.sha256 !== region.parentRecord) failed(item, because('region-parent-other'));
    else {
      const theirs = tilesOf(parent.record).filter(({ sha256 }) => region.tiles.includes(sha256));
      const stored = (tile: (typeof theirs)[number]) => ({ ...tile, path: objectFile(folder, tile.sha256) });
      const pieces = tilesOf(record).map((piece) => ({ ...stored(piece), x: region.x, y: region.y + piece.y }));
      const wide = pieces.every(
        ({ width, y, height }) => width === region.width && y + height <= region.y + region.height,
      );
      if (pieces.length === 0 || !wide) failed(item, because('region-size'));
      else regions.push({ item, tiles: theirs.map(stored), pieces });
    }
  }
  const joined = stitchedRows(folder, items, received);
  findings.push(...joined.findings);
  looked += joined.looked;
  if (looked === 0) return null;
  const joinedItems = [...items.values()].filter(({ record }) => record.stitched).map(({ record }) => record.item);
  return { looked, findings, request: { regions, strips: joined.strips }, stitched: joinedItems };
}

/**
 * Cuts every item that is a part of another's picture, or was joined from several, out of its parents' tiles again, and
 * compares the pixels, in a child that may die.
 */
export async function checkRegions(
  { looked, findings: known, request, stitched }: RegionPlan,
  spawnChild: SpawnChild,
  signal: AbortSignal,
): Promise<CheckFindings<CaseFindingCode>> {
  const findings = [...known];
  const result = await runInChild(spawnChild, 'verify/region-child', request, limits, signal);
  if (result.ended === 'died')
    findings.push({ rank: 'unknown', code: 'regions-unchecked', params: { why: result.because } });
  // our own child's word
  else
    for (const { item, why } of (result.answer as RegionCheckAnswer).wrong) {
      const code = stitched.includes(item) ? 'stitch-differs' : 'region-differs';
      findings.push({ rank: 'failed', code, params: { item, why } });
    }
  return { check: 'regions', looked, findings };
}
