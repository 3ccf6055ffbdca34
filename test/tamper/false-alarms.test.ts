import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMishapRoom, type MishapRoom } from '../custody/mishaps/mishap-room.ts';
import { isFound, isOnThisComputer, mishaps } from '../custody/mishaps/mishaps.ts';

let made: MishapRoom;
beforeAll(async () => {
  made = await openMishapRoom();
});
afterAll(() => made.room.close());

describe('what happens to honest people is never called altered, and is found as what it is', () => {
  test('of fifty mishaps and more', () => {
    expect(mishaps.length).toBeGreaterThan(50);
  });

  for (const mishap of mishaps) {
    test.skipIf(!isOnThisComputer(mishap))(`${mishap.of}: ${mishap.name}`, async () => {
      const said = await mishap.run(made);
      expect(said.content).not.toBe('no');
      expect([isFound(mishap, said), said]).toEqual([true, said]);
    });
  }
});
