import type { FileContent } from '../intake-types.ts';
import type { FileAtHand } from './file-kind.ts';

/** A file that has no pages, by design and not by a failure: it is kept whole, and a sheet says what it is. */
export function noPages({ mediaType, ledger }: Pick<FileAtHand, 'mediaType' | 'ledger'>): Promise<FileContent> {
  const reason = { code: 'pages-later', params: { type: mediaType } };
  ledger.note('make-pages', 'skipped', reason);
  return Promise.resolve({ facts: [], warnings: [], pages: { as: 'none', reason }, images: [], size: null });
}
