import { afterAll, beforeAll, expect, test } from 'vitest';
import { decidedCase, partAtEvery } from '../custody/forks/forks.ts';
import { honestStory } from '../custody/forks/honest.ts';
import { openCustodyRoom, type CustodyRoom } from '../fixtures/custody-room.ts';

let room: CustodyRoom;
beforeAll(async () => {
  room = await openCustodyRoom();
});
afterAll(() => room.close());

test('two copies of a case that were parted are told apart at receive, open and verify, in both editions and orders', async () => {
  const rows = await partAtEvery(room, 9, () => undefined);
  expect(rows.map(({ asked }) => asked)).toEqual([13, 13]);
  expect(rows.flatMap(({ missed }) => missed)).toEqual([]);
}, 600_000);

test('honest work on two computers, with backups, copies and late packages, raises no alarm', async () => {
  const start = await decidedCase(room, 'honest');
  for (let seed = 0; seed < 15; seed += 1) {
    const { steps, alarms } = await honestStory(room, start, seed);
    expect([steps, alarms]).toEqual([steps, []]);
  }
}, 600_000);
