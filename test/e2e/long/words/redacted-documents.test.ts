import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ItemState, WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { exportDigests } from '../../../../electron/seal/packages/export-digests.ts';
import { exportPackage } from '../../../../electron/seal/packages/export-package.ts';
import { storedPageWords, parsePageWords } from '../../../../shared/page/page-words.ts';
import { itemId } from '../../../../shared/case/item-id.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { context, freshCase } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { importedRecord } from '../../../fixtures/made/imported-record.ts';
import { soundPdf, type RawObject } from '../../../fixtures/made/raw-pdf.ts';
import { code, redact } from '../../../unit/redaction/redaction-room.ts';
import { drawnPixels, isBlue, isNear, isPink, countOf } from './printed-colours.ts';

const phone = '13800138000';
const [pink, blue] = ['1 0 1 rg', '0 0 1 rg'];

type PageMade = Readonly<{ content: string; more?: string; rotate?: number }>;

/** A document of these pages, 300 by 200 points each; its bookmarks and what it says of itself say the number. */
function documentOf(pages: readonly PageMade[], others: readonly RawObject[] = [], font = ''): Buffer {
  const first = 6 + others.length;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  const drawn = pages.flatMap(({ content, more = '', rotate = 0 }, at): RawObject[] => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Rotate ${rotate} /Contents ${first + at * 2 + 1} 0 R ` +
      `/Resources << /Font << /F1 3 0 R >> /XObject << /X1 6 0 R >> >> ${more} >>`,
    { dict: '', stream: content },
  ]);
  return soundPdf([
    `<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${font} >>`,
    '<< /First 5 0 R /Last 5 0 R /Count 1 >>',
    `<< /Title (call ${phone}) /Parent 4 0 R >>`,
    ...others,
    ...drawn,
  ]);
}

let caseFile: WritableCase;
beforeAll(() => {
  caseFile = freshCase();
});
let taken = 0;
function imported(bytes: Uint8Array, count: number): ItemState {
  return caseFile.addItem({
    ...importedRecord(itemId(++taken, context.clockAndRandom.random(10)), { as: 'document', count }),
    fileName: `letter ${phone}.pdf`,
    title: `letter of ${phone}`,
    artifacts: [{ role: 'original', name: 'a.pdf', mediaType: 'application/pdf', ...caseFile.objects.putBytes(bytes) }],
  });
}
const pagesOf = ({ record }: ItemState) => record.artifacts.filter(({ role }) => role === 'page-image');
const wordsOf = ({ record }: ItemState) => {
  const stored = record.artifacts.find(({ role }) => role === 'page-words')!;
  const pages = parsePageWords(JSON.parse(new TextDecoder().decode(caseFile.readObject(stored.sha256))));
  return [...pages].map(([, runs]) => runs.map(({ text }) => text));
};

/** Poppler's pictures of a document, at the density of ours. */
function seenByPoppler(bytes: Buffer): readonly string[] {
  const folder = freshFolder();
  writeFileSync(join(folder, 'a.pdf'), bytes);
  execFileSync('pdftoppm', ['-r', '200', '-png', join(folder, 'a.pdf'), join(folder, 'p')]);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => join(folder, name));
}

/** A line with the number in pink between words in blue, each drawn where the one before it ends. */
const line = (x: number, y: number, said: string, size = 14, more = '') =>
  `BT ${more} /F1 ${size} Tf ${blue} ${x} ${y} Td (Tel. ) Tj ${pink} ${said} ${blue} ( fjord) Tj ET`;
const spellings: readonly (readonly [name: string, said: string, more?: string])[] = [
  ['as it is', `(${phone}) Tj`],
  ['with hyphens', '(138-0013-8000) Tj'],
  ['moved letter by letter', `[${Array.from(phone, (one) => `(${one})`).join(' -180 ')}] TJ`],
  ['letter-spaced', `(${phone}) Tj`, '3.5 Tc'],
  ['narrowed', `(${phone}) Tj`, '70 Tz'],
  ['raised', `(${phone}) Tj`, '5 Ts'],
  ['with a soft hyphen', `(13800\\255138000) Tj`],
];

describe('a word of an imported PDF', () => {
  test.each([0, 90, 180, 270])(
    'has no pixel left on pages turned by %i degrees, and its neighbours stay',
    async (rotate) => {
      const lines = spellings.map(([, said, more], at) => line(12, 180 - at * 25, said, 12 + (at % 3), more));
      const turned = `q 0.7071 0.7071 -0.7071 0.7071 200 20 cm ${line(0, 0, `(${phone}) Tj`, 9)} Q`;
      const bytes = documentOf([{ content: [...lines, turned].join('\n'), rotate }]);
      const { state, lines: whole } = await redact(caseFile, imported(bytes, 1), { words: [phone] });
      const now = await drawnPixels(caseFile.readObject(pagesOf(state)[0]!.sha256));
      const was = await drawnPixels(seenByPoppler(bytes)[0]!);
      expect([now.width, now.height]).toEqual([was.width, was.height]);
      expect(countOf(was, isPink)).toBeGreaterThan(3_000);
      expect([countOf(now, isPink), whole]).toEqual([0, 0]);
      let [kept, lost] = [0, 0];
      for (let at = 0; at < was.data.length; at += 3) {
        if (!isBlue(was.data, at) || isNear(was, at / 3, 12, isPink)) continue;
        if (isNear(now, at / 3, 2, isBlue)) kept += 1;
        else lost += 1;
      }
      expect(kept).toBeGreaterThan(3_000);
      expect(lost).toBe(0);
      expect(wordsOf(state)[0]!.join(' ')).toMatch(/Tel\. .*fjord/);
      expect(JSON.stringify(wordsOf(state))).not.toMatch(/1\D*3\D*8\D*0\D*0/);
    },
  );
});

/** A picture of pink and white stripes over a place, as a scan has words. */
const stripes: RawObject = {
  dict: '/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8',
  stream: Uint8Array.from([255, 0, 255, 255, 255, 255]),
};
const scan = (x: number, y: number) => `q 120 0 0 14 ${x} ${y} cm /X1 Do Q`;
const unseen = (x: number, y: number, text: string, mode = '3 Tr') =>
  `BT ${mode} /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`;
const appearance = (text: string): RawObject => ({
  dict: '/Type /XObject /Subtype /Form /BBox [0 0 160 20] /Resources << /Font << /F1 3 0 R >> >>',
  stream: `BT /F1 12 Tf ${pink} 4 5 Td (${text}) Tj ET`,
});

describe('what says a word in other ways', () => {
  test('is covered: a note and a field as they appear, words over the ends of lines and pages, in any order of drawing', async () => {
    const field =
      '/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (13800138000) /F 4 /Rect [20 20 180 40] /AP << /N 6 0 R >> >> ' +
      '<< /Type /Annot /Subtype /FreeText /F 4 /Contents (13800138000) /Rect [20 50 180 70] /AP << /N 6 0 R >> >>]';
    const scattered = [7, 0, 3, 10, 1, 5, 2, 9, 4, 8, 6].map(
      (at) => `BT /F1 12 Tf ${20 + at * 8} 150 Td (${phone[at]}) Tj ET`,
    );
    const pages = [
      { content: `${pink} ${scattered.join('\n')}`, more: field },
      { content: `BT /F1 12 Tf ${blue} 20 120 Td (see 1 of 2) Tj ${pink} 0 -20 Td (a 13800) Tj ET` },
      { content: `BT /F1 12 Tf ${pink} 20 150 Td (138) Tj 0 -20 Td (000) Tj ${blue} ( and so on) Tj ET` },
    ];
    const bytes = documentOf(pages, [appearance(phone)]);
    const { state } = await redact(caseFile, imported(bytes, 3), { words: [phone] });
    const was = await Promise.all(seenByPoppler(bytes).map(drawnPixels));
    expect(was.map((one) => countOf(one, isPink) > 500)).toEqual([true, true, true]);
    const now = await Promise.all(pagesOf(state).map(({ sha256 }) => drawnPixels(caseFile.readObject(sha256))));
    // Of the second page the letter before the number is no part of it.
    expect(now.map((one) => countOf(one, isPink) > 0)).toEqual([false, true, false]);
    expect(wordsOf(state)).toEqual([[], ['see 1 of 2', 'a'], ['and so on']]);
  });

  test.each([
    ['unseen over a picture of them', [scan(40, 100), unseen(40, 102, `Tel. ${phone}`)]],
    ['under a picture', [unseen(40, 102, `Tel. ${phone}`, pink), scan(40, 100)]],
    ['outside of a clip', [`q 0 0 1 1 re W n ${unseen(40, 102, `Tel. ${phone}`, pink)} Q ${scan(40, 100)}`]],
  ])('is covered by its whole line where nobody measured its letters: %s', async (_, content) => {
    const bytes = documentOf([{ content: content.join('\n') }], [stripes]);
    const { state, lines } = await redact(caseFile, imported(bytes, 1), { words: [phone] });
    const now = await drawnPixels(caseFile.readObject(pagesOf(state)[0]!.sha256));
    const was = await drawnPixels(seenByPoppler(bytes)[0]!);
    expect(countOf(was, isPink)).toBeGreaterThan(5_000);
    expect([lines, wordsOf(state)]).toEqual([1, [[]]]);
    // The line is 12 points high and begins at 40: nothing pink is left between its ends.
    let left = 0;
    for (let at = 0; at < now.data.length; at += 3)
      if (isPink(now.data, at) && ((at / 3) % now.width) * 0.36 < 135) left += 1;
    expect(left).toBe(0);
  });

  test('a whole line is covered where that is asked for', async () => {
    const bytes = documentOf([{ content: line(20, 100, `(${phone}) Tj`) }]);
    const { state, lines } = await redact(caseFile, imported(bytes, 1), { words: [phone], wholeLines: true });
    const now = await drawnPixels(caseFile.readObject(pagesOf(state)[0]!.sha256));
    expect([lines, countOf(now, isPink), countOf(now, isBlue), wordsOf(state)]).toEqual([1, 0, 0, [[]]]);
  });
});

describe('a document of which nobody knows all words', () => {
  const pages = [{ content: line(20, 100, `(${phone}) Tj`) }, { content: scan(40, 100) }];
  const bytes = documentOf(pages, [stripes]);

  test('is refused where pages are pictures that nobody has read, unless a person says where', async () => {
    const parent = imported(bytes, 2);
    expect(await code(() => redact(caseFile, parent, { words: [phone] }))).toBe('words-pages-unread');
    expect(await code(() => redact(caseFile, parent, { words: ['13900139000'] }))).toBe('words-pages-unread');
    const regions = [{ page: 2, x: 100, y: 80, width: 20, height: 30 }];
    const { state } = await redact(caseFile, parent, { words: [phone], regions });
    const [first, second] = await Promise.all(
      pagesOf(state).map(({ sha256 }) => drawnPixels(caseFile.readObject(sha256))),
    );
    expect(countOf(first!, isPink)).toBe(0);
    // 100 to 120 of 300 points, 200 dots to the inch.
    const black = [276, 277, 333, 334].map((x) => [
      ...second!.data.subarray((250 * second!.width + x) * 3).subarray(0, 3),
    ]);
    expect(black.map((one) => one.join() === '0,0,0')).toEqual([false, true, true, false]);
    expect(state.record.redaction?.regions.map(({ page }) => page)).toEqual([1, 2]);
  });

  test('has the lines covered that a machine read on them', async () => {
    const parent = imported(bytes, 2);
    const run = { x: 40, y: 86, width: 120, height: 14, text: `Tel. ${phone}` };
    const file = caseFile.objects.putBytes(Buffer.from(JSON.stringify(storedPageWords(new Map([[2, [run]]])))));
    caseFile.logEvent(
      'attachment-added',
      { item: parent.item, kind: 'machine-read', number: 'x', file: { name: 'machine-read-pages.json', ...file } },
      parent.item,
    );
    const { state, lines } = await redact(caseFile, caseFile.item(parent.item), { words: [phone] });
    const now = await Promise.all(pagesOf(state).map(({ sha256 }) => drawnPixels(caseFile.readObject(sha256))));
    expect([lines, ...now.map((one) => countOf(one, isPink))]).toEqual([1, 0, 0]);
  });

  test('is refused where its letters mean nothing that anybody knows', async () => {
    const map: RawObject = {
      dict: '',
      stream:
        '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <61> <63> <E000> endbfrange\n' +
        '1 beginbfrange <30> <39> <0030> endbfrange',
    };
    const content = `${line(20, 100, `(${phone}) Tj`)} ${unseen(20, 50, 'abcabc', '0 Tr')}`;
    const parent = imported(documentOf([{ content }], [map], '/ToUnicode 6 0 R'), 1);
    expect(await code(() => redact(caseFile, parent, { words: [phone] }))).toBe('words-pages-unread');
  });

  test('is refused where no page says the words', async () => {
    const read = imported(documentOf(pages.slice(0, 1)), 1);
    expect(await code(() => redact(caseFile, read, { words: ['13900139000'] }))).toBe('words-not-said');
  });
});

test('nothing that goes out says the words: bookmarks, forms and what the file says of itself stay behind', async () => {
  const own = freshCase();
  const before = caseFile;
  caseFile = own;
  const pages = [line(20, 100, `(${phone}) Tj`), line(20, 60, '(elsewhere) Tj'), line(20, 60, '(third) Tj')];
  const parent = imported(documentOf(pages.map((content) => ({ content }))), 3);
  const exhibit = { item: parent.item, group: '一', title: `letter of ${phone}`, source: '自行', purpose: '证明' };
  own.logEvent('exhibits-set', { exhibits: [{ ...exhibit, pages: '2-3' }] });
  await redact(own, parent, { words: [phone] });
  const built = await buildIn(own, { lists: ['docx', 'xlsx'], perExhibit: true });
  const [packed, deposit] = [join(freshFolder(), 'p'), freshFolder()];
  const { signal } = new AbortController();
  const services = { program: 'p', page: new Uint8Array(), signal, onFile: () => undefined, ask: null };
  await exportPackage(own, packed, { edition: 'filing', passphrase: null }, services);
  await exportDigests(own, deposit, { signal, onEvent: () => undefined });
  const files = [dirname(built.pdf), packed, deposit].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
      one.isFile() ? [join(one.parentPath, one.name)] : [],
    ),
  );
  const bare = (text: string) => text.replace(/[\s-]/g, '');
  for (const file of files) {
    expect(bare(file)).not.toContain(phone);
    expect([file, bare(readFileSync(file, 'latin1')).includes(phone)]).toEqual([file, false]);
  }
  const plain = join(freshFolder(), 'plain.pdf');
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--decode-level=all', built.pdf, plain]);
  expect(bare(readFileSync(plain, 'latin1'))).not.toContain(phone);
  const said = execFileSync('pdftotext', [built.pdf, '-'], { encoding: 'utf8' });
  expect(bare(said)).not.toContain(phone);
  // Of the document the exhibit takes the second and the third page, as before.
  expect([/elsewhere/, /third/, /Tel\./g].map((one) => said.match(one)?.length ?? 0)).toEqual([1, 1, 2]);
  own.close();
  caseFile = before;
}, 60_000);
