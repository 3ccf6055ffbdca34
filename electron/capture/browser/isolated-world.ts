import type { CDPSession } from 'puppeteer';

/**
 * A world of our own inside the page: same document, but built-ins that the page cannot have changed. Functions are
 * sent as their source text; they may use nothing from outside themselves.
 */
export class IsolatedWorld {
  readonly #session: CDPSession;
  readonly #context: number;

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

  async call<A extends readonly unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: work.toString(),
      executionContextId: this.#context,
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as R; // what the function returned, through JSON
  }
}
