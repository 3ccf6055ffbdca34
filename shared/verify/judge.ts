import type { NewSha256 } from '../digest.ts';
import type { CaseLanguage } from '../language.ts';
import { bundleVerifyTexts } from '../messages/bundle-verify-messages.ts';
import { packageVerifyTexts } from '../messages/package-verify-messages.ts';
import { proofTexts } from '../messages/proof-messages.ts';
import { signatureTexts } from '../messages/signature-messages.ts';
import { tokenTexts } from '../messages/token-messages.ts';
import type { Certificate } from '../timestamp/certificate.ts';
import type { Primitives } from '../timestamp/primitives.ts';
import type { ByteSource } from './byte-source.ts';
import { checkBundle, type OpenFile } from './bundle-rules.ts';
import { failed, reportOf, whyOf } from './findings.ts';
import { checkPackage } from './package-rules.ts';
import { checkProof } from './proof-rules.ts';
import type { PackageSource } from './package-source.ts';
import type { VerifyReport } from './report.ts';
import { openZip } from './zip-reader.ts';

/** What the machine gives to the rules: a hash, two operations on keys, and roots that are trusted. */
export type Means = Readonly<{ newSha256: NewSha256; primitives: Primitives; anchors: readonly Certificate[] }>;

/** A verdict that can be read in each language. */
export type Judged = (language: CaseLanguage) => VerifyReport;

/** A bundle with its sidecars. The same words come from the command, the window and `verify.html`. */
export async function judgeBundle(pdf: string, open: OpenFile, means: Means): Promise<Judged> {
  const { checks, time } = await checkBundle(pdf, open, means.newSha256, means);
  return (language) => reportOf(checks, { ...bundleVerifyTexts, ...signatureTexts, ...tokenTexts }, language, time);
}

/** A proof file: one item, or a log's head alone. */
export async function judgeProof(text: string, means: Means): Promise<Judged> {
  const { content, time } = await checkProof(text, means);
  const beside = { timeProven: time.timeProven, checks: [time.check] };
  return (language) => reportOf(content, proofTexts, language, beside);
}

/** A package as a folder. */
export async function judgePackage(source: PackageSource, means: Means): Promise<Judged> {
  const { content, time } = await checkPackage(source, means);
  const beside = { timeProven: time.timeProven, checks: [time.check] };
  return (language) => reportOf(content, packageVerifyTexts, language, beside);
}

/** A package as a ZIP, read in place. */
export async function judgeZip(name: string, file: ByteSource, means: Means): Promise<Judged> {
  try {
    return await judgePackage(await openZip(file), means);
  } catch (error) {
    const findings = [failed('no-stored-zip', { why: `${name}: ${whyOf(error)}` })];
    return (language) => reportOf([{ check: 'package', looked: 0, findings }], packageVerifyTexts, language);
  }
}
