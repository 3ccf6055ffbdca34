import { z } from 'zod';
import { methods, type Method, type WorkbenchEvent } from '../../shared/contract.ts';
import { because, causeOf } from '../../shared/cause.ts';
import { explain, FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { Language } from '../../shared/language.ts';
import { nativeAskSchema, type NativeAsk } from '../../shared/window/native.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Native } from './native.ts';

const messageSchema = z.union([
  z.strictObject({
    call: z.int().positive(),
    method: z.string(),
    input: z.unknown(),
    language: z.enum(['zh-CN', 'en']),
  }),
  z.strictObject({ cancel: z.int().positive() }),
  nativeAskSchema,
]);

/** A message longer than this is none of our window. */
const longestMessage = 8_000_000;

/**
 * The endpoint between one window and the workbench, the same behind every transport: text in, text out. A call is answered
 * by `{call, event}` as things happen and once by `{call, output}` or `{call, error}`; `{cancel}` stops a call. What only
 * some shells have is asked for by `{native, choose}` and `{drag}`; without it nothing is chosen and nothing dragged.
 */
export class RpcEndpoint {
  readonly #workbench: Workbench;
  readonly #send: (text: string) => void;
  readonly #native: Native | null;
  readonly #running = new Map<number, AbortController>();

  constructor(workbench: Workbench, send: (text: string) => void, native: Native | null = null) {
    this.#workbench = workbench;
    this.#send = send;
    this.#native = native;
  }

  /** Takes one message of the window. Whatever is wrong with it comes back as an error, never as a crash. */
  async take(text: string): Promise<void> {
    let call = 0;
    let language: Language = 'en';
    const over = new AbortController();
    try {
      if (text.length > longestMessage)
        throw new FascicleError('bad-call', { why: because('message-too-long'), command: '' });
      const message = messageSchema.parse(JSON.parse(text));
      if ('cancel' in message) {
        this.#running.get(message.cancel)?.abort(new FascicleError('cancelled'));
        return;
      }
      if (!('call' in message)) {
        await this.#ask(message);
        return;
      }
      ({ call, language } = message);
      if (!Object.hasOwn(methods, message.method) || this.#running.has(call)) {
        throw new FascicleError('bad-call', { why: because('method-unknown', { name: message.method }), command: '' });
      }
      const method = message.method as Method; // a key of the table, as checked just now
      this.#running.set(call, over);
      const emit = (event: WorkbenchEvent) => this.#send(JSON.stringify({ call, event }));
      const context = { language, signal: over.signal, emit };
      const output = await this.#workbench.call(method, message.input as never, context); // the workbench parses it
      this.#send(JSON.stringify({ call, output }));
    } catch (error) {
      const { code, params } = known(error, over.signal);
      const { message, evidence, next } = explain(code, params, language);
      this.#send(JSON.stringify({ call, error: { code, params, message, evidence, next } }));
    } finally {
      if (this.#running.get(call) === over) this.#running.delete(call);
    }
  }

  async #ask(message: NativeAsk): Promise<void> {
    if ('drag' in message) {
      if (this.#workbench.mayLeave(message.drag)) this.#native?.drag(message.drag);
      return;
    }
    const path = (await this.#native?.choose(message.choose).catch(() => null)) ?? null;
    this.#send(JSON.stringify({ native: message.native, path }));
  }

  /** The window is gone: what it asked for stops. */
  close(): void {
    for (const running of this.#running.values()) running.abort(new FascicleError('cancelled'));
  }
}

function known(error: unknown, signal: AbortSignal): FascicleError {
  if (signal.aborted) return new FascicleError('cancelled');
  return error instanceof FascicleError ? error : new FascicleError('unforeseen', { why: causeOf(error) }, error);
}
