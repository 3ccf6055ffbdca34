import { fourAnswers } from '../../../shared/case/outcome/four-answers.ts';
import { addressOrFile } from '../../../shared/case/address-or-file.ts';
import type { Artifact } from '../../../shared/case/record.ts';
import type { EventPayload } from '../../../shared/contract.ts';
import type { ItemSummary } from '../../../shared/contract/items.ts';
import { titleOf } from '../../../shared/plan/arrangement.ts';
import { clockWarning } from '../../../shared/messages/names/check-messages.ts';
import { adviceOn } from '../../../shared/messages/reasons/advice.ts';
import { describeReason } from '../../../shared/messages/reasons/reasons.ts';
import type { CaseLanguage } from '../../../shared/language.ts';
import { headsOf, toldAnswers } from './told-answers.ts';
import type { ItemState, ReadableCase } from '../../casefile/case-handles.ts';

/** An item as callers see it when it comes in: its record's facts, with the paths of its files. */
export function itemEvent(
  caseFile: ReadableCase,
  state: ItemState,
  language: CaseLanguage,
): { event: 'item' } & EventPayload<'item'> {
  const { record } = state;
  const capture = record.kind === 'capture' ? record : null;
  const answers = fourAnswers(record);
  const clock = clockWarning(capture?.checks, language);
  return {
    event: 'item',
    item: state.item,
    url: capture?.url ?? null,
    finalUrl: capture?.finalUrl ?? null,
    fileName: record.kind === 'import' ? record.fileName : (record.file?.name ?? null),
    outcome: answers.word,
    answers: toldAnswers(answers, language),
    httpStatus: capture?.httpStatus ?? null,
    title: record.title,
    startedAt: record.startedAt,
    endedAt: record.endedAt,
    record: { path: caseFile.objectPath(state.recordSha256), sha256: state.recordSha256 },
    artifacts: record.artifacts.map((artifact) => ({
      ...pathless(artifact),
      path: caseFile.objectPath(artifact.sha256),
    })),
    steps: record.steps.map(({ reason, ...step }) => ({
      ...step,
      ...(reason && { reason: describeReason(reason, language) }),
    })),
    warnings: [
      ...(clock === null ? [] : [{ code: 'clock-off', message: clock }]),
      ...record.warnings.map((warning) => ({ code: warning.code, message: describeReason(warning, language) })),
      ...adviceOn(record, language),
    ],
  };
}

/** The line of an item in a list. */
export function itemSummary({ item, record, excluded }: ItemState): ItemSummary {
  return {
    item,
    kind: record.kind,
    category: record.category,
    title: titleOf(record),
    from: addressOrFile(record),
    ...headsOf(record),
    startedAt: record.startedAt,
    excluded,
    warnings: record.warnings.length,
  };
}

/** Where an item's files lie, by their name for people. */
export function itemFiles(caseFile: ReadableCase, { record }: ItemState): readonly { name: string; path: string }[] {
  return record.artifacts.map(({ name, sha256 }) => ({ name, path: caseFile.objectPath(sha256) }));
}

/** An artifact without the name that it has in exports: callers get its path. */
function pathless({ role, mediaType, bytes, sha256, x, y, width, height }: Artifact) {
  const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  return { role, mediaType, bytes, sha256, ...(x !== undefined && { x }), ...(y !== undefined && { y }), ...size };
}
