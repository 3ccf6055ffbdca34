import { diffArrays } from 'diff';

/** Rows of a picture that are in one and not in the other, or that differ. Device pixels from the top. */
export type PictureBand = Readonly<{
  what: 'changed' | 'added' | 'removed';
  before: Readonly<{ y: number; height: number }> | null;
  after: Readonly<{ y: number; height: number }> | null;
}>;

/** More bands of change than this are not aligned: the pictures are then said to differ as a whole. */
const mostEdits = 6_000;

/**
 * Where two pictures differ, by the digests of their rows: what only moved down because something came in above it is not
 * told as changed.
 * @returns null where they differ too much to be aligned
 */
export function pictureBands(before: readonly string[], after: readonly string[]): readonly PictureBand[] | null {
  if (notIn(before, after) + notIn(after, before) > mostEdits) return null; // each of these is an edit of its own
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits }) as
    readonly { count: number; added: boolean; removed: boolean }[] | undefined; // undefined where there are more edits, which the types leave out
  return parts ? joined(bandsOf(parts)) : null;
}

function bandsOf(
  parts: readonly Readonly<{ count: number; added: boolean; removed: boolean }>[],
): readonly PictureBand[] {
  const bands: PictureBand[] = [];
  let [old, fresh] = [0, 0];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) break;
    if (!part.added && !part.removed) {
      old += part.count;
      fresh += part.count;
      continue;
    }
    const next = parts[at + 1];
    const paired = next && next.added !== part.added && (next.added || next.removed) ? next : null;
    if (paired) at += 1;
    const [gone, come] = part.removed ? [part.count, paired?.count ?? 0] : [paired?.count ?? 0, part.count];
    bands.push({
      what: gone === 0 ? 'added' : come === 0 ? 'removed' : 'changed',
      before: gone === 0 ? null : { y: old, height: gone },
      after: come === 0 ? null : { y: fresh, height: come },
    });
    old += gone;
    fresh += come;
  }
  return bands;
}

function notIn(rows: readonly string[], others: readonly string[]): number {
  const there = new Set(others);
  return rows.filter((row) => !there.has(row)).length;
}

/** Rows between two differences that a reader would take for one. */
const near = 24;

function joined(bands: readonly PictureBand[]): readonly PictureBand[] {
  const whole: PictureBand[] = [];
  for (const band of bands) {
    const last = whole.at(-1);
    const gapOf = (side: 'before' | 'after') =>
      last?.[side] && band[side] ? band[side].y - last[side].y - last[side].height : 0;
    if (last && Math.max(gapOf('before'), gapOf('after')) <= near && (last.before || last.after)) {
      const both = (side: 'before' | 'after') => spanOf(last[side], band[side]);
      whole[whole.length - 1] = {
        what: last.what === band.what ? band.what : 'changed',
        before: both('before'),
        after: both('after'),
      };
    } else whole.push(band);
  }
  return whole;
}

function spanOf(one: PictureBand['before'], other: PictureBand['before']): PictureBand['before'] {
  if (!one || !other) return one ?? other;
  return { y: one.y, height: other.y + other.height - one.y };
}
