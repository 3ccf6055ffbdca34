import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Measured = { ms: number; megabytes: number; bytes: number; pages?: number };

/** Runs one arm, a file beside this one, in a process of its own; its last words are what it measured. */
export function arm(name: string, ...args: string[]): Promise<Measured> {
  const file = join(import.meta.dirname, `${name}.ts`);
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--max-semi-space-size=4', file, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.on('close', (code) => {
      if (code === 0)
        done(JSON.parse(text) as Measured); // our own arm's line
      else fail(new Error(`${file} ended with ${String(code)}`));
    });
  });
}

export const best = (all: readonly Measured[]): number => Math.min(...all.map(({ ms }) => ms));
export const seconds = (all: readonly Measured[]): string => all.map(({ ms }) => (ms / 1000).toFixed(2)).join(', ');
