import { listedApart, say, type CaseLanguage } from '../language.ts';
import { shortTime } from '../instant.ts';
import { frameText, gapText, stateText, watchTexts } from '../messages/watch-messages.ts';
import type { AddressHistory } from '../watch/history.ts';
import type { TextDifference } from '../watch/text-differences.ts';
import type { Watched } from '../watch/watch-list.ts';
import type { Table } from './table.ts';

/** One watched address with what its captures showed. */
export type WatchReport = Readonly<{ watched: Watched; history: AddressHistory; nextAt: string | null }>;

/** The watched addresses: what is expected, what was seen last, when it was last seen, what changed. */
export function watchTable(reports: readonly WatchReport[], language: CaseLanguage): Table {
  const t = (name: keyof typeof watchTexts, params = {}) => say(watchTexts[name], language, params);
  return {
    title: t('title'),
    notes: reports.length === 0 ? [t('nothing')] : [],
    columns: (
      [
        ['address', 24],
        ['expected', 14],
        ['now', 14],
        ['seenFrame', 22],
        ['changes', 14],
        ['next', 12],
      ] as const
    ).map(([name, share]) => ({ name: t(name), share })),
    rows: reports.map(({ watched, history, nextAt }) => {
      const { expect, url } = watched;
      const last = history.entries.at(-1);
      const met = last === undefined || last.met === null ? 'cannotTell' : last.met ? 'met' : 'notMet';
      const changed = history.entries.filter(({ event }) => event === 'state' || event === 'edited');
      return [
        url,
        t(expect.is, { words: expect.is === 'unchanged' ? '' : expect.words }),
        last ? `${stateText(last.state, language)} · ${t(met)} · ${shortTime(last.observation.at)}` : t('notYet'),
        listedApart([frameText(history, language), ...history.gaps.map((gap) => gapText(gap, language))], language),
        changed
          .map(({ event, state, observation, differences }) => {
            const what = event === 'edited' ? editText(differences, language) : stateText(state, language);
            return `${shortTime(observation.at)} ${what}`;
          })
          .join('\n') || '–',
        nextAt === null ? t('atOnce') : shortTime(nextAt),
      ];
    }),
  };
}

const longestLine = 60;

/** The first edited lines: what stood there, and what stands there now. */
function editText(differences: readonly TextDifference[], language: CaseLanguage): string {
  const cut = (lines: readonly string[]) => {
    const text = Array.from(lines.join(' ⏎ '));
    return text.length > longestLine ? `${text.slice(0, longestLine).join('')}…` : text.join('') || '–';
  };
  const edits = differences.filter(({ kind }) => kind === 'edit');
  const [first] = edits;
  if (!first) return '–';
  const shown = say(watchTexts.edit, language, { before: cut(first.before), after: cut(first.after) });
  return edits.length === 1 ? shown : `${shown} ${say(watchTexts.moreEdits, language, { count: edits.length - 1 })}`;
}
