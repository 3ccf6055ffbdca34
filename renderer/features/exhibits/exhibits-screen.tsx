import { Button, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { ListedExhibits } from './listed-exhibits.tsx';
import { UnlistedItems } from './unlisted-items.tsx';
import { useArranging, useArrangingKeys, useJumpToCell, type Arranging } from './use-arranging.ts';
import { useExhibitDrag } from './use-exhibit-drag.ts';

/** Two lists, unlisted and listed. Numbers re-flow as one moves; every change can be taken back. */
export function ExhibitsScreen() {
  const arranging = useArranging();
  const drag = useExhibitDrag(arranging);
  useArrangingKeys(arranging);
  useJumpToCell(arranging.edit);
  return (
    <>
      <ArrangementBar arranging={arranging} />
      {arranging.trouble ? <Trouble error={arranging.trouble} /> : null}
      <div className="exhibits">
        <UnlistedItems arranging={arranging} drag={drag.unlisted} />
        <ListedExhibits arranging={arranging} drag={drag.listed} />
      </div>
    </>
  );
}

function ArrangementBar({ arranging }: { arranging: Arranging }) {
  const say = useSay();
  const { chosenListed, chosenUnlisted, add, takeOut, undo, redo } = arranging;
  return (
    <div className="bar">
      <Button disabled={chosenUnlisted.length === 0} onPress={() => add(new Set(chosenUnlisted), null)}>
        {say('addToList')} →
      </Button>
      <Button disabled={chosenListed.length === 0} onPress={takeOut}>
        ← {say('takeOut')}
      </Button>
      <span className="spring" />
      <Button kind="bare" disabled={undo === null} onPress={() => undo?.()}>
        {say('undo')}
      </Button>
      <Button kind="bare" disabled={redo === null} onPress={() => redo?.()}>
        {say('redo')}
      </Button>
    </div>
  );
}
