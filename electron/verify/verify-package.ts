import { closeSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { packageFiles } from '../../shared/package/layout.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import { judgePackage, judgeZip } from '../../shared/verify/judge.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { kindHead, kindOfFile } from '../../shared/verify/kind-of-file.ts';
import { fileSource } from '../casefile/files/file-source.ts';
import { openRegular } from '../casefile/files/regular-file.ts';
import { newSha256 } from '../casefile/files/node-sha256.ts';
import { nodePrimitives } from '../seal/time/node-primitives.ts';
import { packageFolder } from './package-folder.ts';

/** Whether a path looks like a package: a bag's folder, or a ZIP. @throws a system error where it cannot be read */
export function isPackage(path: string): boolean {
  if (!statSync(path).isDirectory()) return kindAt(path) === 'package';
  const names = readdirSync(path).map((name) => name.toLowerCase()); // some disks know capital letters only
  return [packageFiles.declaration, packageFiles.tagManifest].some((name) => names.includes(name));
}

/** What a file is verified as, by its name or its first bytes. */
export function kindAt(path: string): ReturnType<typeof kindOfFile> {
  const head = Buffer.alloc(kindHead);
  const fd = openRegular(path, 'followed');
  try {
    return kindOfFile(basename(path), head.subarray(0, readSync(fd, head, 0, head.length, 0)));
  } finally {
    closeSync(fd);
  }
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
