import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildApplication } from '../../../../electron/bundle/build-application.ts';
import { bundledFonts, fallbackFonts } from '../../../../electron/capture/browser/fonts.ts';
import { officeFiles, officeTexts } from '../../../../electron/intake/office/office-parts.ts';
import { asTyped, inBoth, onOneLine, sideIn, sidesOf, typedSides, withoutMarks } from '../../../../shared/bilingual.ts';
import { bracketed, inEach, labelled, listed, say } from '../../../../shared/language.ts';
import { listFormats } from '../../../../shared/plan/list-formats.ts';
import { literalsOnce, quotedOnce } from '../../../../electron/bundle/pages/statements/quoted-once.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { asUsual } from '../../../fixtures/bundle-options.ts';
import { context } from '../../../fixtures/case-room.ts';
import { freshFolder } from '../../../fixtures/fascicle.ts';
import { fixedCase } from '../../../fixtures/made/fixed-case.ts';
import { have } from '../../pdf/pdf-room.ts';

const both = 'zh-CN+en';
/** Chinese and Latin letters with a slash between: two languages in one sentence. */
const slashed =
  /\p{Script=Han}[^\n]{0,40} \/ [^\n]{0,40}[A-Za-z]{2}|[A-Za-z]{2}[^\n]{0,40} \/ [^\n]{0,40}\p{Script=Han}/u;
const wordsOf = (path: string): string =>
  [...officeTexts(officeFiles(path)).values()].join('\n').replace(/<[^>]*>/g, '\n');
/** Characters that Unicode keeps for the inside of a program. */
const marks = /[\ufdd0-\ufdd2]|U\+FDD/;

test.skipIf(!have('pdftotext'))(
  'no paper in two languages sets them with a slash between, nor shows how they are kept apart',
  async () => {
    const caseFile = fixedCase();
    const [first, ...more] = caseFile.arrangement() ?? [];
    if (!first) throw new Error('the fixed case has exhibits');
    const group = '第一组：涉案信息 / Group one, messages in dispute';
    const source = '自行取证 / captured by the applicant';
    caseFile.logEvent('exhibits-set', { exhibits: [{ ...first, group, source }, ...more] });
    const out = freshFolder();
    const built = await buildIn(caseFile, { out: join(out, 'b.pdf'), language: both, draft: true, lists: listFormats });
    const printed = execFileSync('pdftotext', [built.pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const lists = built.lists.map(({ path }) => wordsOf(path));
    const { files } = await buildApplication(
      caseFile,
      { out: join(out, 'drafts'), profile: asUsual.profile, language: both },
      {
        program: context.program,
        fontFiles: { ...bundledFonts(), fallbacks: fallbackFonts() },
        signal: new AbortController().signal,
      },
    );
    const drafts = files.map(({ path }) => wordsOf(path));
    for (const text of [printed, ...lists, ...drafts]) {
      expect(text).not.toMatch(slashed);
      expect(text).not.toMatch(marks);
    }
    expect(printed).toContain('第一组：涉案信息');
    expect(printed).toMatch(/取证 · captured \d{4}-\d\d-\d\d/); // a time has no language, and stands once
    expect(printed).toContain('Group one, messages in dispute');
    const chinese = await buildIn(caseFile, { out: join(out, 'c.pdf'), language: 'zh-CN', draft: true });
    const alone = execFileSync('pdftotext', [chinese.pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(alone).toContain('第一组：涉案信息');
    expect(alone).not.toContain('Group one');
    caseFile.close();
  },
);

test('each side of words made of words in two languages is whole in its own', () => {
  const text = { 'zh-CN': '见{what}。', en: 'See {what}.' };
  const name = say({ 'zh-CN': '证据', en: 'Exhibit' }, both);
  const cited = bracketed(`${name} 3`, say({ 'zh-CN': '第1页', en: 'page 1' }, both), both);
  expect(sidesOf(say(text, both, { what: cited }))).toEqual(['见证据 3（第1页）。', 'See Exhibit 3 (page 1).']);
  expect(onOneLine(cited)).toBe('证据 3（第1页） · Exhibit 3 (page 1)');
  expect(asTyped(name)).toBe('证据 / Exhibit');
});

test('what is a name or a number is not said twice', () => {
  expect(sidesOf(listed(['青禾', '1'], both))).toEqual(['青禾、1']);
  expect(sidesOf(labelled(say({ 'zh-CN': '法院', en: 'Court' }, both), '杭州互联网法院', both))).toEqual([
    '法院 · Court：杭州互联网法院',
  ]);
  expect(sidesOf(inEach(both, () => '2019-05-06'))).toEqual(['2019-05-06']);
  const ordered = { 'zh-CN': '停止传播：{text}', en: 'Stop spreading: {text}' };
  expect(sidesOf(say(ordered, both, { text: '立即停止通过站内消息传播涉案信息' }))).toEqual([
    '停止传播：立即停止通过站内消息传播涉案信息',
    'Stop spreading: …',
  ]);
});

test('words typed in both languages are two; an address, a name and anything longer stay one text', () => {
  expect(typedSides('第一组 / Group one')).toEqual(['第一组', 'Group one']);
  for (const one of [
    '被告网站 / example.com/a b',
    '甲 / 乙 / C d',
    'a / b c',
    '微博 / @ab cd',
    '证据 / 3',
    '他说 / 她 says',
  ])
    expect(typedSides(one)).toEqual([one]);
});

test('nothing that a case holds is taken for two languages, at any depth', () => {
  const hostile = inBoth('无害', 'false');
  const cleaned = withoutMarks({ a: [{ title: hostile }], b: new Map([['k', hostile]]), n: 1 });
  expect(cleaned.a[0]?.title).toBe('[U+FDD0]无害[U+FDD1]false[U+FDD2]');
  expect(sidesOf(cleaned.b.get('k') ?? '')).toHaveLength(1);
  const plain = { title: 'x', at: [1, null] };
  expect(withoutMarks(plain)).toBe(plain);
});

test('whatever is put together, each side holds its own words and no mark', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', 'b', ' ', '/', '：'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 5 }), (pairs) => {
      const together = inBoth(
        pairs.map(([a, b]) => inBoth(a, b)).join('·'),
        `x${pairs.map(([a, b]) => inBoth(a, b)).join('·')}`,
      );
      expect([sideIn(together, 'zh-CN'), sideIn(together, 'en')]).toEqual([
        pairs.map(([a]) => a).join('·'),
        `x${pairs.map(([, b]) => b).join('·')}`,
      ]);
    }),
  );
});

test('a quotation, a digest and an address stand whole once; in one language nothing changes', () => {
  const both = inBoth('涉案文字：“该公司已清算”', 'Words in dispute: “该公司已清算”');
  expect(quotedOnce(both, '该公司已清算')).toBe('涉案文字 · Words in dispute：“该公司已清算”');
  expect(quotedOnce('Words in dispute: “gone”', 'gone')).toBe('Words in dispute: “gone”');
  const digest = '0123456789abcdef'.repeat(4);
  const twice = literalsOnce(
    inBoth(
      `文件 ${digest}，见 https://news.example/a/long/way。`,
      `file ${digest} at https://news.example/a/long/way.`,
    ),
  );
  expect(sidesOf(twice)).toEqual([
    `文件 ${digest}，见 https://news.example/a/long/way。`,
    'file 0123456789ab… at https://news.example….',
  ]);
  const other = inBoth(`文件 ${digest}`, `file ${'f'.repeat(64)}`);
  expect(literalsOnce(other)).toBe(other);
  expect(literalsOnce(digest)).toBe(digest);
});
