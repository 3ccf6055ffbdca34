import type { EventPayload } from '../../shared/contract.ts';

const marks = { complete: '✓', partial: '◐', blocked: '■', failed: '✕' } as const;

/** An item as it came in, in a few lines: outcome with shape and word, title, steps that fell short, warnings. */
export function itemLines(item: EventPayload<'item'>): readonly string[] {
  const short = item.steps.filter(({ outcome }) => outcome === 'failed' || outcome === 'partial');
  return [
    `${marks[item.outcome]} ${item.outcome}  ${item.title ?? item.url ?? item.fileName ?? ''}`,
    `  ${item.item}  ${item.httpStatus ?? ''}  ${item.url ?? item.fileName ?? ''}`,
    ...short.map(({ step, outcome, reason }) => `  ${step}: ${outcome}${reason === undefined ? '' : ` – ${reason}`}`),
    ...item.warnings.map(({ message }) => `  ! ${message}`),
  ];
}
