import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import type { Method } from '../../../shared/contract.ts';
import { FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Language } from '../../../shared/language.ts';
import type { Workbench } from '../../workbench/workbench.ts';
import { because } from '../../../shared/cause.ts';
import type { Cause } from '../../../shared/text.ts';
import { Call, type Caller, type CommandSpec, type OptionValues } from './command.ts';
import { commands } from './all.ts';
import { helpIn, helpTexts } from './help-words.ts';
import { Printer } from '../output/printer.ts';
import { programFolder } from './program-folder.ts';

/** Runs the call that this process was started with, and sets its exit code. */
export async function runProgram(words: readonly string[]): Promise<void> {
  // Whoever reads our lines may go (`| head`): the work goes on without saying more, for evidence may be at stake.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  process.exitCode = await main(words);
}

/**
 * Runs one call of `fascicle`.
 * @param words the words after the program's name
 * @returns the exit code of command-line.md: 0 done, 1 failed, 2 the call's words are off, 3 INDETERMINATE
 */
async function main(words: readonly string[]): Promise<number> {
  const caller: Caller = { folder: process.env['INIT_CWD'] ?? process.cwd(), language: languageOf(process.env) };
  const { version } = JSON.parse(readFileSync(resolve(programFolder, 'package.json'), 'utf8')) as { version: string }; // our own file
  let exit = 0;

  const program = new Command('fascicle')
    .description(helpTexts.program[caller.language])
    .version(version, '-V, --version', helpTexts.version[caller.language])
    .helpOption('-h, --help', helpTexts.help[caller.language])
    .helpCommand('help [command]', helpTexts.helpOf[caller.language])
    .configureHelp(helpIn(caller.language))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined }); // what is off is said once, by the printer
  for (const spec of await specsFor(words)) {
    program.addCommand(
      commandOf(spec, caller, async (call, json) => {
        exit = await runCommand(spec, call, await workbenchHere(version), new Printer(caller.language, json));
      }),
    );
  }

  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0; // --help, --version
    const named = nameIn(words) ?? '';
    const why = causeOfWords(error);
    if (named === '' && words.length === 0) process.stdout.write(program.helpInformation());
    new Printer(caller.language, words.includes('--json')).failure(
      new FascicleError('bad-call', { why, command: named }),
    );
    return 2;
  }
  return exit;
}

/** What commander found off in the words of a call. Its own English is never shown: what it quotes is. */
function causeOfWords({ code, message }: CommanderError): Cause {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? '–';
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1] ?? null;
  switch (code) {
    case 'commander.help':
      return because('command-missing');
    case 'commander.unknownCommand':
      return meant === null
        ? because('command-unknown', { command: quoted })
        : because('command-meant', { command: quoted, meant });
    case 'commander.unknownOption':
      return meant === null
        ? because('option-unknown', { option: quoted })
        : because('option-meant', { option: quoted, meant });
    case 'commander.missingMandatoryOptionValue':
      return because('option-missing', { option: quoted });
    case 'commander.optionMissingArgument':
      return because('option-without-value', { option: quoted });
    case 'commander.missingArgument':
      return because('argument-missing', { argument: quoted });
    case 'commander.excessArguments':
      return because('arguments-too-many');
    default:
      return because('call-not-understood', { code });
  }
}

/** The command that a call names as its first word; null where that is none. */
function nameIn(words: readonly string[]): string | null {
  const [first = ''] = words;
  return Object.hasOwn(commands, first) ? first : null;
}

/** The commands that a call may be about: the named one; all where the help lists them, or finds what was meant. */
async function specsFor(words: readonly string[]): Promise<readonly CommandSpec[]> {
  if (words.length === 1 && ['--version', '-V'].includes(words[0] ?? '')) return [];
  const name = nameIn(words);
  const wanted = Object.entries(commands).filter(([one]) => name === null || one === name);
  return Promise.all(wanted.map(([, load]) => load()));
}

async function workbenchHere(version: string): Promise<Workbench> {
  const [{ createWorkbench }, { deviceServices }] = await Promise.all([
    import('../../workbench/workbench.ts'),
    import('../../workbench/services.ts'),
  ]);
  return createWorkbench(deviceServices(programFolder, version));
}

function commandOf(spec: CommandSpec, caller: Caller, run: (call: Call, json: boolean) => Promise<void>): Command {
  const command = new Command(spec.name)
    .description(spec.about[caller.language])
    .option('--json', helpTexts.json[caller.language])
    .helpOption('-h, --help', helpTexts.help[caller.language])
    .configureHelp(helpIn(caller.language))
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addHelpText('after', `\n${helpTexts.example[caller.language]}\n  $ ${spec.example}\n`);
  if (spec.args !== '') command.arguments(spec.args);
  for (const { flags, about, repeats, required } of spec.options) {
    const text = about[caller.language];
    // Without a default: the help would show it.
    if (repeats) command.option(flags, text, (value: string, before?: string[]) => [...(before ?? []), value]);
    else if (required) command.requiredOption(flags, text);
    else command.option(flags, text);
  }
  return command.action(async (...received: unknown[]) => {
    const { json, ...given } = command.opts<{ json?: boolean } & Record<string, never>>();
    const options: OptionValues = Object.fromEntries(
      Object.entries<OptionValues[string] | false>(given).map(([name, value]) => {
        const long = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        return value === false ? [`no-${long}`, true as const] : [long, value]; // commander's way with --no-…
      }),
    );
    // commander passes the arguments first, then the options and the command
    const args = received.slice(0, -2) as (string | string[])[];
    await run(new Call(spec.name, args, options, caller), json === true);
  });
}

async function runCommand<M extends Method>(
  spec: CommandSpec<M>,
  call: Call,
  workbench: Workbench,
  printer: Printer,
): Promise<number> {
  const stop = new AbortController();
  const onSignal = () => {
    stop.abort(new FascicleError('cancelled'));
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  let refused = 0;
  let lines: Interface | null = null;
  try {
    const input = spec.input(call);
    const heard = spec.onLine?.(call) ?? null;
    const { language } = call.caller;
    if (heard) {
      const quiet = { language, signal: stop.signal, emit: () => undefined };
      lines = createInterface({ input: process.stdin });
      lines.on('line', () => void workbench.call('capture.take', heard, quiet));
      lines.once('close', onSignal); // nobody is there any more who could say when
    }
    printer.beforehand(spec.before?.(language) ?? []);
    const output = await workbench.call(spec.method, input, {
      language,
      signal: stop.signal,
      emit: (event) => {
        if (event.event === 'error') refused += 1;
        printer.event(event);
      },
    });
    printer.result(output, spec.print(output, language));
    const exit = spec.exit?.(output) ?? 0;
    return exit === 0 && refused > 0 ? 1 : exit;
  } catch (error) {
    return printer.failure(error);
  } finally {
    lines?.off('close', onSignal).close();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const wish =
    environment['FASCICLE_LANGUAGE'] ??
    environment['LC_ALL'] ??
    environment['LC_MESSAGES'] ??
    environment['LANG'] ??
    '';
  return wish.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
