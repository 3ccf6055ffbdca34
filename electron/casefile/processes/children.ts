import { visibleText } from '../../../shared/visible-text.ts';
import { because, storedCause } from '../../../shared/cause.ts';
import type { Cause } from '../../../shared/text.ts';
import { fork } from 'node:child_process';
import { hearParent, tellParent } from './parent-process.ts';

/** How a child process ended. `said` is the end of what it wrote to standard error, for the log. */
type ChildEnd = Readonly<{ code: number | null; signal: string | null; said: string }>;

/** A running child process that exchanges messages with us and can be killed at any moment. */
interface Child {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, also where the process could not be started. */
  onEnd(listener: (end: ChildEnd) => void): void;
  kill(): void;
}

/**
 * Starts a child process. `entry` names a source file below `electron/` without its ending (`intake/ocr/ocr-child`), so
 * that each shell finds it in its own way: the checkout runs the `.ts` file by `fork`, Electron its bundled file as a
 * utility process (`shells/electron/utility-children.ts`).
 *
 * @param environment what it is told besides our own
 */
export type SpawnChild = (entry: string, environment?: Readonly<Record<string, string>>) => Child;

const longestSaid = 4_000;

/** Child processes by Node's own `fork`. @param entryFile `intake/ocr/ocr-child` → absolute path of its file */
export function nodeChildren(entryFile: (entry: string) => string): SpawnChild {
  return (entry, environment = {}) => {
    const process_ = fork(entryFile(entry), [], {
      execArgv: [],
      env: { ...process.env, ...environment },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    process_.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-longestSaid);
    });
    return {
      send: (message) => {
        // A child that is already gone is reported by onEnd; the lost message says nothing more.
        process_.send(message as object, () => undefined); // what we send are plain objects
      },
      onMessage: (listener) => {
        process_.on('message', listener);
      },
      onEnd: (listener) => {
        let ended = false;
        const end = (code: number | null, signal: string | null, what: string) => {
          if (ended) return;
          ended = true;
          listener({ code, signal, said: what });
        };
        process_.on('error', (error) => {
          end(null, null, String(error));
        });
        process_.on('close', (code, signal) => {
          end(code, signal, said);
        });
      },
      kill: () => {
        process_.kill('SIGKILL');
      },
    };
  };
}

/** What came of one piece of work in a child of its own. A child's death is a result, never a crash of ours. */
export type ChildResult =
  | Readonly<{ ended: 'answered'; answer: unknown }>
  | Readonly<{ ended: 'died'; why: 'time' | 'memory' | 'crash'; because: Cause }>;

/** How far a child is: so many of so many files. */
type ChildProgress = Readonly<{ subject: string | null; done: number; of: number }>;
type ChildMessage = Readonly<{ progress?: ChildProgress; answer?: unknown }>;

/** @param end `exit 1` | `SIGKILL` @param said what it wrote to standard error */
export function causeOfEnd(end: string, said: string): Cause {
  const thrown = /Error: (cause:\S+)/.exec(said)?.[1];
  if (thrown !== undefined) return storedCause(thrown);
  const words = visibleText(
    said
      .replaceAll(/\n +at .*/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  return words === '' ? because('child-crash', { end }) : because('child-said', { end, words: words.slice(-300) });
}

/** Exit code of a child that ended itself because it used more memory than it was given. */
const outOfMemory = 86;

/**
 * Runs one request in a fresh child and kills the child afterwards, whatever it does.
 *
 * @param onProgress hears how far the child is, where it tells
 * @param limits `milliseconds` of wall time; `megabytes` of resident memory, watched by the child itself
 * @throws the signal's reason when the work was cancelled
 */
export async function runInChild(
  spawnChild: SpawnChild,
  entry: string,
  request: unknown,
  limits: Readonly<{ milliseconds: number; megabytes: number }>,
  signal: AbortSignal,
  onProgress: (progress: ChildProgress) => void = () => undefined,
): Promise<ChildResult> {
  signal.throwIfAborted();
  const child = spawnChild(entry);
  const over = new AbortController();
  try {
    return await new Promise<ChildResult>((resolve, reject) => {
      const late = setTimeout(() => {
        resolve({ ended: 'died', why: 'time', because: because('child-time', { milliseconds: limits.milliseconds }) });
      }, limits.milliseconds);
      over.signal.addEventListener('abort', () => {
        clearTimeout(late);
      });
      const cancel = () => {
        reject(signal.reason as Error); // whoever aborts here gives an error, or gets the DOMException of the platform
      };
      signal.addEventListener('abort', cancel, { signal: over.signal });
      child.onMessage((message) => {
        const { progress, answer } = message as ChildMessage; // sent by serveRequest only
        if (progress) onProgress(progress);
        else resolve({ ended: 'answered', answer });
      });
      child.onEnd(({ code, signal: by, said }) => {
        if (code === outOfMemory) resolve({ ended: 'died', why: 'memory', because: because('child-memory') });
        else resolve({ ended: 'died', why: 'crash', because: causeOfEnd(by ?? `exit ${String(code)}`, said) });
      });
      child.send({ request, megabytes: limits.megabytes });
    });
  } finally {
    over.abort();
    child.kill();
  }
}

/**
 * The child's side of `runInChild`: takes the one request, answers, and ends when the parent is gone or when its
 * resident memory passes the bound. The watch runs on a timer: native work (libvips) happens on other threads, and a
 * V8 heap limit would not see its memory.
 */
export function serveRequest(
  work: (request: unknown, tell: (progress: ChildProgress) => void) => Promise<unknown>,
): void {
  let asked = false;
  hearParent((message) => {
    if (asked) return;
    asked = true;
    const { request, megabytes } = message as { request: unknown; megabytes: number }; // sent by runInChild only
    setInterval(() => {
      if (process.memoryUsage.rss() > megabytes * 1_048_576) process.exit(outOfMemory);
    }, 25).unref();
    const say = (message: ChildMessage) => tellParent(message);
    void work(request, (progress) => say({ progress })).then(
      (answer) => say({ answer }),
      (error: unknown) => {
        process.stderr.write(String(error instanceof Error ? error.stack : error), () => process.exit(1));
      },
    );
  });
}
