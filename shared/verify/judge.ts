import { because, causeOf } from '../cause.ts';
import type { NewSha256 } from '../digest.ts';
import type { CaseLanguage } from '../language.ts';
import { packageVerifyTexts } from '../messages/verify/package-verify-messages.ts';
import { proofTexts } from '../messages/verify/proof-messages.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import type { Primitives } from '../timestamp/primitives.ts';
import type { ByteSource } from './byte-source.ts';
import { checkBundle, type OpenFile } from './pdf/bundle-rules.ts';
import { noTime, refusing, reportOf, unknown } from './findings.ts';
import { asListed } from './package/as-listed.ts';
import { checkPackage } from './package/package-rules.ts';
import { checkProofBytes } from './proof-rules.ts';
import type { PackageSource } from './package/package-source.ts';
import type { VerifyReport } from './report.ts';
import { cannotBeReadHere, emptyHere, noticing, soften, type UnreadHere } from './unreadable.ts';
import { openZip, OtherPacking } from './package/zip-reader.ts';

/** What the machine gives to the rules: a hash, two operations on keys, and roots that are trusted. */
export type Means = Readonly<{ newSha256: NewSha256; primitives: Primitives; anchors: readonly Certificate[] }>;

/** A verdict that can be read in each language. */
export type ReportIn = (language: CaseLanguage) => VerifyReport;

/**
 * A bundle with its sidecars. The same words come from the command, the window and `verify.html`.
 * @param unread what `open` could not read here is put into it
 */
export async function judgeBundle(
  pdf: string,
  open: OpenFile,
  means: Means,
  unread: UnreadHere = new Map(),
): Promise<ReportIn> {
  const { checks: found, time } = await checkBundle(pdf, noticingEmpty(open, unread), means.newSha256, means);
  const checks = soften(found, unread);
  return (language) => reportOf(checks, packageVerifyTexts, language, time);
}

/** The same files, of which one without a byte is none that can be read here. */
function noticingEmpty(open: OpenFile, unread: UnreadHere): OpenFile {
  return (name) => {
    const file = open(name);
    if (file?.size !== 0) return file;
    file.close?.();
    unread.set(name, causeOf(emptyHere()));
    return null;
  };
}

/** A proof file: one item, or a log's head alone. Saved again by an editor it is read as it says. */
export async function judgeProof(bytes: Uint8Array, means: Means): Promise<ReportIn> {
  const { content, time } = await checkProofBytes(bytes, means);
  const beside = { ...time.heading, checks: [time.check] };
  return (language) => reportOf(content, proofTexts, language, beside);
}

/** A package as a folder. */
export async function judgePackage(given: PackageSource, means: Means): Promise<ReportIn> {
  const unread: UnreadHere = new Map();
  const listed = await asListed(given, means.newSha256);
  const { content: found, time } = await checkPackage({ ...listed, source: noticing(listed.source, unread) }, means);
  const content = soften(found, unread);
  // A stamp is over what was there: of a package with something changed in it nothing is said in one word.
  const changed = content.some(({ findings }) => findings.some(({ rank }) => rank === 'failed' || rank === 'refused'));
  const nothing = unread.size > 0 || (changed && time.heading.timeProven !== 'failed');
  const beside = { ...(nothing ? noTime : time.heading), checks: soften([time.check], unread).slice(-1) };
  return (language) => reportOf(content, packageVerifyTexts, language, beside);
}

/** What this computer could not read at all. */
export function judgeUnread(path: string, error: unknown): ReportIn {
  const findings = [unknown('part-unreadable', { path, why: causeOf(error) })];
  return (language) => reportOf([{ check: 'reading', looked: 0, findings }], packageVerifyTexts, language);
}

/** A package as a ZIP, read in place. */
export async function judgeZip(name: string, file: ByteSource, means: Means): Promise<ReportIn> {
  if (file.size === 0) return judgeUnread(name, emptyHere());
  try {
    return await judgePackage(await openZip(file), means);
  } catch (error) {
    const why = { why: because('at-path', { path: name, why: causeOf(error) }) };
    const isOther = error instanceof OtherPacking || cannotBeReadHere(error);
    const findings = [isOther ? unknown('no-stored-zip', why) : refusing('no-stored-zip', why)];
    return (language) => reportOf([{ check: 'package', looked: 0, findings }], packageVerifyTexts, language);
  }
}
