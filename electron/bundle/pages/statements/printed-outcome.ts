import { lacksSomething } from '../../../../shared/case/capture/shortfalls.ts';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import type { BundleText } from '../../../../shared/messages/papers/bundle-messages.ts';

/**
 * The name of an outcome on a paper. Every step may have ended well while the page lacks what its server did not send: that
 * is not called complete.
 */
export const printedOutcome = (record: ItemRecord): BundleText =>
  record.outcome === 'complete' && lacksSomething(record) ? 'someNotObtained' : record.outcome;
