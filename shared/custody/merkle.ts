import { because } from '../cause.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../digest.ts';

/**
 * The Merkle tree of RFC 6962 §2.1 over leaf hashes: one hash stands for a whole log. Hashes are 64 hexadecimal digits.
 */

function octetsOf(hash: Sha256): Uint8Array {
  return Uint8Array.from(hash.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
}

function node(newSha256: NewSha256, left: Sha256, right: Sha256): Sha256 {
  return sha256Of(newSha256, Uint8Array.of(1), octetsOf(left), octetsOf(right));
}

/** Root of the tree over these leaf hashes. @throws {Error} for an empty log, which no case has */
export function treeRoot(leaves: readonly Sha256[], newSha256: NewSha256): Sha256 {
  const [first] = leaves;
  if (first === undefined) throw new Error(because('log-without-root'));
  let level = [...leaves];
  while (level.length > 1) {
    // The last one of an odd level goes up as it is: the same tree as by the recursive definition.
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => {
      const left = level[at * 2] ?? '';
      const right = level[at * 2 + 1];
      return right === undefined ? left : node(newSha256, left, right);
    });
  }
  return level[0] ?? first;
}

/**
 * Inclusion proof of RFC 6962 §2.1.1: the hashes beside the way from a leaf to the root, lowest first.
 * @param index of the leaf, from 0
 */
export function inclusionProof(leaves: readonly Sha256[], index: number, newSha256: NewSha256): readonly Sha256[] {
  if (!(index >= 0 && index < leaves.length)) throw new Error(because('no-such-leaf'));
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return index < split
    ? [...inclusionProof(left, index, newSha256), treeRoot(right, newSha256)]
    : [...inclusionProof(right, index - split, newSha256), treeRoot(left, newSha256)];
}

/**
 * The root that a leaf and its proof lead to, in a tree of this size (RFC 9162 §2.1.3.2); null for a proof of another
 * length than such a place has.
 */
export function rootOfProof(
  leaf: Sha256,
  index: number,
  size: number,
  proof: readonly Sha256[],
  newSha256: NewSha256,
): Sha256 | null {
  if (!(index >= 0 && index < size)) return null;
  if (size === 1) return proof.length === 0 ? leaf : null;
  const [beside] = proof.slice(-1);
  if (beside === undefined) return null;
  const split = splitOf(size);
  const below = proof.slice(0, -1);
  const inLeft = index < split;
  const root = inLeft
    ? rootOfProof(leaf, index, split, below, newSha256)
    : rootOfProof(leaf, index - split, size - split, below, newSha256);
  if (root === null) return null;
  return inLeft ? node(newSha256, root, beside) : node(newSha256, beside, root);
}

/**
 * Consistency proof of RFC 6962 §2.1.2: the hashes that show a tree to begin with the tree of an earlier size.
 * @param size of the earlier tree, from 1 to all of the leaves
 */
export function consistencyProof(leaves: readonly Sha256[], size: number, newSha256: NewSha256): readonly Sha256[] {
  if (!(size >= 1 && size <= leaves.length)) throw new Error(because('no-such-earlier-log'));
  return subProof(leaves, size, true, newSha256);
}

/** SUBPROOF of the same clause. @param known whether the verifier has the root of just these leaves */
function subProof(leaves: readonly Sha256[], size: number, known: boolean, newSha256: NewSha256): readonly Sha256[] {
  if (size === leaves.length) return known ? [] : [treeRoot(leaves, newSha256)];
  const split = splitOf(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return size <= split
    ? [...subProof(left, size, known, newSha256), treeRoot(right, newSha256)]
    : [...subProof(right, size - split, false, newSha256), treeRoot(left, newSha256)];
}

/** The size and root of a tree. */
export type TreeHead = Readonly<{ size: number; root: Sha256 }>;

/** Whether a proof shows the later tree to begin with the earlier one (RFC 9162 §2.1.4.2). */
export function isConsistent(
  earlier: TreeHead,
  later: TreeHead,
  proof: readonly Sha256[],
  newSha256: NewSha256,
): boolean {
  if (!(earlier.size >= 1 && earlier.size <= later.size)) return false;
  const roots = rootsOfProof(earlier.size, later.size, proof, earlier.root, newSha256);
  return roots !== null && roots.earlier === earlier.root && roots.later === later.root;
}

/** Both roots that a consistency proof leads to. @param known root of the earlier tree while it is all of the left side */
function rootsOfProof(
  size: number,
  of: number,
  proof: readonly Sha256[],
  known: Sha256 | null,
  newSha256: NewSha256,
): Readonly<{ earlier: Sha256; later: Sha256 }> | null {
  if (size === of) {
    const root = known ?? proof[0];
    return root !== undefined && proof.length === (known === null ? 1 : 0) ? { earlier: root, later: root } : null;
  }
  const [beside] = proof.slice(-1);
  if (beside === undefined) return null;
  const split = splitOf(of);
  const below = proof.slice(0, -1);
  if (size <= split) {
    const roots = rootsOfProof(size, split, below, known, newSha256);
    return roots && { earlier: roots.earlier, later: node(newSha256, roots.later, beside) };
  }
  const roots = rootsOfProof(size - split, of - split, below, null, newSha256);
  return roots && { earlier: node(newSha256, beside, roots.earlier), later: node(newSha256, beside, roots.later) };
}

/** The largest power of two below a size. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
