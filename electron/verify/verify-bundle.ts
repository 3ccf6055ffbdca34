import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CaseLanguage } from '../../shared/language.ts';
import { bundleVerifyTexts, type BundleFindingCode } from '../../shared/messages/bundle-verify-messages.ts';
import { longestManifest, readEmbeddedManifest } from '../../shared/verify/embedded-manifest.ts';
import { signatureTexts, type SignatureFindingCode } from '../../shared/messages/signature-messages.ts';
import { tokenTexts } from '../../shared/messages/token-messages.ts';
import { readRevisions, type RevisedBundle } from '../../shared/signature/read-revisions.ts';
import { checkSignatures, type SignaturesChecked } from '../../shared/signature/verify-signatures.ts';
import type { Certificate } from '../../shared/timestamp/certificate.ts';
import type { ByteSource } from '../../shared/verify/byte-source.ts';
import { reportOf, type CheckFindings, type Finding } from '../../shared/verify/findings.ts';
import { manifestSchema, type Manifest } from '../../shared/verify/manifest.ts';
import { checkPages } from '../../shared/verify/page-rules.ts';
import type { PdfReader } from '../../shared/verify/pdf-reader.ts';
import { checkPictures } from '../../shared/verify/picture-rules.ts';
import type { VerifyReport } from '../../shared/verify/report.ts';
import { fileSource } from '../casefile/file-source.ts';
import { newSha256 } from '../casefile/node-sha256.ts';
import { nodePrimitives } from '../seal/node-primitives.ts';
import { hashFile } from './case-files.ts';

type BundleFinding = Finding<BundleFindingCode | SignatureFindingCode>;
type BundleCheck = CheckFindings<BundleFindingCode | SignatureFindingCode>;

const texts = { ...bundleVerifyTexts, ...signatureTexts, ...tokenTexts };

/** Two lines in ours; a list this long is none of ours. */
const longestSums = 65_536;

/**
 * Verifies a bundle with its two sidecars, `NAME.sha256` and `NAME.manifest.json` beside `NAME.pdf`: hashes; page
 * numbers as printed, labelled, listed in the catalogue and bookmarked; every picture made again from the PDF and hashed;
 * the signatures and time stamps that were appended. Where the manifest is missing, the one inside the PDF serves, and
 * the verdict says that something is missing. A file that is damaged in any way yields findings, never an exception.
 * Writes nothing.
 *
 * @param anchors certificates that are trusted, for signatures and time stamps
 */
export async function verifyBundle(
  pdf: string,
  language: CaseLanguage,
  anchors: readonly Certificate[] = [],
): Promise<VerifyReport> {
  const manifestFile = `${pdf.replace(/\.pdf$/i, '')}.manifest.json`;
  const source = fileSource(pdf);
  try {
    const opened = await readRevisions(source).catch((error: unknown) => ({ why: why(error) }));
    const sums = await checkSums(pdf, manifestFile, 'why' in opened ? null : opened);
    if (sums.findings[0]?.code === 'sums-missing' && !(await hasManifest(opened, manifestFile))) {
      const findings = [{ rank: 'unknown', code: 'nothing-to-compare', params: { name: basename(pdf) } }] as const;
      return reportOf([{ check: 'manifest', looked: 0, findings }], texts, language);
    }
    const content = await checkContent(opened, manifestFile);
    if ('why' in opened || opened.revisions.length === 0) return reportOf([sums, ...content], texts, language);
    const { check, time } = await signaturesOf(source, opened, anchors);
    return reportOf([sums, ...content, check], texts, language, time);
  } finally {
    source.close();
  }
}

/** A bundle with what was appended, or why it is none. */
type Opened = RevisedBundle | Readonly<{ why: string }>;

/** Whether a manifest lies beside the file or can be read in it: without one, any file might be lying here. */
async function hasManifest(opened: Opened, manifestFile: string): Promise<boolean> {
  if (textOf(manifestFile, longestManifest) !== null) return true;
  if ('why' in opened) return false; // no PDF, or none of ours
  return readEmbeddedManifest(opened.reader).then(
    () => true,
    () => false,
  );
}

async function signaturesOf(
  source: ByteSource,
  { base, revisions }: RevisedBundle,
  anchors: readonly Certificate[],
): Promise<SignaturesChecked> {
  const { check, time } = await checkSignatures(source, revisions, { anchors, primitives: nodePrimitives, newSha256 });
  const params = { count: revisions.length, bytes: base.size, sha256: await hashOf(base) };
  const findings = [{ rank: 'note', code: 'revisions-appended', params } as const, ...check.findings];
  return { check: { ...check, findings }, time };
}

async function hashOf(source: ByteSource): Promise<string> {
  const hash = newSha256();
  for (let at = 0; at < source.size; at += 1 << 20) hash.update(await source.read(at, 1 << 20));
  return hash.digestHex();
}

/**
 * The hashes of the PDF and its manifest against the list beside them. The list of a signed bundle may name the bundle as
 * it was built: then what it names are the first bytes of the file.
 */
async function checkSums(pdf: string, manifestFile: string, bundle: RevisedBundle | null): Promise<BundleCheck> {
  const sumsFile = manifestFile.replace(/\.manifest\.json$/, '.sha256');
  const base = bundle && bundle.revisions.length > 0 ? await hashOf(bundle.base) : null;
  const path = basename(sumsFile);
  const text = textOf(sumsFile, longestSums);
  const list = (findings: readonly BundleFinding[], looked: number) => ({ check: 'file-hashes', looked, findings });
  if (text === null) return list([{ rank: 'unknown', code: 'sums-missing', params: { path } }], 0);
  const findings: BundleFinding[] = [];
  const listed = new Map<string, string>();
  const lines = text.split('\n');
  lines.forEach((line, at) => {
    const [, sha256, name] = /^([0-9a-f]{64})  ([^/\\]+)$/.exec(line) ?? [];
    const [, unsigned] = /^# base ([0-9a-f]{64})$/.exec(line) ?? [];
    if (sha256 !== undefined && name !== undefined) listed.set(name, sha256);
    else if (unsigned !== undefined) {
      if (unsigned !== base)
        findings.push({ rank: 'failed', code: 'base-differs', params: { found: base ?? '–', sha256: unsigned } });
    } else if (line !== '' || at !== lines.length - 1)
      findings.push({ rank: 'failed', code: 'sums-unreadable', params: { path, line: at + 1 } });
  });
  for (const name of [basename(pdf), basename(manifestFile)]) {
    if (!listed.has(name)) findings.push({ rank: 'failed', code: 'sums-lacks', params: { name } });
  }
  for (const [name, sha256] of listed) {
    try {
      const found = hashFile(join(dirname(pdf), name)).sha256;
      const signed = name === basename(pdf) && base === sha256;
      if (found !== sha256 && !signed)
        findings.push({ rank: 'failed', code: 'file-changed', params: { name, found, sha256 } });
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

async function checkContent(opened: Opened, manifestFile: string): Promise<readonly BundleCheck[]> {
  const path = basename(manifestFile);
  const beside = textOf(manifestFile, longestManifest);
  const findings: BundleFinding[] = [];
  if (beside === null) findings.push({ rank: 'unknown', code: 'manifest-missing', params: { path } });
  const manifestCheck: BundleCheck = { check: 'manifest', looked: 1, findings };
  const unreadable = (params: Readonly<{ why: string }>): readonly BundleCheck[] => [
    manifestCheck,
    { check: 'pdf', looked: 1, findings: [{ rank: 'failed', code: 'pdf-unreadable', params }] },
  ];
  if ('why' in opened) return unreadable(opened);
  try {
    const { reader, base } = opened;
    const inside = await manifestInside(reader, beside);
    if (beside !== null && inside !== null && beside !== inside)
      findings.push({ rank: 'failed', code: 'manifest-differs', params: { path } });
    const manifest = parseManifest(beside ?? inside ?? '');
    if ('why' in manifest) findings.push({ rank: 'failed', code: 'manifest-unreadable', params: manifest });
    if ('why' in manifest) return [manifestCheck];
    return [manifestCheck, await checkPages(reader, manifest), await checkPictures(reader, base, manifest, newSha256)];
  } catch (error) {
    return unreadable({ why: why(error) });
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
