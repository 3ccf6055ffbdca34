import { basename, dirname, join } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { bundleVerifyTexts } from '../../shared/messages/bundle-verify-messages.ts';
import { checkBundle, type OpenFile } from '../../shared/verify/bundle-rules.ts';
import { reportOf } from '../../shared/verify/findings.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { fileSource } from '../casefile/file-source.ts';
import { newSha256 } from '../casefile/node-sha256.ts';

/**
 * Verifies a bundle with its sidecars on the disk. A file that is damaged in any way yields findings, never an
 * exception. Writes nothing.
 */
export async function verifyBundle(pdf: string, language: CaseLanguage): Promise<VerifyReport> {
  const { checks } = await checkBundle(basename(pdf), filesOf(dirname(pdf)), newSha256);
  return reportOf(checks, bundleVerifyTexts, language);
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
