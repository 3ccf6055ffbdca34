import { useState } from 'react';
import type { Order } from '../../../shared/order/order.ts';
import { useWindow } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';
import { Reconsiderations } from './reconsiderations.tsx';
import { ServedParties } from './served-parties.tsx';
import { TermFields } from './term-fields.tsx';
import { useOrder } from './use-order.ts';
import { readOf, writtenOf, type WrittenOrder } from './written-order.ts';

/** What the ruling says: its number, its days, its term, to whom it was served, and who asked for review. */
export function TermsPart() {
  const { state, trouble, save, saving } = useOrder();
  if (!state) return trouble ? <Trouble error={trouble} /> : null;
  return (
    <div className="page">
      {trouble ? <Trouble error={trouble} /> : null}
      <TermsForm key={JSON.stringify(state.order)} order={state.order} save={save} saving={saving} />
    </div>
  );
}

function TermsForm(props: { order: Order; save: (order: Order, done: () => void) => void; saving: boolean }) {
  const { order, save, saving } = props;
  const say = useSay();
  const set = useWindow((state) => state.set);
  const [written, setWritten] = useState(() => writtenOf(order));
  const part = (change: Partial<WrittenOrder>) => setWritten({ ...written, ...change });
  const read = readOf(written, order);
  const changed = JSON.stringify(written) !== JSON.stringify(writtenOf(order));
  return (
    <div className="stack">
      <p className="soft">{say('termsSay')}</p>
      <TermFields written={written} part={part} />
      <ServedParties written={written} part={part} />
      <Reconsiderations written={written} part={part} />
      <div className="row form-end">
        <Button
          kind="main"
          disabled={!changed || read === null || saving}
          onPress={() => read && save(read, () => set({ said: say('orderSaved') }))}
        >
          {say('registerOrder')}
        </Button>
      </div>
    </div>
  );
}
