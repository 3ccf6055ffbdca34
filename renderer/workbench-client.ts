import type { Input, Method, Output, WorkbenchEvent } from '../shared/contract.ts';
import type { ErrorCode } from '../shared/errors/codes.ts';
import type { ErrorParams } from '../shared/errors/fascicle-error.ts';
import type { Language } from '../shared/language.ts';
import type { NativeAsk, ShellWord, WantedPath } from '../shared/window/native.ts';

/** What a shell gives the window: text in, text out, and where given files lie. Both shells give the same. */
type Bridge = Readonly<{
  /** Whether it has dialogs of its own and hands files to the desktop. */
  desktop: boolean;
  send(text: string): void;
  listen(heard: (text: string) => void): void;
  /** One for each file; '' where it has no place on disk. */
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
  | { call: number; event: WorkbenchEvent }
  | { call: number; output: unknown }
  | { call: number; error: ErrorWords }
  | { native: number; path: string | null }
  | ShellWord;

type Running = { onEvent(event: WorkbenchEvent): void; done(output: unknown): void; fail(error: Error): void };

const running = new Map<number, Running>();
const choosing = new Map<number, (path: string | null) => void>();
let lastCall = 0;

/** What the shell said before anybody listened is kept: a case that was double-clicked comes with the first moment. */
let early: ShellWord[] = [];
let hearShell = (word: ShellWord): void => void early.push(word);

window.fascicle.listen((text) => {
  const message = JSON.parse(text) as Message; // the shell's own words, checked against the contract on its side
  if ('native' in message) {
    choosing.get(message.native)?.(message.path);
    choosing.delete(message.native);
    return;
  }
  if (!('call' in message)) {
    hearShell(message);
    return;
  }
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

/** What a person dropped, pasted or chose. `path`: null where it has no place on disk, only bytes. */
export type Given = Readonly<{ file: File; path: string | null }>;

/** Where each of these files lies. More than the shell tells of in one go are asked for in parts. */
export async function givenOf(files: Iterable<File>): Promise<readonly Given[]> {
  const all = [...files];
  const given: Given[] = [];
  for (let from = 0; from < all.length; from += mostAtOnce) {
    const some = all.slice(from, from + mostAtOnce);
    const paths = await window.fascicle.pathsOf(some);
    given.push(...some.map((file, at) => ({ file, path: paths[at] || null })));
  }
  return given;
}
const mostAtOnce = 5_000;

/** The place of the first of these files, null where there is none. @throws {WorkbenchError} `file-without-path` */
export async function firstPath(files: Iterable<File>): Promise<string | null> {
  const [first] = await givenOf([...files].slice(0, 1));
  if (!first) return null;
  if (first.path === null) throw new WorkbenchError({ code: 'file-without-path', params: {}, message: '' });
  return first.path;
}

/** Listens to what the shell says unasked. @returns how to stop listening */
export function listenToShell(heard: (word: ShellWord) => void): () => void {
  const waiting = early;
  early = [];
  hearShell = heard;
  waiting.forEach(heard);
  return () => (hearShell = (word) => void early.push(word));
}

/** Whether the shell has dialogs of its own and hands files to the desktop. */
export const hasDesktop = window.fascicle.desktop;

const ask = (asked: NativeAsk) => window.fascicle.send(JSON.stringify(asked));

/** Asks in the shell's own dialog. @returns null where nothing was chosen */
export function choosePath(choose: WantedPath): Promise<string | null> {
  const native = ++lastCall;
  return new Promise((done) => {
    choosing.set(native, done);
    ask({ native, choose });
  });
}

/** Drags a bundle out of the window, from a `dragstart` event. */
export function dragOut(path: string): void {
  ask({ drag: path });
}
