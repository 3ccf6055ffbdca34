import { expect, test } from 'vitest';
import { captureLines } from '../../../electron/capture/capture.ts';
import { Ledger } from '../../../electron/capture/ledger.ts';
import { outcomeOf } from '../../../electron/capture/outcome.ts';
import type { Step } from '../../../shared/case/record.ts';

/** What a capture of an ordinary page does, as its ledger says it. */
const usual = ['load', 'scroll', 'picture', 'dom-and-text', 'mhtml', 'source', 'record', 'archive'];

function ledgerOf(change: Partial<Record<string, Step['outcome']>> = {}, steps = usual): Ledger {
  const ledger = new Ledger(() => undefined);
  for (const step of steps) {
    const outcome = change[step] ?? 'ok';
    ledger.note(step, 1, outcome === 'ok' ? null : { outcome, reason: { code: 'timed-out' } });
  }
  return ledger;
}

test('a capture is complete where everything that it must have is whole', () => {
  expect(outcomeOf({ end: 'page' }, null, ledgerOf(), captureLines)).toBe('complete');
});

test.for(['load', 'scroll', 'picture', 'dom-and-text', 'mhtml', 'source', 'record', 'archive'])(
  'it is never complete where %s failed or fell short',
  (step) => {
    for (const outcome of ['failed', 'partial'] as const)
      expect(outcomeOf({ end: 'page' }, null, ledgerOf({ [step]: outcome }), captureLines)).toBe('partial');
  },
);

test('what only adds to a capture does not make it partial', () => {
  expect(
    outcomeOf({ end: 'page' }, null, ledgerOf({ 'second-path': 'failed' }, [...usual, 'second-path']), captureLines),
  ).toBe('complete');
});

test('a login wall or a check for robots is blocked, however well each step went', () => {
  expect(outcomeOf({ end: 'page' }, { code: 'login-wall' }, ledgerOf(), captureLines)).toBe('blocked');
  expect(outcomeOf({ end: 'page' }, { code: 'login-wall' }, ledgerOf({ picture: 'partial' }), captureLines)).toBe(
    'blocked',
  );
});

test('a page that nothing shows is failed, and so is an address that gave none unless somebody stood before it', () => {
  const shows = { picture: 'failed', mhtml: 'failed', 'dom-and-text': 'failed' } as const;
  expect(outcomeOf({ end: 'page' }, null, ledgerOf(shows), captureLines)).toBe('failed');
  expect(outcomeOf({ end: 'page' }, null, ledgerOf({ ...shows, mhtml: 'partial' }), captureLines)).toBe('partial');
  expect(outcomeOf({ end: 'file' }, null, ledgerOf({}, ['load', 'store-original', 'make-pages']), captureLines)).toBe(
    'complete',
  );
  const reason = { code: 'reset' };
  expect(outcomeOf({ end: 'none', blocked: false, reason }, null, ledgerOf(), captureLines)).toBe('failed');
  expect(outcomeOf({ end: 'none', blocked: true, reason }, null, ledgerOf(), captureLines)).toBe('blocked');
});
