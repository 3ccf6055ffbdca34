import type { FileRow } from '../../state/case-state.ts';
import { useRowOf } from '../../state/queries.ts';
import { useCase, useHere } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { Foreign, RankMark, OutcomeMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

/** One file on its way in; a refused one says why, what became of it, and what to do. */
export function FileLine({ file }: { file: FileRow }) {
  const say = useSay();
  const { key } = useCase();
  const { selected, set } = useHere();
  const row = useRowOf(file.item?.item);
  const item = file.item?.item;
  return (
    <li className={`queue-row ${item !== undefined && selected.at(-1) === item ? 'chosen' : ''}`}>
      {row?.pictured ? (
        <img className="small-picture" src={`/case/${key}/thumb/${row.item}`} alt="" loading="lazy" />
      ) : (
        <span className="small-picture" />
      )}
      <div className="what">
        <div className="address">
          <Foreign text={file.name} />
        </div>
        {file.error ? (
          <div className="why">
            {file.error.message} {file.error.evidence} {file.error.next}
          </div>
        ) : null}
        {file.item?.warnings.map(({ code, message }) => (
          <div key={code} className="why">
            {message}
          </div>
        ))}
      </div>
      <span>
        <FileMark file={file} />
      </span>
      <span className="actions">
        {item === undefined ? null : (
          <Button kind="bare" onPress={() => set({ selected: [item] })}>
            {say('show')}
          </Button>
        )}
      </span>
    </li>
  );
}

function FileMark({ file }: { file: FileRow }) {
  const say = useSay();
  switch (file.state) {
    case 'waiting':
      return <RankMark rank="waiting" word={say('waiting')} />;
    case 'running':
      return <RankMark rank="waiting" word={say('runningNow')} />;
    case 'refused':
      return <RankMark rank="failed" word={say('refused')} />;
    case 'stopped':
      return <RankMark rank="waiting" word={say('stopped')} />;
    case 'taken':
      return file.item ? <OutcomeMark outcome={file.item.outcome} /> : <RankMark rank="passed" word={say('done')} />;
  }
}
