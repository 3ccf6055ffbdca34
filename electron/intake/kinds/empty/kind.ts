import { type FileKind, format } from '../file-kind.ts';

/** A file of no bytes. */
export const emptyKind: FileKind = {
  name: 'empty',
  words: null,
  tells: (head) => (head.length === 0 ? format('application/octet-stream', 'bin', null) : null),
  contradicts: false,
  carries: false,
  makePages: ({ ledger }) => {
    const reason = { code: 'file-empty' };
    ledger.note('make-pages', 'skipped', reason);
    return Promise.resolve({ facts: [], warnings: [reason], pages: { as: 'none', reason }, images: [], size: null });
  },
};
