import type { Cause } from '../../../shared/text.ts';
import { resolve } from 'node:path';
import type { Input, Method, Output } from '../../../shared/contract.ts';
import { because } from '../../../shared/cause.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Language, Text } from '../../../shared/language.ts';

/** Values of a call's options by their long name: text, a list where the option repeats, `true` for a flag. */
export type OptionValues = Readonly<Record<string, string | readonly string[] | true | undefined>>;

/** One option: commander's flags, what it takes, and whether it may be given more than once. */
type OptionSpec = Readonly<{ flags: string; about: Text; repeats?: true; required?: true }>;

/**
 * One command of the command line: how its words become the input of a contract method, and how the output reads.
 * Everything else (parsing, JSON, progress, exit codes) is the same for all and lies in `main.ts`.
 */
export type CommandSpec<M extends Method = Method> = Readonly<{
  name: string;
  /** commander's notation: `<case> <url...>`. */
  args: string;
  about: Text;
  example: string;
  options: readonly OptionSpec[];
  method: M;
  input(call: Call): Input<M>;
  /** What a person must read before it is done; told beside the output, on standard error. */
  before?(language: Language): readonly string[];
  /** Short readable lines for a person. */
  print(output: Output<M>, language: Language): readonly string[];
  /** What each line on standard input does while the command runs, or null where lines mean nothing. */
  onLine?(call: Call): Input<'capture.take'> | null;
  /** Exit code of a finished call; 0 without it. */
  exit?(output: Output<M>): 0 | 1 | 3;
}>;

/** The words of one call, with the ways to read them that name the word which is off. */
export class Call {
  readonly command: string;
  readonly args: readonly (string | readonly string[])[];
  readonly options: OptionValues;
  readonly caller: Caller;

  constructor(command: string, args: readonly (string | readonly string[])[], options: OptionValues, caller: Caller) {
    this.command = command;
    this.args = args;
    this.options = options;
    this.caller = caller;
  }

  /** @throws FascicleError `bad-call`, exit 2 */
  refuse(why: Cause): never {
    throw new FascicleError('bad-call', { why, command: this.command });
  }

  /** The nth argument, a single word. */
  word(n: number): string {
    const value = this.args[n];
    return typeof value === 'string' ? value : this.refuse(because('argument-number-missing', { n: n + 1 }));
  }

  /** The nth argument, which takes all words that follow. */
  words(n: number): readonly string[] {
    const value = this.args[n];
    return Array.isArray(value) ? (value as readonly string[]) : []; // commander gives a list for a variadic argument
  }

  /** A path of the caller as an absolute one. */
  path(value: string): string {
    return value === '' ? this.refuse(because('path-empty')) : resolve(this.caller.folder, value);
  }

  text(option: string): string | null {
    const value = this.options[option];
    return typeof value === 'string' ? value : null;
  }

  texts(option: string): string[] {
    const value = this.options[option];
    return Array.isArray(value) ? [...(value as readonly string[])] : [];
  }

  flag(option: string): boolean {
    return this.options[option] === true;
  }

  whole(option: string, fallback: number, least: number, most: number): number {
    const value = this.text(option);
    if (value === null) return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : NaN;
    if (!(number >= least && number <= most)) {
      this.refuse(because('option-whole-number', { option: `--${option}`, least, most, value }));
    }
    return number;
  }

  choice<T extends string>(option: string, choices: readonly T[], fallback: T): T;
  choice<T extends string>(option: string, choices: readonly T[], fallback: null): T | null;
  choice<T extends string>(option: string, choices: readonly T[], fallback: T | null): T | null {
    const value = this.text(option);
    if (value === null) return fallback;
    return (
      choices.find((one) => one === value) ??
      this.refuse(because('option-choice', { option: `--${option}`, choices: choices.join(' | '), value }))
    );
  }
}

/** Who calls: the folder that relative paths start at, and the language a person reads. */
export type Caller = Readonly<{ folder: string; language: Language }>;

/** Typed construction of a command: keeps method, input and output together. */
export function command<M extends Method>(spec: CommandSpec<M>): CommandSpec<M> {
  return spec;
}
