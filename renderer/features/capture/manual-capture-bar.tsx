import { useState } from 'react';
import { takeNow } from '../../state/capture-queue.ts';
import { useCase, useHere, useLanguage } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

/** While a browser window is in the person's hands: what it waits for, and the word to go on. */
export function ManualCaptureBar() {
  const say = useSay();
  const language = useLanguage();
  const { folder } = useCase();
  const { hand } = useHere();
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  if (!hand) return null;
  const take = () => {
    setTrouble(null);
    takeNow(folder, language).catch((error: unknown) => {
      if (error instanceof WorkbenchError) setTrouble(error);
    });
  };
  return (
    <div className="queue-head hand" role="alert">
      <h2>{say('pageInHands')}</h2>
      <span className="small">{hand.message}</span>
      <span className="spring" />
      <Button kind="main" onPress={() => take()}>
        {say(hand.what === 'login' ? 'loggedIn' : 'captureScreen')}
      </Button>
      {trouble ? <Trouble error={trouble} /> : null}
    </div>
  );
}
