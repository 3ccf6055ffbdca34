import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { storedWords } from '../../../../electron/bundle/state/stored-words.ts';
import { passageState } from '../../../../shared/claims/passage.ts';
import { scaledRun } from '../../../../shared/page/letters.ts';
import { buildIn } from '../../../fixtures/build-bundle.ts';
import { freshCase } from '../../../fixtures/case-room.ts';
import { code, redact, run, tiledCapture } from '../../redaction/redaction-room.ts';

const odd = { ...run(60, 'ODDWORDS'), otherGlyphs: true };

test('words in a font that draws other characters are not offered as words of the picture, and are not marked in it', async () => {
  const caseFile = freshCase();
  const { item, record } = await tiledCapture(caseFile, { runs: [run(30, 'PLAINWORDS'), odd] });
  const exhibit = { item, group: '一', title: '页', source: '自行', purpose: '证明' };
  const marks = ['PLAINWORDS', 'ODDWORDS'].map((words) => ({ kind: 'frame' as const, words }));
  caseFile.logEvent('exhibits-set', { exhibits: [{ ...exhibit, marks }] });
  const { pdf, problems } = await buildIn(caseFile);
  const said = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  expect([said.includes('PLAINWORDS'), said.includes('ODDWORDS')]).toEqual([true, false]);
  expect(problems.filter(({ code: one }) => one.startsWith('mark-')).map((one) => one.code)).toEqual([
    'mark-not-placed',
  ]);
  // A quotation of them is in the text, and the picture shows something else.
  const stored = storedWords(caseFile, caseFile.item(record.item));
  expect(['PLAINWORDS', 'ODDWORDS', 'NOWORDS'].map((words) => passageState(stored, words))).toEqual([
    'found',
    'found-other-glyphs',
    'not-found',
  ]);
  caseFile.close();
});

test('a page with such fonts, or with fonts that nobody compared, is redacted only where a person says what', async () => {
  const caseFile = freshCase();
  const regions = [{ x: 0, y: 0, width: 5, height: 5 }];
  const warned = (reason: string) => ({ warnings: [{ code: reason, params: { count: 1, family: 'x', of: 2 } }] });
  const other = { runs: [run(30, '138'), odd] };
  const cases = [other, { more: warned('fonts-not-compared') }, { more: warned('font-maps-otherwise') }];
  for (const made of cases) {
    const parent = await tiledCapture(caseFile, made);
    expect(await code(() => redact(caseFile, parent, { words: ['138'] }))).toBe('words-other-glyphs');
    expect(await code(() => redact(caseFile, parent, { words: ['138'], regions }))).toBeNull();
  }
  expect(await code(async () => redact(caseFile, await tiledCapture(caseFile), { words: ['138'] }))).toBeNull();
  expect(scaledRun(odd, 2)).toMatchObject({ y: 120, otherGlyphs: true });
  caseFile.close();
});
