import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { bundleVerifyTexts, type BundleFindingCode } from '../../shared/messages/bundle-verify-messages.ts';
import { longestManifest, readEmbeddedManifest } from '../../shared/verify/embedded-manifest.ts';
import { reportOf, type CheckFindings, type Finding } from '../../shared/verify/findings.ts';
import { manifestSchema, type Manifest } from '../../shared/verify/manifest.ts';
import { checkPages } from '../../shared/verify/page-rules.ts';
import { PdfReader } from '../../shared/verify/pdf-reader.ts';
import { checkPictures } from '../../shared/verify/picture-rules.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { fileSource } from '../casefile/file-source.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import { hashFile } from './case-files.ts';

type BundleFinding = Finding<BundleFindingCode>;
type BundleCheck = CheckFindings<BundleFindingCode>;

/** Two lines in ours; a list this long is none of ours. */
const longestSums = 65_536;

/**
 * Verifies a bundle with its two sidecars, `NAME.sha256` and `NAME.manifest.json` beside `NAME.pdf`: hashes; page
 * numbers as printed, labelled, listed in the catalogue and bookmarked; every picture made again from the PDF and hashed.
 * Where the manifest is missing, the one inside the PDF serves, and the verdict says that something is missing. A file
 * that is damaged in any way yields findings, never an exception. Writes nothing.
 */
export async function verifyBundle(pdf: string, language: CaseLanguage): Promise<VerifyReport> {
  const stem = pdf.replace(/\.pdf$/i, '');
  const sums = checkSums(pdf, `${stem}.sha256`, `${stem}.manifest.json`);
  if (sums.findings[0]?.code === 'sums-missing' && !(await hasManifest(pdf, `${stem}.manifest.json`))) {
    const findings = [{ rank: 'unknown', code: 'nothing-to-compare', params: { name: basename(pdf) } }] as const;
    return reportOf([{ check: 'manifest', looked: 0, findings }], bundleVerifyTexts, language);
  }
  const content = await checkContent(pdf, `${stem}.manifest.json`);
  return reportOf([sums, ...content], bundleVerifyTexts, language);
}

/** Whether a manifest lies beside the file or can be read in it: without one, any file might be lying here. */
async function hasManifest(pdf: string, manifestFile: string): Promise<boolean> {
  if (textOf(manifestFile, longestManifest) !== null) return true;
  const source = fileSource(pdf);
  try {
    await readEmbeddedManifest(await PdfReader.open(source));
    return true;
  } catch {
    return false; // no PDF, or none of ours
  } finally {
    source.close();
  }
}

/** The hashes of the PDF and its manifest against the list beside them. */
function checkSums(pdf: string, sumsFile: string, manifestFile: string): BundleCheck {
  const path = basename(sumsFile);
  const text = textOf(sumsFile, longestSums);
  const list = (findings: readonly BundleFinding[], looked: number) => ({ check: 'file-hashes', looked, findings });
  if (text === null) return list([{ rank: 'unknown', code: 'sums-missing', params: { path } }], 0);
  const findings: BundleFinding[] = [];
  const listed = new Map<string, string>();
  const lines = text.split('\n');
  lines.forEach((line, at) => {
    const [, sha256, name] = /^([0-9a-f]{64})  ([^/\\]+)$/.exec(line) ?? [];
    if (sha256 !== undefined && name !== undefined) listed.set(name, sha256);
    else if (line !== '' || at !== lines.length - 1)
      findings.push({ rank: 'failed', code: 'sums-unreadable', params: { path, line: at + 1 } });
  });
  for (const name of [basename(pdf), basename(manifestFile)]) {
    if (!listed.has(name)) findings.push({ rank: 'failed', code: 'sums-lacks', params: { name } });
  }
  for (const [name, sha256] of listed) {
    try {
      const found = hashFile(join(dirname(pdf), name)).sha256;
      if (found !== sha256) findings.push({ rank: 'failed', code: 'file-changed', params: { name, found, sha256 } });
    } catch {
      findings.push({ rank: 'unknown', code: 'file-missing', params: { name } });
    }
  }
  return list(findings, listed.size);
}

/** The text of a file, empty where it is longer than it may be, or null where there is no such file. */
function textOf(path: string, longest: number): string | null {
  try {
    return statSync(path).size <= longest ? readFileSync(path, 'utf8') : '';
  } catch {
    return null;
  }
}

async function checkContent(pdf: string, manifestFile: string): Promise<readonly BundleCheck[]> {
  const path = basename(manifestFile);
  const beside = textOf(manifestFile, longestManifest);
  const findings: BundleFinding[] = [];
  if (beside === null) findings.push({ rank: 'unknown', code: 'manifest-missing', params: { path } });
  const manifestCheck = { check: 'manifest', looked: 1, findings };
  let source;
  try {
    source = fileSource(pdf);
    const reader = await PdfReader.open(source);
    const inside = await manifestInside(reader, beside);
    if (beside !== null && inside !== null && beside !== inside)
      findings.push({ rank: 'failed', code: 'manifest-differs', params: { path } });
    const manifest = parseManifest(beside ?? inside ?? '');
    if ('why' in manifest) findings.push({ rank: 'failed', code: 'manifest-unreadable', params: manifest });
    if ('why' in manifest) return [manifestCheck];
    return [
      manifestCheck,
      await checkPages(reader, manifest),
      await checkPictures(reader, source, manifest, newSha256),
    ];
  } catch (error) {
    return [
      manifestCheck,
      { check: 'pdf', looked: 1, findings: [{ rank: 'failed', code: 'pdf-unreadable', params: { why: why(error) } }] },
    ];
  } finally {
    source?.close();
  }
}

/** The manifest inside; null where the one beside says that its court takes no files inside a PDF. */
async function manifestInside(reader: PdfReader, beside: string | null): Promise<string | null> {
  const said = beside === null ? null : parseManifest(beside);
  if (said && !('why' in said) && said.embedded === false) return null;
  return new TextDecoder().decode(await readEmbeddedManifest(reader));
}

function parseManifest(text: string): Manifest | { why: string } {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    return { why: why(error) };
  }
}

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);
