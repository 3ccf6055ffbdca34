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
  if (first === undefined) throw new Error('an empty log has no root');
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
