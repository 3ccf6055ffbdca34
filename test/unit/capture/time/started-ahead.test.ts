import { expect, test } from 'vitest';
import { nodeChildren } from '../../../../electron/casefile/processes/children.ts';
import { StartedAhead } from '../../../../electron/casefile/processes/started-ahead.ts';

/** A stand-in of children: each notes what is done to it, and ends when it is told to. */
function children() {
  const made: { entry: string; did: unknown[]; end(): void }[] = [];
  const ahead = new StartedAhead((entry) => {
    const did: unknown[] = [];
    const heard: ((end: { code: number; signal: null; said: string }) => void)[] = [];
    made.push({ entry, did, end: () => heard.forEach((one) => one({ code: 3, signal: null, said: 'gone' })) });
    return {
      send: (message) => did.push(message),
      onMessage: () => undefined,
      onEnd: (listener) => heard.push(listener),
      kill: () => did.push('killed'),
    };
  });
  return { ahead, made };
}

test('work is given to the child that waits, once; other work to others', () => {
  const { ahead, made } = children();
  ahead.begin('a');
  ahead.begin('a');
  for (const entry of ['b', 'a', 'a']) ahead.take(entry).send(entry);
  expect(made.map(({ entry, did }) => [entry, ...did])).toEqual([
    ['a', 'a'],
    ['b', 'b'],
    ['a', 'a'],
  ]);
});

test('a child that ended while it waited says so to whoever takes it', () => {
  const { ahead, made } = children();
  ahead.begin('a');
  made[0]?.end();
  const ends: unknown[] = [];
  ahead.take('a').onEnd(({ code }) => ends.push(code));
  expect(ends).toEqual([3]);
});

test('nobody is left waiting', () => {
  const { ahead, made } = children();
  ahead.begin('a');
  ahead.begin('b');
  ahead.take('b');
  ahead.end();
  expect(made.map(({ did }) => did)).toEqual([['killed'], []]);
});

test('a program that is not there ends like any other child', async () => {
  const ahead = new StartedAhead(nodeChildren(() => '/nowhere/child.mjs'));
  ahead.begin('a');
  const { code } = await new Promise<{ code: number | null }>((done) => ahead.take('a').onEnd(done));
  expect(code).toBe(1);
});
