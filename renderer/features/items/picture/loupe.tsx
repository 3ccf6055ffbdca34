import { useRef } from 'react';
import type { ItemRecord } from '../../../../shared/case/record.ts';
import type { EvidenceRow } from '../../../../shared/window/rows.ts';
import { useAsked } from '../../../state/queries.ts';
import { useShortcuts } from '../../../state/shortcuts.ts';
import { useCase, useHere } from '../../../state/window-state.ts';
import { Button, Empty } from '../../../ui/controls.tsx';
import { useScrolledView } from '../../../ui/scrolled-view.ts';
import { useSay } from '../../../words/words.ts';
import { PdfPages } from '../../bundle/pdf-pages.tsx';
import { PagePictures } from './page-pictures.tsx';
import { PictureTools } from './picture-tools.tsx';
import { pagePicturesOf, type PagePicture } from './pictures.ts';
import { useDrawnParts } from './use-drawn-parts.ts';

const margin = 32;
const zooms = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** The page at reading size: its tiles as they are stored, and its words over them where their positions are known. */
export function Loupe({ row }: { row: EvidenceRow }) {
  const say = useSay();
  const { folder } = useCase();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useDrawnParts();
  const shown = useAsked('items.show', { case: folder, item: row.item }).data;
  const [view, setView] = useScrolledView(box, { width: 800, height: 600, top: 0 }, shown);
  const record = shown?.summary.item === row.item ? shown.record : undefined;
  const pictures = record ? pagePicturesOf(record) : [];
  const { scale, step } = useZoom(pictures, view.width);
  useShortcuts({ ' ': () => box.current?.scrollBy({ top: view.height * 0.9 }) });
  if (!record) return <p role="status">{say('loading')}</p>;
  const words = record.artifacts.find(({ role }) => role === 'text-positions');
  // A part is a region of one picture: the pages of a file of many have no coordinates in common.
  const canDraw = pictures.length > 0 && (record.kind === 'capture' || pictures.length === 1);
  return (
    <div className="loupe">
      <div className="bar film small">
        <Zoom scale={scale} step={step} />
        <span className="spring" />
        {pictures.length > 0 ? (
          <>
            <PictureTools
              row={row}
              record={record}
              parts={drawn.parts}
              drawing={drawn.drawing}
              canDraw={canDraw}
              draw={drawn.draw}
              forget={drawn.forget}
            />
            <span className="soft">{words ? say('selectable') : say('notSelectable')}</span>
          </>
        ) : null}
      </div>
      {pictures.length > 0 ? (
        <div
          ref={box}
          className="loupe-scroll"
          tabIndex={0}
          role="region"
          aria-label={say('pictureOf', { title: row.title })}
          onScroll={(event) => {
            const top = Math.round(event.currentTarget.scrollTop / 400) * 400;
            setView((before) => (before.top === top ? before : { ...before, top }));
          }}
        >
          <PagePictures item={row.item} record={record} scale={scale} view={view} drawn={canDraw ? drawn : null} />
        </div>
      ) : (
        <WithoutPicture row={row} record={record} />
      )}
    </div>
  );
}

/** The size at which pictures are shown, in CSS pixels of the window for one of the picture, and the keys that change it. */
function useZoom(pictures: readonly PagePicture[], room: number) {
  const { zoom, set } = useHere();
  const widest = Math.max(1, ...pictures.map(({ width }) => width));
  const scale = zoom === 'fit' ? Math.min(1, (room - margin) / widest) : zoom;
  const step = (by: 1 | -1) => {
    const next = by > 0 ? zooms.find((one) => one > scale + 0.005) : zooms.findLast((one) => one < scale - 0.005);
    if (next !== undefined) set({ zoom: next });
  };
  useShortcuts({
    '+': () => step(1),
    '=': () => step(1),
    '-': () => step(-1),
    '0': () => set({ zoom: 'fit' }),
  });
  return { scale, step };
}

function Zoom({ scale, step }: { scale: number; step: (by: 1 | -1) => void }) {
  const say = useSay();
  const { set } = useHere();
  return (
    <>
      <Button kind="bare" label={say('smallerZoom')} onPress={() => step(-1)}>
        −
      </Button>
      <span>{Math.round(scale * 100)} %</span>
      <Button kind="bare" label={say('largerZoom')} onPress={() => step(1)}>
        +
      </Button>
      <Button kind="bare" onPress={() => set({ zoom: 'fit' })}>
        {say('fit')}
      </Button>
    </>
  );
}

function WithoutPicture({ row, record }: { row: EvidenceRow; record: ItemRecord }) {
  const say = useSay();
  const { key } = useCase();
  const pdf = record.artifacts.find(({ role, mediaType }) => role === 'original' && mediaType === 'application/pdf');
  if (pdf) return <PdfPages address={`/case/${key}/item/${row.item}/${pdf.name}`} label={row.title} />;
  return <Empty title={say('noPicture')} next={say('noPictureSays')} />;
}
