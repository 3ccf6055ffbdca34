import { strToU8, zipSync } from 'fflate';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { officeInside } from '../../../electron/intake/kinds/office/office-inside.ts';
import { runTool } from '../../../electron/intake/outside-tool.ts';
import { freshFolder } from '../../fixtures/fascicle.ts';

const read = (parts: Readonly<Record<string, string>>) => {
  const path = join(freshFolder(), 'file');
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
  return officeInside(path);
};
const word = (inner: string) => `<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`;
const external = (type: string) =>
  `<Relationships><Relationship Id="a" TargetMode="External" Target="http://x.example/a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}"/></Relationships>`;

describe('what an office file holds and its pages do not show is counted', () => {
  test.for([
    ['nothing, in a plain letter', { 'word/document.xml': word('<w:p/>') }, []],
    [
      'comments',
      { 'word/comments.xml': '<w:comments><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>' },
      [{ code: 'office-comments', params: { count: 2 } }],
    ],
    [
      'comments of a sheet, old and threaded',
      { 'xl/comments1.xml': '<comments><comment ref="A1"/></comments>', 'xl/comments/comment2.xml': '<cm/>' },
      [{ code: 'office-comments', params: { count: 2 } }],
    ],
    [
      'words put in and taken out, also in a footer',
      { 'word/document.xml': word('<w:ins/><w:del/><w:rPrChange/>'), 'word/footer1.xml': '<w:ftr><w:ins/></w:ftr>' },
      [{ code: 'office-changes', params: { count: 4 } }],
    ],
    [
      'hidden sheets by name',
      {
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="对账" state="hidden"/><sheet name="B"/><sheet name="C" state="veryHidden"/></sheets></workbook>',
      },
      [{ code: 'office-hidden-sheets', params: { count: 2, names: '对账、C' } }],
    ],
    [
      'hidden slides',
      { 'ppt/slides/slide1.xml': '<p:sld show="0"/>', 'ppt/slides/slide2.xml': '<p:sld/>' },
      [{ code: 'office-hidden-slides', params: { count: 1 } }],
    ],
    [
      'pictures from elsewhere, and not the addresses that one may click',
      { 'word/_rels/document.xml.rels': external('image'), 'word/_rels/footer1.xml.rels': external('hyperlink') },
      [{ code: 'office-links', params: { count: 1 } }],
    ],
    [
      'macros',
      { '[Content_Types].xml': '<Types><Override PartName="/word/vbaProject.bin"/></Types>' },
      [{ code: 'office-macros' }],
    ],
    [
      'the same of OpenDocument',
      {
        'content.xml':
          '<o:document-content><style:style style:name="h"><style:table-properties table:display="false"/></style:style>' +
          '<text:changed-region/><office:annotation/><table:table table:name="暗" table:style-name="h"/><table:table table:name="明" table:style-name="t"/>' +
          '<draw:image xlink:href="https://x.example/a.png"/><draw:image xlink:href="Pictures/a.png"/></o:document-content>',
      },
      [
        { code: 'office-comments', params: { count: 1 } },
        { code: 'office-changes', params: { count: 1 } },
        { code: 'office-hidden-sheets', params: { count: 1, names: '暗' } },
        { code: 'office-links', params: { count: 1 } },
      ],
    ],
  ] as const)('%s', ([, parts, notes]) => {
    expect(read(parts).notes).toEqual(notes);
  });

  test('of what cannot be read nothing is said to be absent', () => {
    const path = join(freshFolder(), 'letter.doc');
    writeFileSync(path, 'no ZIP');
    expect(officeInside(path)).toEqual({ facts: [], notes: [{ code: 'office-inside-not-read' }] });
  });
});

test('what it says of itself stands as facts, whoever made it', () => {
  const core =
    '<cp:coreProperties><dc:title>借款合同</dc:title><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>';
  const of = (parts: Readonly<Record<string, string>>) =>
    Object.fromEntries(read(parts).facts.map(({ name, value }) => [name, value]));
  expect(
    of({ 'docProps/core.xml': core, 'docProps/app.xml': '<Properties><Application>WPS</Application></Properties>' }),
  ).toEqual({
    OfficeTitle: '借款合同',
    OfficeAuthor: '张三',
    OfficeLastAuthor: '李四',
    OfficeProgram: 'WPS',
  });
  const meta = '<office:meta><meta:initial-creator>甲</meta:initial-creator><dc:creator>乙</dc:creator></office:meta>';
  expect(of({ 'meta.xml': meta })).toEqual({ OfficeAuthor: '甲', OfficeLastAuthor: '乙' });
});

test.runIf(process.platform !== 'win32')('a tool that is out of time ends with all that it started', async () => {
  const limits = { milliseconds: 300, megabytes: 512, outputBytes: 1_000 };
  const words = ['-c', 'sleep 600 & sleep 600'];
  const end = await runTool('/bin/sh', words, limits, new AbortController().signal);
  expect(end).toMatchObject({ ended: 'failed', why: 'time' });
});
