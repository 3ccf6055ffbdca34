import { execFile } from 'node:child_process';
import { askTime, type OutsideTime } from './ntp.ts';

/** Time servers that are asked where the network allows: two in China, two elsewhere. */
export const timeServers = ['ntp.aliyun.com', 'ntp.ntsc.ac.cn', 'time.cloudflare.com', 'pool.ntp.org'];

const patienceMs = 1_500;
/** An answer serves for all captures of this time; the clock is compared again after it. */
const answersLastMs = 600_000;

/**
 * What takes a while to find out about this device, asked once and beside the captures. Nothing waits longer than its
 * patience: a network that gives no answer is said to have given none.
 */
export class Device {
  readonly #servers: readonly string[];
  #fonts: Promise<readonly string[] | null> | null = null;
  #times: Promise<readonly OutsideTime[]> | null = null;
  #askedAt = -Infinity;

  /** @param servers time servers to ask; none where nobody is to be asked */
  constructor(servers: readonly string[]) {
    this.#servers = servers;
  }

  /** Begins what takes a while, so that it is there when the capture ends. @param noTimeServers at the operator's request */
  begin(noTimeServers: boolean): void {
    void this.fonts();
    if (!noTimeServers) void this.outsideTimes();
  }

  /** Font families of the system, or null where they cannot be listed. */
  fonts(): Promise<readonly string[] | null> {
    this.#fonts ??= new Promise((done) => {
      execFile('fc-list', [':', 'family'], { timeout: 3_000, maxBuffer: 4_000_000 }, (error, text) => {
        const families = text
          .toWellFormed()
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        done(error ? null : [...new Set(families)].sort());
      });
    });
    return this.#fonts;
  }

  /** What each time server says, or null where none is to be asked. */
  async outsideTimes(): Promise<readonly OutsideTime[] | null> {
    if (this.#servers.length === 0) return null;
    if (performance.now() - this.#askedAt > answersLastMs) {
      this.#askedAt = performance.now();
      this.#times = Promise.all(this.#servers.map((server) => askTime(server, patienceMs)));
    }
    return this.#times;
  }
}
