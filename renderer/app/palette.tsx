import { useState, type KeyboardEvent } from 'react';
import { caseWays } from '../../shared/window/ways.ts';
import type { Hit } from '../../shared/window/rows.ts';
import { useAsked, useRowOf } from '../state/queries.ts';
import { toCases, useWindow } from '../state/window-state.ts';
import { Sheet } from '../ui/controls.tsx';
import { Foreign } from '../ui/marks.tsx';
import { useSay } from '../words/words.ts';

type Line = { id: string; act: () => void } & ({ is: 'command'; words: string } | { is: 'hit'; hit: Hit });

/** Search over everything, and everything that can be done, from one field. */
export function Palette() {
  const say = useSay();
  const { kase, settings, set, change } = useWindow();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const close = () => set({ overlay: null });
  const found = useAsked(
    'search.run',
    { case: kase?.folder ?? '', text, limit: 40 },
    { enabled: kase !== null && text.trim() !== '' },
  ).data;

  const go = (words: string, act: () => void): Line => ({ id: words, is: 'command', words, act });
  const commands: readonly Line[] = [
    ...(kase ? caseWays.map((way) => go(say('goTo', { place: say(way) }), () => set({ screen: way }))) : []),
    go(say('goTo', { place: say('settings') }), () => set({ screen: 'settings' })),
    go(say('allCases'), () => toCases()),
    go(say('theme'), () => change({ ...settings, theme: settings.theme === 'dark' ? 'light' : 'dark' })),
    go(say('otherLanguage'), () => change({ ...settings, language: settings.language === 'en' ? 'zh-CN' : 'en' })),
    go(say('keys'), () => set({ overlay: 'keys' })),
  ];
  const wanted = text.trim().toLowerCase();
  const hits = wanted === '' ? [] : (found?.hits ?? []);
  const lines: readonly Line[] = [
    ...commands.filter((line) => line.is === 'command' && line.words.toLowerCase().includes(wanted)).slice(0, 12),
    ...hits.map((hit, place): Line => ({
      id: `${hit.item} ${place}`,
      is: 'hit',
      hit,
      act: () =>
        set({
          screen: hit.field === 'exhibit' ? 'binder' : 'evidence',
          selected: [hit.item],
          filter: '',
          decision: 'all',
        }),
    })),
  ];
  const chosen = Math.min(at, Math.max(0, lines.length - 1));
  const act = (line: Line | undefined) => {
    close();
    line?.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, lines.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') act(lines[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title={say('searchOrDo')} hideTitle onClose={close}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-label={say('searchOrDo')}
        {...(lines[chosen] && { 'aria-activedescendant': `palette-${chosen}` })}
        autoFocus
        placeholder={say('searchOrDo')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-list" role="listbox" aria-label={say('searchOrDo')} className="palette-list">
        {lines.map((line, place) => (
          <div
            key={line.id}
            id={`palette-${place}`}
            role="option"
            aria-selected={place === chosen}
            className="palette-line"
            onClick={() => act(line)}
          >
            {line.is === 'command' ? line.words : <HitWords hit={line.hit} />}
          </div>
        ))}
      </div>
      <p className="soft small" role="status">
        {wanted !== '' && found
          ? found.total === 0
            ? say('nothingFound')
            : say('found', { count: found.total })
          : ' '}
        {found && found.indexed < found.of ? ` · ${say('stillReading', { indexed: found.indexed, of: found.of })}` : ''}
      </p>
    </Sheet>
  );
}

function HitWords({ hit }: { hit: Hit }) {
  const say = useSay();
  const row = useRowOf(hit.item);
  const where = { title: 'exhibitTitle', address: 'address', text: 'text', exhibit: 'binder' } as const;
  return (
    <>
      <span>
        {hit.field === 'title' || !row ? null : (
          <>
            <Foreign text={row.title} />
            <br />
          </>
        )}
        <span className="soft">
          <Foreign text={hit.before} />
        </span>
        <mark>
          <Foreign text={hit.match} />
        </mark>
        <span className="soft">
          <Foreign text={hit.after} />
        </span>
      </span>
      <span className="where">{say(where[hit.field])}</span>
    </>
  );
}
