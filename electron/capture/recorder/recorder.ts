import type { SpawnChild } from '../../casefile/processes/children.ts';
import type { CdpPipe } from '../browser/cdp-pipe.ts';
import type { TimeBudget } from '../time-budget.ts';
import { StepFailure } from '../ledger.ts';
import { MainDocument } from '../page/main-document.ts';
import type {
  RecordedWay,
  ConnectionSecurity,
  Drain,
  FromRecorder,
  Packed,
  PackRequest,
  ToRecorder,
} from './messages.ts';

/**
 * Bytes that the recorder may be behind before the browser is made to wait, and where it may go on. What is on its way
 * to the recorder lies in this process several times over.
 */
const behindAtMost = 4 * 1024 * 1024;
const goesOnAt = 1024 * 1024;
/** A recorder that holds up the browser for so long without taking a byte is ended, in ms. */
const stuckAfter = 10_000;

/** What the recorder knows at its end. `answeredWhileHeld`: requests that were open when the page was held, and ended after. */
type Stopped = Readonly<{ security: readonly ConnectionSecurity[]; answeredWhileHeld: number }>;

/**
 * The parent's side of the recorder: a child process with a session of its own in the browser. A recorder that dies, or
 * is ended because it hangs, does not harm the capture: the browser goes on, and the ledger says that it was not
 * recorded.
 */
export class Recorder {
  /** What the recorder tells of the page's own answer. */
  readonly main = new MainDocument(
    () => this.sync(),
    () => this.hold(),
  );
  /** Why there is no recorder any more, or null. */
  ended: string | null = null;

  readonly #child: ReturnType<SpawnChild>;
  readonly #folder: string;
  #pipe: CdpPipe | null = null;
  #behind = 0;
  #held: NodeJS.Timeout | null = null;
  #calls = 0;
  #endTraffic: () => void = () => undefined;
  readonly #waiting = new Map<number | 'ready', { done(message: FromRecorder): void; fail(error: Error): void }>();

  /** @param folder for bodies until they are packed; the recorder's alone */
  constructor(spawnChild: SpawnChild, folder: string) {
    this.#folder = folder;
    this.#child = spawnChild('capture/recorder/recorder-child');
    this.#child.onMessage((message) => this.#heard(message as FromRecorder)); // our own child's words
    this.#child.onEnd(({ code, signal, said }) => this.#onEnd(`${signal ?? `exit ${String(code)}`} ${said}`.trim()));
  }

  /**
   * Joins the browser; returns when every target that is there now is recorded.
   * @throws {Error} where the recorder cannot; then it has ended
   */
  async open(pipe: CdpPipe, way: RecordedWay, timeBudget: TimeBudget): Promise<void> {
    try {
      this.#pipe = pipe;
      const session = await timeBudget.within(
        timeBudget.left(5_000),
        pipe.openBranch({ take: (bytes) => this.#pass(bytes), closed: () => undefined }),
        'recorder',
      );
      const ready = this.#answer('ready');
      this.#send({ ask: 'open', session, folder: this.#folder, way });
      await timeBudget.within(Math.min(timeBudget.left(5_000), 20_000), ready, 'recorder');
    } catch (error) {
      this.end(error instanceof StepFailure ? error.reason.code : String(error));
    }
  }

  /** Settles when the recorder has worked off everything that the browser said until now. */
  async sync(): Promise<void> {
    await this.#call((call) => ({ ask: 'sync', call })).catch(() => undefined);
  }

  /** From here on the page's main frame is led to no other address. */
  async hold(): Promise<void> {
    await this.#call((call) => ({ ask: 'hold', call })).catch(() => undefined);
  }

  /**
   * Ends the recording. Bodies that still flow are waited for.
   * @param heldAt when the page's scripts were stopped, in ms since 1970; null where they never were
   * @param endTraffic lets nothing reach a server any more: what the page asks for afterwards nobody would record
   * @throws {Error} where there is no recorder
   */
  async stop(drain: Drain, heldAt: number | null, endTraffic: () => void): Promise<Stopped> {
    this.#endTraffic = endTraffic;
    const message = await this.#call((call) => ({ ask: 'stop', call, drain, heldAt }));
    this.#pipe?.closeBranch();
    if (!('say' in message) || message.say !== 'stopped') throw new Error('the recorder did not stop');
    return message;
  }

  /** Packs what was recorded. @throws {Error} where there is no recorder, or it fails */
  async pack(request: PackRequest): Promise<Packed> {
    const message = await this.#call((call) => ({ ask: 'pack', call, request }));
    if (!('say' in message) || message.say !== 'packed') throw new Error('the recorder gave no archive');
    return message.packed;
  }

  /** Ends the recorder; what it recorded is lost unless it was packed and stored. */
  end(why: string): void {
    this.#onEnd(why);
    this.#child.kill();
  }

  #pass(bytes: Uint8Array): void {
    this.#behind += bytes.byteLength;
    this.#send({ cdp: bytes });
    if (this.#behind < behindAtMost || this.#held) return;
    this.#pipe?.pause();
    this.#held = setTimeout(() => this.end('it did not keep up with the browser'), stuckAfter);
  }

  #heard(message: FromRecorder): void {
    if ('cdp' in message) this.#pipe?.send(message.cdp);
    else if ('took' in message) this.#onTook(message.took);
    else if ('call' in message) {
      const waiting = this.#waiting.get(message.call);
      this.#waiting.delete(message.call);
      if (message.say === 'refused') waiting?.fail(new Error(message.why.slice(0, 500)));
      else waiting?.done(message);
    } else if (message.say === 'ready') {
      this.#waiting.get(message.say)?.done(message);
      this.#waiting.delete(message.say);
    } else if (message.say === 'drained') {
      this.#endTraffic();
      this.#send({ ask: 'offline', at: Date.now() + 1 }); // a moment later, so that none that went out is left out
    } else this.main.take(message);
  }

  #onTook(bytes: number): void {
    this.#behind -= bytes;
    if (!this.#held) return;
    clearTimeout(this.#held);
    this.#held = null;
    if (this.#behind <= goesOnAt) this.#pipe?.resume();
    else this.#held = setTimeout(() => this.end('it did not keep up with the browser'), stuckAfter);
  }

  #onEnd(why: string): void {
    if (this.ended !== null) return;
    this.ended = why;
    if (this.#held) clearTimeout(this.#held);
    this.#held = null;
    this.#pipe?.closeBranch();
    this.#pipe?.resume();
    for (const waiting of this.#waiting.values()) waiting.fail(new Error(why));
    this.#waiting.clear();
    this.main.recorderEnded(why);
  }

  #call(message: (call: number) => ToRecorder): Promise<FromRecorder> {
    const call = ++this.#calls;
    const answer = this.#answer(call);
    if (this.ended === null) this.#send(message(call));
    return answer;
  }

  #answer(key: number | 'ready'): Promise<FromRecorder> {
    if (this.ended !== null) return Promise.reject(new Error(this.ended));
    return new Promise((done, fail) => this.#waiting.set(key, { done, fail }));
  }

  #send(message: ToRecorder): void {
    if (this.ended === null) this.#child.send(message);
  }
}
