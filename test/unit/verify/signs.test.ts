import { expect, test } from 'vitest';
import { checkLine, verdictLine } from '../../../electron/cli/output/verify-lines.ts';
import type { VerifyCheck } from '../../../shared/verify/report.ts';

const line = (verdict: VerifyCheck['verdict'], finding: VerifyCheck['finding']): string =>
  checkLine({ check: 'objects', verdict, finding, detail: 'x' }, 'en');

test('what is only noted has a sign of its own, and no tick', () => {
  expect([line('PASSED', null), line('PASSED', 'noted')]).toEqual(['✓ stored files: x', '• stored files: x']);
  expect([line('FAILED', 'failed'), line('INDETERMINATE', 'cannot-be-told'), line('INDETERMINATE', 'noted')]).toEqual([
    '✕ stored files: x',
    '● stored files: x',
    '• stored files: x',
  ]);
  expect(verdictLine('PASSED', 'en')).toBe('✓ Verdict: PASSED');
});
