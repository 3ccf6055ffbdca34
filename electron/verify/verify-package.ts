import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { packageFiles } from '../../shared/package/layout.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { judgePackage, judgeZip } from '../../shared/verify/judge.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
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
  const means = { anchors, primitives: nodePrimitives, newSha256 };
  if (statSync(path).isDirectory()) return (await judgePackage(packageFolder(path), means))(language);
  const file = fileSource(path);
  try {
    return (await judgeZip(basename(path), file, means))(language);
  } finally {
    file.close();
  }
}
