import type { Output } from '../../../shared/contract.ts';
import { useAsked, useChange } from '../../state/queries.ts';
import { useCase, useHere, useWindow } from '../../state/window-state.ts';
import { Button, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { Foreign } from '../../ui/marks.tsx';
import { useSay } from '../../words/words.ts';

type Suggestion = Output<'items.stitch'>['suggestions'][number];

/** Screenshots that show one scrolled view: suggested in their order, joined only when a person accepts. */
export function StitchSheet({ items, onClose }: { items: readonly string[]; onClose: () => void }) {
  const say = useSay();
  const { folder } = useCase();
  const tell = useWindow((state) => state.set);
  const { set } = useHere();
  const input = { case: folder, items: items.length > 1 ? [...items] : [], accept: false, title: null };
  const found = useAsked('items.stitch', input);
  const join = useChange('items.stitch');
  const accept = ({ items: parts }: Suggestion) =>
    join.mutate(
      { case: folder, items: parts.map(({ item }) => item), accept: true, title: null },
      {
        onSuccess: ({ made }) => {
          if (made) {
            set({ selected: [made.item], loupe: true });
            tell({ said: say('made', { title: made.title }) });
          }
          onClose();
        },
      },
    );
  const suggestions = found.data?.suggestions ?? [];
  return (
    <ModalSheet title={say('stitch')} wide onClose={onClose}>
      <div className="stack">
        <p className="soft">{say('stitchSays')}</p>
        {found.error ? <Trouble error={found.error} /> : null}
        {join.error ? <Trouble error={join.error} /> : null}
        {found.isFetching ? (
          <p role="status">{say('stitchLooks')}</p>
        ) : suggestions.length === 0 && !found.error ? (
          <p role="status">{say('nothingToStitch')}</p>
        ) : null}
        {found.isFetching
          ? null
          : suggestions.map((one) => (
              <OneView
                key={one.items[0]?.item ?? ''}
                suggestion={one}
                busy={join.isPending}
                onAccept={() => accept(one)}
              />
            ))}
        <div className="actions">
          <Button onPress={onClose}>{say('close')}</Button>
        </div>
      </div>
    </ModalSheet>
  );
}

function OneView(props: { suggestion: Suggestion; busy: boolean; onAccept: () => void }) {
  const { suggestion, busy, onAccept } = props;
  const say = useSay();
  const { key } = useCase();
  return (
    <section className="stitch">
      <ol>
        {suggestion.items.map(({ item, title }, at) => (
          <li key={item}>
            <img src={`/case/${key}/thumb/${item}`} alt="" loading="lazy" />
            <span className="small">
              <Foreign text={title} />
            </span>
            {suggestion.rows[at] === undefined ? null : (
              <span className="small soft">{say('sharedRows', { rows: suggestion.rows[at] })}</span>
            )}
          </li>
        ))}
      </ol>
      <Button kind="main" disabled={busy} onPress={onAccept}>
        {say('stitchThese', { count: suggestion.items.length })}
      </Button>
    </section>
  );
}
