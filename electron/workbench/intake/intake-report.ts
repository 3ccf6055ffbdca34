import { intakeLooks, type IntakeLook, type IntakeReport } from '../../../shared/contract/parts/intake-report.ts';
import type { EventPayload } from '../../../shared/contract.ts';

/** What became of the files of one import, in the order in which they need a look; nothing is left out of it. */
export class ReportOfImport {
  readonly #rows: IntakeReport[number][] = [];

  imported(file: string, event: EventPayload<'item'>): void {
    this.#rows.push({ file, look: lookOf(event), item: event.item, reasons: reasonsOf(event) });
  }

  refused(file: string, reasons: readonly string[]): void {
    this.#rows.push({ file, look: 'refused', item: null, reasons: [...reasons] });
  }

  system(file: string, reason: string): void {
    this.#rows.push({ file, look: 'system', item: null, reasons: [reason] });
  }

  /** Those that need a look first, else in the order in which they were imported. */
  rows(): IntakeReport {
    return this.#rows.toSorted((a, b) => intakeLooks.indexOf(a.look) - intakeLooks.indexOf(b.look));
  }
}

function lookOf({ outcome, answers, warnings }: EventPayload<'item'>): IntakeLook {
  if (outcome === 'failed' || outcome === 'blocked' || answers.picture.answer === 'none') return 'nothing';
  if (outcome === 'partial') return 'partly';
  if (outcome === 'undetermined') return 'undetermined';
  if (warnings.some(({ code }) => code === 'same-file-as')) return 'same';
  if (answers.picture.answer === 'not-applicable') return 'kept';
  return warnings.length > 0 ? 'noted' : 'whole';
}

/** Each reason and each warning once; what a reason tells is not told again by its warning. */
function reasonsOf({ answers, warnings }: EventPayload<'item'>): string[] {
  const told = Object.values(answers).flatMap(({ reasons }) => reasons);
  const codes = new Set(told.map(({ code }) => code));
  const rest = warnings.filter(({ code }) => !codes.has(code));
  return [...new Set([...told, ...rest].map(({ message }) => message))];
}
