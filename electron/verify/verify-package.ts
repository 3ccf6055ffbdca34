import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { packageVerifyTexts } from '../../shared/messages/package-verify-messages.ts';
import { packageFiles } from '../../shared/package/layout.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { reportOf } from '../../shared/verify/findings.ts';
import { failed, whyOf } from '../../shared/verify/package-findings.ts';
import { checkPackage } from '../../shared/verify/package-rules.ts';
import type { PackageSource } from '../../shared/verify/package-source.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { openZip } from '../../shared/verify/zip-reader.ts';
import { fileSource } from '../casefile/file-source.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import { nodePrimitives } from '../seal/node-primitives.ts';
import { packageFolder } from './package-folder.ts';

/** Whether a path looks like a package: a bag's folder, or a ZIP. */
export function isPackage(path: string): boolean {
  if (!statSync(path).isDirectory()) return /\.zip$/i.test(path);
  return [packageFiles.declaration, packageFiles.tagManifest].some((name) => existsSync(join(path, name)));
}

/**
 * Verifies a package, as a folder or a ZIP, and writes nothing: a ZIP is read in place, never unpacked.
 * @param anchors roots that are trusted, never from the package
 */
export async function verifyPackage(
  path: string,
  language: CaseLanguage,
  anchors: readonly Certificate[],
): Promise<VerifyReport> {
  if (statSync(path).isDirectory()) return report(packageFolder(path), language, anchors);
  const file = fileSource(path);
  try {
    return await report(await openZip(file), language, anchors);
  } catch (error) {
    const findings = [failed('no-stored-zip', { why: `${basename(path)}: ${whyOf(error)}` })];
    return reportOf([{ check: 'package', looked: 0, findings }], packageVerifyTexts, language);
  } finally {
    file.close();
  }
}

async function report(
  source: PackageSource,
  language: CaseLanguage,
  anchors: readonly Certificate[],
): Promise<VerifyReport> {
  const { content, time } = await checkPackage(source, { anchors, primitives: nodePrimitives, newSha256 });
  return reportOf(content, packageVerifyTexts, language, { timeProven: time.timeProven, checks: [time.check] });
}
