import { takeNow, useInbox } from '../../state/inbox.ts';
import { useCase, useLanguage } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { useSay } from '../../words/words.ts';

/** While a browser window is in the person's hands: what it waits for, and the word to go on. */
export function HandBar() {
  const say = useSay();
  const language = useLanguage();
  const { folder } = useCase();
  const hand = useInbox((state) => state.hand);
  if (!hand) return null;
  return (
    <div className="queue-head hand" role="alert">
      <h2>{say('pageInHands')}</h2>
      <span className="small">{hand.message}</span>
      <span className="spring" />
      <Button kind="main" onPress={() => void takeNow(folder, language)}>
        {say(hand.what === 'login' ? 'loggedIn' : 'captureScreen')}
      </Button>
    </div>
  );
}
