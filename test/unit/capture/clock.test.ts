import { createSocket } from 'node:dgram';
import { expect, test } from 'vitest';
import { clockChecks } from '../../../electron/capture/environment/clock-checks.ts';
import { Device } from '../../../electron/capture/environment/device.ts';
import { askTime } from '../../../electron/capture/environment/ntp.ts';

/** A time server on loopback whose clock is so many milliseconds ahead; `echo` false: it makes up what it was asked. */
async function timeServer(aheadMs: number, echo = true): Promise<Readonly<{ at: string; close(): void }>> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    const answer = Buffer.alloc(48);
    answer[0] = 0x24;
    answer[1] = 2;
    if (echo) question.copy(answer, 24, 40, 48);
    const now = Date.now() + aheadMs;
    for (const at of [32, 40]) {
      answer.writeUInt32BE(Math.floor(now / 1000) + 2_208_988_800, at);
      answer.writeUInt32BE(Math.floor(((now % 1000) / 1000) * 2 ** 32), at + 4);
    }
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  return { at: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

test('a clock that is ahead is measured, within the bound that is told', async () => {
  const server = await timeServer(5_000);
  const answer = await askTime(server.at, 2_000);
  server.close();
  expect(Math.abs((answer.offsetMs ?? 0) - 5_000)).toBeLessThanOrEqual((answer.roundTripMs ?? 0) / 2 + 2);
});

test('an answer to another question is not taken, and nothing waits longer than its patience', async () => {
  const server = await timeServer(5_000, false);
  const began = performance.now();
  expect(await askTime(server.at, 300)).toMatchObject({ offsetMs: null, error: 'no answer within 300 ms' });
  expect(performance.now() - began).toBeLessThan(2_000);
  server.close();
});

test('a device that asks nobody says that its clock was not verified', async () => {
  const clocks = {
    start: { wall: '2019-05-06T01:30:00.000Z', mono: '0' },
    end: { wall: '2019-05-06T01:30:09.000Z', mono: '2000000000' },
  };
  const checks = clockChecks(clocks, null, await new Device([]).outsideTimes());
  expect(checks.map(({ check, outcome, detail }) => [check, outcome, detail])).toEqual([
    ['clock-monotonic', 'noted', '7000 ms'],
    ['clock-server-date', 'not-verified', 'server-sent-no-date'],
    ['clock-ntp', 'not-verified', 'not-asked-for'],
  ]);
});
