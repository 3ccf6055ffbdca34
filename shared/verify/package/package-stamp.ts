import { causeOf } from '../../cause.ts';
import { readCheckpoint, type Checkpoint } from '../../custody/checkpoint.ts';
import { isConsistent, rootOfProof, treeRoot } from '../../custody/merkle.ts';
import type { NewSha256, Sha256 } from '../../digest.ts';
import { failed } from '../findings.ts';
import type { PackageFinding, PackageReader } from './package-findings.ts';
import { hashLines } from './package-log.ts';
import type { ProvenItem } from './package-items.ts';

/**
 * What a stamped checkpoint is bound to: the first `size` entries of this log where `log`, and the items (by id) that are
 * shown to lie under it.
 */
export type BoundStamp = Readonly<{ size: number; log: boolean; items: readonly string[] }>;

type Shown = Readonly<{ items: readonly ProvenItem[]; leaves: readonly Sha256[] }>;

const longest = 64 * 1024;

/**
 * Binds a stamped checkpoint to the package that it lies in. It must be of the same case, and a beginning of the same log:
 * by the log itself where that is whole, else by a consistency proof (RFC 6962 §2.1.2). Packages of before there was one
 * show it item by item.
 *
 * @param folder of the stamp, with its slash
 * @param head the package's own checkpoint; null where it cannot be read
 * @returns `foreign`: a stamp of another case, a fault of the stamp; `faults`: this log or an item's way to it is not as stamped
 */
export async function boundStamp(
  reader: PackageReader,
  folder: string,
  head: Checkpoint | null,
  { items, leaves }: Shown,
  newSha256: NewSha256,
): Promise<BoundStamp | Readonly<{ foreign: PackageFinding }> | Readonly<{ faults: readonly PackageFinding[] }>> {
  const path = `${folder}checkpoint.txt`;
  if (!head) return { faults: [] };
  try {
    const stamped = readCheckpoint(await reader.text(path, longest));
    const { size, root, caseId } = stamped;
    if (caseId !== head.caseId) return { foreign: failed('stamp-of-another', { path }) };
    const rewritten = { faults: [failed('stamp-differs', { path, size })] };
    if (size > head.size) return rewritten;
    let log = false;
    if (leaves.length > 0) {
      if (treeRoot(leaves.slice(0, size), newSha256) !== root) return rewritten;
      log = true;
    }
    const consistency = `${folder}consistency.txt`;
    if (reader.paths.has(consistency)) {
      if (!isConsistent(stamped, head, hashLines(await reader.text(consistency, longest)), newSha256)) return rewritten;
      log = true;
    }
    const faults: PackageFinding[] = [];
    const under: string[] = [];
    for (const { proof, entry, leaf } of items) {
      const own = proof.stamps?.find(({ stamp }) => `custody/stamps/${stamp}/` === folder);
      const fits = own && entry.caseId === caseId && rootOfProof(leaf, entry.seq, size, own.proof, newSha256) === root;
      if (own && !fits) faults.push(failed('proof-differs', { item: proof.item, checkpoint: path }));
      else if (own || (log && entry.seq < size)) under.push(proof.item);
    }
    return faults.length > 0 ? { faults } : { size, log, items: under };
  } catch (error) {
    return { faults: [failed('part-unreadable', { path, why: causeOf(error) })] };
  }
}
