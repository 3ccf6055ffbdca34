import type { EventPayload } from '../../../shared/contract.ts';
import { labelled, type Language } from '../../../shared/language.ts';
import { headName } from '../../../shared/messages/names/answer-texts.ts';
import { toldLines } from './answer-lines.ts';
import { outcomeName } from '../../../shared/messages/names/outcome-names.ts';
import { stepName } from '../../../shared/messages/names/step-names.ts';

const marks = { complete: '✓', undetermined: '●', partial: '◐', blocked: '■', failed: '✕' } as const;

/**
 * An item as it came in, in a few lines: outcome with shape and word, title; where it is not complete the four answers with
 * their reasons; then steps that fell short and warnings that no answer tells.
 */
export function itemLines(item: EventPayload<'item'>, language: Language): readonly string[] {
  const told = Object.values(item.answers).flatMap(({ reasons }) => reasons);
  const short = item.steps.filter(
    ({ step, outcome }) =>
      (outcome === 'failed' || outcome === 'partial') && !told.some((reason) => reason.step === step),
  );
  const warnings = item.warnings.filter(({ code }) => !told.some((reason) => reason.code === code));
  const status = item.httpStatus === null ? '' : `  ${item.httpStatus}`;
  return [
    `${marks[item.outcome]} ${headName(item.outcome, language)}  ${item.title ?? item.url ?? item.fileName ?? ''}`,
    `  ${item.item}${status}  ${item.url ?? item.fileName ?? ''}`,
    ...(item.outcome === 'complete' ? [] : toldLines(item.answers, language).map((line) => `  ${line}`)),
    ...short.map(({ step, outcome, reason }) => {
      const ended = labelled(stepName(step, language), outcomeName(outcome, language), language);
      return `  ${ended}${reason === undefined ? '' : ` – ${reason}`}`;
    }),
    ...warnings.map(({ message }) => `  ! ${message}`),
  ];
}
