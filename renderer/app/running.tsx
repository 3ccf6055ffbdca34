import { secondsLeft, type Work } from '../state/work.ts';
import { Button, Progress } from '../ui/controls.tsx';
import { Foreign } from '../ui/marks.tsx';
import { useSay, type Word } from '../words/words.ts';
import { useNow } from './status-bar.tsx';

/** Long work where it was begun: how far, how long still, and a way to stop it. */
export function Running({ work, says }: { work: Work | undefined; says: Word }) {
  const say = useSay();
  const now = useNow(1_000);
  if (!work) return null;
  const left = secondsLeft(work, now);
  const words = say(says, { done: work.done, of: work.all ?? '?' });
  return (
    <div className="running" role="status">
      <div className="row">
        <span>{words}</span>
        <span className="soft mono running-subject">
          <Foreign text={work.subject ?? ''} />
        </span>
        <span className="spring" />
        <span className="soft">{left === null ? '' : say('timeLeft', { seconds: left })}</span>
        <Button onPress={work.stop}>{say('cancel')}</Button>
      </div>
      <Progress label={words} done={work.done} of={work.all} />
    </div>
  );
}
