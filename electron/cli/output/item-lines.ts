import type { EventPayload } from '../../../shared/contract.ts';
import { labelled, type Language } from '../../../shared/language.ts';
import { outcomeName } from '../../../shared/messages/names/outcome-names.ts';
import { stepName } from '../../../shared/messages/names/step-names.ts';

const marks = { complete: '✓', partial: '◐', blocked: '■', failed: '✕' } as const;

/** An item as it came in, in a few lines: outcome with shape and word, title, steps that fell short, warnings. */
export function itemLines(item: EventPayload<'item'>, language: Language): readonly string[] {
  const short = item.steps.filter(({ outcome }) => outcome === 'failed' || outcome === 'partial');
  const status = item.httpStatus === null ? '' : `  ${item.httpStatus}`;
  return [
    `${marks[item.outcome]} ${outcomeName(item.outcome, language)}  ${item.title ?? item.url ?? item.fileName ?? ''}`,
    `  ${item.item}${status}  ${item.url ?? item.fileName ?? ''}`,
    ...short.map(({ step, outcome, reason }) => {
      const ended = labelled(stepName(step, language), outcomeName(outcome, language), language);
      return `  ${ended}${reason === undefined ? '' : ` – ${reason}`}`;
    }),
    ...item.warnings.map(({ message }) => `  ! ${message}`),
  ];
}
