import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { strToU8, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import { fixState } from '../../../electron/bundle/state/fix-state.ts';
import { catalogueTable } from '../../../electron/bundle/pages/front/catalogue.ts';
import { bundledFonts, fallbackFonts } from '../../../electron/capture/browser/fonts.ts';
import { importFile } from '../../../electron/intake/import-file.ts';
import { filesBelow, readDocumentIndex } from '../../../electron/intake/index/read-document-index.ts';
import { importIndex } from '../../../electron/workbench/intake/import-index.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';
import { profileNamed } from '../../fixtures/bundle-options.ts';
import { IntakeRoom } from '../intake/intake-room.ts';

const rows = [
  ['Agreed trial bundle'],
  ['Tab', 'Description', 'Date', 'File', 'Bates'],
  ['Pleadings'],
  ['88', 'Claim', '3 May 2019', 'claim.txt', 'X1'],
  ['88A', 'Claim, amended', '4 May 2019', 'sub\\amended.txt', 'X2'],
  ['Correspondence'],
  ['89', 'Letter', '', 'letter.txt', 'X3'],
  ['90', 'The same letter', '', 'copy of letter.txt', 'X4'],
  ['91', 'Lost', '', 'lost.txt', 'X5'],
];
const files = {
  'claim.txt': 'claim',
  'sub/amended.txt': 'amended',
  'letter.txt': 'letter',
  'copy of letter.txt': 'letter',
  'nobody.txt': 'nobody',
  '.DS_Store': 'x',
};

function folderOfPapers(): string {
  const folder = freshFolder();
  mkdirSync(join(folder, 'sub'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const excel = (): Promise<Buffer> =>
  writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
const word = (): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Table({
              rows: rows.slice(1).map(
                (row) =>
                  new TableRow({
                    children: row.map(
                      (text) =>
                        new TableCell({ columnSpan: row.length === 1 ? 5 : 1, children: [new Paragraph(text)] }),
                    ),
                  }),
              ),
            }),
          ],
        },
      ],
    }),
  );

async function taken(index: string, bytes: Uint8Array) {
  const room = new IntakeRoom();
  const folder = folderOfPapers();
  writeFileSync(join(folder, index), bytes);
  const { services, caseFile } = room;
  const read = await readDocumentIndex(join(folder, index), services.spawnChild, services.signal);
  const report = await importIndex(
    caseFile,
    { index: read, folder, files: filesBelow(folder), own: index },
    async (path, { title }) =>
      (
        await importFile(
          path,
          { category: 'other', title, source: null, receivedBy: null, receivedOn: null, account: null, operator: null },
          services,
        )
      ).item,
  );
  return { caseFile, report };
}

describe.each([
  ['index.xlsx', excel, 1],
  ['index.docx', word, 0],
] as const)('papers with %s', (name, make, above) => {
  test('become exhibits as their index has them; what does not fit is said', async () => {
    const { caseFile, report } = await taken(name, await make());
    expect(caseFile.items()).toHaveLength(3);
    expect(caseFile.arrangement()?.map(({ number, title, group, date }) => [number, title, group, date])).toEqual([
      ['88', 'Claim', 'Pleadings', '3 May 2019'],
      ['88A', 'Claim, amended', 'Pleadings', '4 May 2019'],
      ['89', 'Letter', 'Correspondence', undefined],
    ]);
    expect(report).toMatchObject({
      exhibits: 3,
      ignored: ['Bates'],
      missing: [{ row: 8 + above, number: '91', title: 'Lost', file: 'lost.txt' }],
      unclear: [],
      duplicates: [{ number: '90', file: 'copy of letter.txt', sameAs: '89' }],
      unlisted: ['nobody.txt'],
    });
    expect(caseFile.arrangement()?.[2]?.remarks).toContain('90');

    const options = {
      profile: profileNamed('england-wales'),
      language: 'en',
      working: false,
      draft: false,
      reissue: null,
    };
    const fonts = { ...bundledFonts(), fallbacks: fallbackFonts() };
    const { model, problems } = fixState(caseFile, { ...options, language: 'en' }, 'fascicle 0.0.0', fonts);
    expect(
      problems.map(({ code }) => code),
      'no Chinese column is asked for',
    ).not.toContain('purpose-missing');
    const cells = catalogueTable(model).rows.map((row) =>
      'across' in row
        ? row.across
        : row.cells.slice(0, 3).map((given) => {
            const one = typeof given === 'function' ? given(1e6) : given;
            return typeof one === 'string' ? one : 'text' in one ? one.text : one.shown;
          }),
    );
    expect(cells).toEqual([
      'Pleadings',
      ['88', 'Claim', expect.stringMatching(/^dated 3 May 2019; imported \d{4}-/)],
      ['88A', 'Claim, amended', expect.stringMatching(/^dated 4 May 2019; imported \d{4}-/)],
      'Correspondence',
      ['89', 'Letter', expect.stringMatching(/^imported \d{4}-/)],
    ]);
    caseFile.close();
  });
});

describe('an index that means harm', () => {
  const read = (name: string, bytes: Uint8Array | string) => {
    const room = new IntakeRoom();
    return readDocumentIndex(room.write(name, bytes), room.services.spawnChild, room.services.signal);
  };
  const document = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });

  /** The ZIP's directory says another size of its only member. */
  const claiming = (zip: Uint8Array, bytes: number): Uint8Array => {
    const changed = Buffer.from(zip);
    changed.writeUInt32LE(bytes, changed.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
    return changed;
  };

  test('is refused with why: no Office file, no head, a lie about its size, entities of its own', async () => {
    await expect(read('index.xlsx', 'no zip')).rejects.toMatchObject({ code: 'index-unreadable' });
    await expect(read('index.docx', document('<w:document/>'))).rejects.toMatchObject({ code: 'index-without-head' });
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><w:document><w:tbl><w:tr><w:tc><w:p><w:t>&b;</w:t></w:p></w:tc></w:tr></w:tbl></w:document>`;
    await expect(read('index.docx', document(bomb))).rejects.toMatchObject({ code: 'index-without-head' });
    const large = claiming(document('<w:document/>'), 300 * 1024 * 1024);
    await expect(read('index.docx', large)).rejects.toMatchObject({
      code: 'index-unreadable',
      params: { why: expect.stringContaining('unfold') as string },
    });
  });
});
