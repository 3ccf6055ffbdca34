import { because } from '../cause.ts';
import type { Sha256 } from '../digest.ts';
import { base64OfHex, checkpointText, hexOfBase64, readCheckpoint, type Checkpoint } from './checkpoint.ts';

/** That an entry lies under a checkpoint: its number, and the hashes beside its way to the root (RFC 6962 §2.1.1). */
export type TlogProof = Readonly<{ index: number; proof: readonly Sha256[]; checkpoint: Checkpoint }>;

const version = 'c2sp.org/tlog-proof@v1';

/** An inclusion proof as text, by C2SP tlog-proof: version, index, hashes in Base64, an empty line, the checkpoint. */
export function tlogProofText({ index, proof, checkpoint }: TlogProof): string {
  return [version, `index ${index}`, ...proof.map(base64OfHex), '', checkpointText(checkpoint)].join('\n');
}

/** Reads an inclusion proof. @throws {Error} where it is none of ours */
export function readTlogProof(text: string): TlogProof {
  const [head = '', ...rest] = text.split('\n\n');
  const [first, numbered, ...hashes] = head.split('\n');
  const [, index] = /^index (0|[1-9]\d{0,14})$/.exec(numbered ?? '') ?? [];
  if (first !== version || index === undefined || hashes.length > 64) throw new Error(because('no-inclusion-proof'));
  return { index: Number(index), proof: hashes.map(hexOfBase64), checkpoint: readCheckpoint(rest.join('\n\n')) };
}
