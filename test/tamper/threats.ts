/** One row of the threat list: the attack, what it must yield, and the tests that perform it, by file and name. */
export type Threat = Readonly<{ attack: string; yields: string; file: string; tests: RegExp }>;

const row = (attack: string, yields: string, file: string, tests: RegExp): Threat => ({ attack, yields, file, tests });

/** The threat list, row by row. A row counts only where a test of that name ran and passed. */
export const threats: readonly Threat[] = [
  row('a screenshot swapped in a package', 'FAILED: file has changed', 'tamper/package', /a screenshot changed/),
  row(
    'a screenshot and all lists forged',
    'FAILED: not the record’s file',
    'tamper/package',
    /a picture swapped, all lists forged/,
  ),
  row(
    'a byte of an object or row of a case',
    'FAILED: object or row named',
    'unit/casefile/case-folder',
    /any byte of any cell|every cell|flipped/,
  ),
  row('a log entry edited', 'FAILED: chain breaks', 'tamper/case-log', /an entry edited/),
  row('log entries in another order', 'FAILED: chain breaks', 'tamper/case-log', /an entry put in another order/),
  row('a log entry deleted', 'FAILED: chain breaks', 'tamper/case-log', /an entry deleted/),
  row('a log entry inserted', 'FAILED: chain breaks', 'tamper/case-log', /an entry inserted/),
  row(
    'a log recomputed from an entry on',
    'FAILED: not what was stamped',
    'tamper/case-log',
    /rewritten and linked anew/,
  ),
  row(
    'the tail cut off, an older copy',
    'PASSED locally; FAILED by the head seen; tail was warned of',
    'tamper/case-log',
    /cut off behind the last stamp/,
  ),
  row(
    'everything made anew, stamped today',
    'PASSED + seal lag and its limits',
    'tamper/case-log',
    /made anew as a whole/,
  ),
  row(
    'a package made anew, its log stamped',
    'FAILED: not under the checkpoint',
    'tamper/package',
    /made anew as a whole/,
  ),
  row(
    'a clock set between two acts',
    'said with the jump',
    'unit/seal/stamp-case',
    /a clock that is set between two acts/,
  ),
  row('an entry dated after its stamp', 'FAILED', 'unit/seal/stamp-case', /an entry dated ahead/),
  row('a byte of the PDF', 'FAILED', 'unit/bundle/bundle', /a flipped byte anywhere in the PDF/),
  row('a revision appended to the PDF', 'FAILED', 'unit/bundle/bundle', /bytes appended/),
  row('a page added with a signature', 'FAILED', 'unit/signature/sign-pdf', /to which a page was added/),
  row('a file renamed', 'FAILED: missing', 'tamper/package', /a file renamed/),
  row('a file added', 'FAILED: in no list', 'tamper/package', /a file added/),
  row('a file taken away', 'FAILED: missing', 'tamper/package', /a file taken away/),
  row('a link or pipe', 'FAILED: refused', 'tamper/case-log', /a link or a pipe/),
  row('a link in a package', 'FAILED: refused whole', 'tamper/package', /a link instead of a file/),
  row('tokens of the must-reject matrix', 'none accepted', 'unit/timestamp/token-matrix', /./),
  row('a token replaced by junk', 'FAILED', 'tamper/package', /the token replaced by junk/),
  row('a token under an untrusted root', 'time not proven', 'unit/seal/stamp-case', /a root that nobody here trusts/),
  row('ZIP: paths that climb, devices, doubles', 'refused whole', 'tamper/package', /a ZIP that would mislead/),
  row('ZIP: compressed, cut off, longer', 'refused whole', 'tamper/package', /compressed, cut off/),
  row('a package taken over after a change', 'refused; case unchanged', 'tamper/receive', /is refused when anything/),
  row('another record under a known id', 'refused', 'tamper/receive', /never puts another record/),
  row('a received file that changes later', 'FAILED', 'tamper/receive', /stays under watch/),
  row('a picture bomb', 'refused before decoding', 'unit/intake/pictures', /./),
  row('a page’s own direction marks', 'shown by their code', 'unit/shared/visible-text', /./),
  row('formulas in a CSV', 'inert text', 'unit/seal/csv', /./),
  row('a foreign SQLite file', 'never opened as a case', 'unit/casefile/case-folder', /another program’s SQLite file/),
  row('a second writer', 'refused', 'unit/casefile/case-folder', /has one writer at a time/),
  row('a database lost or spoilt', 'made anew from the log', 'unit/casefile/keep-safe', /brings a lost database back/),
  row('a damaged object', 'named; restored from a backup', 'unit/casefile/keep-safe', /a damaged object is found/),
];
