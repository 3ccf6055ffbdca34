import { createSocket } from 'node:dgram';
import { expect, test } from 'vitest';
import { clockChecks } from '../../../electron/capture/environment/clock-checks.ts';
import { Device } from '../../../electron/capture/environment/device.ts';
import { askTime } from '../../../electron/capture/environment/ntp.ts';
import { MainDocument } from '../../../electron/capture/page/main-document.ts';

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

test('an answer to another question is not taken, and the wait ends with its patience', async () => {
  const server = await timeServer(5_000, false);
  expect(await askTime(server.at, 300)).toMatchObject({ offsetMs: null, error: 'ETIMEDOUT' });
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

test.for([0, -238_636_975_000])('the clock that dates the record is compared, also where it is %s ms off', (ahead) => {
  const main = new MainDocument(() => Promise.resolve());
  const recordClock = Date.parse('2019-05-08T10:00:00.500Z');
  const response = {
    url: 'http://a.example/',
    status: 200,
    statusText: 'OK',
    mediaType: 'text/html',
    headers: [['date', 'Wed, 08 May 2019 10:00:00 GMT']] as const,
    receivedAt: new Date(recordClock - ahead).toISOString(), // the recorder's clock is the device's
  };
  main.take({ say: 'response', loader: 'a', response });
  const clocks = {
    start: { wall: '2019-05-08T10:00:00.000Z', mono: '0' },
    end: { wall: '2019-05-08T10:00:02.000Z', mono: '2000000000' },
  };
  const [, server] = clockChecks(clocks, main.serverDate(ahead), null);
  expect(server).toMatchObject({ outcome: 'ok', detail: expect.stringMatching(/^this device \+?0 ms/) });
});
