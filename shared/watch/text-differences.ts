import { diffArrays } from 'diff';
import { changedByItself, numbersApart, type Between } from './self-changing.ts';
import { squeezed } from './observation.ts';
import type { DifferenceKind } from './self-changing.ts';
export type TextDifference = Readonly<{ kind: DifferenceKind; before: readonly string[]; after: readonly string[] }>;

/** One side of a comparison. */
export type Side = Readonly<{ text: string; advertText: string; at: string }>;

/** More changed lines than this are not aligned any more: the texts are then said to differ as a whole. */
const mostEdits = 1_000;

/**
 * Differences of two visible texts, line by line. Nothing is hidden: what a page changes by itself (advertisements,
 * clocks, counters) is told apart from an edit of the text, and where in doubt it is an edit.
 * @returns none for equal texts; white space and empty lines apart
 */
export function textDifferences(before: Side, after: Side): readonly TextDifference[] {
  const [old, fresh] = [linesOf(before.text), linesOf(after.text)];
  const parts = diffArrays([...old], [...fresh], { maxEditLength: mostEdits }) as
    readonly { value: string[]; added: boolean; removed: boolean }[] | undefined; // undefined where there are more edits, which the types leave out
  if (!parts) return [{ kind: 'edit', before: old, after: fresh }];
  const known = ({ at, advertText }: Side) => ({ at, adverts: squeezed(advertText) });
  const between: Between = { before: known(before), after: known(after) };
  const found: TextDifference[] = [];
  let last = '';
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) break;
    if (!part.added && !part.removed) {
      last = part.value.at(-1) ?? last;
      continue;
    }
    const next = parts[at + 1];
    const paired = next && next.added !== part.added && (next.added || next.removed);
    const removed = part.removed ? part.value : paired && next.removed ? next.value : [];
    const added = part.added ? part.value : paired && next.added ? next.value : [];
    if (paired) at += 1;
    const following = parts[at + 1]?.value[0] ?? '';
    found.push(...sorted(removed, added, { last, following }, between));
    last = added.at(-1) ?? last;
  }
  return joined(found);
}

/** Lines with something on them, white space inside them collapsed. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Pairs the lines of one place that was changed, and says of each pair what it is. */
function sorted(
  removed: readonly string[],
  added: readonly string[],
  around: Readonly<{ last: string; following: string }>,
  between: Between,
): readonly TextDifference[] {
  const pairs = pairsOf(removed, added);
  return pairs.map(({ before, after }, at): TextDifference => {
    const kind = changedByItself(
      before,
      after,
      { last: at === 0 ? around.last : (pairs[at - 1]?.after ?? ''), following: around.following },
      between,
    );
    return { kind: kind ?? 'edit', before: before === null ? [] : [before], after: after === null ? [] : [after] };
  });
}

type Pair = Readonly<{ before: string | null; after: string | null }>;

/** Lines that are the same but for their numbers belong together; the others in their order. */
function pairsOf(removed: readonly string[], added: readonly string[]): readonly Pair[] {
  if (removed.length === added.length) return removed.map((before, at) => ({ before, after: added[at] ?? null }));
  const left = [...added];
  const pairs = removed.map((before): Pair => {
    const at = left.findIndex((after) => numbersApart(before) === numbersApart(after));
    return { before, after: at < 0 ? null : (left.splice(at, 1)[0] ?? null) };
  });
  return [...pairs, ...left.map((after): Pair => ({ before: null, after }))];
}

/** Neighbours of one kind are one difference. */
function joined(found: readonly TextDifference[]): readonly TextDifference[] {
  const all: { kind: DifferenceKind; before: string[]; after: string[] }[] = [];
  for (const { kind, before, after } of found) {
    const last = all.at(-1);
    if (last?.kind === kind) {
      last.before.push(...before);
      last.after.push(...after);
    } else all.push({ kind, before: [...before], after: [...after] });
  }
  return all;
}

/** Whether somebody edited the text, as opposed to what pages change by themselves. */
export function isEdited(differences: readonly TextDifference[]): boolean {
  return differences.some(({ kind }) => kind === 'edit');
}
