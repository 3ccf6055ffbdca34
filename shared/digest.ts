import { z } from 'zod';

/** A SHA-256 digest as 64 lower-case hexadecimal digits; never shortened where it is evidence. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = string;

/** An incremental SHA-256, injected: Node's `createHash` in the program, a pure one inside `verify.html`. */
interface IncrementalSha256 {
  update(bytes: Uint8Array): void;
  /** 64 hexadecimal digits; the object is used up afterwards. */
  digestHex(): Sha256;
}
export type NewSha256 = () => IncrementalSha256;

/** SHA-256 of a few pieces of bytes, one after the other. */
export function sha256Of(newSha256: NewSha256, ...pieces: readonly Uint8Array[]): Sha256 {
  const hash = newSha256();
  for (const piece of pieces) hash.update(piece);
  return hash.digestHex();
}
