import { useWindow } from '../../state/window-state.ts';
import { Parts } from '../../ui/parts.tsx';
import { useSay } from '../../words/words.ts';
import { DeadlinesPart } from './deadlines-part.tsx';
import { ObligationsPart } from './obligations-part.tsx';
import { TermsPart } from './terms-part.tsx';
import { WatchPart } from '../watch/watch-part.tsx';

/** What follows the order: its terms, the dates to keep, what is seen of each obligation, and the addresses watched for it. */
export function OrderScreen() {
  const say = useSay();
  const { orderPart, set } = useWindow();
  return (
    <Parts
      label={say('order')}
      chosen={orderPart}
      onChoose={(part) => set({ orderPart: part })}
      parts={[
        { id: 'terms', words: say('terms'), content: <TermsPart /> },
        { id: 'deadlines', words: say('deadlines'), content: <DeadlinesPart /> },
        { id: 'obligations', words: say('obligations'), content: <ObligationsPart /> },
        { id: 'watch', words: say('watch'), content: <WatchPart /> },
      ]}
    />
  );
}
