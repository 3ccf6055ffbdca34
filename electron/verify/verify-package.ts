import { readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { packageFiles } from '../../shared/package/layout.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { judgePackage, judgeZip } from '../../shared/verify/judge.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { fileSource } from '../casefile/files/file-source.ts';
import { newSha256 } from '../casefile/files/node-sha256.ts';
import { nodePrimitives } from '../seal/time/node-primitives.ts';
import { packageFolder } from './package-folder.ts';

/** Whether a path looks like a package: a bag's folder, or a ZIP. @throws a system error where the folder cannot be read */
export function isPackage(path: string): boolean {
  if (!statSync(path).isDirectory()) return /\.zip$/i.test(path);
  const names = readdirSync(path);
  return [packageFiles.declaration, packageFiles.tagManifest].some((name) => names.includes(name));
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
  const file = fileSource(path, 'followed');
  try {
    return (await judgeZip(basename(path), file, means))(language);
  } finally {
    file.close();
  }
}
