import type { Reason } from '../../shared/case/record.ts';
import type { ServerDate } from './environment/clock-checks.ts';
import type { FromRecorder, MainResponse, RecordedFile, Redirect } from './recorder/messages.ts';

/**
 * The main document as the recorder tells of it: its answer, the redirects before it, where its bytes lie, and how busy
 * the page's network is. Nothing of it is asked of the browser by this process.
 */
export class MainDocument {
  readonly redirects: Redirect[] = [];
  response: MainResponse | null = null;
  source: RecordedFile | null = null;
  sourceMissing: Reason | null = null;
  /** Set when the address gave a file: its bytes lie at `path`. */
  file: (RecordedFile & Readonly<{ name: string }>) | null = null;
  fileFailed: Reason | null = null;
  /** The page was not loaded further after so many bytes, or null. */
  endlessAfter: number | null = null;
  /** The address gives a file, which is being taken. */
  fileBegun = false;
  /** Requests of the page that came to nothing, by address, with the browser's words. */
  readonly failures: { url: string; error: string }[] = [];
  requests = 0;
  inFlight = 0;
  /** Bytes of content that came so far, for all requests together. */
  loaded = 0;
  lastActivity = performance.now();

  #closed = false;
  #sourceTold = false;
  #tell: () => void = () => undefined;
  #tellFile: () => void = () => undefined;
  readonly #sync: () => Promise<void>;

  /** @param sync settles when everything that the browser said until now has been told */
  constructor(sync: () => Promise<void>) {
    this.#sync = sync;
  }

  /** Settles when what the browser said until now is known here. */
  told(): Promise<void> {
    return this.#sync();
  }

  /** The page that stands now is the one that was captured: what it loads or leaves for later does not count. */
  close(): void {
    this.#closed = true;
  }

  /** A header of the answer that gave the page, or null. */
  header(name: string): string | null {
    return this.response?.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;
  }

  /** The time that the server put on the answer, for a comparison of clocks; null where it sent none. */
  serverDate(): ServerDate | null {
    const date = this.header('date');
    if (date === null || !this.response) return null;
    return { date, ageSeconds: Number(this.header('age') ?? 0) || 0, receivedAt: this.response.receivedAt };
  }

  /** Settles when it is known where the source lies, or why there is none. */
  async sourceKnown(): Promise<void> {
    if (this.response === null || this.#sourceTold || this.file) return;
    await new Promise<void>((done) => (this.#tell = done));
  }

  /** Settles when the file is there, or it is known why not. */
  async fileKnown(): Promise<void> {
    if (!this.fileBegun || this.file || this.fileFailed) return;
    await new Promise<void>((done) => (this.#tellFile = done));
  }

  take(message: FromRecorder): void {
    if (!('say' in message)) return;
    if (message.say === 'activity') {
      this.inFlight = message.inFlight;
      this.requests = message.requests;
      this.loaded = message.loaded;
      this.lastActivity = performance.now();
    } else if (message.say === 'failure') {
      this.failures.push({ url: message.url, error: message.error });
    } else if (this.#closed) {
      if (message.say === 'source') this.#onSource(message.source, message.missing);
    } else if (message.say === 'redirect') {
      this.redirects.push(message.redirect);
    } else if (message.say === 'response') {
      this.response = message.response;
      this.source = null;
      this.sourceMissing = null;
      this.#sourceTold = false;
    } else if (message.say === 'headers') {
      if (this.response) this.response = { ...this.response, headers: message.headers };
    } else if (message.say === 'source') {
      this.#onSource(message.source, message.missing);
    } else if (message.say === 'page-endless') {
      this.endlessAfter = message.bytes;
    } else if (message.say === 'file-begun') {
      this.fileBegun = true;
    } else if (message.say === 'file') {
      this.file = message.file;
      this.#tellFile();
    } else if (message.say === 'file-failed') {
      this.fileFailed = message.reason;
      this.#tellFile();
    }
  }

  /** Nothing more will be told. */
  recorderEnded(why: string): void {
    this.inFlight = 0;
    const reason: Reason = { code: 'recorder-ended', params: { why: why.slice(0, 200) } };
    if (this.fileBegun && !this.file) this.fileFailed ??= reason;
    this.#tellFile();
    if (!this.#sourceTold) this.#onSource(null, reason);
  }

  #onSource(source: RecordedFile | null, missing: Reason | null): void {
    this.source = source;
    this.sourceMissing = missing;
    this.#sourceTold = true;
    this.#tell();
  }
}
