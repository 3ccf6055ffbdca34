import { treeRoot } from '../custody/merkle.ts';
import type { Checkpoint } from '../custody/checkpoint.ts';
import type { NewSha256, Sha256 } from '../digest.ts';
import type { SinceFindingCode } from '../messages/verify/proof-messages.ts';
import { failed, note, type Finding } from './findings.ts';

/** A head that was kept elsewhere: a checkpoint, or one entry by its number and leaf hash. */
type Earlier =
  | Readonly<{ kind: 'checkpoint'; checkpoint: Checkpoint }>
  | Readonly<{ kind: 'entry'; caseId: string; seq: number; hash: Sha256 }>;

type Head = Readonly<{ caseId: string; size: number }>;

/** An earlier head against a later one. @param begins asked last: whether the later log begins with the earlier one */
export function compareHeads(earlier: Head, later: Head, begins: () => boolean): Finding<SinceFindingCode> {
  const sizes = { size: later.size, earlier: earlier.size };
  if (earlier.caseId !== later.caseId) return failed('since-other-case', { caseId: earlier.caseId });
  if (earlier.size > later.size) return failed('since-shorter', sizes);
  return begins() ? note('since-extends', sizes) : failed('since-differs', sizes);
}

/**
 * Whether a log begins with what an earlier head stands for. An entry's leaf hash names the one before it, and so stands
 * for all before it, as a checkpoint's root does.
 */
export function checkAgainst(
  earlier: Earlier,
  caseId: string,
  leaves: readonly Sha256[],
  newSha256: NewSha256,
): Finding<SinceFindingCode> {
  const later = { caseId, size: leaves.length };
  if (earlier.kind === 'entry') {
    const { seq, hash } = earlier;
    return compareHeads({ caseId: earlier.caseId, size: seq + 1 }, later, () => leaves[seq] === hash);
  }
  const { checkpoint } = earlier;
  return compareHeads(
    checkpoint,
    later,
    () => treeRoot(leaves.slice(0, checkpoint.size), newSha256) === checkpoint.root,
  );
}
