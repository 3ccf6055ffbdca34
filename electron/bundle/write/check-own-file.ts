import { because, allCauses } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import { say, type CaseLanguage } from '../../../shared/language.ts';
import { bundleVerifyTexts, type BundleFindingCode } from '../../../shared/messages/verify/bundle-verify-messages.ts';
import { watchArchival } from '../../../shared/verify/pdf/archive-rules.ts';
import { checkDrawn, type PageMarks } from '../../../shared/verify/pdf/drawn-rules.ts';
import type { CheckFindings } from '../../../shared/verify/findings.ts';
import type { Manifest } from '../../../shared/verify/package/manifest.ts';
import { checkPages } from '../../../shared/verify/pdf/page-rules.ts';
import { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { checkStructure } from '../../../shared/verify/pdf/structure-rules.ts';
import { checkTagged } from '../../../shared/verify/tagged/tagged-rules.ts';
import { fileSource } from '../../casefile/files/file-source.ts';
import type { Conformance } from '../pdf/document.ts';

/**
 * Reads the finished file back and compares the number printed on each page with the page's place, its label, the
 * catalogue, the outline and the manifest, by the rules that `verify` uses: a wrong one has cost parties their hearing,
 * so that no bundle leaves the house with it. Looks for what no bundle may hold (scripts, encryption), and proves the
 * claim of PDF/A where it is made, and that everything on its pages is tagged. What `verify` would name as drawn by somebody else never leaves the house either.
 *
 * @param beside how pages are marked, where another process looks at what they draw and finds it well; null: done here
 * @throws {FascicleError} `bundle-inconsistent`, with the code and place of what is wrong
 */
export async function checkOwnFile(
  pdf: string,
  manifest: Manifest,
  conformance: Conformance,
  language: CaseLanguage,
  beside: Promise<PageMarks | null> | null = null,
): Promise<void> {
  const source = fileSource(pdf);
  try {
    const reader = await PdfReader.open(source);
    const archival = watchArchival(reader, conformance === 'PDF/A-3b');
    const structure = await checkStructure(reader);
    let own: readonly CheckFindings<BundleFindingCode>[] = [];
    const tagged = await checkTagged(reader, async () => {
      const marks = await beside;
      if (marks) return marks;
      const { marks: drawnMarks, footers, ...drawn } = await checkDrawn(reader, manifest);
      own = [await checkPages(reader, manifest, footers), drawn];
      return drawnMarks;
    });
    const checks = [structure, ...own, tagged, await archival()];
    const findings = checks.flatMap((check) => check.findings).filter(({ rank }) => rank !== 'note');
    if (findings.length === 0) return;
    const causes = findings
      .slice(0, 5)
      .map(({ code, params }) => because('line-said', { code, words: say(bundleVerifyTexts[code], language, params) }));
    throw new FascicleError('bundle-inconsistent', { why: allCauses(causes) });
  } finally {
    source.close();
  }
}
