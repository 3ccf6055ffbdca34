import type { Cause } from '../../shared/text.ts';
import { because } from '../../shared/cause.ts';
import { pagePictures } from '../../shared/case/page-pictures.ts';
import type { ItemRecord } from '../../shared/case/record.ts';
import type { CaseFindingCode } from '../../shared/messages/verify/verify-messages.ts';
import type { Finding } from '../../shared/verify/findings.ts';
import type { StoredTile } from '../casefile/crop-tiles.ts';
import { objectFile } from '../casefile/objects.ts';
import type { StripToCheck } from './region-child.ts';

export type KnownItem = Readonly<{ record: ItemRecord; sha256: string }>;

/**
 * What has to be compared of the items whose pictures were joined from screenshots, and what is wrong before any pixel is
 * looked at.
 */
export function stitchedRows(
  folder: string,
  items: ReadonlyMap<string, KnownItem>,
  received: ReadonlySet<unknown>,
): Readonly<{ looked: number; strips: readonly StripToCheck[]; findings: readonly Finding<CaseFindingCode>[] }> {
  const findings: Finding<CaseFindingCode>[] = [];
  const strips: StripToCheck[] = [];
  let looked = 0;
  for (const { record } of items.values()) {
    const { stitched, redaction, item } = record;
    if (!stitched) continue;
    // A redacted copy has pixels of its own; the joined picture that it was made from is looked at.
    if (redaction && items.get(redaction.parent)?.record.stitched) continue;
    looked += 1;
    const failed = (why: Cause) => findings.push({ rank: 'failed', code: 'stitch-differs', params: { item, why } });
    const own = picturesOf(folder, record);
    const covered = stitched.parts.reduce((sum, { at, height }) => (at === sum ? sum + height : NaN), 0);
    const whole = Math.max(0, ...own.map(({ y, height }) => y + height));
    if (covered !== whole) failed(because('stitch-cover'));
    for (const { parent, parentRecord, y, height, at } of stitched.parts) {
      const known = items.get(parent);
      const theirs = known ? picturesOf(folder, known.record) : [];
      const [first] = theirs;
      if (!known && received.has(item))
        findings.push({ rank: 'note', code: 'stitch-parent-elsewhere', params: { item, parent } });
      else if (!known) failed(because('stitch-parent-missing', { parent }));
      else if (known.sha256 !== parentRecord) failed(because('stitch-parent-other', { parent }));
      else if (!first) failed(because('stitch-no-picture', { parent }));
      else {
        const box = { x: 0, width: first.width, height };
        strips.push({ item, own, ownBox: { ...box, y: at }, parent: theirs, parentBox: { ...box, y } });
      }
    }
  }
  return { looked, strips, findings };
}

/** The picture of an import in its tiles. */
function picturesOf(folder: string, record: ItemRecord): readonly StoredTile[] {
  return pagePictures(record).flatMap(({ sha256, y = 0, width, height }) =>
    width === undefined || height === undefined
      ? []
      : [{ sha256, path: objectFile(folder, sha256), x: 0, y, width, height }],
  );
}
