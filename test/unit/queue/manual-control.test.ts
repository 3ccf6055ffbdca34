import { expect, test } from 'vitest';
import { ManualControl } from '../../../electron/workbench/capture/manual-control.ts';
import { requireDisplay } from '../../../electron/workbench/capture/require-display.ts';

test('the word reaches the page of its case that has waited longest, and no other', async () => {
  const manualControl = new ManualControl();
  const { signal } = new AbortController();
  const done: string[] = [];
  const first = manualControl.until('/a', signal).then(() => done.push('first'));
  const second = manualControl.until('/a', signal).then(() => done.push('second'));
  expect(manualControl.take('/b')).toBe(false);
  expect(manualControl.take('/a')).toBe(true);
  await first;
  expect(done).toEqual(['first']);
  expect(manualControl.take('/a')).toBe(true);
  await second;
  expect(manualControl.take('/a')).toBe(false);
});

test('a page whose work is stopped waits no more', async () => {
  const manualControl = new ManualControl();
  const stop = new AbortController();
  const waits = manualControl.until('/a', stop.signal);
  stop.abort(new Error('stopped'));
  await expect(waits).rejects.toThrow('stopped');
  expect(manualControl.take('/a')).toBe(false);
});

test.skipIf(process.platform !== 'linux')('without a display a visible browser is refused by name', () => {
  expect(() => requireDisplay({ manualControl: new ManualControl(), environment: {} })).toThrow(
    expect.objectContaining({ code: 'no-display' }),
  );
  expect(() => requireDisplay({ manualControl: new ManualControl(), environment: { DISPLAY: ':0' } })).not.toThrow();
});
