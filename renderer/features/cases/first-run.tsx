import { useState } from 'react';
import { offer, runLong, useRunning } from '../../state/work.ts';
import { useAsked } from '../../state/queries.ts';
import { Button, Progress, Trouble } from '../../ui/controls.tsx';
import { WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';

/** What the program does, in three steps, and a case to try it on. No video. */
export function FirstRun() {
  const say = useSay();
  const newFolder = useAsked('window.place', { title: 'demo' }).data?.folder;
  const running = useRunning(['demo.run']);
  const [trouble, setTrouble] = useState<WorkbenchError | null>(null);
  const run = () => {
    if (newFolder === undefined) return;
    runLong('demo.run', { folder: newFolder.replace(/[\\/][^\\/]*$/, '') }).then(
      ({ case: folder }) => offer('demo.run', folder), // whoever began it is at something else by now
      (error: unknown) => {
        if (error instanceof WorkbenchError && error.code !== 'cancelled') setTrouble(error);
      },
    );
  };
  return (
    <section>
      <h2>{say('welcome')}</h2>
      <ol className="three-steps">
        <li>{say('stepOne')}</li>
        <li>{say('stepTwo')}</li>
        <li>{say('stepThree')}</li>
      </ol>
      <div className="stack">
        <div className="row">
          <Button onPress={run} disabled={running !== undefined || newFolder === undefined}>
            {say('runDemo')}
          </Button>
          <span className="soft">{say('demoSays')}</span>
        </div>
        {running ? (
          <>
            <p className="soft small">{running.subject ?? say('demoRuns')}</p>
            <Progress label={say('demoRuns')} done={running.done} of={running.all} />
          </>
        ) : null}
        {trouble ? <Trouble error={trouble} /> : null}
      </div>
    </section>
  );
}
