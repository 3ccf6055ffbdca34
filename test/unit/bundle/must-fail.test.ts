import { describe, expect, test } from 'vitest';
import { bundleVerifyTexts } from '../../../shared/messages/verify/bundle-verify-messages.ts';
import { problemTexts } from '../../../shared/messages/problem-messages.ts';
import { sourceText } from '../../fixtures/oracles/source-tree.ts';

const problems = 'test/unit/bundle/problems.test.ts';
const finished = 'test/unit/bundle/own-check.test.ts';

/**
 * What a bundle must not leave the house with, as courts' rules have it: each fault, the codes that name it, and the test
 * that provokes each of them in both languages. Found before anything is drawn, or read back from the finished file.
 */
const mustFail: readonly (readonly [fault: string, test: string, codes: readonly string[]])[] = [
  [
    'a printed page number is not the page’s, or a page has none',
    finished,
    ['page-number', 'page-count', 'page-labels'],
  ],
  [
    'a catalogue range is not the bookmark’s',
    finished,
    ['exhibit-pages', 'catalogue-pages', 'outline-page', 'outline-missing'],
  ],
  ['a catalogue cell is blank', problems, ['cell-empty', 'purpose-missing']],
  ['the signature block or the date is missing', problems, ['signature-block-missing', 'date-missing']],
  ['an exhibit or a file is unlisted', problems, ['item-unknown', 'item-unlisted', 'file-unlisted']],
  ['an exhibit is listed twice', problems, ['item-doubled', 'number-doubled']],
  ['a file hashes otherwise, or is gone', problems, ['hash-differs', 'file-missing']],
  ['a page with words has no text layer', problems, ['text-layer-missing']],
  ['a picture was cropped silently', problems, ['picture-cropped', 'picture-cut']],
  ['the PDF is encrypted or has a script', finished, ['pdf-active']],
  ['a document in it has a script', problems, ['document-script']],
  [
    'a cap on size, pages or resolution is exceeded',
    problems,
    ['size-cap', 'portal-cap', 'page-cap', 'resolution-cap'],
  ],
  ['a glyph is missing', problems, ['glyph-missing', 'glyph-coded']],
  ['something is not as an archive keeps it (fonts embedded, colours named)', finished, ['pdf-archival']],
];

describe('a bundle must not leave the house when', () => {
  test.for(mustFail)('%s', ([, file, codes]) => {
    const known: Readonly<Record<string, unknown>> = { ...problemTexts, ...bundleVerifyTexts };
    for (const code of codes) {
      expect(known[code], `${code} has words`).toBeDefined();
      expect(sourceText(file), `${code} is provoked in ${file}`).toContain(`'${code}'`);
    }
  });

  test('two builds of one state differ', () => {
    expect(sourceText('test/unit/bundle/same-bytes.test.ts')).toContain('the same case gives the same bytes');
  });
});
