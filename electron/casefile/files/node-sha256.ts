import { createHash } from 'node:crypto';
import type { NewSha256 } from '../../../shared/digest.ts';

/** Node's SHA-256 for the pure rules in `shared/`. */
export const newSha256: NewSha256 = () => {
  const hash = createHash('sha256');
  return {
    update: (bytes) => void hash.update(bytes),
    digestHex: () => hash.digest('hex'),
  };
};
