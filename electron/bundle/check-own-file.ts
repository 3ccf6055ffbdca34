import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import { say, type CaseLanguage } from '../../shared/language.ts';
import { bundleVerifyTexts } from '../../shared/messages/bundle-verify-messages.ts';
import { checkArchival } from '../../shared/verify/archive-rules.ts';
import type { Manifest } from '../../shared/verify/manifest.ts';
import { checkPages } from '../../shared/verify/page-rules.ts';
import { PdfReader } from '../../shared/verify/pdf-reader.ts';
import { fileSource } from '../casefile/file-source.ts';
import type { Conformance } from './pdf/document.ts';

/**
 * Reads the finished file back and compares the number printed on each page with the page's place, its label, the
 * catalogue, the outline and the manifest, by the rules that `verify` uses: a wrong one has cost parties their hearing,
 * so that no bundle leaves the house with it. Looks for what no bundle may hold (scripts, encryption), and proves the
 * claim of PDF/A where it is made.
 *
 * @throws {FascicleError} `bundle-inconsistent`, with the code and place of what is wrong
 */
export async function checkOwnFile(
  pdf: string,
  manifest: Manifest,
  conformance: Conformance,
  language: CaseLanguage,
): Promise<void> {
  const source = fileSource(pdf);
  try {
    const reader = await PdfReader.open(source);
    const checks = [await checkPages(reader, manifest), await checkArchival(reader, conformance === 'PDF/A-3b')];
    const findings = checks.flatMap((check) => check.findings);
    if (findings.length === 0) return;
    const why = findings
      .slice(0, 5)
      .map(({ code, params }) => `[${code}] ${say(bundleVerifyTexts[code], language, params)}`)
      .join('; ');
    throw new FascicleError('bundle-inconsistent', { why });
  } finally {
    source.close();
  }
}
