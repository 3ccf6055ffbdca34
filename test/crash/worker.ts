import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const program = resolve(import.meta.dirname, 'act.ts');

type Ended = Readonly<{ killed: boolean; acknowledged: readonly string[]; done: number; ms: number }>;

/**
 * Runs the worker. `stop` is called when its work begins and says when, in ms, to send which signal; null lets it end.
 * @param before a program with its words in front of Node: strace
 */
export function runWorker(
  words: readonly string[],
  stop: Readonly<{ after: number; onStop?: (pid: number) => Promise<void> }> | null,
  before: readonly string[] = [],
): Promise<Ended> {
  return new Promise((done) => {
    const [command = '', ...args] = [...before, process.execPath, program, ...words];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    let began = 0;
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (began > 0 || !text.includes('ready\n')) return;
      began = Date.now();
      if (stop) setTimeout(() => void end(stop.onStop), stop.after);
    });
    const end = async (onStop?: (pid: number) => Promise<void>) => {
      if (onStop && child.pid !== undefined && child.exitCode === null) await onStop(child.pid);
      child.kill('SIGKILL');
    };
    child.on('close', (code, signal) => {
      const lines = text.split('\n').slice(0, -1);
      done({
        killed: signal === 'SIGKILL' || code === 137,
        acknowledged: lines.flatMap((line) => /^ack (\S+)$/.exec(line)?.[1] ?? []),
        done: lines.filter((line) => line === 'done').length,
        ms: Date.now() - began,
      });
    });
  });
}
