import type { Input, Method, Output, WorkbenchEvent } from '../shared/contract.ts';
import type { ErrorCode } from '../shared/errors/codes.ts';
import type { ErrorParams } from '../shared/errors/fascicle-error.ts';
import type { Language } from '../shared/language.ts';

/** What a shell gives the window: text in, text out, and where given files lie. Both shells give the same. */
type Bridge = Readonly<{
  shell: 'chromium' | 'electron';
  send(text: string): void;
  listen(heard: (text: string) => void): void;
  pathsOf(files: readonly File[]): Promise<string[]>;
}>;

declare global {
  interface Window {
    readonly fascicle: Bridge;
  }
}

type ErrorWords = Readonly<{
  code: ErrorCode;
  params: ErrorParams;
  message: string;
}>;

/** An error of the workbench. What became of the evidence and what to do next is explained where it is shown. */
export class WorkbenchError extends Error {
  readonly code: ErrorCode;
  /** With the code they give the words in any language: an error that is shown speaks the window's, whatever that becomes. */
  readonly params: ErrorParams;

  constructor({ code, params, message }: ErrorWords) {
    super(message);
    this.code = code;
    this.params = params;
  }
}

type Message =
  { call: number; event: WorkbenchEvent } | { call: number; output: unknown } | { call: number; error: ErrorWords };

type Running = { onEvent(event: WorkbenchEvent): void; done(output: unknown): void; fail(error: Error): void };

const running = new Map<number, Running>();
let lastCall = 0;

window.fascicle.listen((text) => {
  const message = JSON.parse(text) as Message; // the shell's own words, checked against the contract on its side
  const call = running.get(message.call);
  if (!call) return;
  if ('event' in message) {
    call.onEvent(message.event);
    return;
  }
  running.delete(message.call);
  if ('error' in message) call.fail(new WorkbenchError(message.error));
  else call.done(message.output);
});

/** Calls a method of the contract. `signal` stops the work itself, not only the waiting. @throws {WorkbenchError} */
export function call<M extends Method>(
  method: M,
  input: Input<M>,
  language: Language,
  options: Readonly<{ signal?: AbortSignal; onEvent?: (event: WorkbenchEvent) => void }> = {},
): Promise<Output<M>> {
  const id = ++lastCall;
  return new Promise<Output<M>>((done, fail) => {
    running.set(id, {
      onEvent: options.onEvent ?? (() => undefined),
      done: (output) => done(output as Output<M>), // parsed by the workbench with the schema that Output<M> is inferred from
      fail,
    });
    options.signal?.addEventListener('abort', () => window.fascicle.send(JSON.stringify({ cancel: id })));
    window.fascicle.send(JSON.stringify({ call: id, method, input, language }));
  });
}

/** Absolute paths of files that a person dropped or chose. */
export function pathsOf(files: Iterable<File>): Promise<string[]> {
  return window.fascicle.pathsOf([...files]);
}
