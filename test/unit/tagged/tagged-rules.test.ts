import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { causeText } from '../../../shared/cause.ts';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import { checkDrawn } from '../../../shared/verify/pdf/drawn-rules.ts';
import { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { checkTagged } from '../../../shared/verify/tagged/tagged-rules.ts';
import { smallBundle } from '../verify-bundle/bundle-room.ts';
import { EditablePdf } from '../verify-bundle/edit-pdf.ts';

// One bundle as the program builds it, changed in memory: each thing that a screen reader relies on.
const { pdf: path, manifest: beside } = await smallBundle();
const whole = readFileSync(path, 'latin1');
const manifest = manifestSchema.parse(JSON.parse(readFileSync(beside, 'utf8')));

async function found(change: (pdf: EditablePdf) => void): Promise<readonly string[]> {
  const pdf = new EditablePdf(whole);
  change(pdf);
  const bytes = Buffer.from(pdf.text(), 'latin1');
  const reader = await PdfReader.open({
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  });
  const { looked, findings } = await checkTagged(reader, async () => (await checkDrawn(reader, manifest)).marks);
  return [
    ...(looked === 0 ? ['nothing looked at'] : []),
    ...findings.map(({ params }) => String(causeText(String(params['what']), 'en'))),
  ];
}

type Change = (pdf: EditablePdf) => void;
const changing =
  (pattern: RegExp, from: string | RegExp, to: string): Change =>
  (pdf) => {
    pdf.edit(pdf.find(pattern), (body) => body.replace(from, to));
  };
const drawing =
  (change: (content: string) => string): Change =>
  (pdf) => {
    pdf.draw(pdf.picturePages()[0]!, change);
  };
const catalog = /\/Type \/Catalog/;
const page = /\/Type \/Page \//;
const link = /\/Subtype \/Link/;
const figure = /\/S \/Figure/;
const cell = /\/S \/TD \/P \d+ 0 R \/Pg \d+ 0 R \/K \d+ >>/;
const head = /\/S \/TH/;

describe('the tags of a bundle', () => {
  test('hold as it was built; a file without any is not judged', async () => {
    expect(await found(() => undefined)).toEqual([]);
    const bare = changing(catalog, / \/MarkInfo << \/Marked true >> \/StructTreeRoot \d+ 0 R/, '');
    expect(await found(bare)).toEqual(['nothing looked at']);
  });

  test.for<readonly [string, Change, string]>([
    ['not said to be there', changing(catalog, ' /MarkInfo << /Marked true >>', ''), '/MarkInfo'],
    ['said not to be there', changing(catalog, '/Marked true', '/Marked false'), '/MarkInfo'],
    ['in no language', changing(catalog, /\/Lang \([^)]*\)/, ''), '/Lang'],
    ['in a language that is none', changing(catalog, /\/Lang \([^)]*\)/, '/Lang (Chinese)'), '/Lang'],
    ['under a file name', changing(catalog, '/DisplayDocTitle true', '/DisplayDocTitle false'), '/DisplayDocTitle'],
    ['without a title', changing(/\/Producer/, /\/Title <[0-9A-F]*>/, '/Title <>'), '/Title'],
    ['with another order of tabs', changing(page, '/Tabs /S', '/Tabs /R'), '/Tabs'],
    ['of a page that leads to none', changing(page, /\/StructParents \d+/, '/StructParents 99999'), '/StructParents'],
    ['of a link without words', changing(link, /\/Contents <[0-9A-F]*>/, ''), '/Contents'],
    [
      'of a link that leads to no element',
      changing(link, /\/StructParent \d+/, '/StructParent 99999'),
      '/StructParent',
    ],
    ['of a link that leads to a page’s', changing(link, /\/StructParent \d+/, '/StructParent 0'), '/OBJR'],
    ['of a picture of which nothing is said', changing(figure, /\/Alt <[0-9A-F]*>/, ''), '/Alt'],
    ['of a picture of which little is said', changing(figure, /\/Alt <[0-9A-F]*>/, '/Alt ( )'), '/Alt'],
    ['of words of which something else is said', changing(cell, '/S /TD', '/S /TD /Alt (other)'), '/Alt'],
    ['of words that read otherwise', changing(cell, '/S /TD', '/S /TD /ActualText (other)'), '/ActualText'],
    ['of words in no language', changing(cell, '/S /TD', '/S /TD /Lang (zz-zz)'), '/Lang'],
    ['of a kind of its own', changing(cell, '/S /TD', '/S /Cell'), '/S'],
    ['of a paragraph in a row', changing(cell, '/S /TD', '/S /P'), '/S'],
    ['of a head without its side', changing(head, /\/Scope \/\w+/, ''), '/Scope'],
    ['of a row that is longer', changing(cell, '/S /TD', '/S /TD /A << /O /Table /ColSpan 2 >>'), '/TR'],
    ['of an element with another parent', changing(cell, /\/P \d+ 0 R/, '/P 1 0 R'), '/P'],
    ['of a mark that is not there', changing(cell, /\/K \d+ >>/, '/K 9999 >>'), '/MCID'],
    ['of a mark that another has', changing(cell, /\/K (\d+) >>/, '/K [$1 $1] >>'), '/MCID'],
    ['of a figure that is empty', changing(figure, /\/K (?:\d+|\[[^\]]*\])/, '/K []'), '/K'],
    ['of a heading that is left out', changing(/\/S \/H1/, '/S /H1', '/S /H3'), '/H3'],
    ['of a line that is drawn beside them', drawing((text) => `${text}\n0 0 0 RG 0.5 w 1 1 m 2 2 l S`), '/Contents'],
    ['of a mark twice on a page', drawing((text) => text.replace('/MCID 1 ', '/MCID 0 ')), '/Contents'],
    [
      'of what was taken for furniture',
      drawing((text) => text.replace(/\/P << \/MCID \d+ >> BDC(?![\s\S]*\/P << )/, '/Artifact BMC')),
      '/StructParents',
    ],
  ])('%s are faulty', async ([, change, what]) => {
    expect(await found(change)).toContain(what);
  });
});
