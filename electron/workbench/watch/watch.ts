import { canonicalJson } from '../../../shared/canonical-json.ts';
import type { Output } from '../../../shared/contract.ts';
import { watchTable, type WatchReport } from '../../../shared/plan/watch-table.ts';
import { historyOf } from '../../../shared/watch/history.ts';
import { nextCheck, type WatchList } from '../../../shared/watch/watch-list.ts';
import type { ReadableCase } from '../../casefile/case-handles.ts';
import { reading, writing } from '../cases/with-case.ts';
import { evidenceOf } from '../order/case-evidence.ts';
import type { Handler, HandlerContext } from '../handler.ts';

/** Reads or sets the list of watched addresses, and says what their captures showed. */
export const watchHandler: Handler<'watch.keep'> = ({ case: folder, list }, context) => {
  if (list === null) return reading(folder, (caseFile) => watchState(caseFile, context));
  return writing(folder, context.services, (caseFile) => {
    if (canonicalJson(list) !== canonicalJson(caseFile.statement('watch') ?? []))
      caseFile.logEvent('watch-set', { list });
    return watchState(caseFile, context);
  });
};

/** What is known of every watched address. */
function reportsOf(caseFile: ReadableCase, list: WatchList, now: Date): readonly WatchReport[] {
  const evidence = evidenceOf(caseFile, now);
  return list.map((watched) => {
    const history = historyOf(evidence.capturesOf(watched.url), watched.expect, watched.everyMinutes);
    const last = history.entries.at(-1)?.observation.at ?? null;
    const next = nextCheck(watched, last);
    return { watched, history, nextAt: next <= now.getTime() ? null : new Date(next).toISOString() };
  });
}

export function watchState(
  caseFile: ReadableCase,
  { services, language }: Pick<HandlerContext, 'services' | 'language'>,
): Output<'watch.keep'> {
  const list = caseFile.statement('watch') ?? [];
  const reports = reportsOf(caseFile, list, services.clockAndRandom.now());
  const { title, notes, columns, rows } = watchTable(reports, language);
  return {
    list: [...list],
    addresses: reports.map(({ watched, history, nextAt }) => ({
      url: watched.url,
      checks: history.entries.length,
      state: history.entries.at(-1)?.state ?? null,
      met: history.entries.at(-1)?.met ?? null,
      lastSeen: history.lastSeen?.at ?? null,
      firstNotSeen: history.firstNotSeen?.at ?? null,
      seenAgain: history.seenAgain?.at ?? null,
      nextAt,
      gaps: history.gaps.map((gap) => ({ ...gap })),
      events: history.entries
        .filter(({ event }) => event === 'state' || event === 'edited')
        .map(({ observation, event, state, differences }) => ({
          item: observation.item,
          at: observation.at,
          event: event === 'edited' ? 'edited' : 'state',
          state,
          differences: differences.map(({ kind, before, after }) => ({ kind, before: [...before], after: [...after] })),
        })),
    })),
    table: {
      title,
      notes: [...notes],
      columns: columns.map((column) => ({ ...column })),
      rows: rows.map((row) => [...row]),
    },
  };
}
