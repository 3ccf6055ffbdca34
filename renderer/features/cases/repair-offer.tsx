import { Running } from '../../app/running.tsx';
import { useLong } from '../../state/use-long.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import type { WorkbenchError } from '../../workbench-client.ts';
import { useSay } from '../../words/words.ts';
import { RepairOutcome } from '../maintenance/repair-outcome.tsx';

/** A case whose database is lost or damaged cannot be opened, and so is repaired from here. */
export function RepairOffer(props: { trouble: WorkbenchError; folder: string; open: (folder: string) => void }) {
  const { trouble, folder, open } = props;
  const say = useSay();
  const repair = useLong('case.repair', folder);
  if (folder === '' || !['not-a-case', 'case-damaged'].includes(trouble.code)) return null;
  return (
    <section className="outcome">
      <p className="soft">{say('repairSays')}</p>
      <div className="row">
        <Button onPress={() => void repair.run({ case: folder })} disabled={repair.running !== undefined}>
          {say('repairNow')}
        </Button>
        {repair.result ? <Button onPress={() => open(folder)}>{say('openCase')}</Button> : null}
      </div>
      <Running work={repair.running} says="repairing" />
      {repair.trouble ? <Trouble error={repair.trouble} /> : null}
      {repair.result ? <RepairOutcome result={repair.result} /> : null}
    </section>
  );
}
