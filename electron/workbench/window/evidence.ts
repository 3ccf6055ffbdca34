import type { EvidenceRow } from '../../../shared/window/rows.ts';
import type { WritableCase } from '../../casefile/case-handles.ts';
import { writing } from '../cases/with-case.ts';
import type { Handler, HandlerContext } from '../workbench.ts';
import { hitAt } from './search-index.ts';

export const listEvidence: Handler<'evidence.list'> = ({ case: folder }, { open }) =>
  Promise.resolve({ rows: [...open.of(folder).rows()] });

/** Accepts, excludes or takes back, for one item or many. What stands decided already is not logged again. */
export const decideEvidence: Handler<'evidence.decide'> = ({ case: folder, items, decision }, context) =>
  changing(folder, items, context, (kase, row) => {
    const { item, tags } = row;
    const accepted = decision.is === 'accepted';
    if (decision.is === 'excluded') {
      if (row.reason !== decision.reason) kase.act('item-excluded', { item, reason: decision.reason }, item);
    } else if (row.decision === 'excluded') kase.act('item-included', { item }, item);
    const wasAccepted = kase.triage().get(item)?.accepted ?? false;
    if (wasAccepted !== accepted) kase.act('item-marked', { item, accepted, tags }, item);
  });

export const tagEvidence: Handler<'evidence.tag'> = ({ case: folder, items, tag, on }, context) =>
  changing(folder, items, context, (kase, { item, tags }) => {
    if (tags.includes(tag) === on) return;
    const accepted = kase.triage().get(item)?.accepted ?? false;
    kase.act('item-marked', { item, accepted, tags: on ? [...tags, tag] : tags.filter((one) => one !== tag) }, item);
  });

export const historyOf: Handler<'evidence.history'> = ({ case: folder, item }, { open }) => {
  const opened = open.of(folder);
  const rows = opened.rows();
  const { index } = opened;
  const same = index.rows.get(item)?.sameness;
  return Promise.resolve({ rows: rows.filter((row) => index.rows.get(row.item)?.sameness === same) });
};

export const searchHandler: Handler<'search.run'> = async ({ case: folder, text, limit }, { open }) => {
  const opened = open.of(folder);
  await opened.textsRead(400);
  const kase = opened.read();
  const { hits, total } = opened.index.search(text, limit);
  const wanted = text.trim().toLowerCase();
  const exhibits =
    wanted === ''
      ? []
      : (kase.arrangement() ?? []).flatMap((exhibit) => {
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
  change: (kase: WritableCase, row: EvidenceRow) => void,
): Promise<{ rows: EvidenceRow[] }> {
  const opened = open.of(folder);
  return writing(opened.folder, services, (kase) => {
    const wanted = new Set(items.map((item) => kase.item(item).item));
    for (const row of opened.rows().filter(({ item }) => wanted.has(item))) change(kase, row);
    return { rows: opened.rows().filter(({ item }) => wanted.has(item)) };
  });
}
