import { basename, dirname, join } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { bundleVerifyTexts } from '../../shared/messages/bundle-verify-messages.ts';
import { signatureTexts } from '../../shared/messages/signature-messages.ts';
import { tokenTexts } from '../../shared/messages/token-messages.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { checkBundle, type OpenFile } from '../../shared/verify/bundle-rules.ts';
import { reportOf } from '../../shared/verify/findings.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { fileSource } from '../casefile/file-source.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import { nodePrimitives } from '../seal/node-primitives.ts';

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
  const trust = { anchors, primitives: nodePrimitives };
  const { checks, time } = await checkBundle(basename(pdf), filesOf(dirname(pdf)), newSha256, trust);
  return reportOf(checks, { ...bundleVerifyTexts, ...signatureTexts, ...tokenTexts }, language, time);
}

/** The files of one folder, by name. */
function filesOf(folder: string): OpenFile {
  return (name) => {
    try {
      return fileSource(join(folder, name));
    } catch {
      return null;
    }
  };
}
