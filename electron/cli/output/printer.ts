import type { WorkbenchEvent } from '../../../shared/contract.ts';
import { causeOf } from '../../../shared/cause.ts';
import { explain, FascicleError } from '../../../shared/errors/fascicle-error.ts';
import type { Language } from '../../../shared/language.ts';
import { stageName } from '../../../shared/messages/names/stage-names.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { itemLines } from './item-lines.ts';

/**
 * Writes what a call yields. With `--json`: one JSON object a line on standard output, ASCII-safe, the last one the
 * result or the error. Without: short lines for a person on standard output, progress and errors on standard error. A line
 * is one line: titles and addresses come from captured pages and packages of others, and whatever in them cannot be seen,
 * breaks a line or turns it round is written out.
 */
export class Printer {
  readonly #language: Language;
  readonly #json: boolean;
  #bar = false;

  constructor(language: Language, json: boolean) {
    this.#language = language;
    this.#json = json;
  }

  event(event: WorkbenchEvent): void {
    if (this.#json) {
      this.#line(event);
      return;
    }
    switch (event.event) {
      case 'item':
        this.#say(itemLines(event, this.#language));
        break;
      case 'error':
        this.#complain([`✕ ${event.subject}`, `  ${event.message}`, `  ${event.evidence}`, `  → ${event.next}`]);
        break;
      case 'notice':
        this.#complain([`! ${event.message}`]);
        break;
      case 'job':
        break; // a person sees the item, or why there is none
      case 'progress':
        if (event.outcome === undefined) this.#progress(event);
        break;
    }
  }

  /** What a person reads before the work begins; programs that read JSON are told nothing. */
  beforehand(lines: readonly string[]): void {
    if (!this.#json) this.#complain(lines);
  }

  result(output: object, lines: readonly string[]): void {
    if (this.#json) this.#line({ event: 'result', ...output });
    else this.#say(lines);
  }

  /** @returns the exit code that goes with the error */
  failure(error: unknown): number {
    const known =
      error instanceof FascicleError ? error : new FascicleError('unforeseen', { why: causeOf(error) }, error);
    const { message, evidence, next, exit } = explain(known.code, known.params, this.#language);
    if (this.#json) this.#line({ event: 'error', code: known.code, message, evidence, next });
    else this.#complain([`✕ ${message}`, `  ${evidence}`, `  → ${next}`]);
    if (known.code === 'unforeseen' && known.cause instanceof Error)
      this.#complain((known.cause.stack ?? '').split('\n').map((line) => `    ${line}`));
    return exit;
  }

  #line(value: object): void {
    const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    process.stdout.write(`${JSON.stringify(value).replace(/[\u007f-\uffff]/g, escape)}\n`);
  }

  #say(lines: readonly string[]): void {
    this.#clearBar();
    for (const line of lines) process.stdout.write(`${visibleText(line)}\n`);
  }

  #complain(lines: readonly string[]): void {
    this.#clearBar();
    for (const line of lines) process.stderr.write(`${visibleText(line)}\n`);
  }

  #progress({ stage, subject, done, of }: Extract<WorkbenchEvent, { event: 'progress' }>): void {
    if (!process.stderr.isTTY) return;
    const width = 24;
    const filled = of === null || of === 0 ? 0 : Math.round((done / of) * width);
    const count = of === null ? String(done) : `${done}/${of}`;
    const text = `${'▓'.repeat(filled)}${'░'.repeat(width - filled)} ${count} ${stageName(stage, this.#language)} ${subject ?? ''}`;
    process.stderr.write(`\r\u001b[K${visibleText(text).slice(0, Math.max(20, process.stderr.columns - 1))}`);
    this.#bar = true;
  }

  #clearBar(): void {
    if (this.#bar) process.stderr.write('\r\u001b[K');
    this.#bar = false;
  }
}
