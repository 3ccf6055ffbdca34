import { Running } from '../../app/running.tsx';
import { useAsked } from '../../state/queries.ts';
import { useLong } from '../../state/use-long.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, Trouble } from '../../ui/controls.tsx';
import { Hash, RankMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

/** What can be deposited with a preservation service from the first night: the list of hashes and one archive an item. */
export function DepositPart() {
  const say = useSay();
  const { folder } = useCase();
  const out = useAsked('window.beside', { case: folder, what: 'digests' }).data?.path ?? '';
  const writing = useLong('digests.export');
  return (
    <section className="stack deposit">
      <h2>{say('depositHead')}</h2>
      <p className="soft">{say('depositSays')}</p>
      <div className="row">
        <Button
          disabled={out === '' || writing.running !== undefined}
          onPress={() => void writing.run({ case: folder, out })}
        >
          {say('writeDigests')}
        </Button>
      </div>
      <Running work={writing.running} says="writingDigests" />
      {writing.trouble ? <Trouble error={writing.trouble} /> : null}
      {writing.result ? (
        <div className="outcome" aria-live="polite">
          <p className="lead">
            <RankMark rank="passed" word={say('digestsWritten', { count: writing.result.archives.length })} />
          </p>
          <p className="mono">{writing.result.list.path}</p>
          <Hash value={writing.result.list.sha256} />
        </div>
      ) : null}
    </section>
  );
}
