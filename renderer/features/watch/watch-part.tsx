import { useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { shownToSites, views } from '../../../shared/window/settings.ts';
import { Running } from '../../app/running.tsx';
import { useAsked, useChange } from '../../state/queries.ts';
import { useLong } from '../../state/use-long.ts';
import { useCase, useShowItem, useWindow } from '../../state/window-state.ts';
import { Button, Empty, Trouble } from '../../ui/controls.tsx';
import { Foreign, RankMark, ShortMoment, type Rank } from '../../ui/marks.tsx';
import { useSay, type Word } from '../../words/words.ts';
import { WatchSheet } from './watch-sheet.tsx';

type State = Output<'watch.keep'>;

/** The addresses that are captured again and again: what is expected, what was seen, what changed. */
export function WatchPart() {
  const say = useSay();
  const { folder } = useCase();
  const { settings } = useWindow();
  const asked = useAsked('watch.keep', { case: folder, list: null });
  const change = useChange('watch.keep');
  const watching = useLong('watch.run');
  const [adding, setAdding] = useState(false);
  const { capture } = settings;
  const run = (until: 'all-once' | 'stopped') =>
    void watching.run({
      case: folder,
      until,
      concurrency: capture.concurrency,
      view: { device: capture.device, ...views[capture.device], scale: capture.scale },
      timeout: capture.timeout,
      operator: settings.operator === '' ? null : settings.operator,
      allowPrivateNetwork: capture.allowPrivateNetwork,
      throughProxy: capture.throughProxy,
      ...shownToSites(capture),
    });
  const state = asked.data;
  const list = state?.list ?? [];
  const set = (next: State['list'], done?: () => void) =>
    change.mutate({ case: folder, list: next }, done ? { onSuccess: done } : {});
  const trouble = asked.error ?? change.error ?? (watching.trouble?.code === 'cancelled' ? null : watching.trouble);
  return (
    <div className="page">
      <div className="row note">
        <Button kind={list.length === 0 ? 'main' : 'plain'} onPress={() => setAdding(true)}>
          {say('addWatched')}
        </Button>
        <span className="spring" />
        {list.length === 0 ? null : watching.running ? (
          <Button onPress={watching.running.stop}>{say('stopWatching')}</Button>
        ) : (
          <>
            <Button onPress={() => run('all-once')}>{say('checkAllNow')}</Button>
            <Button kind="main" onPress={() => run('stopped')}>
              {say('keepWatching')}
            </Button>
          </>
        )}
      </div>
      {list.length === 0 ? null : <p className="soft small">{say('watchSays')}</p>}
      <Running work={watching.running} says="watching" />
      {trouble ? <Trouble error={trouble} /> : null}
      {state && list.length === 0 ? <Empty title={say('emptyWatch')} next={say('emptyWatchNext')} /> : null}
      <ul className="watched-list">
        {state?.addresses.map((address, at) => (
          <WatchedLine
            key={address.url}
            address={address}
            cells={state.table.rows[at] ?? []}
            every={list[at]?.everyMinutes ?? 0}
            remove={() => set(list.filter(({ url }) => url !== address.url))}
          />
        ))}
      </ul>
      {adding ? (
        <WatchSheet
          list={list}
          trouble={change.error}
          keep={(next) => set(next, () => setAdding(false))}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

function metMark({ checks, met }: State['addresses'][number]): readonly [Rank, Word] {
  if (checks === 0) return ['waiting', 'notChecked'];
  if (met === null) return ['unsure', 'cannotTell'];
  return met ? ['passed', 'asExpected'] : ['failed', 'notAsExpected'];
}

function WatchedLine(props: {
  address: State['addresses'][number];
  cells: readonly string[];
  every: number;
  remove: () => void;
}) {
  const { address, cells, every, remove } = props;
  const say = useSay();
  const show = useShowItem();
  const [rank, word] = metMark(address);
  const [, expected = '', now = '', frame = '', , next = ''] = cells;
  return (
    <li className="watched">
      <div className="row">
        <RankMark rank={rank} word={say(word)} />
        <span className="mono spring">
          <Foreign text={address.url} />
        </span>
        <Button kind="bare" onPress={remove} label={`${say('remove')}: ${address.url}`}>
          {say('remove')}
        </Button>
      </div>
      <p>
        {say('expected')}: <Foreign text={expected} /> ·{' '}
        {every % 60 === 0 ? say('everyHours', { count: every / 60 }) : say('everyMinutes', { count: every })} ·{' '}
        {say('checksDone', { count: address.checks })} · {say('nextCheck')} {next}
      </p>
      {address.checks === 0 ? null : <p className="soft small">{now}</p>}
      {address.checks === 0 ? null : <p className="soft small">{frame}</p>}
      {address.events.length === 0 ? null : (
        <details>
          <summary>{say('historyOf', { count: address.events.length })}</summary>
          <ol className="ledger">
            {[...address.events].reverse().map((event) => (
              <li key={event.item}>
                <span />
                <span>
                  {event.differences
                    .filter(({ kind }) => kind === 'edit')
                    .map(({ before, after }, at) => (
                      <span key={at} className="difference">
                        <del>
                          <Foreign text={before.join(' ')} />
                        </del>
                        <ins>
                          <Foreign text={after.join(' ')} />
                        </ins>
                      </span>
                    ))}
                </span>
                <Button kind="bare" onPress={() => show(event.item)}>
                  <ShortMoment instant={event.at} />
                </Button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
