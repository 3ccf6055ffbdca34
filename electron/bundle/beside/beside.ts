import type { PageMarks } from '../../../shared/verify/pdf/drawn-rules.ts';
import type { SpawnChild } from '../../casefile/processes/children.ts';

/** What the child is asked; `call` comes back with the answer, null asks for none. */
export type BesideRequest =
  | Readonly<{ work: 'hash-files'; call: number; paths: readonly string[] }>
  | Readonly<{ work: 'hash-written'; call: number | null; path: string; to: number }>
  | Readonly<{ work: 'check-pages'; call: number; pdf: string; manifest: string }>;
/** Null where the work failed. */
export type BesideAnswer = Readonly<{ call: number; answer: unknown }>;
type Asked = BesideRequest extends infer R ? (R extends BesideRequest ? Omit<R, 'call'> : never) : never;

/** A child takes longer to start than it saves below so many bytes of files. */
export const worthAChild = 64 << 20;

/** Has the C library give back what is free from 64 KB on (glibc; others do not know it): 7 of 45 MB, measured. */
const frugal = { MALLOC_TRIM_THRESHOLD_: '65536' };

/**
 * A child process for what can be done beside the planning and writing of a large bundle. One core alone would take half as
 * long again. Everything that it answers could be worked out here, and is where it died or failed: it costs time then, never
 * truth, and what is wrong is said by the same code as without it.
 */
export class SecondProcess {
  readonly #spawnChild: SpawnChild;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #child: ReturnType<SpawnChild> | null = null;
  #calls = 0;
  #ended = false;

  constructor(spawnChild: SpawnChild) {
    this.#spawnChild = spawnChild;
    this.#begin();
  }

  /** SHA-256 of each, null where it cannot be read; null where they are to be hashed here. */
  async hashFiles(paths: readonly string[]): Promise<readonly (string | null)[] | null> {
    return (await this.#ask({ work: 'hash-files', paths })) as readonly (string | null)[] | null; // as the child answers it
  }

  /** A file is written up to there, and can be hashed so far. */
  wrote(path: string, to: number): void {
    if (!this.#ended) this.#running().send({ work: 'hash-written', call: null, path, to } satisfies BesideRequest);
  }

  /** SHA-256 of a file that is whole; null where it is to be hashed here. */
  async hashOf(path: string, bytes: number): Promise<string | null> {
    return (await this.#ask({ work: 'hash-written', path, to: bytes })) as string | null; // as the child answers it
  }

  /**
   * Looks at the pages of a finished bundle: that each draws what the manifest says and nothing else, and bears its number.
   *
   * @returns how its pages are marked, where all is well; null where it is to be looked at here
   */
  async checkPages(pdf: string, manifest: string): Promise<PageMarks | null> {
    return (await this.#ask({ work: 'check-pages', pdf, manifest })) as PageMarks | null; // as the child answers it
  }

  /** Gives back its memory. It begins again when it is asked for something. */
  rest(): void {
    this.#child?.kill();
    this.#child = null;
    this.#answerNothing();
  }

  end(): void {
    this.#ended = true;
    this.rest();
  }

  #begin(): ReturnType<SpawnChild> {
    const child = this.#spawnChild('bundle/beside/beside-child', frugal);
    this.#child = child;
    child.onMessage((message) => {
      const { call, answer } = message as BesideAnswer; // sent by beside-child.ts only
      this.#waiting.get(call)?.(answer);
      this.#waiting.delete(call);
    });
    child.onEnd(() => {
      if (this.#child !== child) return; // it was told to
      this.#ended = true;
      this.#answerNothing();
    });
    return child;
  }

  #running(): ReturnType<SpawnChild> {
    return this.#child ?? this.#begin();
  }

  #ask(request: Asked): Promise<unknown> {
    if (this.#ended) return Promise.resolve(null);
    const call = ++this.#calls;
    const answered = new Promise<unknown>((resolve) => this.#waiting.set(call, resolve));
    this.#running().send({ ...request, call });
    return answered;
  }

  #answerNothing(): void {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}
