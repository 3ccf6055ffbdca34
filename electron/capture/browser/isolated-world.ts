import type { CDPSession, Protocol } from 'puppeteer';

/**
 * A world of our own inside the page: same document, but built-ins that the page cannot have changed. Functions are
 * sent as their source text; they may use nothing from outside themselves.
 */
export class IsolatedWorld {
  readonly #session: CDPSession;
  readonly #context: number;

  /** Names of objects hold for this session alone. */
  get session(): CDPSession {
    return this.#session;
  }

  /** Its id, for calls that do not go through here. */
  get context(): number {
    return this.#context;
  }

  private constructor(session: CDPSession, context: number) {
    this.#session = session;
    this.#context = context;
  }

  /** A page that navigates loses the world; make a new one after every navigation. */
  static async of(session: CDPSession): Promise<IsolatedWorld> {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'fascicle',
    });
    return new IsolatedWorld(session, executionContextId);
  }

  /** The world of a frame, which may be another process's. @throws {Error} where the frame is gone */
  static async ofFrame(session: CDPSession, frameId: string): Promise<IsolatedWorld> {
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: 'fascicle' });
    return new IsolatedWorld(session, executionContextId);
  }

  /** As {@link call}, with one value and nodes of the page, which are named as the browser names objects of this world. */
  async callWith<V, R>(work: (value: V, ...nodes: never[]) => R, value: V, objects: readonly string[]): Promise<R> {
    return this.#called(work.toString(), [{ value }, ...objects.map((objectId) => ({ objectId }))]);
  }

  async call<A extends readonly unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#called(
      work.toString(),
      args.map((value) => ({ value })),
    );
  }

  async #called<R>(source: string, args: Protocol.Runtime.CallArgument[]): Promise<R> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: source,
      executionContextId: this.#context,
      arguments: args,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as R; // what the function returned, through JSON
  }
}
