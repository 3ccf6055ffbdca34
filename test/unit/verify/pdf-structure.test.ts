import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { causeText } from '../../../shared/cause.ts';
import { checkArchival } from '../../../shared/verify/pdf/archive-rules.ts';
import { PdfReader } from '../../../shared/verify/pdf/pdf-reader.ts';
import { checkStructure } from '../../../shared/verify/pdf/structure-rules.ts';
import { smallBundle } from '../verify-bundle/bundle-room.ts';
import { EditablePdf } from '../verify-bundle/edit-pdf.ts';

// One bundle as the program builds it, changed in memory: each key and value that a viewer would act on.
const whole = readFileSync((await smallBundle()).pdf, 'latin1');

async function reader(change: (pdf: EditablePdf) => void): Promise<PdfReader> {
  const pdf = new EditablePdf(whole);
  change(pdf);
  const bytes = Buffer.from(pdf.text(), 'latin1');
  return PdfReader.open({
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  });
}
const inEnglish = (what: unknown) => String(causeText(String(what), 'en'));
const structure = async (change: (pdf: EditablePdf) => void) =>
  (await checkStructure(await reader(change))).findings.map(
    ({ rank, code, params }) => `${rank} ${code} ${inEnglish(params['what'])}`,
  );
const archival = async (change: (pdf: EditablePdf) => void, claimed = true) =>
  (await checkArchival(await reader(change), claimed)).findings.map(
    ({ code, params }) => `${code} ${inEnglish(params['what'])}`,
  );
const nothing = () => undefined;

/** Adds a key to the first object like `pattern`, or changes what stands there. */
const adding = (pattern: RegExp, key: string) => (pdf: EditablePdf) =>
  pdf.edit(pdf.find(pattern), (body) => body.replace('<<', `<< ${key}`));
const changing = (pattern: RegExp, from: string | RegExp, to: string) => (pdf: EditablePdf) =>
  pdf.edit(pdf.find(pattern), (body) => body.replace(from, to));
const catalog = /\/Type \/Catalog/;
const page = /\/Type \/Page \//;
const link = /\/Subtype \/Link/;
const bookmark = /\/Title .*\/Parent .*\/Dest/s;
const picture = /\/Subtype \/Image/;

describe('the structure of a bundle', () => {
  test('is whole as it was built', async () => {
    expect(await structure(nothing)).toEqual([]);
    expect((await checkStructure(await reader(nothing))).looked).toBe([...whole.matchAll(/\/Type \/Page \//g)].length);
  });

  test.for<readonly [string, (pdf: EditablePdf) => void, string]>([
    ['a key of the trailer', (pdf) => (pdf.trailer = pdf.trailer.replace('<<', '<< /Hidden 9')), '/Hidden'],
    [
      'a table that stands first',
      (pdf) => pdf.edit(1, (body) => body.replace('<<', '<< /Linearized 1')),
      '/Linearized',
    ],
    ['a key of the catalogue', adding(catalog, '/AcroForm 1 0 R'), '/AcroForm'],
    ['a name tree of programs', changing(catalog, '/Names <<', '/Names << /JavaScript 1 0 R'), '/JavaScript'],
    [
      'a preference',
      changing(catalog, '/ViewerPreferences <<', '/ViewerPreferences << /HideToolbar true'),
      '/HideToolbar',
    ],
    [
      'a way to open that does something',
      changing(catalog, /\/OpenAction \[[^\]]*\]/, '/OpenAction << /S /Named >>'),
      '/OpenAction',
    ],
    [
      'a place to open that fits the window',
      changing(catalog, /\/OpenAction \[(\d+ 0 R) [^\]]*\]/, '/OpenAction [$1 /Fit]'),
      '/OpenAction',
    ],
    [
      'a mode that hides the bookmarks',
      changing(catalog, '/PageMode /UseOutlines', '/PageMode /FullScreen'),
      '/PageMode',
    ],
    ['layers where no page has any', adding(catalog, '/OCProperties << /OCGs [] /D << >> >>'), '/OCProperties'],
    ['layers of a kind', adding(catalog, '/OCProperties << /OCGs [] /Configs [] /D << >> >>'), '/Configs'],
    ['layers with a state', adding(catalog, '/OCProperties << /OCGs [] /D << /ON [] >> >>'), '/ON'],
    ['a key of the information', adding(/\/Producer/, '/Trapped /True'), '/Trapped'],
    ['a key of a page', adding(page, '/Rotate 90'), '/Rotate'],
    ['a cut page', adding(page, '/CropBox [0 0 9 9]'), '/CropBox'],
    ['a page that begins elsewhere', changing(page, '/MediaBox [0 ', '/MediaBox [9 '), '/MediaBox'],
    ['a page that begins below', changing(page, '/MediaBox [0 0 ', '/MediaBox [0 9 '), '/MediaBox'],
    ['a page of three sides', changing(page, '/MediaBox [0 0 ', '/MediaBox [0 '), '/MediaBox'],
    ['a page of names', changing(page, /\/MediaBox \[0 0 \S+/, '/MediaBox [0 0 /A'), '/MediaBox'],
    ['a page of less than nothing', changing(page, '/MediaBox [0 0 ', '/MediaBox [0 0 -'), '/MediaBox'],
    ['a template in the place of a page', changing(page, '/Type /Page', '/Type /Template'), '/Type'],
    ['a resource', changing(page, '/Resources <<', '/Resources << /ExtGState << >>'), '/ExtGState'],
    ['a font in the page itself', changing(page, '/Font <<', '/Font << /F9 << /Type /Font >>'), '/F9'],
    ['a key of all pages', adding(/\/Type \/Pages/, '/Rotate 180'), '/Rotate'],
    ['a key of a link', adding(link, '/A << /S /URI >>'), '/A'],
    ['another kind of annotation', changing(link, '/Subtype /Link', '/Subtype /Widget'), 'annotation'],
    ['a link with a border', changing(link, '/Border [0 0 0]', '/Border [0 0 1]'), 'annotation'],
    ['a link with half a border', changing(link, '/Border [0 0 0]', '/Border [0 0]'), 'annotation'],
    ['a link that is not printed', changing(link, '/F 4', '/F 2'), 'annotation'],
    ['a link to another file', changing(link, /\/Dest \[[^\]]*\]/, '/Dest (elsewhere)'), '/Dest'],
    ['a link to a part of a page', changing(link, /\/Dest \[(\d+ 0 R) [^\]]*\]/, '/Dest [$1 /FitH 9]'), '/Dest'],
    ['a link to no page', changing(link, /\/Dest \[[^\]]*\]/, '/Dest [3 /Fit]'), '/Dest'],
    ['a link that fits and more', changing(link, /\/XYZ null \S+ null\]/, '/Fit 1]'), '/Dest'],
    ['a link that zooms', changing(link, /(\/XYZ null \S+) null\]/, '$1 4]'), '/Dest'],
    ['a link to the middle of a line', changing(link, /\/XYZ null (\S+) null\]/, '/XYZ 9 $1 null]'), '/Dest'],
    ['a link inside out', changing(link, /\/Rect \[(\S+) (\S+) (\S+) (\S+)\]/, '/Rect [$3 $2 $1 $4]'), '/Rect'],
    ['a link upside down', changing(link, /\/Rect \[(\S+) (\S+) (\S+) (\S+)\]/, '/Rect [$1 $4 $3 $2]'), '/Rect'],
    ['a link of three sides', changing(link, /\/Rect \[\S+ /, '/Rect ['), '/Rect'],
    ['a key of a bookmark', adding(bookmark, '/A << /S /Launch >>'), '/A'],
    ['a bookmark that leads nowhere', changing(bookmark, /\/Dest \[[^\]]*\]/, '/Dest (x)'), '/Dest'],
    ['a key of the outline', adding(/\/Type \/Outlines|\/First \d+ 0 R \/Last \d+ 0 R \/Count/, '/Style 1'), '/Style'],
  ])('%s is foreign to it', async ([, change, what]) => {
    expect(await structure(change)).toContain(`failed pdf-foreign ${what}`);
  });

  test('a link to a whole page, as bundles had it before, is not', async () => {
    expect(await structure(changing(link, /\/XYZ null \S+ null\]/, '/Fit]'))).not.toContain('failed pdf-foreign /Dest');
  });

  test('a link over another is, and one that only touches it is not', async () => {
    const beside = (dx: number) => (pdf: EditablePdf) => {
      const first = pdf.find(link);
      const body = pdf.objects.get(first)!;
      const [, x, y, right, above] = /\/Rect \[(\S+) (\S+) (\S+) (\S+)\]/.exec(body)!.map(Number);
      const wide = right! - x!;
      const copy = pdf.add(
        body.replace(
          /\/Rect \[[^\]]*\]/,
          `/Rect [${(x! + wide + dx).toFixed(2)} ${y} ${(right! + wide + dx).toFixed(2)} ${above}]`,
        ),
      );
      const holder = pdf.find(new RegExp(`\\b${first} 0 R`));
      pdf.edit(holder, (text) => text.replace(`${first} 0 R`, `${first} 0 R ${copy} 0 R`));
    };
    expect(await structure(beside(1))).toEqual([]);
    expect(await structure(beside(-0.04))).toEqual([]);
    expect(await structure(beside(-1))).toEqual(['failed pdf-foreign /Rect']);
  });

  test('a picture under another name than its number is foreign', async () => {
    expect(
      await structure((pdf) => pdf.edit(pdf.picturePages()[0]!, (body) => body.replace(/\/X(\d+) /, '/X9$1 '))),
    ).toEqual([expect.stringMatching(/^failed pdf-foreign \/X9\d+$/)]);
  });
});

describe('a bundle that claims PDF/A-3b', () => {
  test('proves it as it was built', async () => {
    expect(await archival(nothing)).toEqual([]);
  });

  test.for<readonly [string, (pdf: EditablePdf) => void, string]>([
    ['a picture smoothed', adding(picture, '/Interpolate true'), 'picture'],
    ['another picture for print', adding(picture, '/Alternates []'), 'picture'],
    ['a picture that is fetched', adding(picture, '/OPI << >>'), 'picture'],
    ['a mask', adding(picture, '/SMask 1 0 R'), 'picture'],
    ['other colours', changing(picture, '/ColorSpace /DeviceRGB', '/ColorSpace /DeviceCMYK'), '/ColorSpace'],
    ['a filter', changing(picture, '/Filter /FlateDecode', '/Filter /LZWDecode'), '/Filter'],
    ['filters in a list', changing(picture, '/Filter /FlateDecode', '/Filter [/FlateDecode]'), '/Filter'],
    ['a form', changing(picture, '/Subtype /Image', '/Subtype /Form'), 'form'],
    ['a link that acts', adding(link, '/A << /S /URI >>'), 'annotation'],
    ['a link that is not printed', changing(link, '/F 4', '/F 0'), 'annotation'],
    ['a note', changing(link, '/Subtype /Link', '/Subtype /Text'), 'annotation'],
    ['a font of another kind', changing(/\/Subtype \/Type0/, '/Subtype /Type0', '/Subtype /Type3'), '/Font /Subtype'],
    ['a font without its map to text', changing(/\/Subtype \/Type0/, /\/ToUnicode \d+ 0 R/, ''), '/ToUnicode'],
    [
      'a font without its map to signs',
      changing(/\/Subtype \/CIDFontType2/, /\/CIDToGIDMap \d+ 0 R/, ''),
      '/CIDToGIDMap',
    ],
    ['a font without widths', changing(/\/Subtype \/CIDFontType2/, /\/W \[/, '/V ['), '/CIDToGIDMap'],
    ['a font that is not embedded', changing(/\/Type \/FontDescriptor/, '/FontFile2', '/FontFile9'), '/FontFile2'],
    ['a file without its relation', changing(/\/Type \/Filespec/, '/AFRelationship', '/Relationship'), '/Filespec'],
    ['a file without a name', changing(/\/Type \/Filespec/, '/UF', '/XF'), '/Filespec'],
    ['no claim', changing(catalog, '/Metadata', '/Metadatum'), '/XMP'],
    ['no output intent', changing(catalog, '/OutputIntents', '/OutputIntent'), '/OutputIntents'],
    ['files that belong to nothing', changing(catalog, '/AF ', '/AX '), '/AF'],
    ['no identifier', (pdf) => (pdf.trailer = pdf.trailer.replace('/ID', '/IX')), '/ID'],
  ])('%s breaks it', async ([, change, what]) => {
    expect(await archival(change)).toContain(`pdf-archival ${what}`);
    expect((await archival(change, false)).filter((one) => one.startsWith('pdf-archival'))).toEqual([]);
  });

  test('nothing in it acts by itself, claimed or not, however deep it lies', async () => {
    for (const key of ['AA', 'JS', 'JavaScript', 'Encrypt', 'XFA', 'NeedAppearances', 'RichMediaContent'])
      expect(await archival(adding(page, `/Z [<< /Y << /${key} 1 >> >>]`), false)).toEqual([`pdf-active /${key}`]);
    for (const action of [
      'JavaScript',
      'Launch',
      'Sound',
      'Movie',
      'ImportData',
      'ResetForm',
      'SubmitForm',
      'Rendition',
    ])
      expect(await archival(adding(page, `/Z << /S /${action} >>`), false)).toEqual([`pdf-active /S /${action}`]);
    expect(await archival(adding(page, '/Z << /S /URI >>'), false)).toEqual([]);
  });
});
