import type { FileRow } from '../../state/inbox.ts';
import { useRowOf } from '../../state/queries.ts';
import { useCase, useWindow } from '../../state/window-state.ts';
import { Button } from '../../ui/controls.tsx';
import { Foreign, Mark, OutcomeMark } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

/** One file on its way in; a refused one says why, what became of it, and what to do. */
export function FileLine({ file }: { file: FileRow }) {
  const say = useSay();
  const { key } = useCase();
  const { selected, set } = useWindow();
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
          <Foreign text={file.path.replace(/^.*[\\/]/, '')} />
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
      return <Mark rank="waiting" word={say('waiting')} />;
    case 'running':
      return <Mark rank="waiting" word={say('runningNow')} />;
    case 'refused':
      return <Mark rank="failed" word={say('refused')} />;
    case 'stopped':
      return <Mark rank="waiting" word={say('stopped')} />;
    case 'taken':
      return file.item ? <OutcomeMark outcome={file.item.outcome} /> : <Mark rank="passed" word={say('complete')} />;
  }
}
