import { useState } from 'react';
import type { Region } from '../../../../shared/case/exhibit.ts';
import { useShortcuts } from '../../../state/shortcuts.ts';

/** The regions that a person drew on a picture, and whether one is being drawn. Escape forgets them, then stops drawing. */
export function useDrawnParts() {
  const [parts, setParts] = useState<readonly Region[]>([]);
  const [drawing, setDrawing] = useState(false);
  useShortcuts({ Escape: () => (parts.length > 0 ? setParts([]) : setDrawing(false)) }, drawing, true);
  return {
    parts,
    drawing,
    draw: setDrawing,
    add: (part: Region) => setParts((before) => [...before, part]),
    forget: () => {
      setParts([]);
      setDrawing(false);
    },
  };
}

export type DrawnParts = ReturnType<typeof useDrawnParts>;
