import { causeOf } from '../../shared/cause.ts';
import { basename, dirname, join } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import type { OpenFile } from '../../shared/verify/pdf/bundle-rules.ts';
import { judgeBundle } from '../../shared/verify/judge.ts';
import { cannotBeReadHere, type UnreadHere } from '../../shared/verify/unreadable.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { fileSource } from '../casefile/files/file-source.ts';
import { newSha256 } from '../casefile/files/node-sha256.ts';
import { nodePrimitives } from '../seal/time/node-primitives.ts';

/**
 * Verifies a bundle with its sidecars on the disk. A file that is damaged in any way yields findings, never an
 * exception. Writes nothing.
 *
 * @param anchors certificates that are trusted, for signatures and time stamps
 */
export async function verifyBundle(
  pdf: string,
  language: CaseLanguage,
  anchors: readonly Certificate[] = [],
): Promise<VerifyReport> {
  const unread: UnreadHere = new Map();
  const means = { anchors, primitives: nodePrimitives, newSha256 };
  return (await judgeBundle(basename(pdf), filesOf(dirname(pdf), unread), means, unread))(language);
}

/** The files of one folder, by name. */
function filesOf(folder: string, unread: UnreadHere): OpenFile {
  return (name) => {
    try {
      return fileSource(join(folder, name), 'followed');
    } catch (error) {
      if (cannotBeReadHere(error)) unread.set(name, causeOf(error));
      return null;
    }
  };
}
