import type { Reason } from '../../../../shared/case/record.ts';
import type { StepLedger } from '../../step-ledger.ts';
import type { FileContent, IntakeServices } from '../../intake-types.ts';

/** A PDF's pages: counted now, copied into the bundle when it is built. */
export async function documentPages(
  path: string,
  ledger: StepLedger,
  { inspectPdf, signal }: IntakeServices,
): Promise<FileContent> {
  const found = await inspectPdf(path, signal);
  if ('refused' in found) return refused(ledger, found.refused);
  if (found.pages.length === 0) return refused(ledger, { code: 'pdf-without-pages' });
  ledger.note('make-pages', 'ok');
  const { pages, warnings } = found;
  return { facts: [], warnings: [...warnings], pages: { as: 'document', count: pages.length }, images: [], size: null };
}

function refused(ledger: StepLedger, reason: Reason): FileContent {
  ledger.note('make-pages', 'failed', reason);
  return { facts: [], warnings: [], pages: { as: 'none', reason }, images: [], size: null };
}
