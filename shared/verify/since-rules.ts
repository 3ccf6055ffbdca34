import { treeRoot } from '../custody/merkle.ts';
import type { Checkpoint } from '../custody/checkpoint.ts';
import type { NewSha256, Sha256 } from '../digest.ts';
import type { SinceFindingCode } from '../messages/proof-messages.ts';
import type { Finding } from './findings.ts';

/** A head that was kept elsewhere: a checkpoint, or one entry by its number and leaf hash. */
type Earlier =
  | Readonly<{ kind: 'checkpoint'; checkpoint: Checkpoint }>
  | Readonly<{ kind: 'entry'; caseId: string; seq: number; hash: Sha256 }>;

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
  const theirs = earlier.kind === 'checkpoint' ? earlier.checkpoint.caseId : earlier.caseId;
  const size = earlier.kind === 'checkpoint' ? earlier.checkpoint.size : earlier.seq + 1;
  const sizes = { size: leaves.length, earlier: size };
  if (theirs !== caseId) return { rank: 'failed', code: 'since-other-case', params: { caseId: theirs } };
  if (size > leaves.length) return { rank: 'failed', code: 'since-shorter', params: sizes };
  const same =
    earlier.kind === 'checkpoint'
      ? treeRoot(leaves.slice(0, size), newSha256) === earlier.checkpoint.root
      : leaves[earlier.seq] === earlier.hash;
  return same
    ? { rank: 'note', code: 'since-extends', params: sizes }
    : { rank: 'failed', code: 'since-differs', params: sizes };
}
