import type { Sha256 } from '../../../shared/digest.ts';
import { hashOfSource } from '../../../shared/verify/pdf/bundle-rules.ts';
import type { ByteSource } from '../../../shared/verify/byte-source.ts';
import type { WritableCase } from '../case-handles.ts';
import { newSha256 } from '../files/node-sha256.ts';

/** Where good copies may be had: a backup of the case, or a package. Opens one, or null where it has none. */
export type CopiesOf = (sha256: Sha256) => (ByteSource & { close?(): void }) | null;

/**
 * Puts good copies in the place of damaged or missing objects. A copy is taken only when its hash is the object's name.
 * The restoration is an entry of the log.
 * @returns what was restored; the rest is still damaged
 */
export async function restoreObjects(
  caseFile: WritableCase,
  damaged: readonly Sha256[],
  copies: CopiesOf,
  from: string,
): Promise<readonly Sha256[]> {
  const restored: Sha256[] = [];
  for (const sha256 of damaged) {
    const copy = copies(sha256);
    if (!copy) continue;
    try {
      if ((await hashOfSource(copy, newSha256).catch(() => null)) !== sha256) continue;
      if ((await caseFile.objects.putSource(copy)).sha256 === sha256) restored.push(sha256);
    } finally {
      copy.close?.();
    }
  }
  if (restored.length > 0) caseFile.logEvent('objects-restored', { objects: restored, from });
  return restored;
}
