import type { Cause } from '../../text.ts';
import { because, causeOf } from '../../cause.ts';
import { sha256Of, type NewSha256, type Sha256 } from '../../digest.ts';
import type { BundleFindingCode } from '../../messages/verify/bundle-verify-messages.ts';
import type { SignatureFindingCode } from '../../messages/verify/signature-messages.ts';
import { readRevisions, type RevisedBundle } from '../../signature/read-revisions.ts';
import { checkSignatures, type SignaturesChecked, type Trust } from '../../signature/verify-signatures.ts';
import type { ByteSource } from '../byte-source.ts';
import { checkCarriedPictures } from './carried-pictures.ts';
import { checkDrawn, type PageMarks } from './drawn-rules.ts';
import { longestManifest, readEmbeddedManifest } from './embedded-manifest.ts';
import { noTime, type CheckFindings, type Finding } from '../findings.ts';
import { manifestSchema, type Manifest } from '../package/manifest.ts';
import { checkPages } from './page-rules.ts';
import { savedText } from '../saved-text.ts';
import { textBefore } from '../text-before.ts';
import { textOfUtf8 } from '../../utf8.ts';
import type { PdfReader } from './pdf-reader.ts';
import { checkPictures } from './picture-rules.ts';
import { checkStructure } from './structure-rules.ts';
import { checkTagged } from '../tagged/tagged-rules.ts';

type BundleFinding = Finding<BundleFindingCode | SignatureFindingCode>;
type BundleCheck = CheckFindings<BundleFindingCode | SignatureFindingCode>;

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
    if (piece.length === 0) throw new Error(because('ends-early'));
    hash.update(piece);
  }
  return hash.digestHex();
}

/** A whole small file, or null where it is longer than it may be. */
export async function bytesOfSource(source: ByteSource, longest: number): Promise<Uint8Array | null> {
  return source.size > longest ? null : source.read(0, source.size);
}

/** What was found of a bundle: its content, what its time stamps prove, and the manifest where it could be read. */
export type BundleChecked = Readonly<{
  checks: readonly BundleCheck[];
  time: SignaturesChecked['time'];
  manifest: Manifest | null;
}>;

const unstamped: SignaturesChecked['time'] = { ...noTime, checks: [] };

/**
 * Checks a bundle with its two sidecars, `STEM.sha256` and `STEM.manifest.json` beside `STEM.pdf`: hashes; page numbers
 * as printed, labelled, listed in the catalogue and bookmarked; every picture made again from the PDF and hashed; the
 * signatures and time stamps that were appended. Where the manifest is missing, the one inside the PDF serves, and a
 * finding says so.
 *
 * @param pdf name of the PDF
 * @param trust what signatures are held against; null where none may be: a signed file then counts as changed
 */
export async function checkBundle(
  pdf: string,
  open: OpenFile,
  newSha256: NewSha256,
  trust: Trust | null,
): Promise<BundleChecked> {
  const stem = stemBeside(pdf.replace(/\.pdf$/i, ''), open);
  const names = { pdf, sums: `${stem}.sha256`, manifest: `${stem}.manifest.json` };
  const source = open(pdf);
  try {
    const opened = await openBundle(source, trust);
    const sums = await checkSums(names, open, opened, newSha256);
    if (sums.findings[0]?.code === 'sums-missing' && !(await hasManifest(names, open, opened))) {
      const findings = [{ rank: 'unknown', code: 'nothing-to-compare', params: { name: pdf } }] as const;
      return { checks: [{ check: 'manifest', looked: 0, findings }], time: unstamped, manifest: null };
    }
    const { checks, manifest } = await checkContent(names, open, opened, source, newSha256);
    if (!source || !trust || 'why' in opened || opened.revisions.length === 0)
      return { checks: [sums, ...checks], time: unstamped, manifest };
    const { check, time } = await checkSignatures(source, opened.revisions, { ...trust, newSha256 });
    const { base, revisions } = opened;
    const params = { count: revisions.length, bytes: base.size, sha256: await hashOfSource(base, newSha256) };
    const findings = [{ rank: 'note', code: 'revisions-appended', params } as const, ...check.findings];
    return { checks: [sums, ...checks, { ...check, findings }], time, manifest };
  } finally {
    source?.close?.();
  }
}

/** What browsers and file managers add to a name where another file has it already. */
const copyMark = / ?\(\d{1,4}\)$| - (?:copy|副本)(?: ?\(\d{1,4}\))?$/i;

/** The name that the files beside a PDF bear: its own, or the one that it had before it was saved a second time. */
function stemBeside(stem: string, open: OpenFile): string {
  const before = stem.replace(copyMark, '');
  const has = (name: string) => {
    const source = open(name);
    source?.close?.();
    return source !== null;
  };
  return before !== stem && !has(`${stem}.sha256`) && !has(`${stem}.manifest.json`) ? before : stem;
}

type Names = Readonly<{ pdf: string; sums: string; manifest: string }>;

/** A bundle with what was appended, or why it is none. */
type Opened = RevisedBundle | Readonly<{ why: Cause }>;

async function openBundle(source: ByteSource | null, trust: Trust | null): Promise<Opened> {
  if (!source) return { why: because('file-missing-here') };
  try {
    const opened = await readRevisions(source);
    return opened.revisions.length > 0 && !trust ? { why: because('something-appended') } : opened;
  } catch (error) {
    return { why: causeOf(error) };
  }
}

/** Whether a manifest lies beside the file or can be read in it: without one, any file might be lying here. */
async function hasManifest({ manifest }: Names, open: OpenFile, opened: Opened): Promise<boolean> {
  if ((await textOf(manifest, longestManifest, open)) !== null) return true;
  if ('why' in opened) return false; // no PDF, or none of ours
  return readEmbeddedManifest(opened.reader).then(
    (found) => found !== null,
    () => false,
  );
}

/**
 * The hashes of the PDF and its manifest against the list beside them. The list of a signed bundle may name the bundle as
 * it was built, and says so of the signed one in a line `# base`: then these are the first bytes of the file.
 */
async function checkSums(names: Names, open: OpenFile, opened: Opened, newSha256: NewSha256): Promise<BundleCheck> {
  const signed = !('why' in opened) && opened.revisions.length > 0;
  const base = signed ? await hashOfSource(opened.base, newSha256) : null;
  const text = await textOf(names.sums, longestSums, open);
  const list = (findings: readonly BundleFinding[], looked: number) => ({ check: 'file-hashes', looked, findings });
  if (text === null) return list([{ rank: 'unknown', code: 'sums-missing', params: { path: names.sums } }], 0);
  const findings: BundleFinding[] = [];
  const listed = new Map<string, string>();
  const lines = text.split('\n');
  lines.forEach((line, at) => {
    // As sha256sum reads them: lines end as on Windows too, `*` means binary, and digits may be capital.
    const [, sha256, name] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/i.exec(line.replace(/\r$/, '')) ?? [];
    const [, unsigned] = /^# base ([0-9a-f]{64})\r?$/.exec(line) ?? [];
    if (sha256 !== undefined && name !== undefined) listed.set(name, sha256.toLowerCase());
    else if (unsigned !== undefined) {
      if (unsigned !== base)
        findings.push({ rank: 'failed', code: 'base-differs', params: { found: base ?? '–', sha256: unsigned } });
    } else if (line !== '' || at !== lines.length - 1)
      findings.push({ rank: 'failed', code: 'sums-unreadable', params: { path: names.sums, line: at + 1 } });
  });
  for (const name of [names.pdf, names.manifest]) {
    if (listed.has(name)) continue;
    // Its name is no part of what it is: a file that is listed under another name was renamed.
    const found = await hashIn(name, open, newSha256);
    const [listedAs] =
      [...listed].find(([, sha256]) => sha256 === found || (name === names.pdf && sha256 === base)) ?? [];
    if (found === null || listedAs === undefined)
      findings.push({ rank: 'failed', code: 'sums-lacks', params: { name } });
    else {
      findings.push({ rank: 'note', code: 'listed-as', params: { name, listed: listedAs } });
      listed.delete(listedAs);
    }
  }
  for (const [name, sha256] of listed) {
    const found = await hashIn(name, open, newSha256);
    if (found === null) findings.push({ rank: 'unknown', code: 'file-missing', params: { name } });
    else if (found === sha256 || (name === names.pdf && base === sha256)) continue;
    else if (name === names.manifest && (await isSavedAgain(name, sha256, open, newSha256)))
      findings.push({ rank: 'note', code: 'line-ends-changed', params: { path: name } });
    else findings.push({ rank: 'failed', code: 'file-changed', params: { name, found, sha256 } });
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

/** Whether a text is the listed one, but for what editors do to line ends and beginnings. */
async function isSavedAgain(name: string, sha256: Sha256, open: OpenFile, newSha256: NewSha256): Promise<boolean> {
  const source = open(name);
  try {
    const bytes = source && (await bytesOfSource(source, longestManifest));
    return bytes !== null && textBefore(bytes, (one) => sha256Of(newSha256, one) === sha256) !== null;
  } catch {
    return false;
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
    return bytes ? savedText(bytes).text : '';
  } catch {
    return ''; // no text, or not to be read: what is asked of it then fails by name
  } finally {
    source?.close?.();
  }
}

async function checkContent(
  names: Names,
  open: OpenFile,
  opened: Opened,
  source: ByteSource | null,
  newSha256: NewSha256,
): Promise<Omit<BundleChecked, 'time'>> {
  const path = names.manifest;
  const beside = await textOf(path, longestManifest, open);
  const findings: BundleFinding[] = [];
  if (beside === null) findings.push({ rank: 'unknown', code: 'manifest-missing', params: { path } });
  const manifestCheck: BundleCheck = { check: 'manifest', looked: 1, findings };
  try {
    if ('why' in opened) throw new Error(opened.why);
    const { reader, base } = opened;
    const bytes = await readEmbeddedManifest(reader);
    const inside = bytes && textOfUtf8(bytes);
    if (beside !== null && inside !== null && beside.replaceAll('\r\n', '\n') !== inside)
      findings.push({ rank: 'failed', code: 'manifest-differs', params: { path } });
    const manifest = parseManifest(beside ?? inside ?? '');
    if ('why' in manifest) {
      findings.push({ rank: 'failed', code: 'manifest-unreadable', params: manifest });
      return { checks: [manifestCheck], manifest: null };
    }
    // Where a court takes no files inside a PDF the manifest lies beside it only, and says so.
    if (inside === null && manifest.embedded !== false)
      findings.push({ rank: 'failed', code: 'manifest-not-inside', params: {} });
    if (inside === null && manifest.embedded === false)
      findings.push({ rank: 'note', code: 'manifest-beside-only', params: { path } });
    const { marks, footers, ...drawn } = await checkDrawn(reader, manifest);
    const checks = [
      await checkStructure(reader),
      await checkPages(reader, manifest, footers),
      await checkPictures(reader, base, manifest, newSha256),
      drawn,
      ...(await checkTags(reader, marks)),
    ];
    return { checks: [manifestCheck, ...checks], manifest };
  } catch (error) {
    const unreadable: BundleFinding = { rank: 'failed', code: 'pdf-unreadable', params: { why: causeOf(error) } };
    const checks: BundleCheck[] = [manifestCheck, { check: 'pdf', looked: 1, findings: [unreadable] }];
    const said = beside === null ? null : parseManifest(beside);
    if (!source || !said || 'why' in said || said.images.length === 0) return { checks, manifest: null };
    return { checks: [...checks, await checkCarriedPictures(source, said, newSha256)], manifest: null };
  }
}

/** Of tags only what is wrong with them is said: no reader of a report asks after them where they hold, and older bundles have none. */
async function checkTags(reader: PdfReader, marks: PageMarks): Promise<readonly BundleCheck[]> {
  const tags = await checkTagged(reader, () => Promise.resolve(marks));
  return tags.findings.length > 0 ? [tags] : [];
}

function parseManifest(text: string): Manifest | { why: Cause } {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    return { why: causeOf(error) };
  }
}
