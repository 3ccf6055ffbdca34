import { describe, expect, test } from 'vitest';
import { stoppedBy } from '../../../electron/bundle/problems/redaction-problems.ts';
import { explain } from '../../../shared/errors/fascicle-error.ts';
import { cellNames } from '../../../shared/messages/problem-messages.ts';
import { cellOfProblem, problem, told } from '../../../shared/plan/problem.ts';

const chinese = /[\u3400-\u9fff]/;

describe('a problem of a bundle of a Chinese case', () => {
  test('is told in the language of who reads it, the names within it too', () => {
    const found = problem('cell-empty', '3', 'zh-CN', { cell: cellNames.source });
    expect(found.message).toMatch(chinese);
    expect(told(found, 'zh-CN').message).toBe(found.message);
    expect(told(found, 'en').message).not.toMatch(chinese);
    expect(told(found, 'zh-CN+en').message).toBe(`${found.words['zh-CN']} · ${found.words.en}`);
    expect(told(found, 'en')).toEqual({
      code: 'cell-empty',
      rank: 'warn',
      where: '3',
      accepted: null,
      message: found.words.en,
    });
  });

  test('that stops a bundle is explained in either language, with what names it', () => {
    const { code, params } = stoppedBy([
      problem('item-unknown', '1', 'zh-CN', { item: 'x' }),
      problem('item-excluded', '2', 'zh-CN', { reason: '与本案无关' }),
    ]);
    const sent = JSON.parse(JSON.stringify(params)) as typeof params;
    const english = explain(code, sent, 'en').message;
    expect(english).toMatch(/^2 problems must be solved first: .+ \(`item-unknown 1`\); .+ \(`item-excluded 2`\)$/);
    expect(english.replace('与本案无关', '')).not.toMatch(chinese);
    expect(explain(code, sent, 'zh-CN').message.replace(/`[^`]*`/g, '')).not.toMatch(/[A-Za-z]{2,}/);
  });

  test('that many exhibits have alike is said once, with all of them', () => {
    const lacks = (where: string) => problem('cell-demanded', where, 'zh-CN', { cell: cellNames.summary });
    const { code, params } = stoppedBy([...['1', '2', '3', '7'].map(lacks), problem('no-pages', '2', 'zh-CN')]);
    const said = explain(code, JSON.parse(JSON.stringify(params)) as typeof params, 'en').message;
    expect(said).toMatch(/^5 problems must be solved first: [^;]+ \(`cell-demanded 1–3, 7`\); [^;]+ \(`no-pages 2`\)$/);
  });
});

test.for(['title', 'source', 'summary', 'purpose', 'group'] as const)(
  'an empty cell is found again by what is said of it: %s',
  (cell) => {
    for (const code of ['cell-empty', 'cell-demanded'] as const)
      for (const language of ['zh-CN', 'en', 'zh-CN+en'] as const)
        expect(cellOfProblem(problem(code, '3', language, { cell: cellNames[cell] }), language)).toBe(cell);
  },
);

test('what is said of another matter names no cell', () => {
  expect(cellOfProblem(problem('purpose-missing', '3', 'en'), 'en')).toBe('purpose');
  expect(cellOfProblem(problem('no-pages', '3', 'en'), 'en')).toBeNull();
});
