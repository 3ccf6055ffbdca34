import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckpoint, type Checkpoint } from '../../shared/custody/checkpoint.ts';
import type { Sha256 } from '../../shared/digest.ts';
import { because, causeOf } from '../../shared/cause.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { packageFiles } from '../../shared/package/layout.ts';
import { proofFileSchema } from '../../shared/package/proof-file.ts';
import { manifestSchema } from '../../shared/verify/package/manifest.ts';
import { savedText } from '../../shared/verify/saved-text.ts';
import { readRegular } from '../casefile/files/regular-file.ts';

/** A head of a custody log that was kept elsewhere: a checkpoint, or the last entry that a bundle was built from. */
export type EarlierHead =
  | Readonly<{ kind: 'checkpoint'; checkpoint: Checkpoint }>
  | Readonly<{ kind: 'entry'; caseId: string; seq: number; hash: Sha256 }>;

const longest = 64 * 1024 * 1024;

/**
 * Reads an earlier head from what a person has at hand: a checkpoint's text, a proof file, a package's folder, or the
 * manifest of a bundle that was filed.
 * @throws {FascicleError} `since-unreadable` | `file-missing`
 */
export function readEarlierHead(path: string): EarlierHead {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new FascicleError('file-missing', { path });
  try {
    if (found.size > longest) throw new Error(because('too-large'));
    const file = found.isDirectory() ? join(path, packageFiles.checkpoint) : path;
    const text = savedText(readRegular(file, 'followed')).text.replaceAll('\r\n', '\n');
    if (!text.startsWith('{')) return { kind: 'checkpoint', checkpoint: readCheckpoint(text) };
    const value: unknown = JSON.parse(text);
    const proof = proofFileSchema.safeParse(value);
    if (proof.success) return { kind: 'checkpoint', checkpoint: readCheckpoint(proof.data.checkpoint) };
    const { case: caseFile, custody } = manifestSchema.parse(value);
    return { kind: 'entry', caseId: caseFile.id, ...custody };
  } catch (error) {
    throw new FascicleError('since-unreadable', { path, why: causeOf(error) }, error);
  }
}
