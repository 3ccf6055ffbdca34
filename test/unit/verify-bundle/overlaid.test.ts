import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { manifestSchema } from '../../../shared/verify/package/manifest.ts';
import { amiss, bundleCopy, forgeSums, smallBundle, type BundleFiles } from './bundle-room.ts';
import { editPdf, type EditablePdf } from './edit-pdf.ts';

let clean: BundleFiles;
beforeAll(async () => {
  clean = await smallBundle();
});

async function after(change: (pdf: EditablePdf) => void) {
  const files = bundleCopy(clean);
  editPdf(files, change);
  // Its forger's own check: any other program still takes the file for a sound PDF.
  return { ...(await amiss(files)), files };
}

const onPage = (draw: (content: string) => string) => (pdf: EditablePdf) => pdf.draw(pdf.picturePages()[0] ?? 0, draw);
const behind = (more: string) => onPage((content) => `${content}\n${more}`);
const inPage = (from: RegExp, to: string) => (pdf: EditablePdf) =>
  pdf.edit(pdf.picturePages()[0] ?? 0, (body) => body.replace(from, to));
const inCatalog = (from: RegExp, to: string) => (pdf: EditablePdf) =>
  pdf.edit(pdf.find(/^<< \/Type \/Catalog/), (body) => body.replace(from, to));
const picture = (content: string) => /^q [^\n]* cm \/X\d+ Do Q$/m.exec(content)?.[0] ?? '';
const clip = (content: string) => /^q [^\n]* re W n$/m.exec(content)?.[0] ?? '';
const boxOf = (content: string) =>
  /^q ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re W n$/m.exec(content)?.slice(1, 5).map(Number) ?? [];
/** The same operators as ours, over the middle of the picture. */
const over = (make: (x: number, y: number, width: number, height: number) => string) =>
  onPage((content) => {
    const [x = 0, y = 0, width = 0, height = 0] = boxOf(content);
    return `${content}\n${make(x, y, width, height)}`;
  });

test('written anew object by object, with nothing changed, it passes', async () => {
  expect(await after(() => undefined)).toMatchObject({ verdict: 'PASSED', said: '' });
});

const attacks: readonly (readonly [string, (pdf: EditablePdf) => void])[] = [
  ['a white rectangle', behind('1 1 1 rg 0 0 600 800 re f')],
  ['a white rectangle, written otherwise', behind('q\n1 g\n0 0 600 800 re\nf\nQ')],
  [
    'a white rectangle over part of the picture, by our own operator',
    over((x, y, w, h) => `1 1 1 rg ${x + 5} ${y + 5} ${w / 2} ${h / 4} re f`),
  ],
  ['a wide white line', over((x, y, w, h) => `1 1 1 RG 300 w ${x} ${y + h / 2} m ${x + w} ${y + h / 2} l S`)],
  [
    'many thin lines',
    over(
      (x, y, w, h) =>
        Array.from({ length: 80 }, (_, n) => `1 1 1 RG 1.5 w ${x} ${y + n} m ${x + w} ${y + n} l S`).join('\n') +
        (h ? '' : ''),
    ),
  ],
  ['a text', over((x, y, _w, h) => `BT 0 0 0 rg /F0 12 Tf 1 0 0 1 ${x + 10} ${y + h / 2} Tm <0001> Tj ET`)],
  [
    'a text that begins beside it',
    over((x, y, _w, h) => `BT 1 1 1 rg /F0 400 Tf 1 0 0 1 ${x - 20} ${y + h / 2} Tm <0001> Tj ET`),
  ],
  [
    'a text that begins below it and is as tall as the page',
    over((x, y) => `BT 1 1 1 rg /F0 900 Tf 1 0 0 1 ${x} ${y - 20} Tm <0001> Tj ET`),
  ],
  ['an inline image', behind('BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI')],
  ['a shading', behind('/Sh1 sh')],
  ['a graphics state that hides', behind('/GS0 gs')],
  ['marked content of a layer', onPage((content) => `/OC /MC0 BDC\n${content}\nEMC`)],
  ['a picture that is never drawn', onPage((content) => content.replace(picture(content), ''))],
  [
    'a picture drawn outside the page',
    onPage((content) => content.replace(/ cm (\/X\d+ Do Q)/, ' cm 1 0 0 1 5000 0 cm $1')),
  ],
  [
    'a picture moved away',
    onPage((content) => content.replace(/^(q [\d.]+ 0 0 [\d.]+) [\d.]+ ([\d.]+ cm)/m, '$1 2000 $2')),
  ],
  [
    'a picture made tiny',
    onPage((content) => content.replace(/^q [\d.]+ 0 0 [\d.]+ ([\d.]+ [\d.]+ cm)/m, 'q 1 0 0 2 $1')),
  ],
  [
    'a picture stretched',
    onPage((content) => content.replace(/^q ([\d.]+) 0 0 [\d.]+ ([\d.]+ [\d.]+ cm)/m, 'q $1 0 0 900 $2')),
  ],
  ['a picture turned', onPage((content) => content.replace(/^q ([\d.]+) 0 0 ([\d.]+) /m, 'q 0 $1 $2 0 '))],
  [
    'a clip that leaves a strip',
    onPage((content) => content.replace(/^q ([\d.]+ [\d.]+ [\d.]+) [\d.]+ re W n$/m, 'q $1 10 re W n')),
  ],
  [
    'the upper half of it cut off',
    onPage((content) => {
      const [x = 0, y = 0, width = 0, height = 0] = boxOf(content);
      return content
        .replace(clip(content), `q ${x} ${y} ${width} ${Math.round(height / 2)} re W n`)
        .replace(
          new RegExp(`^(0\\.78 0\\.76 0\\.72 RG 0\\.4 w ${x} ${y} ${width}) ${height} re S$`, 'm'),
          `$1 ${Math.round(height / 2)} re S`,
        );
    }),
  ],
  [
    'another of the exhibit’s own pictures over it',
    onPage((content) => {
      const [, second = ''] = content.match(/^q [^\n]* cm \/X\d+ Do Q$/gm) ?? [];
      const first = picture(content);
      const name = /\/X\d+/.exec(second)?.[0] ?? '';
      return content.replace(first, `${first}\n${first.replace(/\/X\d+/, name)}`);
    }),
  ],
  ['a picture outside of any clip', onPage((content) => `${content}\n${picture(content)}`)],
  [
    'red marks that cover',
    over((x, y) =>
      Array.from({ length: 40 }, (_, n) => `q 0.84 0.1 0.1 RG 1.4 w ${x + n} ${y + n} 60 60 re S Q`).join('\n'),
    ),
  ],
  ['seen words in the layer of unseen ones', behind('q 3 Tr\n0 Tr\nQ')],
  [
    'a form in the place of a picture',
    (pdf) => {
      const page = pdf.picturePages()[0] ?? 0;
      const form = pdf.addStream('/Type /XObject /Subtype /Form /BBox [0 0 1 1]', '1 0 0 rg 0 0 1 1 re f');
      pdf.edit(page, (body) => body.replace(/\/XObject << /, `/XObject << /X${form} ${form} 0 R `));
      pdf.draw(page, (content) => `${content}\nq 500 0 0 700 40 60 cm /X${form} Do Q`);
    },
  ],
  [
    'a picture that the page lists and nobody draws',
    (pdf) => {
      const page = pdf.picturePages()[0] ?? 0;
      const form = pdf.addStream('/Type /XObject /Subtype /Form /BBox [0 0 1 1]', '1 0 0 rg 0 0 1 1 re f');
      pdf.edit(page, (body) => body.replace(/\/XObject << /, `/XObject << /X${form} ${form} 0 R `));
    },
  ],
  [
    'a stamp annotation',
    (pdf) => {
      const look = pdf.addStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '1 0 0 rg 0 0 9 9 re f');
      const note = pdf.add(`<< /Type /Annot /Subtype /Stamp /Rect [50 50 500 700] /F 4 /AP << /N ${look} 0 R >> >>`);
      pdf.edit(pdf.picturePages()[0] ?? 0, (body) => body.replace(/ >>$/, ` /Annots [${note} 0 R] >>`));
    },
  ],
  [
    'a link with a look of its own',
    (pdf) => {
      const look = pdf.addStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '1 0 0 rg 0 0 9 9 re f');
      pdf.edit(pdf.find(/^<< \/Type \/Annot/), (body) => body.replace(/ >>$/, ` /AP << /N ${look} 0 R >> >>`));
    },
  ],
  [
    'a link with a thick border',
    (pdf) => pdf.edit(pdf.find(/^<< \/Type \/Annot/), (body) => body.replace('/Border [0 0 0]', '/Border [0 0 400]')),
  ],
  [
    'a link that does something',
    (pdf) =>
      pdf.edit(pdf.find(/^<< \/Type \/Annot/), (body) =>
        body.replace(/\/Dest \[[^\]]*\]/, '/A << /S /URI /URI (http://x.example) >>'),
      ),
  ],
  ['a crop box', inPage(/ >>$/, ' /CropBox [0 0 10 10] >>')],
  [
    'a crop box above all pages',
    (pdf) => pdf.edit(pdf.find(/^<< \/Type \/Pages/), (body) => body.replace(/ >>$/, ' /CropBox [0 0 10 10] >>')),
  ],
  ['another unit', inPage(/ >>$/, ' /UserUnit 20 >>')],
  ['a turn', inPage(/ >>$/, ' /Rotate 180 >>')],
  [
    'two keys of one name',
    (pdf) => {
      const blank = pdf.addStream('', '');
      pdf.edit(pdf.picturePages()[0] ?? 0, (body) => body.replace('/Contents', `/Contents ${blank} 0 R /Contents`));
    },
  ],
  [
    'the same key spelt otherwise',
    (pdf) => {
      const blank = pdf.addStream('', '');
      pdf.edit(pdf.picturePages()[0] ?? 0, (body) => body.replace('/Contents', `/Con#74ents ${blank} 0 R /Contents`));
    },
  ],
  [
    'two contents',
    (pdf) => {
      const more = pdf.addStream('', '1 1 1 rg 0 0 600 800 re f');
      pdf.edit(pdf.picturePages()[0] ?? 0, (body) =>
        body.replace(/\/Contents (\d+ 0 R)/, `/Contents [$1 ${more} 0 R]`),
      );
    },
  ],
  [
    'a colour space among the resources',
    inPage(/\/XObject << /, '/ColorSpace << /DeviceRGB [/Lab << /WhitePoint [1 1 1] >>] >> /XObject << '),
  ],
  [
    'a script when it is opened',
    inCatalog(/\/OpenAction \[[^\]]*\]/, '/OpenAction << /S /JavaScript /JS <6170702E616C657274283129> >>'),
  ],
  [
    'a script among its names',
    inCatalog(/\/Names << /, '/Names << /JavaScript << /Names [<FEFF0061> << /S /JavaScript /JS <61> >>] >> '),
  ],
  ['an action on opening', inCatalog(/ >>$/, ' /AA << /WC << /S /JavaScript /JS <61> >> >> >>')],
  ['a form to fill in', inCatalog(/ >>$/, ' /AcroForm << /Fields [] >> >>')],
  ['a layer', inCatalog(/ >>$/, ' /OCProperties << /OCGs [] /D << >> >> >>')],
  [
    'a bookmark that does something',
    (pdf) =>
      pdf.edit(pdf.find(/^<< \/Title .*\/Dest/), (body) =>
        body.replace(/ >>$/, ' /A << /S /URI /URI (http://x.example) >> >>'),
      ),
  ],
  ['a reference that leads nowhere in other programs', inPage(/\/Contents (\d+) 0 R/, '/Contents $1 7 R')],
  ['a font’s text after the picture, far from it', behind('BT 1 1 1 rg /F0 9 Tf 1 0 0 1 40 20 Tm <0001> Tj ET')],
  [
    'a first object that some viewers take for the table of all',
    (pdf) => pdf.edit(1, (body) => body.replace('<< ', '<< /Linearized 1 ')),
  ],
  [
    'a font whose glyphs paint, in the layer of unseen words, which such fonts do not obey',
    (pdf) => {
      const glyph = pdf.addStream('', '1000 0 0 0 1000 1000 d1 1 1 1 rg 0 0 1000 1000 re f');
      const font = pdf.add(
        `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a ${glyph} 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << >> >>`,
      );
      inPage(/\/Font << /, `/Font << /T ${font} 0 R `)(pdf);
      behind('q 3 Tr\nBT /T 400 Tf 100 Tz 1 0 0 1 50 100 Tm (a) Tj ET\nQ')(pdf);
    },
  ],
  [
    'a font of our kind with glyphs of another file',
    (pdf) => pdf.edit(pdf.find(/^<< \/Type \/FontDescriptor/), (body) => body.replace('/FontFile2', '/FontFile3')),
  ],
  [
    'a second link over one of the catalogue, to another page',
    (pdf) => {
      const [n = 0, body = ''] = [...pdf.objects].find(([, one]) => one.startsWith('<< /Type /Annot')) ?? [];
      const upper = pdf.add(body.replace(/\/Dest \[\d+/, '/Dest [1'));
      const page = pdf.find(new RegExp(`^<< /Type /Page /.*/Annots \\[[^\\]]*\\b${n} 0 R`));
      pdf.edit(page, (text) => text.replace(/(\/Annots \[[^\]]*)\]/, `$1 ${upper} 0 R]`));
    },
  ],
  [
    'a bookmark more, in words of its own',
    (pdf) => {
      const [n = 0, body = ''] = [...pdf.objects].findLast(([, one]) => one.startsWith('<< /Title <')) ?? [];
      const more = pdf.add(
        body.replace(/\/Title <[^>]*>/, '/Title (Found to be true)').replace(/\/Prev \d+/, `/Prev ${n}`),
      );
      pdf.edit(n, (text) => text.replace(/ >>$/, ` /Next ${more} 0 R >>`));
    },
  ],
  ['a screen without pages’ bookmarks on opening', inCatalog(/\/PageMode \/\w+/, '/PageMode /FullScreen')],
  [
    'a word about the file that is not ours',
    (pdf) => pdf.edit(pdf.find(/^<< \/Title .*\/Producer/), (body) => body.replace('<< ', '<< /Subject (verified) ')),
  ],
  ['a key of the trailer', (pdf) => (pdf.trailer = pdf.trailer.replace(/ >>$/, ' /XX 1 >>'))],
];

describe('a bundle in which something was drawn, hidden or set going, every hash made to agree', () => {
  test.each(attacks)('%s: FAILED, and named', async (_name, attack) => {
    const { verdict, said, files } = await after(attack);
    expect(verdict).toBe('FAILED');
    expect(said).toMatch(/^(?:structure|drawn|pdf|pictures|pages): /);
    execFileSync('qpdf', ['--warning-exit-0', '--check', files.pdf], { stdio: 'ignore' }); // a sound file to others
  });

  test('a picture that the manifest does not list is named, also where the manifest lists none', async () => {
    const files = bundleCopy(clean);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(files.manifest, 'utf8')));
    writeFileSync(files.manifest, JSON.stringify({ ...manifest, embedded: false, images: [] }));
    forgeSums(files);
    const { verdict, said } = await amiss(files);
    expect(verdict).toBe('FAILED');
    expect(said).toContain('differs from the one inside the PDF');
    expect(said).toMatch(
      /page \d+ \(exhibit 1\) shows a picture \(PDF object \d+\) that does not belong to this exhibit/,
    );
  });
});

test('what lies beside the file does not decide whether the manifest inside is read', async () => {
  const files = bundleCopy(clean);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(files.manifest, 'utf8')));
  writeFileSync(
    files.manifest,
    JSON.stringify({ ...manifest, embedded: false, case: { ...manifest.case, title: '另一案件' } }),
  );
  forgeSums(files);
  expect(await amiss(files)).toMatchObject({
    verdict: 'FAILED',
    said: expect.stringContaining('differs from the one inside the PDF'),
  });
});
