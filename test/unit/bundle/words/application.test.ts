import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildApplication } from '../../../../electron/bundle/build-application.ts';
import { bundledFonts, fallbackFonts } from '../../../../electron/capture/browser/fonts.ts';
import type { WritableCase } from '../../../../electron/casefile/case-handles.ts';
import { profileNamed } from '../../../fixtures/bundle-options.ts';
import { context, freshCase, someCapture } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { fixedCase } from '../../../fixtures/made/fixed-case.ts';

const draft = (caseFile: WritableCase, out: string, language: 'zh-CN' | 'en' | 'zh-CN+en') =>
  buildApplication(
    caseFile,
    { out, profile: profileNamed('prc-internet'), language },
    {
      program: context.program,
      fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
      signal: new AbortController().signal,
    },
  );

/** The paragraphs of a Word file, and what stands at the top of each page. */
function read(file: string) {
  const members = unzipSync(readFileSync(file));
  const texts = (name: string) =>
    strFromU8(members[name] ?? new Uint8Array())
      .split('</w:p>')
      .map((part) => part.replace(/<[^>]*>/g, ''));
  return { body: texts('word/document.xml'), header: texts('word/header1.xml').join('') };
}

test('parties, facts, exhibits and pages come from the case; whatever it lacks is a place to be filled', async () => {
  const out = freshFolder();
  const { files, open } = await draft(fixedCase(), out, 'zh-CN+en');
  expect(files.map(({ path }) => path.slice(out.length + 1))).toEqual([
    'application.zh-CN.docx',
    'catalogue.zh-CN.docx',
    'application.en.docx',
    'catalogue.en.docx',
  ]);
  const { body, header } = read(join(out, 'application.zh-CN.docx'));
  expect(header).toContain('草稿');
  expect(read(join(out, 'catalogue.zh-CN.docx')).header).toContain('草稿');
  expect(read(join(out, 'application.en.docx')).header).toContain('DRAFT');
  expect(body).toContain('申请人：青禾小贷');
  expect(body).toContain('信息虚假'); // the fact that a person wrote
  expect(body.join('\n')).toMatch(/证据：证据 1（第 \d+ 页）、证据 2（第 \d+ 页）/);
  expect(body).toContain('【待填：请求责令被申请人作出或不作出的行为、范围和期限】');
  expect(body.filter((line) => line.includes('【待填'))).toHaveLength(open);
});

test('of a case that states nothing, nothing is said', async () => {
  const caseFile = freshCase();
  caseFile.addItem(someCapture(caseFile, '清算'));
  const out = freshFolder();
  await draft(caseFile, out, 'zh-CN');
  const said = read(join(out, 'application.docx')).body.join('\n');
  expect(said).not.toMatch(/清算/); // the words of a page are no statement of anybody's
  expect(said).toContain('【待填：尚未选择要件模板');
});

test('the same state gives the same bytes', async () => {
  const caseFile = fixedCase();
  const [one, two] = [await draft(caseFile, freshFolder(), 'zh-CN'), await draft(caseFile, freshFolder(), 'zh-CN')];
  expect(two.files.map(({ sha256 }) => sha256)).toEqual(one.files.map(({ sha256 }) => sha256));
});
