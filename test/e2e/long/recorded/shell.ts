import { builtModule } from '../../../../electron/setup/built-program.cjs';
import { resolve } from 'node:path';
import type { runProgram as RunProgram } from '../../../../electron/cli/commands/main.ts';

const root = resolve(import.meta.dirname, '../../../..');
const built = builtModule(root, 'cli.mjs');
const { runProgram } = (await import(built ?? '../../../../electron/cli/commands/main.ts')) as {
  runProgram: typeof RunProgram; // what main.ts exports, built or not
};

/** One call as it is written down: what was typed, what came on the terminal, and how it ended. */
export type Recorded = Readonly<{ heading: string; line: string; shown: string; exit: number }>;

/**
 * The command in this process, as its entry point starts it: what would come on the terminal is kept, standard output and
 * standard error in the order in which a person sees them.
 */
export class Shell {
  readonly recorded: Recorded[] = [];
  #heading = '';

  /** What the calls that follow are about. */
  about(heading: string): void {
    this.#heading = heading;
  }

  /** One call to a line. */
  async types(lines: string): Promise<void> {
    for (const line of lines.trim().split('\n')) await this.type(line.trim());
  }

  /**
   * One call, as it is typed: words apart, what holds a blank or nothing in single quotes.
   * @param terminal true: standard error is a terminal, so progress is shown
   * @returns what was shown
   */
  async type(line: string, { terminal = false } = {}): Promise<string> {
    const pieces: string[] = [];
    const { stdout, stderr } = process;
    const [out, err] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
    const keep = (piece: string | Uint8Array) => pieces.push(String(piece)) > 0;
    Object.assign(stdout, { write: keep });
    Object.assign(stderr, { write: keep, isTTY: terminal, columns: 120 });
    try {
      await runProgram((line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1')));
    } finally {
      Object.assign(stdout, { write: out });
      Object.assign(stderr, { write: err, isTTY: false });
    }
    const exit = Number(process.exitCode ?? 0);
    process.exitCode = 0;
    const shown = pieces.join('');
    this.recorded.push({ heading: this.#heading, line, shown, exit });
    this.#heading = '';
    return shown;
  }
}

/** The ids of items and entries in what was shown, in their order. */
export const shownIds = (shown: string): string[] =>
  shown.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [];
