import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CdpPipe } from './cdp-pipe.ts';

/** A browser process that is driven over a pipe, and is the leader of its own process group. */
export type ChromiumProcess = Readonly<{
  pid: number;
  pipe: CdpPipe;
  /** Settles when the process has ended. */
  gone: Promise<void>;
  /** The end of what it wrote to standard error. */
  said(): string;
  /** Ends it with everything that it started. */
  kill(): void;
}>;

const longestSaid = 4_000;

/** @throws {Error} where the program cannot be started */
export async function spawnChromium(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<ChromiumProcess> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: environment,
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-longestSaid);
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((done, fail) => child.once('spawn', done).once('error', fail));
  const { pid } = child;
  if (pid === undefined) throw new Error('the browser has no process id');
  // Third and fourth of `stdio` are pipes: the one it reads commands from, the one it answers on.
  const [, , , to, from] = child.stdio as [null, null, Readable, Writable, Readable];
  return { pid, pipe: new CdpPipe(to, from), gone, said: () => said, kill: () => killGroup(pid) };
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
