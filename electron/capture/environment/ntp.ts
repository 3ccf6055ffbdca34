import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns';
import { isIP } from 'node:net';

/** What one time server said: its time less this device's, or why nothing. */
export type OutsideTime = Readonly<{
  server: string;
  askedAt: string;
  offsetMs: number | null;
  roundTripMs: number | null;
  stratum: number | null;
  error: string | null;
}>;

/** Seconds from 1900, where NTP begins, to 1970. */
const epochs = 2_208_988_800;

/**
 * Asks one server for the time, by SNTP (RFC 4330): offset = ((T2 − T1) + (T3 − T4)) / 2. The transmit time sent is
 * random, so that an answer made up by somebody who did not see the question is not taken.
 *
 * @param server `host` or `host:port`
 * @param patienceMs hard bound; a network that refuses is heard at once
 */
export function askTime(server: string, patienceMs: number): Promise<OutsideTime> {
  const [host = '', port = '123'] = server.split(':');
  const askedAt = new Date().toISOString();
  const question = Buffer.alloc(48);
  question[0] = 0x23; // version 4, client
  randomBytes(8).copy(question, 40);
  return new Promise((done) => {
    const socket = createSocket('udp4');
    // Not the system's resolver: its questions cannot be taken back, and a few of them block every other one.
    const names = new Resolver({ timeout: patienceMs, tries: 1 });
    let sent = performance.now();
    let sentWall = Date.now();
    let over = false;
    const end = (answer: Partial<OutsideTime>) => {
      if (over) return; // the answer to a question that was taken back
      over = true;
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => undefined); // a refusal may still come in
      socket.close();
      names.cancel();
      done({ server, askedAt, offsetMs: null, roundTripMs: null, stratum: null, error: null, ...answer });
    };
    const timer = setTimeout(() => {
      end({ error: 'ETIMEDOUT' });
    }, patienceMs);
    socket.on('error', (error) => {
      end({ error: codeOf(error) });
    });
    socket.on('message', (answer) => {
      const roundTripMs = performance.now() - sent;
      const echoed = answer.length >= 48 && answer.subarray(24, 32).equals(question.subarray(40, 48));
      const stratum = answer[1] ?? 0;
      if (!echoed || ((answer[0] ?? 0) & 7) !== 4 || stratum === 0 || stratum > 15) return;
      const [received, transmitted] = [stampOf(answer, 32), stampOf(answer, 40)];
      const offset = (received - sentWall + (transmitted - (sentWall + roundTripMs))) / 2;
      end({ offsetMs: Math.round(offset), roundTripMs: Math.ceil(roundTripMs), stratum });
    });
    socket.once('connect', () => {
      sent = performance.now();
      sentWall = Date.now();
      socket.send(question);
    });
    if (isIP(host) !== 0) socket.connect(Number(port), host);
    else
      names.resolve4(host, (error, addresses) => {
        const address = error ? undefined : addresses[0];
        if (address !== undefined) socket.connect(Number(port), address);
        else end({ error: error?.code ?? 'ENODATA' });
      });
  });
}

function stampOf(packet: Buffer, at: number): number {
  return (packet.readUInt32BE(at) - epochs) * 1000 + (packet.readUInt32BE(at + 4) / 2 ** 32) * 1000;
}

/** The code of an error of a socket; every one has one. */
const codeOf = (error: NodeJS.ErrnoException): string => error.code ?? 'EIO';
