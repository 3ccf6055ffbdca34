import { useCallback, useState } from 'react';
import type { EvidenceRow } from '../../../shared/window/rows.ts';
import { useChange, useRows } from '../../state/queries.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button, Choice, Empty, Field, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { tagsOf, useShownRows } from './chosen-rows.ts';
import { EvidenceGrid } from './evidence-grid.tsx';
import { ExcludeSheet } from './exclude-sheet.tsx';
import { Loupe } from './loupe.tsx';
import { StitchSheet } from './stitch-sheet.tsx';
import { TagSheet } from './tag-sheet.tsx';

/** Triage: grid and loupe, accept, exclude with a reason, tags. Every decision goes on to the next item. */
export function EvidenceScreen() {
  const say = useSay();
  const { folder } = useCase();
  const { selected, loupe, filter, decision, tile, set } = useWindow();
  const all = useRows();
  const shown = useShownRows();
  const [sheet, setSheet] = useState<'exclude' | 'tag' | 'stitch' | null>(null);
  const decide = useChange('evidence.decide');
  const tag = useChange('evidence.tag');
  const chosen = shown.filter(({ item }) => selected.includes(item));
  const at = shown.findIndex(({ item }) => item === selected.at(-1));
  const current: EvidenceRow | undefined = shown[at];
  const go = (to: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (row) set({ selected: [row.item] });
  };
  const settle = (how: { is: 'accepted' } | { is: 'undecided' } | { is: 'excluded'; reason: string }) => {
    if (chosen.length === 0) return;
    decide.mutate({ case: folder, items: chosen.map(({ item }) => item), decision: how });
    const [first] = chosen;
    set({
      said: say('decided', {
        title: chosen.length === 1 ? (first?.title ?? '') : say('selectedCount', { count: chosen.length }),
        decision: say(how.is),
      }),
    });
    if (how.is !== 'undecided' && chosen.length === 1) go(at + 1);
  };
  const pictures = all.filter(({ kind, pictured }) => kind === 'import' && pictured).length;
  const tags = tagsOf(all);
  const toggleTag = (name: string) => {
    if (chosen.length === 0) return;
    const on = !chosen.every((row) => row.tags.includes(name));
    tag.mutate({ case: folder, items: chosen.map(({ item }) => item), tag: name, on });
  };
  const zoomKeys = loupe
    ? {}
    : { '+': () => set({ tile: Math.min(360, tile + 32) }), '-': () => set({ tile: Math.max(112, tile - 32) }) };
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
    ...Object.fromEntries(tags.slice(0, 9).map((name, place) => [String(place + 1), () => toggleTag(name)])),
    ...zoomKeys,
  });
  const openLoupe = useCallback(() => useWindow.getState().set({ loupe: true }), []);
  if (all.length === 0) {
    return (
      <Empty title={say('emptyEvidence')} next={say('emptyEvidenceNext')}>
        <Button onPress={() => set({ screen: 'inbox' })}>{say('goTo', { place: say('inbox') })}</Button>
      </Empty>
    );
  }
  const counts = (name: 'undecided' | 'accepted' | 'excluded') => all.filter((row) => row.decision === name).length;
  const trouble = decide.error ?? tag.error;
  return (
    <>
      <div className="bar">
        <span className="segment">
          <Segment on={!loupe} words={say('grid')} onPress={() => set({ loupe: false })} />
          <Segment on={loupe} words={say('loupe')} onPress={() => current && set({ loupe: true })} />
        </span>
        <span className="bare-label">
          <Choice
            quiet
            label={say('outcome')}
            value={decision}
            options={[
              ['all', `${say('all')} ${all.length}`],
              ['undecided', `${say('undecided')} ${counts('undecided')}`],
              ['accepted', `${say('accepted')} ${counts('accepted')}`],
              ['excluded', `${say('excluded')} ${counts('excluded')}`],
            ]}
            onChange={(chosenDecision) => set({ decision: chosenDecision })}
          />
        </span>
        <Field
          className="filter-input bare-label"
          label={say('filterWords')}
          placeholder={say('filterWords')}
          value={filter}
          onChange={(text) => set({ filter: text })}
        />
        <span className="spring" />
        <span className="soft small">
          {chosen.length > 1
            ? say('selectedCount', { count: chosen.length })
            : current
              ? say('position', { at: at + 1, of: shown.length })
              : ''}
        </span>
        <Button disabled={chosen.length === 0} onPress={() => settle({ is: 'accepted' })}>
          {say('accept')} <kbd>P</kbd>
        </Button>
        <Button disabled={chosen.length === 0} onPress={() => setSheet('exclude')}>
          {say('exclude')} <kbd>X</kbd>
        </Button>
        <Button disabled={chosen.length === 0} onPress={() => settle({ is: 'undecided' })}>
          {say('undecide')} <kbd>U</kbd>
        </Button>
        <Button disabled={chosen.length === 0} onPress={() => setSheet('tag')}>
          {say('addTag')} <kbd>N</kbd>
        </Button>
        {pictures > 1 ? <Button onPress={() => setSheet('stitch')}>{say('stitch')}</Button> : null}
      </div>
      {trouble ? <Trouble error={trouble} /> : null}
      {shown.length === 0 ? (
        <Empty title={say('nothingFits')}>
          <Button onPress={() => set({ filter: '', decision: 'all' })}>{say('showAll')}</Button>
        </Empty>
      ) : loupe && current ? (
        <Loupe key={current.item} row={current} />
      ) : (
        <EvidenceGrid rows={shown} onOpen={openLoupe} />
      )}
      {sheet === 'exclude' ? (
        <ExcludeSheet
          onClose={() => setSheet(null)}
          exclude={(reason) => {
            setSheet(null);
            settle({ is: 'excluded', reason });
          }}
        />
      ) : null}
      {sheet === 'stitch' ? (
        <StitchSheet items={chosen.map(({ item }) => item)} onClose={() => setSheet(null)} />
      ) : null}
      {sheet === 'tag' ? (
        <TagSheet
          tags={tags}
          onClose={() => setSheet(null)}
          toggle={(name) => {
            setSheet(null);
            toggleTag(name);
          }}
        />
      ) : null}
    </>
  );
}

function Segment({ on, words, onPress }: { on: boolean; words: string; onPress: () => void }) {
  return (
    <button type="button" className={`button ${on ? 'on' : ''}`} aria-pressed={on} onClick={onPress}>
      {words}
    </button>
  );
}
