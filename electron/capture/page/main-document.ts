import { causeOf } from '../../../shared/cause.ts';
import type { FailedRequest } from '../../../shared/case/capture/requests.ts';
import type { Reason } from '../../../shared/case/record.ts';
import type { ServerDate } from '../environment/clock-checks.ts';
import type { FromRecorder, MainResponse, Presented, RecordedFile, Redirect } from '../recorder/messages.ts';

/** One answer that gave a document to the main frame, by the name of its navigation, and where its bytes lie. */
type Answer = {
  readonly loader: string;
  response: MainResponse;
  source: RecordedFile | null;
  missing: Reason | null;
  told: boolean;
};

/**
 * The main document as the recorder tells of it: its answer, the redirects before it, where its bytes lie, and how busy
 * the page's network is. Nothing of it is asked of the browser by this process. Until `settleOn` says which document the
 * page shows, the last answer counts; from then on that document's own, whatever else the page was led to.
 */
export class MainDocument {
  /** Set when the address gave a file: its bytes lie at `path`. */
  file: (RecordedFile & Readonly<{ name: string; length: number | null }>) | null = null;
  fileFailed: Reason | null = null;
  /** The page was not loaded further after so many bytes, or null. */
  endlessAfter: number | null = null;
  /** The address gives a file, which is being taken. */
  fileBegun = false;
  /** Requests of the page that came to nothing, by address, with the browser's words or the answer's status. */
  readonly failures: FailedRequest[] = [];
  requests = 0;
  inFlight = 0;
  /** Bytes of content that came so far, for all requests together. */
  loaded = 0;
  lastActivity = performance.now();

  /** Addresses that the page set out for after it was held, and that were refused. */
  readonly refused: string[] = [];

  readonly #answers: Answer[] = [];
  readonly #redirects: Redirect[] = [];
  /** By navigation, those that got no answer too. */
  readonly #presented = new Map<string, Presented>();
  /** The navigation that gave the document, null where none did; absent until it is settled. */
  #settled: string | null | undefined;
  #unrecorded: Reason | null = null;
  #tell: () => void = () => undefined;
  #tellFile: () => void = () => undefined;
  readonly #sync: () => Promise<void>;
  readonly #hold: () => Promise<void>;

  /**
   * @param sync settles when everything that the browser said until now has been told
   * @param hold settles when the main frame is led nowhere any more
   */
  constructor(sync: () => Promise<void>, hold: () => Promise<void> = sync) {
    this.#sync = sync;
    this.#hold = hold;
  }

  get response(): MainResponse | null {
    return this.#answer()?.response ?? null;
  }

  /** What the browser said of itself when it asked for the document, or for the last one where none came; null: not seen. */
  get presented(): Presented | null {
    const loader = this.#answer()?.loader ?? [...this.#presented.keys()].at(-1);
    return loader === undefined ? null : (this.#presented.get(loader) ?? null);
  }

  get source(): RecordedFile | null {
    return this.#answer()?.source ?? null;
  }

  get sourceMissing(): Reason | null {
    return this.#answer()?.missing ?? this.#unrecorded;
  }

  /** Of the document's own navigation, and of those before it. */
  get redirects(): readonly Redirect[] {
    const answer = this.#answer();
    if (this.#settled === undefined || !answer) return this.#redirects;
    const later = this.#answers.slice(this.#answers.indexOf(answer) + 1).map(({ loader }) => loader);
    return this.#redirects.filter(({ loader }) => !later.includes(loader));
  }

  /** The first answer that gave a document, where the page did not stay with it. */
  get before(): MainResponse | null {
    const answer = this.#answer();
    const [first] = this.#answers;
    return first && first !== answer ? first.response : null;
  }

  /** Whether somebody records: else nothing is known of answers that came. */
  get recorded(): boolean {
    return this.#unrecorded === null;
  }

  /** The navigation of the last answer, which the page shows already or is about to. */
  get newest(): string | null {
    return this.#answers.at(-1)?.loader ?? null;
  }

  /** Settles when what the browser said until now is known here. */
  told(): Promise<void> {
    return this.#sync();
  }

  /** Has every answer refused that would put another document into the main frame. */
  hold(): Promise<void> {
    return this.#hold();
  }

  /**
   * The page shows this navigation's document, which is captured: what came before or comes later is not its answer.
   * @param loader as the browser names it; one that no answer gave has no answer, no headers and no source
   */
  settleOn(loader: string): void {
    this.#settled = this.#answers.some((one) => one.loader === loader) ? loader : null;
  }

  /** A header of the answer that gave the page, or null. */
  header(name: string): string | null {
    return this.response?.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? null;
  }

  /**
   * The time that the server put on the answer, for a comparison of clocks; null where it sent none.
   * @param ahead milliseconds by which the clock of the record is ahead of the recorder's, which is the device's
   */
  serverDate(ahead: number): ServerDate | null {
    const date = this.header('date');
    if (date === null || !this.response) return null;
    const receivedAt = new Date(Date.parse(this.response.receivedAt) + ahead).toISOString();
    return { date, ageSeconds: Number(this.header('age') ?? 0) || 0, receivedAt };
  }

  /** Settles when it is known where the source lies, or why there is none. */
  async sourceKnown(): Promise<void> {
    while (this.#answer()?.told === false && this.#unrecorded === null && !this.file)
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
      this.failures.push(message.failure);
    } else if (message.say === 'leaving-refused') {
      this.refused.push(message.url);
    } else if (message.say === 'redirect') {
      this.#redirects.push(message.redirect);
    } else if (message.say === 'response') {
      const { loader, response } = message;
      this.#answers.push({ loader, response, source: null, missing: null, told: false });
    } else if (message.say === 'presented') {
      this.#presented.set(message.loader, message.presented);
    } else if (message.say === 'headers') {
      const answer = this.#of(message.loader);
      if (answer) answer.response = { ...answer.response, headers: message.headers };
    } else if (message.say === 'source') {
      const answer = this.#of(message.loader);
      if (answer) Object.assign(answer, { source: message.source, missing: message.missing, told: true });
      this.#tell();
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
    const reason: Reason = { code: 'recorder-ended', params: { why: causeOf(why) } };
    if (this.fileBegun && !this.file) this.fileFailed ??= reason;
    this.#tellFile();
    this.#unrecorded = reason;
    this.#tell();
  }

  #answer(): Answer | null {
    if (this.#settled === undefined) return this.#answers.at(-1) ?? null;
    return this.#settled === null ? null : this.#of(this.#settled);
  }

  #of(loader: string): Answer | null {
    return this.#answers.findLast((one) => one.loader === loader) ?? null;
  }
}
