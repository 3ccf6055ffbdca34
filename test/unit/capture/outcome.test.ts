import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../electron/capture/outcome.ts';
import type { CaptureRecord, Step } from '../../../shared/case/record.ts';
import { wholeCapture } from '../../fixtures/made/whole-capture.ts';

/** A capture whose steps ended well, but for these. */
function endedSo(change: Readonly<Record<string, Step['outcome']>>): CaptureRecord {
  const steps = wholeCapture().steps.map((one): Step => {
    const outcome = change[one.step];
    return outcome === undefined ? one : { ...one, outcome, reason: { code: 'timed-out' } };
  });
  return wholeCapture({ steps });
}

const page = { end: 'page' } as const;

test('a capture is complete where everything that it must have is whole', () => {
  expect(outcomeOf(page, null, wholeCapture())).toBe('complete');
});

test.for(['load', 'scroll', 'picture', 'dom-and-text', 'mhtml', 'source', 'record', 'archive'])(
  'it is never complete where %s failed or fell short',
  (step) => {
    for (const outcome of ['failed', 'partial'] as const)
      expect(outcomeOf(page, null, endedSo({ [step]: outcome }))).toBe('partial');
  },
);

test('what only adds to a capture does not make it partial', () => {
  expect(outcomeOf(page, null, endedSo({ 'second-path': 'failed', 'page-facts': 'failed' }))).toBe('complete');
});

test('a login wall or a check for robots is blocked, however well each step went', () => {
  expect(outcomeOf(page, { code: 'login-wall' }, wholeCapture())).toBe('blocked');
  expect(outcomeOf(page, { code: 'login-wall' }, endedSo({ picture: 'partial' }))).toBe('blocked');
});

describe('a page that nothing shows', () => {
  const shows = { picture: 'failed', mhtml: 'failed', 'dom-and-text': 'failed' } as const;

  test('is failed, and partial where one thing shows it', () => {
    expect(outcomeOf(page, null, endedSo(shows))).toBe('failed');
    expect(outcomeOf(page, null, endedSo({ ...shows, mhtml: 'partial' }))).toBe('partial');
  });

  test('so is an address that gave none, unless somebody stood before it', () => {
    const reason = { code: 'reset' };
    expect(outcomeOf({ end: 'none', blocked: false, reason }, null, wholeCapture())).toBe('failed');
    expect(outcomeOf({ end: 'none', blocked: true, reason }, null, wholeCapture())).toBe('blocked');
  });
});

test('what cannot be told is not called complete', () => {
  expect(outcomeOf(page, null, wholeCapture({ httpStatus: null }))).toBe('partial');
});
