import { describe, expect, test } from 'vitest';
import { stoppedBy } from '../../../electron/bundle/problems/redaction-problems.ts';
import { explain } from '../../../shared/errors/fascicle-error.ts';
import { emptyCell, problem, told } from '../../../shared/plan/problem.ts';

const chinese = /[\u3400-\u9fff]/;

describe('a problem of a bundle of a Chinese case', () => {
  test('is told in the language of who reads it, the names within it too', () => {
    const found = emptyCell('source', '3', 'zh-CN');
    expect(found.message).toMatch(chinese);
    expect(told(found, 'zh-CN').message).toBe(found.message);
    expect(told(found, 'en').message).not.toMatch(chinese);
    expect(told(found, 'zh-CN+en').message).toBe(`${found.words['zh-CN']} / ${found.words.en}`);
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
});
