import type { NewSha256, Sha256 } from '../digest.ts';
import type { BundleFindingCode } from '../messages/bundle-verify-messages.ts';
import type { ByteSource } from './byte-source.ts';
import { longestManifest, readEmbeddedManifest } from './embedded-manifest.ts';
import type { CheckFindings, Finding } from './findings.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import { checkPages } from './page-rules.ts';
import { textOfUtf8 } from '../utf8.ts';
import { PdfReader } from './pdf-reader.ts';
import { checkPictures } from './picture-rules.ts';

type BundleFinding = Finding<BundleFindingCode>;
type BundleCheck = CheckFindings<BundleFindingCode>;

/** The files beside a bundle, by name: on a disk, in a package, dropped on a page. Null where there is none. */
export type OpenFile = (name: string) => (ByteSource & { close?(): void }) | null;

/** Two lines in ours; a list this long is none of ours. */
const longestSums = 65_536;
const pieceSize = 1 << 20;

/** SHA-256 of a whole file, read in 1 MiB pieces. */
export async function hashOfSource(source: ByteSource, newSha256: NewSha256): Promise<Sha256> {
  const hash = newSha256();
  for (let at = 0; at < source.size; at += pieceSize) {
    const piece = await source.read(at, Math.min(pieceSize, source.size - at));
    if (piece.length === 0) throw new Error('it ends before its end');
    hash.update(piece);
  }
  return hash.digestHex();
}

/** A whole small file, or null where it is longer than it may be. */
export async function bytesOfSource(source: ByteSource, longest: number): Promise<Uint8Array | null> {
  return source.size > longest ? null : source.read(0, source.size);
}

/**
 * Checks a bundle with its two sidecars, `STEM.sha256` and `STEM.manifest.json` beside `STEM.pdf`: hashes; page numbers
 * as printed, labelled, listed in the catalogue and bookmarked; every picture made again from the PDF and hashed. Where
 * the manifest is missing, the one inside the PDF serves, and a finding says so.
 *
 * @param pdf name of the PDF
 * @returns the checks, and the manifest where it could be read
 */
export async function checkBundle(
  pdf: string,
  open: OpenFile,
  newSha256: NewSha256,
): Promise<Readonly<{ checks: readonly BundleCheck[]; manifest: Manifest | null }>> {
  const stem = pdf.replace(/\.pdf$/i, '');
  const names = { pdf, sums: `${stem}.sha256`, manifest: `${stem}.manifest.json` };
  const sums = await checkSums(names, open, newSha256);
  if (sums.findings[0]?.code === 'sums-missing' && !(await hasManifest(names, open))) {
    const findings = [{ rank: 'unknown', code: 'nothing-to-compare', params: { name: pdf } }] as const;
    return { checks: [{ check: 'manifest', looked: 0, findings }], manifest: null };
  }
  const { checks, manifest } = await checkContent(names, open, newSha256);
  return { checks: [sums, ...checks], manifest };
}

type Names = Readonly<{ pdf: string; sums: string; manifest: string }>;

/** Whether a manifest lies beside the file or can be read in it: without one, any file might be lying here. */
async function hasManifest({ pdf, manifest }: Names, open: OpenFile): Promise<boolean> {
  if ((await textOf(manifest, longestManifest, open)) !== null) return true;
  const source = open(pdf);
  try {
    if (source) await readEmbeddedManifest(await PdfReader.open(source));
    return source !== null;
  } catch {
    return false; // no PDF, or none of ours
  } finally {
    source?.close?.();
  }
}

/** The hashes of the PDF and its manifest against the list beside them. */
async function checkSums(names: Names, open: OpenFile, newSha256: NewSha256): Promise<BundleCheck> {
  const text = await textOf(names.sums, longestSums, open);
  const list = (findings: readonly BundleFinding[], looked: number) => ({ check: 'file-hashes', looked, findings });
  if (text === null) return list([{ rank: 'unknown', code: 'sums-missing', params: { path: names.sums } }], 0);
  const findings: BundleFinding[] = [];
  const listed = new Map<string, string>();
  const lines = text.split('\n');
  lines.forEach((line, at) => {
    const [, sha256, name] = /^([0-9a-f]{64})  ([^/\\]+)$/.exec(line) ?? [];
    if (sha256 !== undefined && name !== undefined) listed.set(name, sha256);
    else if (line !== '' || at !== lines.length - 1)
      findings.push({ rank: 'failed', code: 'sums-unreadable', params: { path: names.sums, line: at + 1 } });
  });
  for (const name of [names.pdf, names.manifest]) {
    if (!listed.has(name)) findings.push({ rank: 'failed', code: 'sums-lacks', params: { name } });
  }
  for (const [name, sha256] of listed) {
    const found = await hashIn(name, open, newSha256);
    if (found === null) findings.push({ rank: 'unknown', code: 'file-missing', params: { name } });
    else if (found !== sha256) findings.push({ rank: 'failed', code: 'file-changed', params: { name, found, sha256 } });
  }
  return list(findings, listed.size);
}

async function hashIn(name: string, open: OpenFile, newSha256: NewSha256): Promise<Sha256 | null> {
  const source = open(name);
  try {
    return source && (await hashOfSource(source, newSha256));
  } catch {
    return null;
  } finally {
    source?.close?.();
  }
}

/** The text of a file, empty where it is longer than it may be, or null where there is no such file. */
async function textOf(name: string, longest: number, open: OpenFile): Promise<string | null> {
  const source = open(name);
  try {
    if (!source) return null;
    const bytes = await bytesOfSource(source, longest);
    return bytes ? textOfUtf8(bytes) : '';
  } catch {
    return ''; // no text, or not to be read: what is asked of it then fails by name
  } finally {
    source?.close?.();
  }
}

async function checkContent(
  names: Names,
  open: OpenFile,
  newSha256: NewSha256,
): Promise<Readonly<{ checks: readonly BundleCheck[]; manifest: Manifest | null }>> {
  const path = names.manifest;
  const beside = await textOf(path, longestManifest, open);
  const findings: BundleFinding[] = [];
  if (beside === null) findings.push({ rank: 'unknown', code: 'manifest-missing', params: { path } });
  const manifestCheck = { check: 'manifest', looked: 1, findings };
  const source = open(names.pdf);
  try {
    if (!source) throw new Error('it is missing');
    const reader = await PdfReader.open(source);
    const inside = await manifestInside(reader, beside);
    if (beside !== null && inside !== null && beside !== inside)
      findings.push({ rank: 'failed', code: 'manifest-differs', params: { path } });
    const manifest = parseManifest(beside ?? inside ?? '');
    if ('why' in manifest) {
      findings.push({ rank: 'failed', code: 'manifest-unreadable', params: manifest });
      return { checks: [manifestCheck], manifest: null };
    }
    const pages = await checkPages(reader, manifest);
    return {
      checks: [manifestCheck, pages, await checkPictures(reader, source, manifest, newSha256)],
      manifest,
    };
  } catch (error) {
    const unreadable: BundleFinding = { rank: 'failed', code: 'pdf-unreadable', params: { why: why(error) } };
    return { checks: [manifestCheck, { check: 'pdf', looked: 1, findings: [unreadable] }], manifest: null };
  } finally {
    source?.close?.();
  }
}

/** The manifest inside; null where the one beside says that its court takes no files inside a PDF. */
async function manifestInside(reader: PdfReader, beside: string | null): Promise<string | null> {
  const said = beside === null ? null : parseManifest(beside);
  if (said && !('why' in said) && said.embedded === false) return null;
  return textOfUtf8(await readEmbeddedManifest(reader));
}

function parseManifest(text: string): Manifest | { why: string } {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    return { why: why(error) };
  }
}

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);
