import { useCallback } from 'react';
import { changeCaseState } from '../../state/case-state.ts';
import { useCase, useHere, useWindow } from '../../state/window-state.ts';
import { Button, Empty, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { ItemGrid } from './grid/item-grid.tsx';
import { Loupe } from './picture/loupe.tsx';
import { TriageBar } from './triage/triage-bar.tsx';
import { TriageSheets } from './triage/triage-sheets.tsx';
import { useTriage, useTriageKeys, type TriageState } from './triage/use-triage.ts';

/** Triage: grid and loupe, accept, exclude with a reason, tags. */
export function ItemsScreen() {
  const triage = useTriage();
  useTriageKeys(triage);
  if (triage.all.length === 0) return <NoItems />;
  return (
    <>
      <TriageBar triage={triage} />
      {triage.trouble ? <Trouble error={triage.trouble} /> : null}
      <ShownItems triage={triage} />
      <TriageSheets triage={triage} />
    </>
  );
}

function NoItems() {
  const say = useSay();
  const set = useWindow((state) => state.set);
  return (
    <Empty title={say('emptyItems')} next={say('emptyItemsNext')}>
      <Button onPress={() => set({ screen: 'capture' })}>{say('goTo', { target: say('capture') })}</Button>
    </Empty>
  );
}

function ShownItems({ triage: { shown, current } }: { triage: TriageState }) {
  const say = useSay();
  const { folder } = useCase();
  const { loupe, set } = useHere();
  const openLoupe = useCallback(() => changeCaseState(folder, { loupe: true }), [folder]);
  if (shown.length === 0) {
    return (
      <Empty title={say('nothingFits')}>
        <Button onPress={() => set({ filter: '', decision: 'all' })}>{say('showAll')}</Button>
      </Empty>
    );
  }
  if (loupe && current) return <Loupe key={current.item} row={current} />;
  return <ItemGrid rows={shown} onOpen={openLoupe} />;
}
