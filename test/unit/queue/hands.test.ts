import { expect, test } from 'vitest';
import { Hands, requireDisplay } from '../../../electron/workbench/queue/hands.ts';

test('the word reaches the page of its case that has waited longest, and no other', async () => {
  const hands = new Hands();
  const { signal } = new AbortController();
  const done: string[] = [];
  const first = hands.until('/a', signal).then(() => done.push('first'));
  const second = hands.until('/a', signal).then(() => done.push('second'));
  expect(hands.take('/b')).toBe(false);
  expect(hands.take('/a')).toBe(true);
  await first;
  expect(done).toEqual(['first']);
  expect(hands.take('/a')).toBe(true);
  await second;
  expect(hands.take('/a')).toBe(false);
});

test('a page whose work is stopped waits no more', async () => {
  const hands = new Hands();
  const stop = new AbortController();
  const waits = hands.until('/a', stop.signal);
  stop.abort(new Error('stopped'));
  await expect(waits).rejects.toThrow('stopped');
  expect(hands.take('/a')).toBe(false);
});

test.skipIf(process.platform !== 'linux')('without a display a visible browser is refused by name', () => {
  expect(() => requireDisplay({ hands: new Hands(), environment: {} })).toThrow(
    expect.objectContaining({ code: 'no-display' }),
  );
  expect(() => requireDisplay({ hands: new Hands(), environment: { DISPLAY: ':0' } })).not.toThrow();
});
