import { useWindow } from '../state/window-state.ts';
import { ModalSheet } from '../ui/controls.tsx';
import { useSay, type Word } from '../words/words.ts';

type Line = readonly [keys: string, word: Word];

const groups: readonly (readonly [Word, readonly Line[]])[] = [
  [
    'keysEverywhere',
    [
      ['Ctrl K', 'keyPalette'],
      ['Ctrl F', 'keyFind'],
      ['?', 'keySheet'],
      ['Alt 1–9', 'keyWays'],
      ['T', 'keySpread'],
      ['Ctrl ,', 'keySettings'],
      ['Ctrl Shift V', 'keyVerify'],
      ['Ctrl N', 'keyNewCase'],
    ],
  ],
  [
    'items',
    [
      ['P', 'keyAccept'],
      ['X', 'keyExclude'],
      ['U', 'keyUndecide'],
      ['1–9', 'keyTags'],
      ['G / E', 'keyGrid'],
      ['← →  [ ]', 'keyNext'],
      ['+ − 0', 'keyZoom'],
      ['M', 'drawPart'],
      ['C', 'cutOut'],
      ['O', 'paintOver'],
      ['K', 'mark'],
      ['W', 'traceWords'],
    ],
  ],
  [
    'exhibits',
    [
      ['Alt ↑ ↓', 'keyMove'],
      ['F2', 'keyEdit'],
      ['Ctrl Z / Ctrl Shift Z', 'keyUndo'],
    ],
  ],
  [
    'bundle',
    [
      ['Ctrl E', 'keyBuild'],
      ['PgUp / PgDn', 'keyPages'],
      ['Ctrl G', 'keyGoPage'],
    ],
  ],
];

/** Every shortcut on one sheet. */
export function KeysSheet() {
  const say = useSay();
  const set = useWindow((state) => state.set);
  return (
    <ModalSheet title={say('keys')} onClose={() => set({ overlay: null })}>
      {groups.map(([name, lines]) => (
        <section key={name} className="keys-group">
          <h3>{say(name)}</h3>
          <div className="keys-grid">
            {lines.map(([keys, word]) => (
              <div key={keys}>
                <span>{say(word)}</span> <kbd>{keys}</kbd>
              </div>
            ))}
          </div>
        </section>
      ))}
    </ModalSheet>
  );
}
