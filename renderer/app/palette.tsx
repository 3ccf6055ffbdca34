import { useState, type KeyboardEvent } from 'react';
import { navItems } from '../../shared/window/nav-items.ts';
import type { Hit } from '../../shared/window/rows.ts';
import { changeCaseState } from '../state/case-state.ts';
import { useAsked, useRowOf } from '../state/queries.ts';
import { toCases, useWindow } from '../state/window-state.ts';
import { ModalSheet } from '../ui/controls.tsx';
import { Foreign } from '../ui/marks.tsx';
import { useSay } from '../words/words.ts';

type Line = { id: string; act: () => void } & ({ is: 'command'; words: string } | { is: 'hit'; hit: Hit });

/** Search over everything, and everything that can be done, from one field. */
export function Palette() {
  const say = useSay();
  const set = useWindow((state) => state.set);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const close = () => set({ overlay: null });
  const { lines, found, wanted } = usePaletteLines(text);
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
    <ModalSheet title={say('searchOrDo')} hideTitle onClose={close}>
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
        {lines.map((line, index) => (
          <div
            key={line.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
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
    </ModalSheet>
  );
}

/** The commands and what the case's search found for a text, in the order in which they are shown. */
function usePaletteLines(text: string) {
  const say = useSay();
  const { caseFile, settings, set, change } = useWindow();
  const found = useAsked(
    'search.run',
    { case: caseFile?.folder ?? '', text, limit: 40 },
    { enabled: caseFile !== null && text.trim() !== '' },
  ).data;

  const go = (words: string, act: () => void): Line => ({ id: words, is: 'command', words, act });
  const commands: readonly Line[] = [
    ...(caseFile ? navItems.map((way) => go(say('goTo', { target: say(way) }), () => set({ screen: way }))) : []),
    go(say('goTo', { target: say('settings') }), () => set({ screen: 'settings' })),
    go(say('allCases'), () => toCases()),
    go(say('theme'), () => change({ ...settings, theme: settings.theme === 'dark' ? 'light' : 'dark' })),
    go(say('otherLanguage'), () => change({ ...settings, language: settings.language === 'en' ? 'zh-CN' : 'en' })),
    go(say('keys'), () => set({ overlay: 'keys' })),
  ];
  const wanted = text.trim().toLowerCase();
  const hits = wanted === '' ? [] : (found?.hits ?? []);
  const lines: readonly Line[] = [
    ...commands.filter((line) => line.is === 'command' && line.words.toLowerCase().includes(wanted)).slice(0, 12),
    ...hits.map((hit, index): Line => ({
      id: `${hit.item} ${index}`,
      is: 'hit',
      hit,
      act: () => {
        if (!caseFile) return;
        changeCaseState(caseFile.folder, { selected: [hit.item], filter: '', decision: 'all' });
        set({ screen: hit.field === 'exhibit' ? 'exhibits' : 'items' });
      },
    })),
  ];
  return { lines, found, wanted };
}

function HitWords({ hit }: { hit: Hit }) {
  const say = useSay();
  const row = useRowOf(hit.item);
  const where = { title: 'exhibitTitle', address: 'address', text: 'text', exhibit: 'exhibits' } as const;
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
