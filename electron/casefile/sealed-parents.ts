import { regionsOnPage } from '../../shared/case/paged-region.ts';
import type { ItemRecord } from '../../shared/case/record.ts';
import { parsePayload } from '../../shared/custody/payload.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { ItemState, ReadableCase } from './case-handles.ts';

/** The copy that was painted over, and with what reason its original was taken back into the filing all the same. */
type Sealed = Readonly<{ copy: string; reason: string | null }>;
export type SealedParents = ReadonlyMap<string, Sealed>;

/**
 * Originals of redacted copies, by their ids. A reason counts only where it was given after the newest copy was made.
 */
export function sealedParents(caseFile: ReadableCase, items: readonly ItemState[] = caseFile.items()): SealedParents {
  const copies = new Map<string, ItemState>();
  for (const state of items) if (state.record.redaction) copies.set(state.record.redaction.parent, state);
  if (copies.size === 0) return new Map();
  const reasons = new Map<string, string>();
  for (const { act, subject, seq, payload } of caseFile.entries()) {
    const copy = copies.get(subject);
    if (act !== 'item-included' || !copy || seq < copy.seq) continue;
    const { reason } = parsePayload('item-included', Buffer.from(caseFile.readObject(payload)).toString('utf8'));
    if (reason !== undefined) reasons.set(subject, reason);
  }
  return new Map(
    [...copies].map(([parent, { item }]) => [parent, { copy: item, reason: reasons.get(parent) ?? null }]),
  );
}

/** @throws {FascicleError} `redacted-parent` where one of the items is such an original and no reason is given */
export function refuseSealedParents(caseFile: ReadableCase, items: readonly string[], reason: string | null): void {
  if (reason !== null) return;
  const sealed = sealedParents(caseFile);
  for (const item of items) {
    const { copy } = sealed.get(item) ?? {};
    if (copy !== undefined) throw new FascicleError('redacted-parent', { item, copy });
  }
}

/**
 * The sealed original that an item shows a hidden part of: it is that original, a part of it that reaches under the
 * paint, or a picture joined from it. Null where there is none, or a reason was given.
 */
export function showsSealed(record: ItemRecord, sealed: SealedParents, items: readonly ItemState[]): Sealed | null {
  if (sealed.size === 0 || record.redaction) return null;
  const { item, region, stitched } = record;
  const of = (parent: string): Sealed | null => {
    const found = sealed.get(parent);
    return found?.reason === null ? found : null;
  };
  const own = of(item);
  if (own) return own;
  for (const { parent } of stitched?.parts ?? []) {
    const found = of(parent);
    if (found) return found;
  }
  const whole = region ? of(region.parent) : null;
  if (!region || !whole) return null;
  const painted = items.flatMap((one) =>
    one.record.redaction?.parent === region.parent ? regionsOnPage(one.record.redaction.regions, 1) : [],
  );
  const reaches = painted.some(
    ({ x, y, width, height }) =>
      x < region.x + region.width && x + width > region.x && y < region.y + region.height && y + height > region.y,
  );
  return reaches ? whole : null;
}
