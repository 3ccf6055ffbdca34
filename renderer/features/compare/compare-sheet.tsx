import type { ItemRecord } from '../../../shared/case/record.ts';
import type { Exhibit } from '../../../shared/case/exhibit.ts';
import type { Output } from '../../../shared/contract.ts';
import { useArrangement } from '../../state/arrangement.ts';
import { useAsked, useRows } from '../../state/queries.ts';
import { useCase } from '../../state/window-state.ts';
import { Button, ModalSheet, Trouble } from '../../ui/controls.tsx';
import { Foreign } from '../../ui/marks.tsx';
import { PrintedTable } from '../../ui/printed-table.tsx';
import { useSay } from '../../words/words.ts';
import { withExhibit } from '../exhibits/new-exhibit.ts';
import { pagePicturesOf } from '../items/picture/pictures.ts';

type Comparison = Output<'compare.run'>;
type Rows = Readonly<{ y: number; height: number }> | null;

/** CSS pixels that each of the two pictures is wide. */
const shownWidth = 380;

/** Two captures side by side: what differs in words, and the rows of the pictures that differ, framed. */
export function CompareSheet(props: { before: string; after: string; onClose: () => void }) {
  const { before, after, onClose } = props;
  const say = useSay();
  const { folder } = useCase();
  const { data, error } = useAsked('compare.run', { case: folder, before, after });
  const { exhibits, change } = useArrangement();
  const rows = useRows();
  /** Both are placed, for a page never shows what is not filed. */
  const print = () => {
    const [earlier, later] = [before, after].map((item) => rows.find((row) => row.item === item));
    if (!earlier || !later) return;
    const compared = (one: Exhibit): Exhibit => ({
      ...one,
      comparedWith: [...new Set([...(one.comparedWith ?? []), before])],
    });
    change(withExhibit(withExhibit(exhibits, earlier), later, compared), say('comparisonPrinted'));
    onClose();
  };
  return (
    <ModalSheet title={say('compare')} wide onClose={onClose}>
      {error ? <Trouble error={error} /> : null}
      {data ? <Found data={data} /> : error ? null : <p role="status">{say('comparing')}</p>}
      <div className="actions">
        <Button onPress={onClose}>{say('close')}</Button>
        <Button disabled={!data} onPress={print}>
          {say('printComparison')}
        </Button>
      </div>
    </ModalSheet>
  );
}

function Found({ data }: { data: Comparison }) {
  const { table, picture } = data;
  return (
    <div className="compare">
      {table.notes.map((note) => (
        <p key={note} className="small">
          <Foreign text={note} />
        </p>
      ))}
      <PrintedTable table={table} first="kind" />
      <div className="compare-sides" tabIndex={0} role="group" aria-label={table.title}>
        <PictureSide item={data.before.item} frames={(picture ?? []).map((band) => band.before)} />
        <PictureSide item={data.after.item} frames={(picture ?? []).map((band) => band.after)} />
      </div>
    </div>
  );
}

function PictureSide({ item, frames }: { item: string; frames: readonly Rows[] }) {
  const { folder, key } = useCase();
  const record = useAsked('items.show', { case: folder, item }).data?.record as ItemRecord | undefined; // as the contract has it
  const [picture] = record ? pagePicturesOf(record) : [];
  if (!record || !picture) return <div />;
  const zoom = shownWidth / picture.width;
  const device = record.kind === 'capture' ? record.view.scale : 1;
  return (
    <div className="compare-side" style={{ width: shownWidth, height: picture.height * zoom }}>
      {picture.tiles.map(({ name, top, width, height }) => (
        <img
          key={name}
          src={`/case/${key}/item/${item}/${name}`}
          alt=""
          loading="lazy"
          style={{ top: top * zoom, width: width * zoom, height: height * zoom }}
        />
      ))}
      {frames.map((rows) =>
        rows ? (
          <span
            key={rows.y}
            className="compare-frame"
            style={{ top: (rows.y / device) * zoom, height: Math.max(3, (rows.height / device) * zoom) }}
          />
        ) : null,
      )}
    </div>
  );
}
