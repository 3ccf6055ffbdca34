import { useState } from 'react';
import { useChange, useRows } from '../../../state/queries.ts';
import { useShortcuts } from '../../../state/shortcuts.ts';
import { useCase, useHere, useWindow } from '../../../state/window-state.ts';
import { useSay } from '../../../words/words.ts';
import { tagsOf, useShownRows } from './chosen-rows.ts';

/** The keys of the first nine tags. */
const tagKeys = '123456789';

type Decision = { is: 'accepted' } | { is: 'undecided' } | { is: 'excluded'; reason: string };

/** Items that were to be taken back, among them the original of a redacted copy. */
type Returned = Readonly<{ items: string[]; is: 'accepted' | 'undecided' }>;

export type TriageSheet = 'exclude' | 'tag' | 'stitch';

/** The rows that are shown, those chosen among them, and what is decided of them: each decision goes on to the next item. */
export function useTriage() {
  const say = useSay();
  const { folder } = useCase();
  const setWindow = useWindow((state) => state.set);
  const { selected, set } = useHere();
  const all = useRows();
  const shown = useShownRows();
  const decide = useChange('evidence.decide');
  const tag = useChange('evidence.tag');
  const [sheet, setSheet] = useState<TriageSheet | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const chosen = shown.filter(({ item }) => selected.includes(item));
  const items = chosen.map(({ item }) => item);
  const at = shown.findIndex(({ item }) => item === selected.at(-1));

  const go = (to: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (row) set({ selected: [row.item] });
  };
  const settle = (how: Decision) => {
    const [first] = chosen;
    if (!first) return;
    const asks = ({ code }: { code: string }) => {
      if (code === 'redacted-parent' && how.is !== 'excluded') setReturned({ items, is: how.is });
    };
    decide.mutate({ case: folder, items, decision: how }, { onError: asks });
    const title = chosen.length === 1 ? first.title : say('selectedCount', { count: chosen.length });
    setWindow({ said: say('decided', { title, decision: say(how.is) }) });
    if (how.is !== 'undecided' && chosen.length === 1) go(at + 1);
  };
  const toggleTag = (name: string) => {
    if (chosen.length === 0) return;
    const on = !chosen.every((row) => row.tags.includes(name));
    tag.mutate({ case: folder, items, tag: name, on });
  };
  return {
    all,
    shown,
    chosen,
    /** The item chosen last, and where it is among those shown: −1 for none. */
    current: shown[at],
    at,
    go,
    settle,
    tags: tagsOf(all),
    toggleTag,
    sheet,
    setSheet,
    returned,
    /** Includes an original again though a redacted copy of it is in the case. */
    returnFor: (reason: string) =>
      returned && decide.mutate({ case: folder, items: returned.items, decision: { is: returned.is, reason } }),
    forgetReturned: () => setReturned(null),
    trouble: decide.error ?? tag.error,
  };
}

export type TriageState = ReturnType<typeof useTriage>;

export function useTriageKeys({ chosen, current, at, go, settle, tags, toggleTag, setSheet }: TriageState): void {
  const { tile, set: setWindow } = useWindow();
  const { loupe, set } = useHere();
  const zoomKeys = loupe
    ? {}
    : {
        '+': () => setWindow({ tile: Math.min(360, tile + 32) }),
        '-': () => setWindow({ tile: Math.max(112, tile - 32) }),
      };
  useShortcuts({
    p: () => settle({ is: 'accepted' }),
    u: () => settle({ is: 'undecided' }),
    x: () => chosen.length > 0 && setSheet('exclude'),
    g: () => set({ loupe: false }),
    e: () => current && set({ loupe: true }),
    Escape: () => set(loupe ? { loupe: false } : { selected: [] }),
    ArrowRight: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    ']': () => go(at + 1),
    '[': () => go(at - 1),
    n: () => chosen.length > 0 && setSheet('tag'),
    ...Object.fromEntries(tags.slice(0, 9).map((name, index) => [tagKeys.charAt(index), () => toggleTag(name)])),
    ...zoomKeys,
  });
}
