import { useState } from 'react';
import type { Region } from '../../../../shared/case/exhibit.ts';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import type { EvidenceRow } from '../../../../shared/window/rows.ts';
import { useShortcuts } from '../../../state/shortcuts.ts';
import { Button } from '../../../ui/controls.tsx';
import { useSay } from '../../../words/words.ts';
import { CutSheet } from './cut-sheet.tsx';
import { MarkSheet } from './mark-sheet.tsx';
import { PaintSheet } from './paint-sheet.tsx';
import { TraceSheet } from './trace-sheet.tsx';
import type { Aim } from './aim.ts';

type Act = 'cut' | 'paint' | 'mark' | 'trace';

/** The acts on a part of the picture, or on words of it, in the loupe's bar. */
export function PictureTools(props: {
  row: EvidenceRow;
  record: ItemRecord;
  parts: readonly Region[];
  drawing: boolean;
  canDraw: boolean;
  draw: (on: boolean) => void;
  forget: () => void;
}) {
  const { row, record, parts, drawing, canDraw, draw, forget } = props;
  const say = useSay();
  const [aim, setAim] = useState<(Aim & Readonly<{ act: Act }>) | null>(null);
  const captured = record.kind === 'capture';
  const begin = (act: Act) => setAim({ act, row, parts, words: selectedWords() });
  const close = () => {
    setAim(null);
    forget();
  };
  useShortcuts({
    m: () => canDraw && draw(!drawing),
    c: () => captured && begin('cut'),
    o: () => begin('paint'),
    k: () => begin('mark'),
    w: () => captured && begin('trace'),
  });
  const Act = aim && { cut: CutSheet, paint: PaintSheet, mark: MarkSheet, trace: TraceSheet }[aim.act];
  return (
    <>
      <button
        type="button"
        className={`button bare ${drawing ? 'on' : ''}`}
        aria-pressed={drawing}
        disabled={!canDraw}
        title={canDraw ? say('drawSays') : say('onlyOne')}
        onClick={() => draw(!drawing)}
      >
        {say('drawPart')} <kbd>M</kbd>
      </button>
      {captured ? (
        <Button kind="bare" onPress={() => begin('cut')}>
          {say('cutOut')} <kbd>C</kbd>
        </Button>
      ) : null}
      <Button kind="bare" onPress={() => begin('paint')}>
        {say('paintOver')} <kbd>O</kbd>
      </Button>
      <Button kind="bare" onPress={() => begin('mark')}>
        {say('mark')} <kbd>K</kbd>
      </Button>
      {captured ? (
        <Button kind="bare" onPress={() => begin('trace')}>
          {say('traceWords')} <kbd>W</kbd>
        </Button>
      ) : null}
      {aim && Act ? <Act aim={aim} onClose={close} /> : null}
    </>
  );
}

/** Words selected on the picture: what stands on several lines of it is one text. */
function selectedWords(): string {
  return (window.getSelection()?.toString() ?? '').replace(/\s*\n\s*/g, '').trim();
}
