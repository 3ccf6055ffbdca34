type Message = Readonly<{
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: Readonly<{ message: string }>;
  sessionId?: string;
}>;

/** An event of the browser's, as the protocol has it, on the session of one target. */
type OnEvent = (method: string, params: unknown, session: string) => void;

/** The recorder's own client of the browser's protocol: messages in as bytes, closed by NULs; out as text. */
export class CdpClient {
  readonly #write: (message: string) => void;
  readonly #onEvent: OnEvent;
  #next: number;
  readonly #waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>();
  #pieces: Buffer[] = [];

  constructor(firstId: number, write: (message: string) => void, onEvent: OnEvent) {
    this.#next = firstId;
    this.#write = write;
    this.#onEvent = onEvent;
  }

  /**
   * @typeParam R the result, as the protocol has it for this method
   * @throws {Error} with the browser's words
   */
  send<R = unknown>(session: string, method: string, params: object = {}): Promise<R> {
    const id = this.#next++;
    return new Promise<R>((resolve, reject) => {
      this.#waiting.set(id, { done: (result) => resolve(result as R), fail: reject });
      this.#write(JSON.stringify({ id, method, params, sessionId: session }));
    });
  }

  take(bytes: Uint8Array): void {
    let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      this.#pieces.push(rest.subarray(0, end));
      const text = Buffer.concat(this.#pieces).toString('utf8');
      this.#pieces = [];
      rest = rest.subarray(end + 1);
      this.#dispatch(JSON.parse(text) as Message); // the browser's own writing
    }
    if (rest.length > 0) this.#pieces.push(rest);
  }

  #dispatch({ id, method, params, result, error, sessionId = '' }: Message): void {
    if (id === undefined) {
      if (method !== undefined) this.#onEvent(method, params, sessionId);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.fail(new Error(error.message));
    else waiting?.done(result);
  }
}
