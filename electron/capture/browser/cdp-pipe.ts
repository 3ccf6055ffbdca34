import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer';
import { collectYoung } from '../../casefile/files/collect.ts';
import { LargeAnswer, type Sink } from './large-answer.ts';

/** Who takes the messages of one branch of the pipe: bytes as the browser wrote them, each message closed by a NUL. */
type Branch = Readonly<{ take(bytes: Uint8Array): void; closed(): void }>;

/** Ids of the branch's own calls: ten digits. Puppeteer counts from one and never comes near. */
export const firstBranchId = 1_000_000_000;
/** Ids of the pipe's own calls: nine digits. */
const firstOwnId = 900_000_000;
/** The answer's id stands first; so many bytes show whose it is. */
const headLength = 17;
/** No message of the protocol's is longer, but a page can send a WebSocket frame of any length. */
const longestMessage = 128 * 1024 * 1024;
const collectEvery = 16 * 1024 * 1024;

/**
 * The browser's debugging pipe, with one branch. Puppeteer speaks through it as its transport; a second client in
 * another process, the recorder, has a session of its own whose messages pass through as bytes. An answer to the branch
 * is handed on while it comes in, since its id stands at its beginning, so that a body never lies in this process;
 * events carry their session at the end, and are short.
 */
export class CdpPipe implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;

  readonly #to: Writable;
  readonly #from: Readable;
  #pieces: Buffer[] = [];
  #length = 0;
  /** Bytes that came in since buffers were let go of. */
  #passed = 0;
  /** Where the message that comes in now goes. */
  #way: 'not known yet' | 'whole' | 'branch' | 'large' | 'dropped' = 'not known yet';
  #branch: Branch | null = null;
  readonly #branchSessions = new Set<string>();
  /** While the branch's session is made: puppeteer must not take it for one of its own. */
  #opening = false;
  #nextId = firstOwnId;
  readonly #waiting = new Map<number, (answer: OwnAnswer) => void>();
  readonly #large = new Map<number, Large>();
  #incoming: Large | null = null;

  constructor(to: Writable, from: Readable) {
    this.#to = to;
    this.#from = from;
    to.on('error', () => undefined); // the browser is gone: `close` says so
    from.on('error', () => undefined);
    from.on('data', (bytes: Buffer) => this.#take(bytes));
    from.on('close', () => {
      this.closeBranch();
      for (const { fail } of this.#large.values()) fail(new Error('the browser is gone'));
      this.onclose?.();
    });
  }

  send(message: string): void {
    this.#to.write(`${message}\0`);
  }

  close(): void {
    this.#to.end();
    this.#from.destroy();
  }

  /**
   * Opens the branch, over a session of its own with the browser.
   * @returns the session's id
   */
  async openBranch(branch: Branch): Promise<string> {
    this.#opening = true;
    const { result } = await this.#call('Target.attachToBrowserTarget');
    this.#opening = false;
    const sessionId = result?.sessionId;
    if (sessionId === undefined) throw new Error('the browser gave no second session');
    this.#branch = branch;
    this.#branchSessions.add(sessionId);
    return sessionId;
  }

  /** Ends the branch: its sessions are detached, and what it held up in the browser goes on. */
  closeBranch(): void {
    const branch = this.#branch;
    this.#branch = null;
    for (const sessionId of this.#branchSessions) void this.#call('Target.detachFromTarget', { sessionId });
    this.#branchSessions.clear();
    branch?.closed();
  }

  /** The branch takes no more for now. */
  pause(): void {
    this.#from.pause();
  }

  resume(): void {
    this.#from.resume();
  }

  /**
   * Asks something on a session of puppeteer's whose answer has one long text, which is handed on while it comes in.
   *
   * @param session its id @param member name of the text in the answer: `data` @param take gets the text, as UTF-8
   * @returns the rest of the answer @throws {Error} with the browser's words
   */
  large(session: string, method: string, params: object, member: string, take: Sink): Promise<unknown> {
    const id = this.#nextId++;
    return new Promise((done, fail) => {
      this.#large.set(id, { id, answer: new LargeAnswer(member, take), done, fail });
      this.send(JSON.stringify({ id, method, params, sessionId: session }));
    });
  }

  #call(method: string, params: Readonly<Record<string, string>> = {}): Promise<OwnAnswer> {
    const id = this.#nextId++;
    this.send(JSON.stringify({ id, method, params }));
    return new Promise((done) => this.#waiting.set(id, done));
  }

  #take(bytes: Buffer): void {
    this.#passed += bytes.length;
    if (this.#passed > collectEvery) {
      this.#passed = 0;
      collectYoung();
    }
    let rest = bytes;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      this.#piece(rest.subarray(0, end + 1));
      this.#end();
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#piece(rest);
  }

  #piece(bytes: Buffer): void {
    if (this.#way === 'dropped') return;
    if (this.#way === 'branch') {
      this.#branch?.take(bytes);
      return;
    }
    if (this.#way === 'large') {
      this.#pushLarge(bytes);
      return;
    }
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    if (this.#way === 'not known yet' && this.#length >= headLength) {
      this.#way = this.#wayOf(this.#head());
      if (this.#way === 'branch' || this.#way === 'large') {
        const pieces = this.#pieces.splice(0);
        for (const piece of pieces)
          if (this.#way === 'branch') this.#branch?.take(piece);
          else this.#pushLarge(piece);
      }
    }
    if (this.#length > longestMessage) {
      this.#way = 'dropped';
      this.#pieces = [];
    }
  }

  #wayOf(head: string): 'whole' | 'branch' | 'large' {
    if (/^\{"id":[1-9]\d{9}[,}]/.test(head)) return 'branch';
    this.#incoming = this.#large.get(Number(/^\{"id":(9\d{8})[,}]/.exec(head)?.[1])) ?? null;
    return this.#incoming ? 'large' : 'whole';
  }

  #pushLarge(bytes: Buffer): void {
    const large = this.#incoming;
    if (!large) return;
    try {
      const ends = bytes.at(-1) === 0;
      large.answer.push(ends ? bytes.subarray(0, -1) : bytes);
      if (!ends) return;
      const answer = JSON.parse(large.answer.end()) as { result?: unknown; error?: { message: string } }; // the browser's own writing
      if (answer.error) throw new Error(answer.error.message);
      large.done(answer.result);
    } catch (error) {
      this.#incoming = null; // what more comes of it is of no use
      large.fail(error instanceof Error ? error : new Error(String(error)));
    }
    this.#large.delete(large.id);
  }

  #end(): void {
    const whole = this.#way === 'whole' || this.#way === 'not known yet' ? Buffer.concat(this.#pieces) : null;
    this.#pieces = [];
    this.#length = 0;
    this.#way = 'not known yet';
    if (whole === null) return;
    const tail = whole.subarray(Math.max(0, whole.length - 64)).toString('latin1');
    const session = /"sessionId":"([0-9A-F]+)"\}\0$/.exec(tail)?.[1];
    const attached = whole.subarray(0, 40).toString('latin1').startsWith('{"method":"Target.attachedToTarget"');
    if (session !== undefined && this.#branchSessions.has(session)) {
      if (attached) this.#learnSession(whole);
      this.#branch?.take(whole);
      return;
    }
    if (this.#opening && attached && whole.includes('"type":"browser"')) return;
    const own = /^\{"id":(9\d{8})[,}]/.exec(whole.subarray(0, headLength).toString('latin1'))?.[1];
    const text = whole.toString('utf8', 0, whole.length - 1);
    if (own === undefined) this.onmessage?.(text);
    else this.#answer(Number(own), text);
  }

  /** A target that was attached for the branch speaks to the branch from now on. */
  #learnSession(message: Buffer): void {
    const { params } = JSON.parse(message.toString('utf8', 0, message.length - 1)) as {
      params: { sessionId: string }; // as the protocol has it
    };
    this.#branchSessions.add(params.sessionId);
  }

  #answer(id: number, text: string): void {
    const done = this.#waiting.get(id);
    this.#waiting.delete(id);
    done?.(JSON.parse(text) as OwnAnswer); // one of the two calls above
  }

  #head(): string {
    return Buffer.concat(this.#pieces).subarray(0, headLength).toString('latin1');
  }
}

type Large = Readonly<{ id: number; answer: LargeAnswer; done(answer: unknown): void; fail(error: Error): void }>;
type OwnAnswer = Readonly<{ result?: Readonly<{ sessionId?: string }> }>;
