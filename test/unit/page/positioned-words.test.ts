import { describe, expect, test } from 'vitest';
import type { CaptureRecord } from '../../../shared/case/record.ts';
import { findWords } from '../../../shared/page/find-words.ts';
import { positionedWords } from '../../../shared/page/positioned-words.ts';
import { coverOf, isHidden, lettersSaying } from '../../../shared/page/redact-words.ts';
import { storedTextPositions, type TextRun } from '../../../shared/page/text-positions.ts';
import { bareWords, says, timesSaid } from '../../../shared/redaction/same-words.ts';
import { maskedText, redactedTitle } from '../../../shared/redaction/masked-record.ts';
import { freshCase, someCapture } from '../../fixtures/case-room.ts';

const run = (x: number, y: number, text: string, width = 100, height = 20): TextRun => ({ x, y, width, height, text });
const origin = { x: 2_720, y: 0 };

function ofPicture(width: number, height = 900): CaptureRecord {
  const caseFile = freshCase();
  const record = { ...someCapture(caseFile, ''), picture: { width, height, overlap: 32 } };
  caseFile.close();
  return record;
}

describe('where words stand in a picture', () => {
  test('a record that does not say where its picture begins has places only where the page is as wide as its window', () => {
    const stored = storedTextPositions([run(10, 10, '电话')], false);
    expect(positionedWords(ofPicture(1_280), stored)).toMatchObject({ framed: true, runs: [{ text: '电话' }] });
    expect(positionedWords(ofPicture(4_000), stored)).toMatchObject({ framed: false, runs: [], elsewhere: ['电话'] });
    const known = storedTextPositions([run(10, 10, '电话')], false, { origin, elsewhere: ['框内'] });
    expect(positionedWords(ofPicture(4_000), known)).toMatchObject({ framed: true, elsewhere: ['框内'] });
  });

  test('what stands outside the picture, or reaches out of it, has no place in it', () => {
    const runs = [
      run(10, 10, '内'),
      run(1_250, 10, '出界'),
      run(10, 890, '底'),
      run(-5, 10, '左'),
      run(10, 4_002, '远'),
    ];
    const { runs: inside, elsewhere } = positionedWords(
      ofPicture(1_280),
      storedTextPositions(runs, false, { origin: { x: 0, y: 0 }, elsewhere: [] }),
    );
    expect(inside.map(({ text }) => text)).toEqual(['内']);
    expect([...elsewhere].sort()).toEqual(['出界', '左', '底', '远'].sort());
  });

  test('words count with the whole of every line that holds part of them', () => {
    const runs = [run(0, 0, 'iiii 138'), run(0, 20, '0013 8000 WWWW'), run(0, 40, '别的')];
    expect(findWords(runs, '138 0013')).toEqual([
      { x: 0, y: 0, width: 100, height: 20 },
      { x: 0, y: 20, width: 100, height: 20 },
    ]);
    expect([...lettersSaying(runs, ['１３８-0013-8000']).keys()]).toEqual(runs.slice(0, 2));
    expect(lettersSaying(runs, [' ']).size).toBe(0);
  });

  test('a neighbour whose box overlaps keeps its words; a line that is painted over loses all of them', () => {
    const line = run(0, 20, '要遮盖的一行');
    expect(isHidden(run(0, 39, '下一行'), coverOf(line))).toBe(false);
    expect(isHidden(run(0, 1, '上一行'), coverOf(line))).toBe(false);
    expect(isHidden(line, { x: 90, y: 22, width: 40, height: 10 })).toBe(true);
    expect(isHidden(line, { x: 200, y: 20, width: 40, height: 20 })).toBe(false);
    const column = run(0, 0, '竖排', 20, 200);
    expect(isHidden(column, { x: 0, y: 150, width: 20, height: 10 })).toBe(true);
    expect(isHidden(column, { x: 19, y: 0, width: 20, height: 200 })).toBe(false);
  });
});

describe('words that must not be left', () => {
  const phone = '138 0013 8000';
  test.each([
    '１３８００１３８０００',
    '电话：138-0013-8000。',
    '138.0013.8000',
    '(138) 0013–8000',
    '8613800138000',
    '138\u200b0013\u00ad8000',
    'https://a.example/?q=138%200013%208000',
    'https://a.example/?q=%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%90',
    '{"p":"\\u0031380013\\u0038000"}',
    '138&nbsp;0013&#x20;8000',
  ])('%s says the number', (text) => {
    expect(says(text, phone)).toBe(true);
    expect(says(maskedText(text, [phone], '【已遮盖】'), phone)).toBe(false);
  });

  test('figures of hashes and ids are no words', () => {
    expect(says('ab1380013800'.padEnd(64, '0'), '138 0013')).toBe(false);
    expect(says('0198c7a1-1380-7013-8000-000000001380', '1380')).toBe(false);
  });

  test('they are counted wherever they stand; letters of any case are the same', () => {
    expect(timesSaid('aaa', 'aa')).toBe(2);
    expect(says('ＷＡＮＧ Xiao-Ming', 'wang xiaoming')).toBe(true);
    expect(bareWords(' -\u200b')).toBe('');
    expect(says('anything', '-')).toBe(false);
  });

  test('a mark stands where they stood; an address that hides them keeps its host', () => {
    expect(maskedText('投诉人王小明的投诉', ['王小明'], '【已遮盖】')).toBe('投诉人【已遮盖】的投诉');
    expect(maskedText('https://a.example/%E7%8E%8B%E5%B0%8F%E6%98%8E', ['王小明'], '【已遮盖】')).toBe(
      'https://a.example/【已遮盖】',
    );
    expect(redactedTitle('投诉', 'zh-CN')).toBe('投诉（已遮盖）');
    expect(redactedTitle(redactedTitle('Complaint', 'en'), 'en')).toBe('Complaint (redacted)');
  });
});
