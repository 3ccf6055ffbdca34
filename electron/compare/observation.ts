import { storedText } from '../casefile/files/stored-text.ts';
import { clockFault } from '../../shared/case/capture/clock-findings.ts';
import type { CaptureRecord } from '../../shared/case/record.ts';
import { advertTextOf } from '../../shared/watch/advert-text.ts';
import type { Observation } from '../../shared/watch/observation.ts';
import type { ItemState, ReadableCase } from '../casefile/case-handles.ts';

/** What one capture shows. */
export function observationOf(caseFile: ReadableCase, record: CaptureRecord): Observation {
  const dom = artifactText(caseFile, record, 'dom');
  return {
    item: record.item,
    at: record.startedAt,
    ...(clockFault(record.checks) !== null && { timeUnknown: true }),
    url: record.url,
    finalUrl: record.servedUrl ?? record.finalUrl,
    httpStatus: record.httpStatus,
    outcome: record.outcome,
    title: record.title ?? '',
    text: artifactText(caseFile, record, 'text'),
    ...(record.judged && { judged: record.judged }),
    advertText: dom === null ? '' : advertTextOf(dom),
  };
}

/** Whether an item shows its address as it was: a part or a redacted copy of a picture is no look at the page. */
export function isCapture(state: ItemState): state is ItemState & Readonly<{ record: CaptureRecord }> {
  return state.record.kind === 'capture' && !state.record.region && !state.record.redaction;
}

/** A stored text of a capture; null where it has none. */
export function artifactText(
  caseFile: ReadableCase,
  { artifacts }: CaptureRecord,
  role: 'text' | 'dom' | 'text-positions',
): string | null {
  const artifact = artifacts.find((one) => one.role === role);
  return artifact ? storedText(caseFile, artifact.sha256) : null;
}
