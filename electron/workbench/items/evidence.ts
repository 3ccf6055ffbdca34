import type { EvidenceRow } from '../../../shared/window/rows.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { refuseSealedParents } from '../../casefile/sealed-parents.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../handler.ts';
import { hitAt } from '../window/search-index.ts';

export const listEvidence: Handler<'evidence.list'> = ({ case: folder }, { open }) =>
  Promise.resolve({ rows: [...open.of(folder).rows()] });

/** Accepts, excludes or takes back, for one item or many. What stands decided already is not logged again. */
/** The original of a redacted copy is taken back only with a reason; without one nothing of the whole choice is decided. */
export const decideEvidence: Handler<'evidence.decide'> = ({ case: folder, items, decision }, context) => {
  const { reason = null } = decision;
  return changing(folder, items, context, (caseFile, row, all) => {
    if (decision.is !== 'excluded')
      refuseSealedParents(
        caseFile,
        all.filter((one) => one.decision === 'excluded').map((one) => one.item),
        reason,
      );
    const { item, tags } = row;
    const accepted = decision.is === 'accepted';
    if (decision.is === 'excluded') {
      if (row.reason !== decision.reason) caseFile.logEvent('item-excluded', { item, reason: decision.reason }, item);
    } else if (row.decision === 'excluded')
      caseFile.logEvent('item-included', { item, ...(reason !== null && { reason }) }, item);
    const wasAccepted = caseFile.triage().get(item)?.accepted ?? false;
    if (wasAccepted !== accepted) caseFile.logEvent('item-marked', { item, accepted, tags }, item);
  });
};

export const tagEvidence: Handler<'evidence.tag'> = ({ case: folder, items, tag, on }, context) =>
  changing(folder, items, context, (caseFile, { item, tags }) => {
    if (tags.includes(tag) === on) return;
    const accepted = caseFile.triage().get(item)?.accepted ?? false;
    caseFile.logEvent(
      'item-marked',
      { item, accepted, tags: on ? [...tags, tag] : tags.filter((one) => one !== tag) },
      item,
    );
  });

export const historyHandler: Handler<'evidence.history'> = ({ case: folder, item }, { open }) => {
  const opened = open.of(folder);
  const rows = opened.rows();
  const { index } = opened;
  const same = index.rows.get(item)?.sameness;
  return Promise.resolve({ rows: rows.filter((row) => index.rows.get(row.item)?.sameness === same) });
};

export const searchHandler: Handler<'search.run'> = async ({ case: folder, text, limit }, { open }) => {
  const opened = open.of(folder);
  await opened.textsRead(400);
  const caseFile = opened.read();
  const { hits, total } = opened.index.search(text, limit);
  const wanted = text.trim().toLowerCase();
  const exhibits =
    wanted === ''
      ? []
      : (caseFile.arrangement() ?? []).flatMap((exhibit) => {
          const words = [exhibit.title, exhibit.purpose, exhibit.source, exhibit.group].join(' · ');
          const at = words.toLowerCase().indexOf(wanted);
          return at < 0 ? [] : [hitAt(exhibit.item, 'exhibit', words, at, wanted.length)];
        });
  const { indexed, of } = opened.index.progress;
  return { hits: [...exhibits, ...hits].slice(0, limit), total: Math.max(total, exhibits.length), indexed, of };
};

async function changing(
  folder: string,
  items: readonly string[],
  { services, open }: HandlerContext,
  change: (caseFile: WritableCase, row: EvidenceRow, all: readonly EvidenceRow[]) => void,
): Promise<{ rows: EvidenceRow[] }> {
  const opened = open.of(folder);
  return writing(opened.folder, services, (caseFile) => {
    const wanted = new Set(items.map((item) => caseFile.item(item).item));
    const chosen = opened.rows().filter(({ item }) => wanted.has(item));
    for (const row of chosen) change(caseFile, row, chosen);
    return { rows: opened.rows().filter(({ item }) => wanted.has(item)) };
  });
}
