import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { Command, CommanderError } from 'commander';
import type { Method } from '../../shared/contract.ts';
import { FascicleError } from '../../shared/errors/fascicle-error.ts';
import type { Language } from '../../shared/language.ts';
import { deviceServices } from '../workbench/services.ts';
import { createWorkbench, type Workbench } from '../workbench/workbench.ts';
import { Call, type Caller, type CommandSpec, type OptionValues } from './command.ts';
import { commands } from './commands/all.ts';
import { Printer } from './printer.ts';

const root = resolve(import.meta.dirname, '..', '..');

/**
 * Runs one call of `fascicle`.
 * @param words the words after the program's name
 * @returns the exit code of command-line.md: 0 done, 1 failed, 2 the call's words are off, 3 INDETERMINATE
 */
export async function main(words: readonly string[]): Promise<number> {
  const caller: Caller = { folder: process.env['INIT_CWD'] ?? process.cwd(), language: languageOf(process.env) };
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }; // our own file
  const workbench = createWorkbench(deviceServices(root, version));
  let exit = 0;

  const program = new Command('fascicle')
    .description(caller.language === 'zh-CN' ? '网页证据工作台' : 'A workbench for web evidence')
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined }); // what is off is said once, by the printer
  for (const spec of commands) {
    program.addCommand(
      commandOf(spec, caller, async (call, json) => {
        exit = await runCommand(spec, call, workbench, new Printer(caller.language, json));
      }),
    );
  }

  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0; // --help, --version
    const named = commands.find(({ name }) => name === words[0])?.name ?? '';
    const why = error.code === 'commander.help' ? 'no command is named' : error.message.replace(/^error: /, '');
    if (named === '' && words.length === 0) process.stdout.write(program.helpInformation());
    new Printer(caller.language, words.includes('--json')).failure(
      new FascicleError('bad-call', { why, command: named }),
    );
    return 2;
  }
  return exit;
}

function commandOf(spec: CommandSpec, caller: Caller, run: (call: Call, json: boolean) => Promise<void>): Command {
  const command = new Command(spec.name)
    .description(spec.about[caller.language])
    .option('--json', caller.language === 'zh-CN' ? '每行一个 JSON 对象' : 'one JSON object a line')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addHelpText('after', `\n${caller.language === 'zh-CN' ? '示例' : 'Example'}:\n  $ ${spec.example}\n`);
  if (spec.args !== '') command.arguments(spec.args);
  for (const { flags, about, repeats, required } of spec.options) {
    const text = about[caller.language];
    if (repeats) command.option(flags, text, (value: string, before: string[]) => [...before, value], []);
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
